#include "widgets/stepper/array_layout.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

QString mapName(std::int64_t number) {
  return QCoreApplication::translate("ArrayLayout", "map %1", "one channel or attention head as a picture").arg(number);
}

std::int64_t wrapOf(std::int64_t size) {
  const auto root = static_cast<std::int64_t>(std::llround(std::sqrt(static_cast<double>(size))));
  return root * root == size ? root : ArrayLayout::kWrap;
}

} // namespace

ArrayLayout::ArrayLayout(const Shape& shape, BatchAxis batch, std::int64_t sample) : m_shape(shape) {
  const std::int64_t all = shape.count();
  if (all <= 0) return;
  const bool batched = batch == BatchAxis::First && shape.rank() > 0;
  const int first = batched ? 1 : 0; // axis where a sample begins
  const int rank = shape.rank() - first;
  const std::int64_t samples = batched ? shape[0] : 1, each = all / samples;
  m_shown = all;
  m_blocks = 1;
  if (batched && (rank == 0 || (rank == 1 && each <= kLongestRow))) {
    m_kind = Kind::Samples;
    m_height = samples;
    m_width = each;
  } else {
    m_oneSample = batched;
    m_sample = std::clamp<std::int64_t>(sample, 0, samples - 1);
    m_first = m_sample * each;
    m_shown = each;
    m_width = shape.back();
    m_height = rank >= 2 ? shape[shape.rank() - 2] : 1;
    if (rank <= 1) {
      if (each > kLongestRow) {
        m_kind = Kind::Wrapped;
        m_width = wrapOf(each);
        m_height = (each + m_width - 1) / m_width;
      }
    } else if (rank >= 3 && !batched) {
      m_kind = Kind::Kernels;
      if (rank == 3) m_height = 1; // (out, in, width): kernels along time
      m_across = shape[rank == 3 ? 1 : shape.rank() - 3];
      m_blocks = all / (m_height * m_width);
    } else if (rank >= 3) {
      m_kind = Kind::Maps;
      m_blocks = each / (m_height * m_width);
      m_across = std::min(m_blocks, kMapsPerRow);
    }
  }
  m_gapColumns = m_across > 1 ? 1 : 0;
  m_gapRows = m_blocks > m_across && m_height > 1 ? 1 : 0;
  const std::int64_t down = (m_blocks + m_across - 1) / m_across;
  m_rows = static_cast<int>(down * (m_height + m_gapRows) - m_gapRows);
  m_columns = static_cast<int>(m_across * (m_width + m_gapColumns) - m_gapColumns);
}

std::int64_t ArrayLayout::elementAt(int row, int column) const {
  if (row < 0 || column < 0 || row >= m_rows || column >= m_columns) return -1;
  const std::int64_t high = m_height + m_gapRows, wide = m_width + m_gapColumns;
  const std::int64_t y = row % high, x = column % wide, block = row / high * m_across + column / wide;
  if (y >= m_height || x >= m_width || block >= m_blocks) return -1;
  const std::int64_t element = (block * m_height + y) * m_width + x;
  return element < m_shown ? m_first + element : -1;
}

std::optional<ArrayCell> ArrayLayout::cellOf(std::int64_t element) const {
  const std::int64_t shown = element - m_first;
  if (shown < 0 || shown >= m_shown) return std::nullopt;
  const std::int64_t x = shown % m_width, y = shown / m_width % m_height, block = shown / m_width / m_height;
  return ArrayCell{static_cast<int>(block / m_across * (m_height + m_gapRows) + y),
                   static_cast<int>(block % m_across * (m_width + m_gapColumns) + x)};
}

std::vector<std::int64_t> ArrayLayout::indexOf(std::int64_t element) const {
  std::vector<std::int64_t> index(static_cast<std::size_t>(m_shape.rank()));
  for (int axis = m_shape.rank() - 1; axis >= 0; --axis) {
    index[static_cast<std::size_t>(axis)] = element % m_shape[axis];
    element /= m_shape[axis];
  }
  return index;
}

HeatMapHead ArrayLayout::rowHead(int row) const {
  const std::int64_t high = m_height + m_gapRows;
  const auto block = static_cast<int>(row / high), y = static_cast<int>(row % high);
  const auto height = static_cast<int>(m_height);
  switch (m_kind) {
  case Kind::Samples:
    return {row, 1, row, QCoreApplication::translate("ArrayLayout", "sample %1").arg(row + 1)};
  case Kind::Wrapped:
    return {row, 1, row, QString::number(row * m_width)};
  case Kind::Kernels:
    if (y >= height) return {row, 1, 0, {}};
    return {static_cast<int>(block * high), height, block,
            QCoreApplication::translate("ArrayLayout", "out %1", "number of the unit or channel that is formed").arg(block)};
  case Kind::Maps:
    if (m_blocks <= m_across) break; // the column heads name the maps
    if (y >= height) return {row, 1, 0, {}};
    return {static_cast<int>(block * high), height, block, mapName(block * m_across)};
  case Kind::Rows:
    break;
  }
  return {row, 1, row, m_rows > 1 ? QString::number(row) : QString()};
}

HeatMapHead ArrayLayout::columnHead(int column) const {
  const std::int64_t wide = m_width + m_gapColumns;
  const auto block = static_cast<int>(column / wide), x = static_cast<int>(column % wide);
  const auto width = static_cast<int>(m_width);
  if (m_kind == Kind::Kernels || m_kind == Kind::Maps) {
    if (x >= width || (m_kind == Kind::Maps && m_blocks > m_across))
      return {column, 1, column, {}}; // several rows of maps have their names there
    const QString text = m_kind == Kind::Maps
                             ? mapName(block)
                             : QCoreApplication::translate("ArrayLayout", "in %1", "number of the unit or channel that is read").arg(block);
    return {static_cast<int>(block * wide), width, block, text};
  }
  return {column, 1, column, m_columns > 1 ? QString::number(column) : QString()};
}

} // namespace glassbox
