#include "engine/data/readers/resize.h"

#include <algorithm>

namespace glassbox {
namespace {

/// Shares in whole numbers: old pixel p spans [p n, (p + 1) n) of a line of length old * n, new pixel i [i old, (i + 1) old).
/// Calls use(p, share) for each old pixel under new pixel i; the shares sum to `old`.
template<class Use> void covered(std::int64_t i, std::int64_t old, std::int64_t n, const Use& use) {
  const std::int64_t begin = i * old, end = begin + old;
  for (std::int64_t p = begin / n; p * n < end; ++p) use(p, std::min(end, (p + 1) * n) - std::max(begin, p * n));
}

} // namespace

Picture resized(const Picture& picture, int width, int height) {
  Picture out{width, height, picture.transparent,
              std::vector<std::uint8_t>(3 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height))};
  const std::int64_t whole = std::int64_t{picture.width} * picture.height; // the shares of one new pixel
  std::size_t at = 0;
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      std::int64_t sums[3] = {};
      covered(y, picture.height, height, [&](std::int64_t row, std::int64_t down) {
        covered(x, picture.width, width, [&](std::int64_t column, std::int64_t across) {
          const std::uint8_t* pixel = picture.pixels.data() + 3 * (row * picture.width + column);
          for (int c = 0; c < 3; ++c) sums[c] += down * across * pixel[c];
        });
      });
      for (const std::int64_t sum : sums) out.pixels[at++] = static_cast<std::uint8_t>((sum + whole / 2) / whole);
    }
  return out;
}

} // namespace glassbox
