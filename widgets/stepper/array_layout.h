// How an array of any rank lies in rows and columns of cells, and back from a cell to its element.
#pragma once

#include "engine/core/shape.h"
#include "widgets/plots/heat_map_source.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace glassbox {

/// Whether the first axis counts the samples of the batch.
enum class BatchAxis { None, First };

struct ArrayCell {
  int row = 0;
  int column = 0;
  bool operator==(const ArrayCell&) const = default;
};

/// What one sample (or an array without samples) becomes:
///   a number                1 x 1
///   (n)                     one row; over 48 numbers in rows of 32, or in a square where n is one (a flattened picture)
///   (rows, columns)         as it is: weights are (out, in), sequences (time, features)
///   (maps, height, width)   the maps side by side with a gap of one column, eight a row, a gap of one row below
///   (out, in, width), (out, in, height, width) without samples, kernels: out x in maps with gaps, width alone without a gap of rows
///   more axes               the leading ones are counted as one
/// With samples, (batch) and (batch, n) up to 48 numbers have one row a sample; the others show one sample.
/// A value; all functions take time and memory that do not depend on the shape.
class ArrayLayout {
 public:
  static constexpr std::int64_t kLongestRow = 48;
  static constexpr std::int64_t kWrap = 32;
  static constexpr std::int64_t kMapsPerRow = 8;

  ArrayLayout() = default; ///< of no elements
  /// `shape` with the batch, if it has one. `sample` counts from 0; beyond the batch it is the last one.
  explicit ArrayLayout(const Shape& shape, BatchAxis batch = BatchAxis::None, std::int64_t sample = 0);

  int rows() const { return m_rows; }
  int columns() const { return m_columns; }
  /// Whether only one sample is seen, so that a switch must choose it.
  bool showsOneSample() const { return m_oneSample; }
  std::int64_t sample() const { return m_sample; }

  /// Row-major place of the element in the whole array; -1 in a gap, behind the last element, and outside.
  std::int64_t elementAt(int row, int column) const;
  /// Nothing for an element of a sample that is not seen, or outside.
  std::optional<ArrayCell> cellOf(std::int64_t element) const;
  /// Index of an element on each axis, as the command line writes it: dense1.weight[1,2].
  std::vector<std::int64_t> indexOf(std::int64_t element) const;

  /// "sample 1", "map 0", "out 0", "in 0"; otherwise indices from 0. Where rows or rows of maps are wrapped, the first of each.
  HeatMapHead rowHead(int row) const;
  HeatMapHead columnHead(int column) const;

  bool operator==(const ArrayLayout&) const = default;

 private:
  enum class Kind { Rows, Samples, Wrapped, Maps, Kernels };

  Shape m_shape;
  Kind m_kind = Kind::Rows;
  bool m_oneSample = false;
  std::int64_t m_sample = 0;
  std::int64_t m_first = 0; ///< element at which the shown sample begins
  std::int64_t m_shown = 0; ///< elements that are shown

  // All kinds are m_blocks maps of m_height x m_width, m_across of them a row of maps, with a gap after each but the last.
  std::int64_t m_blocks = 0, m_across = 1, m_height = 0, m_width = 0;
  int m_gapRows = 0, m_gapColumns = 0;
  int m_rows = 0, m_columns = 0;
};

} // namespace glassbox
