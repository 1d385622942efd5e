// Sigmoid.
#include "engine/layers/activation.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

const ActivationFacts& facts() {
  static const ActivationFacts f = {
      "sigmoid",
      GB_TEXT("engine", "Sigmoid"),
      GB_TEXT("engine", "Turns any number into one between 0 and 1, so that it can be read as a probability. Its slope is at most 1/4: deep stacks of it lose the gradient."),
      'S',
      Activation::Sigmoid,
      "y = \\frac{1}{1 + e^{-x}}",
      "f'(x) = y\\,(1 - y)",
      "nn.Sigmoid()",
      [](double x, double y) { (void)x; return y * (1.0 - y); },
      false,
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

const LayerDef& layer_sigmoid() {
  static const LayerDef def = [] {
    LayerDef d = makeActivationDef(facts(), slopeAt, explain);
    d.pytorch = [](std::span<const PortType>, const Params&) { return facts().torch; };
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
