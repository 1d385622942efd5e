// Ranges and ticks of an axis: round steps, four to six labels, linear or logarithmic.
#pragma once

#include <QString>

#include <vector>

namespace glassbox {

enum class ValueFormat { Number, Percent, Integer };

struct AxisTick {
  double value = 0;
  QString label;
};

struct PlotAxis {
  double low = 0;
  double high = 1;
  bool logarithmic = false;
  std::vector<AxisTick> ticks;

  bool contains(double v) const { return v >= low && v <= high; }
};

/// Ticks of [low, high] at steps of 1, 2 or 5 times a power of ten, four to six of them; 2.5 only where none of these gives that many,
/// and three or seven where that does not either.
/// Integer axes keep to whole steps. `most` may be lower where the plot is small.
std::vector<AxisTick> linearTicks(double low, double high, ValueFormat format, int most = 6);

/// Ticks of a logarithmic axis: 1-2-5, 1-3 or whole decades, whichever gives nearest to five.
std::vector<AxisTick> logTicks(double low, double high, ValueFormat format, int most = 6);

/// A value axis around the data [least, greatest] with a little air, its ends rounded so that it does not crawl while a curve grows.
PlotAxis valueAxis(double least, double greatest, bool logarithmic, ValueFormat format, int mostTicks = 6);

/// The axis of steps: exactly the data when `live` is false; with room to grow, kept from `before` as long as it suffices, when true.
PlotAxis stepAxis(double first, double last, bool live, const PlotAxis& before, int mostTicks = 6);

/// Whether a curve from `least` to `greatest` is better read on a logarithmic axis: positive and over a factor of ten.
bool spansMoreThanTen(double least, double greatest);

/// Places labels at heights `wanted` (any order) so that neighbours are `gap` apart within [top, bottom], each as near as can be.
std::vector<double> spreadLabels(const std::vector<double>& wanted, double gap, double top, double bottom);

} // namespace glassbox
