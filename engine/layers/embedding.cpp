// Embedding: each token id picks its row of a table of vectors, which are trained like any weights.
#include <algorithm>
#include <cstring>

#include "engine/layers/blocks.h"
#include "engine/layers/layer.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

/// x: (rows) token ids   y: (rows, width)   W: (tokens, width)     rows = batch * time
/// Ids are checked against the table before a run begins (train/data_fit.cpp).
class Embedding : public Layer {
 public:
  explicit Embedding(const LayerSetup& setup)
      : m_time(setup.inputs[0].shape.count()), m_tokens(setup.params.integer("tokens")), m_width(setup.params.integer("width")) {}

  void forward(const Pass& pass) override {
    const std::int64_t rows = pass.batch * m_time;
    const int blocks = elementBlocks(rows * m_width);
    pass.team->blocks(blocks, [&](int block) {
      const BlockRange r = blockRange(rows, blocks, block);
      for (std::int64_t i = r.begin; i < r.end; ++i)
        std::memcpy(pass.y + i * m_width, pass.weights[0] + static_cast<std::int64_t>(pass.x[0][i]) * m_width, sizeof(Real) * static_cast<std::size_t>(m_width));
    });
  }

  // dW[t] = sum over the places where token t stands of dy. A block owns a range of the table and looks through all ids, so
  // that every sum runs in the order of the places.
  void backward(const BackwardPass& pass) override {
    if (pass.dw.empty()) return;
    const std::int64_t rows = pass.batch * m_time;
    Real* dw = pass.dw[0];
    const int blocks = workBlocks((rows + m_tokens) * m_width * 8, m_tokens);
    pass.team->blocks(blocks, [&](int block) {
      const BlockRange r = blockRange(m_tokens, blocks, block);
      std::fill(dw + r.begin * m_width, dw + r.end * m_width, Real(0));
      for (std::int64_t i = 0; i < rows; ++i) {
        const auto token = static_cast<std::int64_t>(pass.x[0][i]);
        if (token < r.begin || token >= r.end) continue;
        Real* sum = dw + token * m_width;
        pass.kernels->add(m_width, sum, pass.dy + i * m_width, sum);
      }
      if (pass.sink) pass.sink->finished(0, block, r.begin * m_width, r.end * m_width);
    });
  }

 private:
  std::int64_t m_time, m_tokens, m_width;
};

Fit<Inference> infer(std::span<const PortType> inputs, const Params& params) {
  const PortType& in = inputs[0];
  if (in.element != Element::Token)
    return Misfit{Error(GB_TEXT("engine", "needs tokens, and gets numbers. Set the elements of the Input to tokens.")), {}};
  if (in.shape.rank() != 1) return Misfit{Error(GB_TEXT("engine", "needs one row of tokens, and gets %1.").arg(in.shape.str())), {}};
  const std::int64_t tokens = params.integer("tokens"), width = params.integer("width");
  Inference out;
  out.outputs = {{Shape{in.shape[0], width}, Element::Number}};
  // With both ends `width` the usual initializers give vectors of about length 1, which suits a head that shares the table.
  out.weights = {{"weight", GB_TEXT("engine", "vectors of the tokens"), Shape{tokens, width}, WeightRole::Weight, width, width}};
  out.backwardFlops = in.shape[0] * width;
  return out;
}

/// index: (sample, time, feature) of "out"; (token, feature) of "weight.grad".
Explanation explain(const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) {
  Explanation out;
  if (stage == "out") {
    const std::int64_t place[] = {index[0], index[1]};
    const Factor id = trace.factor("in0", place);
    const std::int64_t row[] = {static_cast<std::int64_t>(id.value), index[2]};
    out.sentence = GB_TEXT("engine", "Token %1 picks its row of the table; this is number %2 of it.").arg(row[0]).arg(index[2]);
    out.formula = "y_{t} = W_{x_{t}}";
    out.terms = {{{trace.factor("weight", row)}}};
    out.arguments = {id};
    return out;
  }
  out.sentence = GB_TEXT("engine", "How much the loss changes with number %1 of the vector of token %2: the sum of the gradients at all places where the token stands.").arg(index[1]).arg(index[0]);
  out.formula = "\\frac{\\partial L}{\\partial W_{v}} = \\sum_{t:\\, x_{t} = v} \\frac{\\partial L}{\\partial y_{t}}";
  const Shape y = trace.shapeOf("grad");
  for (std::int64_t s = 0; s < y[0]; ++s)
    for (std::int64_t t = 0; t < y[1]; ++t) {
      const std::int64_t place[] = {s, t}, at[] = {s, t, index[1]};
      if (static_cast<std::int64_t>(trace.factor("in0", place).value) == index[0]) out.terms.push_back({{trace.factor("grad", at)}});
    }
  return out;
}

}  // namespace

const LayerDef& layer_embedding() {
  static const LayerDef def = [] {
    LayerDef d;
    d.key = "embedding";
    d.title = GB_TEXT("engine", "Embedding");
    d.help = GB_TEXT("engine", "Gives every token of the vocabulary a vector and looks it up. The vectors are trained: tokens that are used alike come to lie close together. A network cannot compute with the numbers of the tokens themselves, because their order means nothing.");
    d.group = LayerGroup::Sequence;
    d.icon = "embed";
    d.letter = 'E';
    d.formula = "y_{t} = W_{x_{t}}";
    d.mainParam = "width";
    d.params = {
        integerParam("width", GB_TEXT("engine", "Width"), GB_TEXT("engine", "How many numbers stand for one token. More can hold more shades of meaning and cost more time."), 32, 1, 65'536),
        integerParam("tokens", GB_TEXT("engine", "Vocabulary"), GB_TEXT("engine", "How many different tokens there are; their numbers run from 0."), 128, 1, 1'000'000),
        choiceParam("init", GB_TEXT("engine", "Initializer"), GB_TEXT("engine", "How the first weights are drawn. \"As set for training\" uses the choice in the training settings."), "plan",
                    {{"plan", GB_TEXT("engine", "as set for training")}, {"zeros", GB_TEXT("engine", "zeros")}, {"uniform", GB_TEXT("engine", "uniform")},
                     {"xavier", GB_TEXT("engine", "Xavier")}, {"he", GB_TEXT("engine", "He")}}),
    };
    d.infer = infer;
    d.stepping = eachStepAlone;
    d.make = [](const LayerSetup& setup) -> std::unique_ptr<Layer> { return std::make_unique<Embedding>(setup); };
    d.pytorch = [](std::span<const PortType>, const Params& params) {
      return "nn.Embedding(" + std::to_string(params.integer("tokens")) + ", " + std::to_string(params.integer("width")) + ")";
    };
    d.explain = explain;
    const auto example = [](std::int64_t time, std::int64_t tokens, std::int64_t width) {
      return LayerExample{std::to_string(time) + " of " + std::to_string(tokens) + " tokens, " + std::to_string(width) + " wide", {{Shape{time}, Element::Token}},
                          {{"tokens", tokens}, {"width", width}}};
    };
    d.examples = {example(1, 2, 1), example(5, 3, 4), example(7, 40, 3), example(4, 16, 33), example(2, 1, 6)};
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
