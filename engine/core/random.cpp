#include "engine/core/random.h"

#include <cmath>
#include <numbers>
#include <utility>

#include "engine/core/portable_math.h"

namespace glassbox {

std::array<std::uint32_t, 4> Random::words(std::uint64_t block) const {
  std::uint32_t c0 = static_cast<std::uint32_t>(block), c1 = static_cast<std::uint32_t>(block >> 32);
  std::uint32_t c2 = static_cast<std::uint32_t>(m_stream), c3 = static_cast<std::uint32_t>(m_stream >> 32);
  std::uint32_t k0 = static_cast<std::uint32_t>(m_seed), k1 = static_cast<std::uint32_t>(m_seed >> 32);
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t p0 = std::uint64_t{0xD2511F53u} * c0;
    const std::uint64_t p1 = std::uint64_t{0xCD9E8D57u} * c2;
    c0 = static_cast<std::uint32_t>(p1 >> 32) ^ c1 ^ k0;
    c1 = static_cast<std::uint32_t>(p1);
    c2 = static_cast<std::uint32_t>(p0 >> 32) ^ c3 ^ k1;
    c3 = static_cast<std::uint32_t>(p0);
    k0 += 0x9E3779B9u;
    k1 += 0xBB67AE85u;
  }
  return {c0, c1, c2, c3};
}

double Random::normal(std::uint64_t index) const {
  const auto w = words(index / 2);
  const std::size_t at = (index % 2) * 2;
  const double u = (static_cast<double>(w[at]) + 0.5) * 0x1p-32;  // in (0, 1): the logarithm is finite
  const double v = static_cast<double>(w[at + 1]) * 0x1p-32;
  return std::sqrt(-2.0 * portable::log(u)) * portable::cos(2.0 * std::numbers::pi * v);
}

void shuffle(std::span<std::uint32_t> values, const Random& random) {
  for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[random.below(i, static_cast<std::uint32_t>(i))]);
}

}  // namespace glassbox
