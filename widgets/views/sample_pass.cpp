#include "widgets/views/sample_pass.h"

#include "engine/train/data_fit.h"

#include <algorithm>

namespace glassbox {
namespace {

/// Rows of one field, copied one after the other.
class Gathered {
 public:
  Gathered(const Field& field, int most) : m_field(field), m_numbers(static_cast<std::size_t>(field.type.shape.count() * most)) {}

  const float* take(std::span<const std::int64_t> rows) {
    float* out = m_numbers.data();
    for (const std::int64_t row : rows) {
      m_field.read(row, out);
      out += m_field.type.shape.count();
    }
    return m_numbers.data();
  }

 private:
  const Field& m_field;
  Buffer<float> m_numbers;
};

} // namespace

std::vector<std::int64_t> spreadRows(RowRange range, std::int64_t most) {
  std::vector<std::int64_t> chosen;
  const std::int64_t stride = std::max<std::int64_t>(1, (range.size() + most - 1) / std::max<std::int64_t>(1, most));
  for (std::int64_t row = range.begin; row < range.end; row += stride) chosen.push_back(row);
  return chosen;
}

std::optional<double> meanLoss(Network& network, const Dataset& data, std::span<const std::int64_t> rows, const std::atomic<bool>& stop) {
  const std::int64_t items = network.analysis().nodes.at(network.analysis().loss).target.items;
  const int chunk = network.maxBatch();
  std::vector<Gathered> inputs;
  for (const std::size_t field : fieldsFor(network.analysis(), data)) inputs.emplace_back(data.inputs[field], chunk);
  Gathered target(data.target, chunk);
  std::optional<Gathered> mask;
  if (data.masked()) mask.emplace(data.mask, chunk);
  Team team; // of one: the other processors belong to the training
  std::vector<const Real*> pointers(inputs.size());
  double sum = 0;
  std::int64_t counted = 0;
  for (std::size_t first = 0; first < rows.size(); first += static_cast<std::size_t>(chunk)) {
    if (stop.load(std::memory_order_relaxed)) return std::nullopt;
    const auto some = rows.subspan(first, std::min(static_cast<std::size_t>(chunk), rows.size() - first));
    for (std::size_t i = 0; i < inputs.size(); ++i) pointers[i] = inputs[i].take(some);
    NetworkInput input;
    input.batch = static_cast<int>(some.size());
    input.inputs = pointers;
    input.mode = Mode::Inference;
    input.target = target.take(some);
    if (mask) input.mask = mask->take(some);
    const double loss = network.forward(input, team);
    std::int64_t here = input.batch * items;
    if (input.mask) here -= std::count(input.mask, input.mask + here, 0.0f);
    sum += loss * static_cast<double>(here);
    counted += here;
  }
  return counted > 0 ? std::optional(sum / static_cast<double>(counted)) : std::nullopt;
}

} // namespace glassbox
