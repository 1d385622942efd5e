// ReLU.
#include "engine/layers/activation.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

const ActivationFacts& facts() {
  static const ActivationFacts f = {
      "relu",
      GB_TEXT("engine", "ReLU"),
      GB_TEXT("engine", "Keeps positive numbers and turns negative ones into 0. Cheap, and its gradient does not shrink: the usual choice for hidden layers."),
      'R',
      Activation::Relu,
      "y = \\max(0, x)",
      "f'(x) = 1 \\text{ for } x > 0, \\text{ else } 0",
      "nn.ReLU()",
      [](double x, double y) { (void)y; return x > 0 ? 1.0 : 0.0; },
      true,
  };
  return f;
}

double slopeAt(std::span<const std::int64_t> index, const TraceReader& trace) {
  return facts().slope(trace.factor("in0", index).value, trace.factor("out", index).value);
}

Explanation explain(const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) {
  return explainActivation(facts(), stage, index, trace);
}

}  // namespace

const LayerDef& layer_relu() {
  static const LayerDef def = [] {
    LayerDef d = makeActivationDef(facts(), slopeAt, explain);
    d.pytorch = [](std::span<const PortType>, const Params&) { return facts().torch; };
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
