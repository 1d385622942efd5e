// ELU: bends smoothly into -alpha below 0.
#include <cmath>

#include "engine/layers/activation.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

const ActivationFacts& facts() {
  static const ActivationFacts f = {
      .key = "elu",
      .title = GB_TEXT("engine", "ELU"),
      .help = GB_TEXT("engine", "Keeps positive numbers and bends negative ones towards -alpha. The outputs lie closer to 0 on average than those of a ReLU, and units do not die."),
      .icon = "relu",
      .formula = "y = x \\text{ for } x > 0, \\text{ else } \\alpha\\,(e^{x} - 1)",
      .slopeFormula = "f'(x) = 1 \\text{ for } x > 0, \\text{ else } \\alpha\\,e^{x}",
      .curve = [](const Params& params) { return Curve{CurveKind::Elu, static_cast<Real>(params.number("alpha"))}; },
      .slope = [](double x, double, const Params& params) { return x > 0 ? 1.0 : params.number("alpha") * std::exp(x); },
      .torch = [](const Params& params) { return "nn.ELU(" + writeParam(params.number("alpha")) + ")"; },
      .kinkAtZero = true,
      .params = {numberParam("alpha", GB_TEXT("engine", "Alpha"), GB_TEXT("engine", "The limit on the left is -alpha. With 1 the slope has no jump at 0."), 1, 0, 10)},
      .mainParam = "alpha",
      .variants = {{{"alpha", 0.5}}},
  };
  return f;
}

}  // namespace

const LayerDef& layer_elu() {
  static const LayerDef def = activationDef<facts>();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
