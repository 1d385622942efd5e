// Tanh.
#include "engine/layers/activation.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

const ActivationFacts& facts() {
  static const ActivationFacts f = {
      "tanh",
      GB_TEXT("engine", "Tanh"),
      GB_TEXT("engine", "Bends numbers smoothly into -1 to 1. Good for small networks; far from 0 it is flat and lets little gradient through."),
      'T',
      Activation::Tanh,
      "y = \\tanh(x)",
      "f'(x) = 1 - y^2",
      "nn.Tanh()",
      [](double x, double y) { (void)x; return 1.0 - y * y; },
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

const LayerDef& layer_tanh() {
  static const LayerDef def = [] {
    LayerDef d = makeActivationDef(facts(), slopeAt, explain);
    d.pytorch = [](std::span<const PortType>, const Params&) { return facts().torch; };
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
