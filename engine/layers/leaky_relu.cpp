// Leaky ReLU: a ReLU that lets a little through below 0.
#include "engine/layers/activation.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

const ActivationFacts& facts() {
  static const ActivationFacts f = {
      .key = "leaky_relu",
      .title = GB_TEXT("engine", "Leaky ReLU"),
      .help = GB_TEXT("engine", "Keeps positive numbers and multiplies negative ones by a small slope. Where a ReLU that only ever sees negative numbers gets no gradient and stays dead, this one can recover."),
      .icon = "relu",
      .formula = "y = x \\text{ for } x > 0, \\text{ else } a\\,x",
      .slopeFormula = "f'(x) = 1 \\text{ for } x > 0, \\text{ else } a",
      .curve = [](const Params& params) { return Curve{CurveKind::LeakyRelu, static_cast<Real>(params.number("slope"))}; },
      .slope = [](double x, double, const Params& params) { return x > 0 ? 1.0 : params.number("slope"); },
      .torch = [](const Params& params) { return "nn.LeakyReLU(" + writeParam(params.number("slope")) + ")"; },
      .kinkAtZero = true,
      .params = {numberParam("slope", GB_TEXT("engine", "Slope"), GB_TEXT("engine", "How steep it is below 0: the share of the gradient that passes there. 0 makes it a ReLU, 1 a straight line."), 0.01, 0, 1)},
      .mainParam = "slope",
      .variants = {{{"slope", 0.3}}},
  };
  return f;
}

}  // namespace

const LayerDef& layer_leaky_relu() {
  static const LayerDef def = activationDef<facts>();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
