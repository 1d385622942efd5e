// The terms of any one number of a trace.
#pragma once

#include "engine/trace/trace.h"

namespace glassbox {

/// Explains numbers of one trace; the network is analysed once. The trace must outlive it.
class Explainer {
 public:
  /// `request` is the one that made the trace. Fails for settings that cannot be.
  static Result<Explainer> create(const Trace& trace, const TraceRequest& request);

  /// Explains an element such as `dense1.out[0,3]`, `dense1.grad[0,3]`, `dense1.weight[5,7]` (its gradient; `.grad` may be
  /// added), `dense1.weight.new[5,7]` or another array of the update, or one of a stage. Fails for a name that the trace lacks
  /// or an index outside.
  Result<Explanation> explain(const std::string& element) const;

  const Analysis& analysis() const { return m_analysis; }
  const Trace& trace() const { return *m_trace; }

 private:
  Explainer(const Trace& trace, Analysis analysis, PlanValues plan) : m_trace(&trace), m_analysis(std::move(analysis)), m_plan(std::move(plan)) {}
  const Trace* m_trace;
  Analysis m_analysis;
  PlanValues m_plan;
};

/// One number.
Result<Explanation> explain(const Trace& trace, const TraceRequest& request, const std::string& element);

}  // namespace glassbox
