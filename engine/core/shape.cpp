#include "engine/core/shape.h"

#include <charconv>

#include "engine/core/capped.h"

namespace glassbox {

Shape::Shape(std::initializer_list<std::int64_t> extents) {
  for (std::int64_t extent : extents) push(extent);
}

void Shape::push(std::int64_t extent) {
  assert(m_rank < kMaxRank);
  m_extents[static_cast<std::size_t>(m_rank++)] = extent;
}

std::int64_t Shape::count() const {
  std::int64_t product = 1;
  bool over = false;
  for (int axis = 0; axis < m_rank; ++axis) over = __builtin_mul_overflow(product, (*this)[axis], &product) || over;
  return over || product > kMostCounted ? kMostCounted : product;
}

std::string Shape::str() const {
  std::string out;
  for (int axis = 0; axis < m_rank; ++axis) out += (axis ? "x" : "") + std::to_string((*this)[axis]);
  return m_rank ? out : "1";
}

Result<Shape> parseShape(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 2) == "\xC3\x97") plain += 'x', ++i;  // the sign ×
    else plain += text[i];
  }
  const Error unreadable(GB_TEXT("engine", "\"%1\" is not a shape: write extents joined by x, such as 784 or 1x28x28.").arg(plain.substr(0, 60)));
  Shape shape;
  std::int64_t product = 1;
  const char* at = plain.data();
  const char* end = at + plain.size();
  while (true) {
    std::int64_t extent = 0;
    auto [next, error] = std::from_chars(at, end, extent);
    if (error != std::errc() || extent < 1 || shape.rank() == Shape::kMaxRank) return unreadable;
    if (__builtin_mul_overflow(product, extent, &product) || product > Shape::kMaxCount)
      return Error(GB_TEXT("engine", "The shape %1 has more elements than this program can hold.").arg(plain.substr(0, 60)));
    shape.push(extent);
    if (next == end) return shape;
    if (*next != 'x') return unreadable;
    at = next + 1;
  }
}

}  // namespace glassbox
