#include "engine/graph/step_run.h"

namespace glassbox {
namespace {

bool isSequence(const PortType& type) { return type.element == Element::Token ? type.shape.rank() == 1 : type.shape.rank() == 2; }

}  // namespace

std::int64_t stepsOf(const Analysis& analysis) {
  return analysis.inputs.empty() ? 0 : analysis.nodes.at(analysis.inputs[0]).inference.outputs[0].shape[0];
}

std::optional<Error> stepwiseFault(const Analysis& analysis) {
  for (const NodeId& id : analysis.order) {
    const NodeAnalysis& info = analysis.nodes.at(id);
    if (info.def->group == LayerGroup::Loss || analysis.spec->find(id)->bypassed) continue;
    if (info.def->inputs.empty()) {
      const PortType& type = info.inference.outputs[0];
      if (!isSequence(type)) return Error(GB_TEXT("engine", "It cannot go step by step: %1 is no sequence.").arg(type.shape.str()), id);
      if (type.shape[0] != stepsOf(analysis))
        return Error(GB_TEXT("engine", "It cannot go step by step: one input has %1 steps and another %2.").arg(stepsOf(analysis)).arg(type.shape[0]), id);
    } else if (!info.def->stepping || info.def->stepping(info.inputs, info.params) == Stepping::Never) {
      return Error(GB_TEXT("engine", "It cannot go step by step: %1 needs the whole sequence at once.").arg(nodeTitle(*analysis.spec, id)), id);
    }
  }
  return {};
}

}  // namespace glassbox
