// Matrices, cases and aligned lines.
#include "widgets/formula/setter.h"

#include <algorithm>

namespace glassbox {

Box FormulaSetter::table(const TexNode& node, Look look) const {
  const bool aligned = node.text == "aligned", gathered = node.text == "gathered", cases = node.text == "cases", small = node.text == "smallmatrix";
  look.level = aligned || gathered ? 0 : small ? 2 : std::max(1, look.level);
  look.cramped = false;
  const double em = scale(look);
  const auto columns = static_cast<std::size_t>(std::max(1, node.columns)), rows = node.parts.size() / columns;
  std::vector<Box> cells;
  std::vector<double> widths(columns, 0.0), heights(rows, m_x.rowHeight * em), depths(rows, m_x.rowDepth * em);
  for (std::size_t i = 0; i < rows * columns; ++i) {
    // Behind the & of aligned the line goes on as if something stood before it: "= 2" keeps the space around its sign.
    const bool goesOn = aligned && i % columns % 2 == 1;
    Around around;
    if (goesOn) around.before = Atom::Ord;
    cells.push_back(row(node.parts[i], look, around));
    const Box& cell = cells.back();
    widths[i % columns] = std::max(widths[i % columns], cell.width);
    heights[i / columns] = std::max(heights[i / columns], cell.height);
    depths[i / columns] = std::max(depths[i / columns], cell.depth);
  }

  const auto gapBefore = [&](std::size_t column) { return column == 0 ? 0.0 : aligned ? (column % 2 == 1 ? 0.0 : 2.0 * em) : small ? 0.5 * em : 1.0 * em; };
  const double rowGap = (aligned || gathered ? m_x.rowGapAligned : 0) * em;
  std::vector<double> left(columns, 0.0);
  double width = 0;
  for (std::size_t c = 0; c < columns; ++c) {
    left[c] = width + gapBefore(c);
    width = left[c] + widths[c];
  }
  double total = 0;
  for (std::size_t r = 0; r < rows; ++r) total += heights[r] + depths[r] + (r > 0 ? rowGap : 0);

  Box box;
  box.width = width;
  const double top = -m_c.axisHeight * em - total / 2;
  box.height = -top;
  box.depth = total + top;
  double y = top;
  for (std::size_t r = 0; r < rows; ++r) {
    y += heights[r] + (r > 0 ? rowGap : 0);
    for (std::size_t c = 0; c < columns; ++c) {
      Box& cell = cells[r * columns + c];
      const double spare = widths[c] - cell.width;
      const double shift = cases ? 0 : aligned ? (c % 2 == 0 ? spare : 0) : spare / 2;
      box.put(std::move(cell), left[c] + shift, y);
    }
    y += depths[r];
  }
  return box;
}

} // namespace glassbox
