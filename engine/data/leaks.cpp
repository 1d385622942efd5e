#include "engine/data/leaks.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace glassbox {
namespace {

// All inputs of one row behind each other, as bits that are equal exactly when the numbers are.
class RowReader {
 public:
  explicit RowReader(const Dataset& data) : m_data(data) {
    std::size_t count = 0;
    for (const Field& field : data.inputs) count += static_cast<std::size_t>(field.type.shape.count());
    m_numbers.resize(count);
  }

  const std::vector<float>& read(std::int64_t row) {
    float* out = m_numbers.data();
    for (const Field& field : m_data.inputs) {
      field.read(row, out);
      out += field.type.shape.count();
    }
    for (float& number : m_numbers) {
      if (number == 0) number = 0; // -0
      if (std::isnan(number)) number = std::numeric_limits<float>::quiet_NaN();
    }
    return m_numbers;
  }

  std::uint64_t hash(std::int64_t row) {
    read(row);
    return hashBytes(m_numbers.data(), m_numbers.size() * sizeof(float));
  }

 private:
  const Dataset& m_data;
  std::vector<float> m_numbers;
};

bool sameBits(const std::vector<float>& a, const std::vector<float>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](float x, float y) { return x == y || (std::isnan(x) && std::isnan(y)); });
}

} // namespace

std::int64_t testRowsInTraining(const Dataset& data) {
  const RowRange train = rows(data, Part::Train), test = rows(data, Part::Test);
  if (data.inputs.empty() || train.size() == 0 || test.size() == 0) return 0;
  RowReader reader(data), other(data);
  // Each training row once: rows that are equal need to be found only once.
  std::unordered_multimap<std::uint64_t, std::int64_t> seen;
  for (std::int64_t row = train.begin; row < train.end; ++row) {
    const std::uint64_t hash = reader.hash(row);
    const auto range = seen.equal_range(hash);
    const bool known = std::any_of(range.first, range.second,
                                   [&](const auto& entry) { return sameBits(reader.read(row), other.read(entry.second)); });
    if (!known) seen.emplace(hash, row);
  }
  std::int64_t count = 0;
  for (std::int64_t row = test.begin; row < test.end; ++row) {
    const auto range = seen.equal_range(reader.hash(row));
    if (std::any_of(range.first, range.second,
                    [&](const auto& entry) { return sameBits(reader.read(row), other.read(entry.second)); }))
      ++count;
  }
  return count;
}

} // namespace glassbox
