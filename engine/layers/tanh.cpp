// Tanh.
#include "engine/layers/activation.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

const ActivationFacts& facts() {
  static const ActivationFacts f = {
      .key = "tanh",
      .title = GB_TEXT("engine", "Tanh"),
      .help = GB_TEXT("engine", "Bends numbers smoothly into -1 to 1. Good for small networks; far from 0 it is flat and lets little gradient through."),
      .icon = "tanh",
      .letter = 'T',
      .formula = "y = \\tanh(x)",
      .slopeFormula = "f'(x) = 1 - y^2",
      .activation = Activation::Tanh,
      .slope = [](double, double y, const Params&) { return 1.0 - y * y; },
      .torch = [](const Params&) { return std::string("nn.Tanh()"); },
  };
  return f;
}

}  // namespace

const LayerDef& layer_tanh() {
  static const LayerDef def = activationDef<facts>();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
