// Cells for a HeatMap that are asked for when they are seen, in place of a copy of all: arrays of millions of numbers.
#pragma once

#include <QString>

#include <optional>

namespace glassbox {

enum class CellKind {
  Number,
  Hidden, // there, but its number is not told: a "?" on a neutral colour
  Masked, // belongs to the array without taking part: a dashed outline
  Gap,    // between two parts of the array: nothing
};

/// One head for the `count` lines (rows or columns) from `first` on.
struct HeatMapHead {
  int first = 0;
  int count = 1;
  int ordinal = 0; // which head it is; where there is no room for all, each n-th is written
  QString text{};  // empty: lines without a head
};

/// Called in the GUI thread at each painting, some thousand times: it only looks up.
class HeatMapSource {
 public:
  virtual ~HeatMapSource() = default;

  /// Only asked where `kind` is Number.
  virtual double value(int row, int column) const = 0;
  virtual CellKind kind(int row, int column) const;
  /// What the number was before a change, where it differs; only asked where `kind` is Number.
  virtual std::optional<double> before(int row, int column) const;

  /// The head that covers a line. The first or the last head must be the longest one.
  virtual HeatMapHead rowHead(int row) const = 0;
  virtual HeatMapHead columnHead(int column) const = 0;
  /// The tooltip of a cell, and what a screen reader says: which element it is and its number in full.
  virtual QString spoken(int row, int column) const = 0;
};

inline CellKind HeatMapSource::kind(int, int) const { return CellKind::Number; }
inline std::optional<double> HeatMapSource::before(int, int) const { return {}; }

} // namespace glassbox
