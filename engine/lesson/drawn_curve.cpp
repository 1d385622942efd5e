#include "engine/lesson/drawn_curve.h"

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr int kPlaces = 400;  // at which the two curves are compared: ten between neighboring points of a drawn one

const char* recordedName(std::string_view metric) {
  if (metric == "loss") return curves::kLoss;
  if (metric == "validation_loss") return curves::kValidationLoss;
  if (metric == "test_loss") return curves::kTestLoss;
  if (metric == "validation_accuracy") return curves::kValidationScore;
  return curves::kTestScore;
}

/// Straight lines between the measured points; before the first one its value.
double measuredAt(const std::vector<RecordedPoint>& points, double step) {
  const auto after = std::lower_bound(points.begin(), points.end(), step, [](const RecordedPoint& point, double x) { return static_cast<double>(point.step) < x; });
  if (after == points.begin()) return after->mean;
  const RecordedPoint &right = after == points.end() ? points.back() : *after, &left = *(after - 1);
  if (after == points.end()) return left.mean;
  const double share = (step - static_cast<double>(left.step)) / static_cast<double>(right.step - left.step);
  return share == 1 ? right.mean : left.mean + share * (right.mean - left.mean);
}

}  // namespace

std::span<const std::string_view> drawnMetrics() {
  static constexpr std::string_view metrics[] = {"loss", "validation_loss", "test_loss", "validation_accuracy", "test_accuracy"};
  return metrics;
}

Text metricTitle(std::string_view metric) {
  if (metric == "validation_loss") return GB_TEXT("engine", "Validation loss");
  if (metric == "test_loss") return GB_TEXT("engine", "Test loss");
  if (metric == "validation_accuracy") return GB_TEXT("engine", "Validation accuracy");
  if (metric == "test_accuracy") return GB_TEXT("engine", "Test accuracy");
  return GB_TEXT("engine", "Training loss");
}

const std::vector<RecordedPoint>* measuredCurve(const RecordedCurves& curves, std::string_view metric) {
  const auto at = curves.find(recordedName(metric));
  return at == curves.end() || at->second.empty() ? nullptr : &at->second;
}

RecordedCurves onlyMetrics(const RecordedCurves& curves, std::span<const std::string> metrics) {
  RecordedCurves out;
  for (const std::string& metric : metrics)
    if (const std::vector<RecordedPoint>* points = measuredCurve(curves, metric)) out[recordedName(metric)] = *points;
  return out;
}

double heightAt(const DrawnCurve& drawn, double step) {
  const auto gaps = static_cast<double>(drawn.heights.size() - 1);
  const double place = std::clamp(step / static_cast<double>(drawn.axes.steps), 0.0, 1.0) * gaps;
  const auto left = static_cast<std::size_t>(std::min(std::floor(place), gaps - 1));
  const double share = place - static_cast<double>(left);
  return drawn.heights[left] + share * (drawn.heights[left + 1] - drawn.heights[left]);
}

std::optional<double> meanDistance(const DrawnCurve& drawn, const RecordedCurves& curves) {
  const std::vector<RecordedPoint>* points = measuredCurve(curves, drawn.axes.metric);
  if (!points || points->back().step < drawn.axes.steps || drawn.heights.size() < 2) return std::nullopt;
  double sum = 0;
  for (int i = 0; i <= kPlaces; ++i) {
    const double step = static_cast<double>(drawn.axes.steps) * i / kPlaces;
    const double measured = measuredAt(*points, step);
    const double seen = std::isnan(measured) ? drawn.axes.most : std::clamp(measured, drawn.axes.least, drawn.axes.most);
    sum += (i == 0 || i == kPlaces ? 0.5 : 1) * std::abs(heightAt(drawn, step) - seen);  // trapezoids
  }
  return sum / kPlaces;
}

}  // namespace glassbox
