// Dense layer: y = x W^T + b on the last axis; each output is a weighted sum of all inputs.
#include "engine/core/capped.h"
#include "engine/layers/linear.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

/// x: (rows, in)   y: (rows, out)   W: (out, in)   b: (out)     rows = batch times all axes before the last
class Dense : public Layer {
 public:
  explicit Dense(const LayerSetup& setup)
      : m_in(setup.inputs[0].shape.back()), m_out(setup.params.integer("units")), m_rowsPerSample(setup.inputs[0].shape.count() / m_in),
        m_bias(setup.params.flag("bias")), m_room(linearRoom(*setup.kernels, {setup.maxBatch * m_rowsPerSample, m_in, m_out})) {}

  std::int64_t room() const override { return m_room; }

  bool canFuseActivation(Activation) const override { return true; }
  void fuseActivation(Activation activation) override { m_activation = activation; }

  std::optional<NarrowLayer> narrow() const override {
    if (m_rowsPerSample != 1 || m_in > kNarrowWidth || m_out > kNarrowWidth) return {};
    NarrowLayer layer;
    layer.in = m_in;
    layer.out = m_out;
    layer.bias = m_bias ? 0 : -1;
    return layer;
  }

  void forward(const Pass& pass) override {
    linearForward(pass, shape(pass), pass.x[0], pass.weights[0], m_bias ? pass.weights[1] : nullptr, m_activation, pass.y);
  }

  void backward(const BackwardPass& pass) override {
    if (pass.dx[0]) linearBackwardInput(pass, shape(pass), pass.dy, pass.weights[0], pass.dx[0]);
    linearBackwardWeights(pass, shape(pass), pass.dy, pass.x[0], 0, m_bias ? 1 : -1);
  }

 private:
  LinearShape shape(const Pass& pass) const { return {pass.batch * m_rowsPerSample, m_in, m_out}; }

  std::int64_t m_in, m_out, m_rowsPerSample;
  bool m_bias;
  std::int64_t m_room;
  Activation m_activation = Activation::None;
};

Fit<Inference> infer(std::span<const PortType> inputs, const Params& params) {
  const PortType& in = inputs[0];
  if (in.element == Element::Token)
    return Misfit{Error(GB_TEXT("engine", "cannot take tokens: it needs numbers. Put an Embedding before it.")), {}};
  if (in.shape.rank() > 2)
    return Misfit{Error(GB_TEXT("engine", "cannot take a picture: it gets %1 and needs a flat list of numbers.").arg(in.shape.str())),
                  {Repair{GB_TEXT("engine", "Put a Flatten before it"), "flatten", "", false}}};
  const std::int64_t units = params.integer("units");
  const std::int64_t width = in.shape.back();
  Inference out;
  Shape shape = in.shape;
  if (shape.rank() == 0) shape.push(units);
  else shape.set(shape.rank() - 1, units);
  out.outputs = {{shape, Element::Number}};
  out.weights.push_back({"weight", GB_TEXT("engine", "weights"), Shape{units, width}, WeightRole::Weight, width, units});
  if (params.flag("bias")) out.weights.push_back({"bias", GB_TEXT("engine", "biases"), Shape{units}, WeightRole::Bias, width, units});
  out.forwardFlops = cappedProduct({2, in.shape.count(), units});
  out.backwardFlops = cappedProduct({2, out.forwardFlops});
  return out;
}

std::string pytorch(std::span<const PortType> inputs, const Params& params) {
  return "nn.Linear(" + std::to_string(inputs[0].shape.back()) + ", " + std::to_string(params.integer("units")) +
         (params.flag("bias") ? ")" : ", bias=False)");
}

/// index: (sample, [time,] unit) of "out"; (sample, [time,] input) of "in0.grad"; (unit, input) of "weight.grad"; (unit) of "bias.grad".
Explanation explain(const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) {
  Explanation out;
  const std::int64_t in = trace.shapeOf("in0").back();
  const std::int64_t units = trace.params().integer("units");
  std::vector<std::int64_t> row(index.begin(), index.end());
  const auto at = [&row](std::int64_t last) {
    row.back() = last;
    return std::span<const std::int64_t>(row);
  };
  if (stage == "out") {
    const std::int64_t unit = index.back();
    out.sentence = GB_TEXT("engine", "The output of unit %1: each input times its weight, and the bias.").arg(unit);
    out.formula = trace.params().flag("bias") ? "y_{n} = \\sum_{k} W_{nk}\\, x_{k} + b_{n}" : "y_{n} = \\sum_{k} W_{nk}\\, x_{k}";
    for (std::int64_t k = 0; k < in; ++k) {
      const std::int64_t w[] = {unit, k};
      out.terms.push_back({{trace.factor("weight", w), trace.factor("in0", at(k))}});
    }
    if (trace.params().flag("bias")) {
      const std::int64_t b[] = {unit};
      out.terms.push_back({{trace.factor("bias", b)}});
    }
  } else if (stage == "in0.grad") {
    const std::int64_t k = index.back();
    out.sentence = GB_TEXT("engine", "How much the loss changes with input %1: every unit that reads it passes its gradient back through the weight between them.").arg(k);
    out.formula = "\\frac{\\partial L}{\\partial x_{k}} = \\sum_{n} \\frac{\\partial L}{\\partial y_{n}}\\, W_{nk}";
    for (std::int64_t n = 0; n < units; ++n) {
      const std::int64_t w[] = {n, k};
      out.terms.push_back({{trace.factor("grad", at(n)), trace.factor("weight", w)}});
    }
  } else {
    const bool isWeight = stage == "weight.grad";
    const std::int64_t unit = index[0];
    out.sentence = isWeight ? GB_TEXT("engine", "How much the loss changes when the weight from input %1 to unit %2 grows a little: per sample the unit's gradient times the input.").arg(index[1]).arg(unit)
                            : GB_TEXT("engine", "How much the loss changes when the bias of unit %1 grows a little: the sum of the unit's gradients.").arg(unit);
    out.formula = isWeight ? "\\frac{\\partial L}{\\partial W_{nk}} = \\sum_{s} \\frac{\\partial L}{\\partial y_{n}^{(s)}}\\, x_{k}^{(s)}"
                           : "\\frac{\\partial L}{\\partial b_{n}} = \\sum_{s} \\frac{\\partial L}{\\partial y_{n}^{(s)}}";
    const Shape y = trace.shapeOf("grad");
    const std::int64_t rows = y.count() / units;
    for (std::int64_t r = 0; r < rows; ++r) {
      row.assign(1, r);
      if (y.rank() == 3) row = {r / y[1], r % y[1]};
      row.push_back(0);
      Term term{{trace.factor("grad", at(unit))}};
      if (isWeight) term.factors.push_back(trace.factor("in0", at(index[1])));
      out.terms.push_back(term);
    }
  }
  return out;
}

}  // namespace

const LayerDef& layer_dense() {
  static const LayerDef def = [] {
    LayerDef d;
    d.key = "dense";
    d.title = GB_TEXT("engine", "Dense");
    d.help = GB_TEXT("engine", "Every output is a weighted sum of all inputs plus a bias. The basic building block: it can mix anything with anything, and most of a small network's parameters are here.");
    d.group = LayerGroup::Dense;
    d.icon = "dense";
    d.letter = 'D';
    d.formula = "y = W x + b";
    d.mainParam = "units";
    d.params = {
        integerParam("units", GB_TEXT("engine", "Units"), GB_TEXT("engine", "How many outputs, each with its own weights. More units can follow finer detail and cost more time."), 16, 1, 1'000'000),
        switchParam("bias", GB_TEXT("engine", "Bias"), GB_TEXT("engine", "A number added to each output, so that it need not be 0 when all inputs are 0."), true),
        choiceParam("classes", GB_TEXT("engine", "Fit to data"), GB_TEXT("engine", "With \"as many as classes\" (auto) the number of units follows the number of classes when other data are opened; the lab says so."), "fixed",
                    {{"fixed", GB_TEXT("engine", "keep the units")}, {"auto", GB_TEXT("engine", "as many as classes")}}),
        choiceParam("init", GB_TEXT("engine", "Initializer"), GB_TEXT("engine", "How the first weights are drawn. \"As set for training\" uses the choice in the training settings."), "plan",
                    {{"plan", GB_TEXT("engine", "as set for training")}, {"zeros", GB_TEXT("engine", "zeros")}, {"constant", GB_TEXT("engine", "constant")}, {"uniform", GB_TEXT("engine", "uniform")},
                     {"normal", GB_TEXT("engine", "normal")}, {"xavier", GB_TEXT("engine", "Xavier")}, {"he", GB_TEXT("engine", "He")}, {"lecun", GB_TEXT("engine", "LeCun")}}),
    };
    d.infer = infer;
    d.stepping = eachStepAlone;
    d.make = [](const LayerSetup& setup) -> std::unique_ptr<Layer> { return std::make_unique<Dense>(setup); };
    d.pytorch = pytorch;
    d.explain = explain;
    d.examples = {
        {"one input, one unit", {{Shape{1}, Element::Number}}, {{"units", std::int64_t{1}}}},
        {"a vector", {{Shape{5}, Element::Number}}, {{"units", std::int64_t{3}}}},
        {"without bias", {{Shape{7}, Element::Number}}, {{"units", std::int64_t{4}}, {"bias", false}}},
        {"a sequence: the last axis is mixed", {{Shape{3, 4}, Element::Number}}, {{"units", std::int64_t{5}}}},
        {"wide enough for several blocks", {{Shape{130}, Element::Number}}, {{"units", std::int64_t{67}}}},
    };
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
