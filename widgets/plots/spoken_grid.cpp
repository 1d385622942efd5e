#include "widgets/plots/spoken_grid.h"

#include "widgets/access/spoken_extremes.h"
#include "widgets/common/number_format.h"
#include "widgets/common/punctuation.h"

#include <QCoreApplication>

#include <limits>

namespace glassbox {

QString spokenGrid(const SpokenGrid& grid) {
  QString text = QCoreApplication::translate("glassbox::SpokenGrid", "%1 × %2 numbers").arg(formatInteger(grid.rows), formatInteger(grid.columns));
  if (!grid.name.isEmpty()) text = QCoreApplication::translate("glassbox::SpokenGrid", "%1: %2").arg(grid.name, text);
  if (grid.value) {
    const auto columns = static_cast<std::size_t>(grid.columns);
    const auto at = [&](std::size_t i) { return grid.value(static_cast<int>(i / columns), static_cast<int>(i % columns)); };
    const auto extremes = extremesOf(static_cast<std::size_t>(grid.rows) * columns, [&](std::size_t i) { return at(i).value_or(std::numeric_limits<double>::quiet_NaN()); });
    if (extremes)
      text += semicolon() + spokenExtremes(*extremes, grid.number, [&](std::size_t i) { return grid.place(static_cast<int>(i / columns), static_cast<int>(i % columns)); });
  }
  return (text + fullStop()).trimmed();
}

} // namespace glassbox
