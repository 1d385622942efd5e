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

enum class Target { Left, Given };

/// Calls read(first, count, loss, target's mask or null) after each chunk.
template<class Read> bool eachChunk(Network& network, const Dataset& data, std::span<const std::int64_t> rows,
                                    const std::atomic<bool>& stop, Target target, const Read& read) {
  const int chunk = network.maxBatch();
  std::vector<Gathered> inputs;
  for (const std::size_t field : fieldsFor(network.analysis(), data)) inputs.emplace_back(data.inputs[field], chunk);
  std::optional<Gathered> truth, mask;
  if (target == Target::Given) {
    truth.emplace(data.target, chunk);
    if (data.masked()) mask.emplace(data.mask, chunk);
  }
  Team team; // of one: the other processors belong to the training
  std::vector<const Real*> pointers(inputs.size());
  for (std::size_t first = 0; first < rows.size(); first += static_cast<std::size_t>(chunk)) {
    if (stop.load(std::memory_order_relaxed)) return false;
    const auto some = rows.subspan(first, std::min(static_cast<std::size_t>(chunk), rows.size() - first));
    for (std::size_t i = 0; i < inputs.size(); ++i) pointers[i] = inputs[i].take(some);
    NetworkInput input;
    input.batch = static_cast<int>(some.size());
    input.inputs = pointers;
    input.mode = Mode::Inference;
    if (truth) input.target = truth->take(some);
    if (mask) input.mask = mask->take(some);
    const double loss = network.forward(input, team);
    read(static_cast<std::int64_t>(first), input.batch, loss, input.mask);
  }
  return true;
}

} // namespace

std::vector<std::int64_t> spreadRows(RowRange range, std::int64_t most) {
  std::vector<std::int64_t> chosen;
  const std::int64_t stride = std::max<std::int64_t>(1, (range.size() + most - 1) / std::max<std::int64_t>(1, most));
  for (std::int64_t row = range.begin; row < range.end; row += stride) chosen.push_back(row);
  return chosen;
}

bool runSamples(Network& network, const Dataset& data, std::span<const std::int64_t> rows, const std::atomic<bool>& stop,
                const std::function<void(std::int64_t first, int count)>& read) {
  return eachChunk(network, data, rows, stop, Target::Left,
                   [&](std::int64_t first, int count, double, const float*) { read(first, count); });
}

std::optional<double> meanLoss(Network& network, const Dataset& data, std::span<const std::int64_t> rows, const std::atomic<bool>& stop) {
  const std::int64_t items = network.analysis().nodes.at(network.analysis().loss).target.items;
  double sum = 0;
  std::int64_t counted = 0;
  const bool done = eachChunk(network, data, rows, stop, Target::Given, [&](std::int64_t, int count, double loss, const float* mask) {
    std::int64_t here = count * items;
    if (mask) here -= std::count(mask, mask + here, 0.0f);
    sum += loss * static_cast<double>(here);
    counted += here;
  });
  return done && counted > 0 ? std::optional(sum / static_cast<double>(counted)) : std::nullopt;
}

} // namespace glassbox
