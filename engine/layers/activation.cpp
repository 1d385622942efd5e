#include "engine/layers/activation.h"

#include "engine/layers/blocks.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

class ActivationLayer : public Layer {
 public:
  ActivationLayer(Activation activation, std::int64_t perSample) : m_activation(activation), m_perSample(perSample) {}

  void forward(const Pass& pass) override {
    const std::int64_t n = pass.batch * m_perSample;
    const int blocks = elementBlocks(n);
    pass.team->blocks(blocks, [&](int block) {
      const BlockRange r = blockRange(n, blocks, block, 64);
      pass.kernels->activate(m_activation, r.size(), pass.x[0] + r.begin, pass.y + r.begin);
    });
  }

  void backward(const BackwardPass& pass) override {
    if (!pass.dx[0]) return;
    const std::int64_t n = pass.batch * m_perSample;
    const int blocks = elementBlocks(n);
    pass.team->blocks(blocks, [&](int block) {
      const BlockRange r = blockRange(n, blocks, block, 64);
      pass.kernels->activateBackward(m_activation, r.size(), pass.yOut + r.begin, pass.dy + r.begin, pass.dx[0] + r.begin);
    });
  }

 private:
  Activation m_activation;
  std::int64_t m_perSample;
};

template<Activation kActivation> std::unique_ptr<Layer> makeLayer(const LayerSetup& setup) {
  return std::make_unique<ActivationLayer>(kActivation, setup.inputs[0].shape.count());
}

}  // namespace

Fit<Inference> inferSame(std::span<const PortType> inputs, std::int64_t flopsPerNumber) {
  if (inputs[0].element == Element::Token)
    return Misfit{Error(GB_TEXT("engine", "cannot take tokens: it needs numbers. Put an Embedding before it.")), {}};
  Inference out;
  out.outputs = {inputs[0]};
  out.forwardFlops = out.backwardFlops = flopsPerNumber * inputs[0].shape.count();
  return out;
}

LayerDef makeActivationDef(const ActivationFacts& facts, double (*slopeAt)(std::span<const std::int64_t>, const TraceReader&),
                           Explanation (*explain)(const std::string&, std::span<const std::int64_t>, const TraceReader&)) {
  LayerDef d;
  d.key = facts.key;
  d.title = facts.title;
  d.help = facts.help;
  d.group = LayerGroup::Activation;
  d.icon = facts.key;
  d.letter = facts.letter;
  d.formula = facts.formula;
  d.activation = facts.activation;
  d.infer = [](std::span<const PortType> inputs, const Params&) { return inferSame(inputs, 4); };
  switch (facts.activation) {
    case Activation::Relu: d.make = makeLayer<Activation::Relu>; break;
    case Activation::Sigmoid: d.make = makeLayer<Activation::Sigmoid>; break;
    case Activation::Tanh: d.make = makeLayer<Activation::Tanh>; break;
    case Activation::None: break;
  }
  d.stages = {{"slope", GB_TEXT("engine", "slope of the activation"), facts.slopeFormula,
               [](const TraceReader& trace) { return trace.shapeOf("out"); }, slopeAt}};
  d.explain = explain;
  for (const auto& [name, shape] : {std::pair{"one number", Shape{1}}, {"a vector", Shape{9}}, {"a sequence", Shape{4, 3}}, {"a picture", Shape{2, 3, 5}},
                                    {"more than one vector register", Shape{77}}}) {
    LayerExample example{name, {{shape, Element::Number}}, {}};
    example.avoidZero = facts.kinkAtZero;
    d.examples.push_back(example);
  }
  return d;
}

Explanation explainActivation(const ActivationFacts& facts, const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) {
  Explanation out;
  if (stage == "out") {
    out.sentence = GB_TEXT("engine", "%1 applied to one number.").arg(facts.title);
    out.formula = facts.formula;
    Factor value = trace.factor("out", index);
    value.from.clear();
    out.terms = {{{value}}};
    out.arguments = {trace.factor("in0", index)};
  } else if (stage == "slope") {
    out.sentence = GB_TEXT("engine", "How steep %1 is here: what share of the gradient it lets through.").arg(facts.title);
    out.formula = facts.slopeFormula;
    Factor value = trace.factor("slope", index);
    value.from.clear();
    out.terms = {{{value}}};
    out.arguments = {trace.factor("out", index)};
  } else {
    out.sentence = GB_TEXT("engine", "The gradient that arrives at the output, times the slope of %1 at this number.").arg(facts.title);
    out.formula = "\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial y} \\cdot f'(x)";
    out.terms = {{{trace.factor("grad", index), trace.factor("slope", index)}}};
  }
  return out;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
