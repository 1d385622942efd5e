// A curve that a learner draws before a run, and how far it lies from the one that was measured.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/io/project.h"

namespace glassbox {

/// The paper it is drawn on: x goes from step 0 to `steps`, y from `least` to `most`.
struct CurveAxes {
  std::string metric;  ///< a key of `drawnMetrics`
  std::int64_t steps = 0;
  double least = 0, most = 0;
  bool operator==(const CurveAxes&) const = default;
};

struct DrawnCurve {
  static constexpr int kPoints = 41;        ///< of one that is drawn in the lab
  static constexpr int kMostPoints = 1001;  ///< of one that stands in a file
  CurveAxes axes;
  std::vector<double> heights;  ///< at least two, evenly spaced over the axis; straight lines between them
  bool operator==(const DrawnCurve&) const = default;
};

/// loss (of each step's batch), validation_loss, test_loss, validation_accuracy, test_accuracy
std::span<const std::string_view> drawnMetrics();

/// Words for a metric: "Test loss".
Text metricTitle(std::string_view metric);

/// The curve of a run that a metric is, by its name in `RecordedCurves`; null: the run has not measured it.
const std::vector<RecordedPoint>* measuredCurve(const RecordedCurves& curves, std::string_view metric);

/// Of a run's curves those that are `metrics`: what the lab copies for a check.
RecordedCurves onlyMetrics(const RecordedCurves& curves, std::span<const std::string> metrics);

/// The drawn height over a step within the axis.
double heightAt(const DrawnCurve& drawn, double step);

/// Mean distance of the two curves over the axis, in units of y. What was measured beyond the paper, or is no number, counts as lying
/// on its edge: nobody could have drawn it. Nothing before the run has come to the axis' end.
std::optional<double> meanDistance(const DrawnCurve& drawn, const RecordedCurves& curves);

}  // namespace glassbox
