// A grid of numbers in words: its name, how large it is, its least and greatest number and where they stand. Pure.
#pragma once

#include <QString>

#include <functional>
#include <optional>

namespace glassbox {

struct SpokenGrid {
  QString name;
  int rows = 0, columns = 0;
  /// Empty for a cell that is not told, or does not exist.
  std::function<std::optional<double>(int row, int column)> value;
  std::function<QString(double)> number;
  /// "row 2, column 3", or by their heads
  std::function<QString(int row, int column)> place;
};

/// "Weights: 8 × 2 numbers; least −0.9100 at row 3, column 0, greatest 1.2000 at row 7, column 1."
QString spokenGrid(const SpokenGrid& grid);

} // namespace glassbox
