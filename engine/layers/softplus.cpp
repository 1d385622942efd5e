// Softplus: the logarithm of 1 + e^x.
#include <cmath>

#include "engine/layers/activation.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

const ActivationFacts& facts() {
  static const ActivationFacts f = {
      .key = "softplus",
      .title = GB_TEXT("engine", "Softplus"),
      .help = GB_TEXT("engine", "A smooth ReLU: near 0 far on the left, near x far on the right, and always positive. Used where an output must be above 0, such as a spread or a rate."),
      .icon = "act",
      .formula = "y = \\log(1 + e^{x})",
      .slopeFormula = "f'(x) = \\frac{1}{1 + e^{-x}}",
      .curve = [](const Params&) { return Curve{CurveKind::Softplus, 0}; },
      .slope = [](double x, double, const Params&) { return 1 / (1 + std::exp(-x)); },
      .torch = [](const Params&) { return std::string("nn.Softplus()"); },
  };
  return f;
}

}  // namespace

const LayerDef& layer_softplus() {
  static const LayerDef def = activationDef<facts>();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
