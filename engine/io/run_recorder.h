// Keeps the curves of a run for the project file, however long it goes.
#pragma once

#include <string>
#include <vector>

#include "engine/io/project.h"
#include "engine/train/trainer.h"

namespace glassbox {

/// At most twice as many points a curve as a project file holds; then neighbours are merged.
class RunRecorder {
 public:
  /// A new run whose points carry the norms of these nodes, in this order; with the curves of a run that goes on.
  void begin(const std::vector<NodeId>& trained, RecordedCurves curves = {});
  void take(const std::vector<StepPoint>& points, const std::vector<EvalPoint>& evals);
  const RecordedCurves& curves() const { return m_curves; }

 private:
  void add(const std::string& name, const RecordedPoint& point);

  std::vector<std::string> m_gradients, m_updates;  ///< names of the curves, in the order of StepPoint::nodes
  RecordedCurves m_curves;
};

}  // namespace glassbox
