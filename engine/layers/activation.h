// What the elementwise activation layers share: the same class, stages and explanations around one function.
#pragma once

#include "engine/layers/layer.h"

namespace glassbox::inline GLASSBOX_REAL_NS {

/// The facts of one activation function f.
struct ActivationFacts {
  std::string key;
  Text title, help;
  char letter = 0;
  Activation activation = Activation::None;
  std::string formula;       ///< TeX of f(x)
  std::string slopeFormula;  ///< TeX of f'(x), written with the output y where that is shorter
  std::string torch;         ///< "nn.ReLU()"
  double (*slope)(double x, double y) = nullptr;
  bool kinkAtZero = false;
};

/// A complete LayerDef for an elementwise activation; its backward needs only the output.
LayerDef makeActivationDef(const ActivationFacts& facts, double (*slopeAt)(std::span<const std::int64_t>, const TraceReader&),
                           Explanation (*explain)(const std::string&, std::span<const std::int64_t>, const TraceReader&));

/// Explanation of "out" and "in0.grad" of an activation with these facts.
Explanation explainActivation(const ActivationFacts& facts, const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace);

/// Same type out as in: for layers that change values and not shapes.
Fit<Inference> inferSame(std::span<const PortType> inputs, std::int64_t flopsPerNumber);

}  // namespace glassbox::inline GLASSBOX_REAL_NS
