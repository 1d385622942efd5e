// Position embedding: adds a trained vector to every time step, so that attention can tell the steps apart.
#include <algorithm>

#include "engine/layers/blocks.h"
#include "engine/layers/layer.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

/// x, y: (batch, time, width)   W: (context, width), of which the first `time` rows are used
class PositionEmbedding : public Layer {
 public:
  explicit PositionEmbedding(const LayerSetup& setup)
      : m_time(setup.inputs[0].shape[0]), m_width(setup.inputs[0].shape[1]), m_context(setup.inference.weights[0].shape[0]) {}

  void forward(const Pass& pass) override {
    const std::int64_t rows = pass.batch * m_time;
    const int blocks = elementBlocks(rows * m_width);
    pass.team->blocks(blocks, [&](int block) {
      const BlockRange r = blockRange(rows, blocks, block);
      for (std::int64_t i = r.begin; i < r.end; ++i) pass.kernels->add(m_width, pass.x[0] + i * m_width, pass.weights[0] + i % m_time * m_width, pass.y + i * m_width);
    });
  }

  void forwardSteps(const StepPass& pass) override {
    for (std::int64_t i = 0, row = pass.batch - pass.wanted; i < pass.wanted; ++i, ++row)
      pass.kernels->add(m_width, pass.x[0] + row * m_width, pass.weights[0] + (pass.begin + row) * m_width, pass.y + i * m_width);
  }

  bool passesGradientOn() const override { return true; }

  // dW[t] = sum over the samples of dy[t], 0 for rows that are not used
  void backward(const BackwardPass& pass) override {
    const std::int64_t perSample = m_time * m_width;
    if (pass.dw.empty()) return;
    const int blocks = workBlocks(pass.batch * perSample * 16, m_context);
    pass.team->blocks(blocks, [&](int block) {
      const BlockRange r = blockRange(m_context, blocks, block);
      Real* dw = pass.dw[0] + r.begin * m_width;
      std::fill(dw, dw + r.size() * m_width, Real(0));
      const std::int64_t used = std::clamp<std::int64_t>(m_time - r.begin, 0, r.size()) * m_width;
      for (int s = 0; s < pass.batch; ++s) pass.kernels->add(used, dw, pass.dy + s * perSample + r.begin * m_width, dw);
      if (pass.sink) pass.sink->finished(0, block, r.begin * m_width, r.end * m_width);
    });
  }

 private:
  std::int64_t m_time, m_width, m_context;
};

Fit<Inference> infer(std::span<const PortType> inputs, const Params& params) {
  const PortType& in = inputs[0];
  if (in.element == Element::Token)
    return Misfit{Error(GB_TEXT("engine", "cannot take tokens: it needs numbers. Put an Embedding before it.")), {}};
  if (in.shape.rank() != 2) return Misfit{Error(GB_TEXT("engine", "needs a sequence (time x features), and gets %1.").arg(in.shape.str())), {}};
  const std::int64_t time = in.shape[0], width = in.shape[1];
  const std::int64_t context = params.integer("context") ? params.integer("context") : time;
  if (time > context)
    return Misfit{Error(GB_TEXT("engine", "has vectors for %1 steps, and gets %2.").arg(context).arg(time)),
                  {Repair{GB_TEXT("engine", "Give it %1 steps").arg(time), "", "context", time}}};
  Inference out;
  out.outputs = {in};
  out.weights = {{"weight", GB_TEXT("engine", "vectors of the positions"), Shape{context, width}, WeightRole::Weight, width, width}};
  out.forwardFlops = out.backwardFlops = in.shape.count();
  return out;
}

/// index: (sample, time, feature) of "out" and "in0.grad"; (position, feature) of "weight.grad".
Explanation explain(const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) {
  Explanation out;
  if (stage == "out") {
    const std::int64_t row[] = {index[1], index[2]};
    out.sentence = GB_TEXT("engine", "The number and what belongs to position %1.").arg(index[1]);
    out.formula = "y_{t} = x_{t} + W_{t}";
    out.terms = {{{trace.factor("in0", index)}}, {{trace.factor("weight", row)}}};
  } else if (stage == "in0.grad") {
    out.sentence = GB_TEXT("engine", "A sum hands its gradient on unchanged.");
    out.formula = "\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial y}";
    out.terms = {{{trace.factor("grad", index)}}};
  } else {
    out.sentence = GB_TEXT("engine", "How much the loss changes with number %1 of the vector of position %2: the sum of the samples' gradients there.").arg(index[1]).arg(index[0]);
    out.formula = "\\frac{\\partial L}{\\partial W_{t}} = \\sum_{s} \\frac{\\partial L}{\\partial y_{t}^{(s)}}";
    if (index[0] >= trace.shapeOf("grad")[1]) return out;  // the input is shorter
    for (std::int64_t s = 0; s < trace.batch(); ++s) {
      const std::int64_t at[] = {s, index[0], index[1]};
      out.terms.push_back({{trace.factor("grad", at)}});
    }
  }
  return out;
}

}  // namespace

const LayerDef& layer_position_embedding() {
  static const LayerDef def = [] {
    LayerDef d;
    d.key = "position_embedding";
    d.title = GB_TEXT("engine", "Position embedding");
    d.help = GB_TEXT("engine", "Adds to every step of a sequence a trained vector of its position. Attention alone would not notice if the steps changed places.");
    d.group = LayerGroup::Sequence;
    d.icon = "embed";
    d.formula = "y_{t} = x_{t} + W_{t}";
    d.mainParam = "context";
    d.params = {
        integerParam("context", GB_TEXT("engine", "Context"), GB_TEXT("engine", "The longest sequence it has vectors for; a shorter one uses the first. 0: as long as its input."), 0, 0, 1'000'000),
        choiceParam("init", GB_TEXT("engine", "Initializer"), GB_TEXT("engine", "How the first weights are drawn. \"As set for training\" uses the choice in the training settings."), "plan",
                    {{"plan", GB_TEXT("engine", "as set for training")}, {"zeros", GB_TEXT("engine", "zeros")}, {"uniform", GB_TEXT("engine", "uniform")},
                     {"xavier", GB_TEXT("engine", "Xavier")}, {"he", GB_TEXT("engine", "He")}}),
    };
    d.infer = infer;
    d.stepping = [](std::span<const PortType>, const Params&) { return Stepping::Past; };
    d.make = [](const LayerSetup& setup) -> std::unique_ptr<Layer> { return std::make_unique<PositionEmbedding>(setup); };
    d.pytorch = [](std::span<const PortType> inputs, const Params& params) {
      const std::int64_t context = params.integer("context") ? params.integer("context") : inputs[0].shape[0];
      return "nn.Embedding(" + std::to_string(context) + ", " + std::to_string(inputs[0].shape[1]) + ")";
    };
    d.torchCall = [](std::span<const PortType> inputs, const Params& params) {
      const bool all = params.integer("context") == 0 || params.integer("context") == inputs[0].shape[0];
      return TorchCall{all ? "{0} + {self}.weight" : "{0} + {self}.weight[:" + std::to_string(inputs[0].shape[0]) + "]", {}};
    };
    d.explain = explain;
    d.examples = {
        {"one step", {{Shape{1, 3}, Element::Number}}, {}},
        {"as long as the input", {{Shape{5, 4}, Element::Number}}, {}},
        {"longer than the input", {{Shape{3, 4}, Element::Number}}, {{"context", std::int64_t{7}}}},
        {"more than one vector register", {{Shape{4, 37}, Element::Number}}, {{"context", std::int64_t{5}}}},
        {"wide enough for several blocks", {{Shape{24, 48}, Element::Number}}, {}},
    };
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
