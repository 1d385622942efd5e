#include "engine/layers/activation.h"

#include "engine/layers/blocks.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

/// Blocks of one pass over all numbers.
template<class F> void eachBlock(const Pass& pass, std::int64_t perSample, const F& work) {
  const std::int64_t n = pass.batch * perSample;
  const int blocks = elementBlocks(n);
  pass.team->blocks(blocks, [&](int block) {
    const BlockRange r = blockRange(n, blocks, block, 64);
    work(r.begin, r.size());
  });
}

/// A dense product before it may form it; backward takes the derivative from the output.
class FusedActivation : public Layer {
 public:
  FusedActivation(Activation activation, std::int64_t perSample) : m_activation(activation), m_perSample(perSample) {}

  void forward(const Pass& pass) override {
    eachBlock(pass, m_perSample, [&](std::int64_t begin, std::int64_t n) { pass.kernels->activate(m_activation, n, pass.x[0] + begin, pass.y + begin); });
  }
  void backward(const BackwardPass& pass) override {
    if (!pass.dx[0]) return;
    eachBlock(pass, m_perSample, [&](std::int64_t begin, std::int64_t n) {
      pass.kernels->activateBackward(m_activation, n, pass.yOut + begin, pass.dy + begin, pass.dx[0] + begin);
    });
  }

 private:
  Activation m_activation;
  std::int64_t m_perSample;
};

/// Backward takes the derivative from the input.
class CurveActivation : public Layer {
 public:
  CurveActivation(Curve curve, std::int64_t perSample) : m_curve(curve), m_perSample(perSample) {}

  std::optional<Curve> curve() const override { return m_curve; }

  void forward(const Pass& pass) override {
    eachBlock(pass, m_perSample, [&](std::int64_t begin, std::int64_t n) { pass.kernels->curves.apply(m_curve, n, pass.x[0] + begin, pass.y + begin); });
  }
  void backward(const BackwardPass& pass) override {
    if (!pass.dx[0]) return;
    eachBlock(pass, m_perSample, [&](std::int64_t begin, std::int64_t n) {
      pass.kernels->curves.backward(m_curve, n, pass.x[0] + begin, pass.dy + begin, pass.dx[0] + begin);
    });
  }

 private:
  Curve m_curve;
  std::int64_t m_perSample;
};

}  // namespace

Fit<Inference> inferSame(std::span<const PortType> inputs, std::int64_t flopsPerNumber) {
  if (inputs[0].element == Element::Token)
    return Misfit{Error(GB_TEXT("engine", "cannot take tokens: it needs numbers. Put an Embedding before it.")), {}};
  Inference out;
  out.outputs = {inputs[0]};
  out.forwardFlops = out.backwardFlops = flopsPerNumber * inputs[0].shape.count();
  return out;
}

std::unique_ptr<Layer> makeActivation(const ActivationFacts& facts, const LayerSetup& setup) {
  const std::int64_t perSample = setup.inputs[0].shape.count();
  if (facts.curve) return std::make_unique<CurveActivation>(facts.curve(setup.params), perSample);
  return std::make_unique<FusedActivation>(facts.activation, perSample);
}

LayerDef activationBase(const ActivationFacts& facts) {
  LayerDef d;
  d.key = facts.key;
  d.title = facts.title;
  d.help = facts.help;
  d.group = LayerGroup::Activation;
  d.icon = facts.icon;
  d.letter = facts.letter;
  d.formula = facts.formula;
  d.activation = facts.activation;
  d.params = facts.params;
  d.mainParam = facts.mainParam;
  d.infer = [](std::span<const PortType> inputs, const Params&) { return inferSame(inputs, 4); };
  d.stepping = eachStepAlone;
  d.stages = {{"slope", GB_TEXT("engine", "slope of the activation"), facts.slopeFormula,
               [](const TraceReader& trace) { return trace.shapeOf("out"); }, nullptr}};
  const auto addExample = [&](const std::string& name, const Shape& shape, const Params& params) {
    LayerExample example{name, {{shape, Element::Number}}, params};
    example.avoidZero = facts.kinkAtZero;
    d.examples.push_back(std::move(example));
  };
  const std::pair<const char*, Shape> shapes[] = {
      {"one number", Shape{1}}, {"a vector", Shape{9}}, {"a sequence", Shape{4, 3}}, {"a picture", Shape{2, 3, 5}}, {"more than one vector register", Shape{77}}};
  for (const auto& [name, shape] : shapes) addExample(name, shape, {});
  for (const Params& variant : facts.variants)
    for (const auto& [name, shape] : shapes) {
      std::string settings;
      for (const auto& [key, value] : variant.values()) settings += ", " + key + " " + writeParam(value);
      addExample(name + settings, shape, variant);
    }
  return d;
}

Explanation explainActivation(const ActivationFacts& facts, const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) {
  Explanation out;
  if (stage == "out") {
    out.sentence = GB_TEXT("engine", "%1 applied to one number.").arg(facts.title);
    out.formula = facts.formulaOf ? facts.formulaOf(trace.params()) : facts.formula;
    Factor value = trace.factor("out", index);
    value.from.clear();
    out.terms = {{{value}}};
    out.arguments = {trace.factor("in0", index)};
    out.arguments[0].tex = "x";
    if (facts.kinkAtZero && out.arguments[0].value > 0) out.sentence = GB_TEXT("engine", "The number is positive: %1 passes it on as it is.").arg(facts.title);
    else if (facts.kinkAtZero && value.value == 0) out.sentence = GB_TEXT("engine", "The number is not positive: %1 makes it 0.").arg(facts.title);
  } else if (stage == "slope") {
    out.sentence = GB_TEXT("engine", "How steep %1 is here: what share of the gradient it lets through.").arg(facts.title);
    out.formula = facts.slopeFormula;
    Factor value = trace.factor("slope", index);
    value.from.clear();
    out.terms = {{{value}}};
    const bool byOutput = facts.slopeFormula.find("y\\,") != std::string::npos || facts.slopeFormula.find("y^") != std::string::npos;
    out.arguments = {trace.factor(byOutput ? "out" : "in0", index)};
    out.arguments[0].tex = byOutput ? "y" : "x";
  } else {
    out.sentence = GB_TEXT("engine", "The gradient that arrives at the output, times the slope of %1 at this number.").arg(facts.title);
    out.formula = "\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial y} \\cdot f'(x)";
    const Factor slope = trace.factor("slope", index);
    if (slope.value == 0) out.sentence = GB_TEXT("engine", "The slope of %1 is 0 at this number: nothing of the gradient that arrives at the output comes through.").arg(facts.title);
    else if (slope.value == 1) out.sentence = GB_TEXT("engine", "The slope of %1 is 1 at this number: the gradient that arrives at the output comes through whole.").arg(facts.title);
    out.terms = {{{trace.factor("grad", index), slope}}};
  }
  return out;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
