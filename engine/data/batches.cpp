#include "engine/data/batches.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <numeric>

namespace glassbox {
namespace {

/// Values that one block of a gather copies: large against the cost of handing a block to a thread.
constexpr std::int64_t kBlockValues = 16384;

std::size_t index(std::int64_t i) { return static_cast<std::size_t>(i); }

/// A look-up is three times as fast as the division and has the same bits.
std::array<float, 256> byteTable(float divisor) {
  std::array<float, 256> table{};
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = static_cast<float>(i) / divisor;
  return table;
}

} // namespace

Batches::Batches(DatasetPtr data, Part part, const Options& options)
    : m_data(std::move(data)), m_rows(glassbox::rows(*m_data, part)), m_options(options) {
  assert(m_rows.size() > 0 && m_rows.size() < kMaxSamples && options.batch >= 1);
  m_stretches.push_back({0, 0, options.batch});
  assert(!m_data->masked() || m_data->mask.type.shape.count() == m_data->target.type.shape.count());
  for (std::size_t i = 0; i < m_data->inputs.size() + 1 + m_data->masked(); ++i) m_tables.push_back(byteTable(field(i).divisor));
  m_buffers.resize(m_tables.size());
  m_batch.inputs.resize(m_data->inputs.size());
  if (options.shuffled) m_order.resize(index(m_rows.size()));
  reserve(options.batch);
}

/// Whether a batch of this field is gathered: else it lies in order as numbers.
bool Batches::copies(const Field& field) const { return m_options.shuffled || field.isBytes() || field.isWindows(); }

void Batches::reserve(int batch) {
  const std::int64_t most = std::min<std::int64_t>(batch, samples());
  for (std::size_t i = 0; i < m_buffers.size(); ++i) {
    const std::size_t values = index(most * field(i).type.shape.count());
    if (copies(field(i)) && m_buffers[i].size() < values) m_buffers[i] = Buffer<float>(values);
  }
}

const Field& Batches::field(std::size_t i) const {
  if (i < m_data->inputs.size()) return m_data->inputs[i];
  return i == m_data->inputs.size() ? m_data->target : m_data->mask;
}

Batches::Position Batches::position(std::int64_t step) const {
  assert(step >= 0);
  std::size_t s = m_stretches.size() - 1;
  while (s > 0 && m_stretches[s].firstStep > step) --s;
  const Stretch& stretch = m_stretches[s];
  const std::int64_t since = step - stretch.firstStep, count = perEpoch(stretch.batch);
  return {stretch.firstEpoch + since / count, since % count, stretch.batch};
}

void Batches::setBatchSize(int batch, std::int64_t step) {
  assert(batch >= 1);
  const Position here = position(step);
  assert(here.index == 0);
  while (m_stretches.size() > 1 && m_stretches.back().firstStep >= step) m_stretches.pop_back();
  if (m_stretches.back().firstStep >= step) m_stretches.pop_back();
  m_stretches.push_back({step, here.epoch, batch});
  reserve(batch);
}

void Batches::prepareEpoch(std::int64_t epoch) {
  if (!m_options.shuffled || epoch == m_epoch) return;
  std::iota(m_order.begin(), m_order.end(), 0u);
  shuffle(m_order, Random(m_options.seed, streamOf(Stream::Shuffle, static_cast<std::uint64_t>(epoch))));
  m_epoch = epoch;
}

const float* Batches::cut(const Field& field, Buffer<float>& into, const std::array<float, 256>& table, std::int64_t first, int size,
                          Team& team) const {
  const std::int64_t length = field.type.shape.count();
  if (!copies(field)) return field.numbers.data() + (m_rows.begin + first) * length;
  const auto rowsPerBlock = static_cast<int>(std::clamp<std::int64_t>(kBlockValues / length, 1, size));
  team.blocks((size + rowsPerBlock - 1) / rowsPerBlock, [&](int block) {
    const int end = std::min(size, (block + 1) * rowsPerBlock);
    for (int i = block * rowsPerBlock; i < end; ++i) {
      const std::int64_t row = m_rows.begin + (m_options.shuffled ? std::int64_t{m_order[index(first + i)]} : first + i);
      float* out = into.data() + i * length;
      if (field.isWindows()) {
        const std::uint16_t* in = field.windows.at(row);
        for (std::int64_t k = 0; k < length; ++k) out[k] = static_cast<float>(in[k]);
      } else if (field.isBytes()) {
        const std::uint8_t* in = field.bytes.data() + row * length;
        for (std::int64_t k = 0; k < length; ++k) out[k] = table[in[k]];
      } else {
        std::memcpy(out, field.numbers.data() + row * length, index(length) * sizeof(float));
      }
    }
  });
  return into.data();
}

const Batch& Batches::at(std::int64_t step, Team& team) {
  const Position here = position(step);
  prepareEpoch(here.epoch);
  const std::int64_t first = here.index * here.batch;
  m_batch.size = static_cast<int>(std::min<std::int64_t>(here.batch, samples() - first));
  m_batch.epoch = here.epoch;
  m_batch.index = here.index;
  for (std::size_t i = 0; i < m_batch.inputs.size(); ++i)
    m_batch.inputs[i] = cut(m_data->inputs[i], m_buffers[i], m_tables[i], first, m_batch.size, team);
  const std::size_t target = m_batch.inputs.size();
  m_batch.target = cut(m_data->target, m_buffers[target], m_tables[target], first, m_batch.size, team);
  if (m_data->masked()) m_batch.mask = cut(m_data->mask, m_buffers[target + 1], m_tables[target + 1], first, m_batch.size, team);
  return m_batch;
}

std::vector<std::int64_t> Batches::rowsOf(std::int64_t step) {
  const Position here = position(step);
  prepareEpoch(here.epoch);
  std::vector<std::int64_t> out;
  const std::int64_t first = here.index * here.batch, end = std::min<std::int64_t>(first + here.batch, samples());
  for (std::int64_t i = first; i < end; ++i) out.push_back(m_rows.begin + (m_options.shuffled ? std::int64_t{m_order[index(i)]} : i));
  return out;
}

} // namespace glassbox
