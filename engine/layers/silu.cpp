// SiLU: a number times its own sigmoid.
#include <cmath>

#include "engine/layers/activation.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

const ActivationFacts& facts() {
  static const ActivationFacts f = {
      .key = "silu",
      .title = GB_TEXT("engine", "SiLU"),
      .help = GB_TEXT("engine", "A number times its own sigmoid, also called swish: like a ReLU with a smooth corner and a shallow dip below 0, so that small negative numbers still learn."),
      .icon = "act",
      .formula = "y = \\frac{x}{1 + e^{-x}}",
      .slopeFormula = "f'(x) = \\sigma(x)\\,(1 + x\\,(1 - \\sigma(x)))",
      .curve = [](const Params&) { return Curve{CurveKind::Silu, 0}; },
      .slope = [](double x, double, const Params&) {
        const double s = 1 / (1 + std::exp(-x));
        return s * (1 + x * (1 - s));
      },
      .torch = [](const Params&) { return std::string("nn.SiLU()"); },
  };
  return f;
}

}  // namespace

const LayerDef& layer_silu() {
  static const LayerDef def = activationDef<facts>();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
