// Sums and products of sizes that stop at a largest number instead of overflowing: a typed number can make any of them absurd.
#pragma once

#include <cstdint>
#include <initializer_list>

namespace glassbox {

/// Far beyond any memory, and small enough that two of them can be added.
inline constexpr std::int64_t kMostCounted = std::int64_t{1} << 61;

/// Of numbers that are not negative.
constexpr std::int64_t cappedProduct(std::initializer_list<std::int64_t> factors) {
  std::int64_t product = 1;
  bool over = false;
  for (const std::int64_t factor : factors) {
    if (factor == 0) return 0;
    over = over || __builtin_mul_overflow(product, factor, &product) || product > kMostCounted;
    if (over) product = kMostCounted;
  }
  return product;
}

/// Of numbers that are not negative.
constexpr std::int64_t cappedSum(std::initializer_list<std::int64_t> parts) {
  std::int64_t sum = 0;
  for (const std::int64_t part : parts)
    if (__builtin_add_overflow(sum, part, &sum) || sum > kMostCounted) return kMostCounted;
  return sum;
}

}  // namespace glassbox
