// The cells of one array for a heat map: looked up in the array when they are painted, nothing is copied.
#pragma once

#include "widgets/stepper/board_array.h"

namespace glassbox {

class ArrayCells : public HeatMapSource {
 public:
  /// `known` are the elements that are shown although the array is hidden; null where it is not.
  ArrayCells(const BoardArray& array, const ArrayLayout& layout, std::shared_ptr<const std::set<std::int64_t>> known)
      : m_array(array), m_layout(layout), m_known(std::move(known)) {}

  double value(int row, int column) const override;
  CellKind kind(int row, int column) const override;
  std::optional<double> before(int row, int column) const override;
  HeatMapHead rowHead(int row) const override { return m_layout.rowHead(row); }
  HeatMapHead columnHead(int column) const override { return m_layout.columnHead(column); }
  /// "dense1.weight[1,2]: −0.30000001", "… : 0.25 → 0.5" where it was changed, "… : ?" where it is hidden.
  QString spoken(int row, int column) const override;

 private:
  BoardArray m_array;
  ArrayLayout m_layout;
  std::shared_ptr<const std::set<std::int64_t>> m_known;
};

} // namespace glassbox
