// Sigmoid.
#include "engine/layers/activation.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

const ActivationFacts& facts() {
  static const ActivationFacts f = {
      .key = "sigmoid",
      .title = GB_TEXT("engine", "Sigmoid"),
      .help = GB_TEXT("engine", "Turns any number into one between 0 and 1, so that it can be read as a probability. Its slope is at most 1/4: deep stacks of it lose the gradient."),
      .icon = "sigmoid",
      .letter = 'S',
      .formula = "y = \\frac{1}{1 + e^{-x}}",
      .slopeFormula = "f'(x) = y\\,(1 - y)",
      .activation = Activation::Sigmoid,
      .slope = [](double, double y, const Params&) { return y * (1.0 - y); },
      .torch = [](const Params&) { return std::string("nn.Sigmoid()"); },
  };
  return f;
}

}  // namespace

const LayerDef& layer_sigmoid() {
  static const LayerDef def = activationDef<facts>();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
