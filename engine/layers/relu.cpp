// ReLU.
#include "engine/layers/activation.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

const ActivationFacts& facts() {
  static const ActivationFacts f = {
      .key = "relu",
      .title = GB_TEXT("engine", "ReLU"),
      .help = GB_TEXT("engine", "Keeps positive numbers and turns negative ones into 0. Cheap, and its gradient does not shrink: the usual choice for hidden layers."),
      .icon = "relu",
      .letter = 'R',
      .formula = "y = \\max(0, x)",
      .slopeFormula = "f'(x) = 1 \\text{ for } x > 0, \\text{ else } 0",
      .activation = Activation::Relu,
      .slope = [](double x, double, const Params&) { return x > 0 ? 1.0 : 0.0; },
      .torch = [](const Params&) { return std::string("nn.ReLU()"); },
      .kinkAtZero = true,
  };
  return f;
}

}  // namespace

const LayerDef& layer_relu() {
  static const LayerDef def = activationDef<facts>();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
