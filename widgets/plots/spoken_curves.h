// Curves in words: where each stands, whether it falls or rises lately, and its least and greatest value. Pure.
#pragma once

#include "widgets/plots/curve_data.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace glassbox {

enum class Trend { Unknown, Falling, Rising, Steady };

/// Of the last fifth of the points, at least eight: how the mean of their second half stands to that of the first. Steady where the
/// two differ by less than half a per cent, or by less than twice the standard error of the difference (Welch 1947), which noise
/// alone makes. Unknown with fewer than eight finite points.
Trend trendOf(const CurvePyramid& points);

struct SpokenCurve {
  QString name;
  double last = 0, lastAt = 0;
  double least = 0, leastAt = 0, greatest = 0, greatestAt = 0;
  Trend trend = Trend::Unknown;
};

/// Empty where no point is a number.
std::optional<SpokenCurve> spokenCurveOf(const QString& name, const CurvePyramid& points);

/// "Loss. training: 0.0230 at step 1200, falling; least 0.0210 at step 1150, greatest 0.6931 at step 1."
/// Of more than four curves only the last value and the trend, for nobody keeps twenty extremes in mind.
QString spokenCurves(const QString& title, const QString& xName, const std::vector<SpokenCurve>& curves, const std::function<QString(double)>& number);

} // namespace glassbox
