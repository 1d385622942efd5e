// The extents of one sample: (features), (channels, height, width) or (time, features); never the batch.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "engine/core/result.h"

namespace glassbox {

/// What one element of an array is: a real number, or the whole-number index of a token.
enum class Element { Number, Token };

class Shape {
 public:
  static constexpr int kMaxRank = 6;
  static constexpr std::int64_t kMaxCount = std::int64_t{1} << 40;

  Shape() = default;
  Shape(std::initializer_list<std::int64_t> extents);

  int rank() const { return m_rank; }
  std::int64_t operator[](int axis) const { return m_extents[static_cast<std::size_t>(axis)]; }
  std::int64_t back() const { return m_rank == 0 ? 1 : m_extents[static_cast<std::size_t>(m_rank - 1)]; }
  void push(std::int64_t extent);
  void set(int axis, std::int64_t extent) { m_extents[static_cast<std::size_t>(axis)] = extent; }

  /// Product of the extents; 1 for rank 0 (a single number); kMostCounted where it would overflow.
  std::int64_t count() const;

  /// "1x28x28"; "1" for rank 0. The window writes x as ×.
  std::string str() const;

  bool operator==(const Shape&) const = default;

 private:
  std::array<std::int64_t, kMaxRank> m_extents{};
  int m_rank = 0;
};

/// Reads "784", "1x28x28" or "1×28×28". Fails for an empty part, a zero, more than six axes, or over 2^40 elements.
Result<Shape> parseShape(std::string_view text);

/// What flows through a wire: the shape of one sample and the kind of its elements.
struct PortType {
  Shape shape;
  Element element = Element::Number;
  bool operator==(const PortType&) const = default;
};

}  // namespace glassbox
