// How a layer's work is cut into blocks: by its shape alone, so that results are the same for any number of threads.
#pragma once

#include <algorithm>
#include <cstdint>

namespace glassbox {

struct BlockRange {
  std::int64_t begin = 0, end = 0;
  std::int64_t size() const { return end - begin; }
};

/// Part `block` of `blocks` of 0..n-1, borders on multiples of `unit`.
inline BlockRange blockRange(std::int64_t n, int blocks, int block, std::int64_t unit = 1) {
  const std::int64_t units = (n + unit - 1) / unit;
  return {std::min(n, units * block / blocks * unit), std::min(n, units * (block + 1) / blocks * unit)};
}

/// Blocks for work of `flops` that can be cut into at most `most` parts: about 0.3 MFLOP each (some 5 us on one core),
/// since handing a block to a waiting thread costs about 1 us; some more where the parts then come out alike.
inline int workBlocks(std::int64_t flops, std::int64_t most) {
  most = std::max<std::int64_t>(most, 1);
  const std::int64_t blocks = std::clamp<std::int64_t>(flops / 300'000, 1, std::min<std::int64_t>(most, 64));
  if (blocks > 1)
    for (std::int64_t alike = blocks; alike <= std::min<std::int64_t>({2 * blocks, most, 64}); ++alike)
      if (most % alike == 0) return static_cast<int>(alike);
  return static_cast<int>(blocks);
}

/// Blocks for one pass over n numbers.
inline int elementBlocks(std::int64_t n) { return workBlocks(n * 16, (n + 63) / 64); }

}  // namespace glassbox
