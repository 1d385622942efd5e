// What the elementwise activation layers share: a new activation is its facts and one function of the kernels.
#pragma once

#include "engine/layers/layer.h"

namespace glassbox::inline GLASSBOX_REAL_NS {

/// The facts of one activation function f.
struct ActivationFacts {
  std::string key;
  Text title, help;
  std::string icon;
  char letter = 0;
  std::string formula;       ///< TeX of f(x)
  std::string slopeFormula;  ///< TeX of f'(x), written with the output y where that is shorter
  /// Where a dense product can form f and the derivative follows from the output; None: it is a curve.
  Activation activation = Activation::None;
  Curve (*curve)(const Params& params) = nullptr;  ///< of the others: the derivative follows from the input
  double (*slope)(double x, double y, const Params& params) = nullptr;  ///< f'(x), plainly
  std::string (*torch)(const Params& params) = nullptr;                 ///< "nn.ReLU()"
  std::string (*formulaOf)(const Params& params) = nullptr;  ///< where f(x) depends on a choice; else null
  bool kinkAtZero = false;
  std::vector<ParamDef> params;
  std::string mainParam;
  std::vector<Params> variants;  ///< settings beside the defaults that the examples go through
};

/// Everything of the definition that does not depend on which function the facts come from.
LayerDef activationBase(const ActivationFacts& facts);

/// Explanation of "out", "slope" and "in0.grad" of an activation with these facts.
Explanation explainActivation(const ActivationFacts& facts, const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace);

std::unique_ptr<Layer> makeActivation(const ActivationFacts& facts, const LayerSetup& setup);

/// The complete definition of an elementwise activation. The facts are a template argument because a LayerDef holds plain
/// functions: each activation has its own.
template<const ActivationFacts& (*facts)()> LayerDef activationDef() {
  LayerDef d = activationBase(facts());
  d.make = [](const LayerSetup& setup) { return makeActivation(facts(), setup); };
  d.pytorch = [](std::span<const PortType>, const Params& params) { return facts().torch(params); };
  d.stages[0].fill = [](const TraceReader& trace, std::span<double> out) {
    const std::span<const double> x = trace.values("in0"), y = trace.values("out");
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = facts().slope(x[i], y[i], trace.params());
  };
  d.explain = [](const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) {
    return explainActivation(facts(), stage, index, trace);
  };
  return d;
}

/// Same type out as in: for layers that change values and not shapes.
Fit<Inference> inferSame(std::span<const PortType> inputs, std::int64_t flopsPerNumber);

}  // namespace glassbox::inline GLASSBOX_REAL_NS
