#include "engine/io/run_recorder.h"

#include <algorithm>

namespace glassbox {

void RunRecorder::begin(const std::vector<NodeId>& trained, RecordedCurves curves) {
  m_curves = std::move(curves);
  m_gradients.clear();
  m_updates.clear();
  for (const NodeId& id : trained) {
    m_gradients.push_back(curves::gradientOf(id));
    m_updates.push_back(curves::updateOf(id));
  }
}

void RunRecorder::take(const std::vector<StepPoint>& points, const std::vector<EvalPoint>& evals) {
  for (const StepPoint& point : points) {
    const auto count = static_cast<double>(point.count);
    add(curves::kLoss, {point.step, point.count, point.loss.min, point.loss.max, point.loss.sum / count});
    for (std::size_t i = 0; i < std::min(point.nodes.size(), m_gradients.size()); ++i) {
      const double gradient = point.nodes[i].gradient, update = point.nodes[i].updateRatio;
      add(m_gradients[i], {point.step, point.count, gradient, gradient, gradient});
      add(m_updates[i], {point.step, point.count, update, update, update});
    }
  }
  for (const EvalPoint& eval : evals) {
    const auto measured = [&](const char* loss, const char* score, const Scores& metrics) {
      if (metrics.samples == 0) return;
      const double share = metrics.hasAccuracy ? metrics.accuracy : metrics.r2;
      add(loss, {eval.step, 1, metrics.loss, metrics.loss, metrics.loss});
      add(score, {eval.step, 1, share, share, share});
    };
    measured(curves::kValidationLoss, curves::kValidationScore, eval.validation);
    measured(curves::kTestLoss, curves::kTestScore, eval.test);
  }
}

void RunRecorder::add(const std::string& name, const RecordedPoint& point) {
  std::vector<RecordedPoint>& points = m_curves[name];
  points.push_back(point);
  if (points.size() >= 2 * Project::kMaxCurvePoints) points = thinned(std::move(points), Project::kMaxCurvePoints);
}

}  // namespace glassbox
