// GELU: a number times the share of a normal distribution below it.
#include <cmath>

#include "engine/layers/activation.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

const ActivationFacts& facts() {
  static const ActivationFacts f = {
      .key = "gelu",
      .title = GB_TEXT("engine", "GELU"),
      .help = GB_TEXT("engine", "Weights a number by how likely it is that a standard normal number lies below it: large numbers pass, very negative ones vanish, and around 0 it bends smoothly. The activation of GPT-2 and BERT."),
      .icon = "act",
      .formula = "y = x\\,\\Phi(x), \\quad \\Phi(x) = \\frac{1}{2}\\left(1 + \\mathrm{erf}\\frac{x}{\\sqrt{2}}\\right)",
      .slopeFormula = "f'(x) = \\Phi(x) + x\\,\\varphi(x)",
      .curve = [](const Params& params) { return Curve{params.words("approximate") == "tanh" ? CurveKind::GeluTanh : CurveKind::Gelu, 0}; },
      .slope = [](double x, double, const Params& params) {
        if (params.words("approximate") == "tanh") {  // y = x (1 + tanh u) / 2
          const double root = 0.79788456080286535588, t = std::tanh(root * (x + 0.044715 * x * x * x));
          return (1 + t) / 2 + x / 2 * (1 - t * t) * root * (1 + 3 * 0.044715 * x * x);
        }
        return (1 + std::erf(x * 0.70710678118654752440)) / 2 + x * 0.39894228040143267794 * std::exp(-x * x / 2);
      },
      .torch = [](const Params& params) { return std::string(params.words("approximate") == "tanh" ? "nn.GELU(approximate='tanh')" : "nn.GELU()"); },
      .formulaOf = [](const Params& params) {
        if (params.words("approximate") == "erf") return facts().formula;
        return std::string("y = \\frac{x}{2}\\left(1 + \\tanh\\left(\\sqrt{\\frac{2}{\\pi}}\\,(x + 0.044715\\,x^{3})\\right)\\right)");
      },
      .params = {choiceParam("approximate", GB_TEXT("engine", "Form"), GB_TEXT("engine", "Exact by the error function, or the older formula with tanh that GPT-2 was trained with. They differ by less than 0.0005."), "erf",
                             {{"erf", GB_TEXT("engine", "exact (erf)")}, {"tanh", GB_TEXT("engine", "approximate (tanh)")}})},
      .mainParam = "approximate",
      .variants = {{{"approximate", std::string("tanh")}}},
  };
  return f;
}

}  // namespace

const LayerDef& layer_gelu() {
  static const LayerDef def = activationDef<facts>();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
