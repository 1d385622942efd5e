// Softmax over the last axis: positive numbers that sum to 1.
#include <cmath>

#include "engine/layers/activation.h"
#include "engine/layers/blocks.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

class Softmax : public Layer {
 public:
  explicit Softmax(const Shape& shape) : m_width(shape.back()), m_rowsPerSample(shape.count() / m_width) {}

  void forward(const Pass& pass) override {
    eachRowBlock(pass, [&](std::int64_t begin, std::int64_t rows) {
      pass.kernels->softmaxRows(rows, m_width, pass.x[0] + begin * m_width, pass.y + begin * m_width);
    });
  }

  void backward(const BackwardPass& pass) override {
    if (!pass.dx[0]) return;
    eachRowBlock(pass, [&](std::int64_t begin, std::int64_t rows) {
      const std::int64_t at = begin * m_width;
      pass.kernels->softmaxRowsBackward(rows, m_width, pass.yOut + at, pass.dy + at, pass.dx[0] + at);
    });
  }

 private:
  template<class F> void eachRowBlock(const Pass& pass, const F& work) const {
    const std::int64_t rows = pass.batch * m_rowsPerSample;
    const int blocks = workBlocks(rows * m_width * 30, rows);
    pass.team->blocks(blocks, [&](int block) {
      const BlockRange r = blockRange(rows, blocks, block);
      work(r.begin, r.size());
    });
  }
  std::int64_t m_width, m_rowsPerSample;
};

// dL/dx_j = sum_i dL/dy_i  y_i ([i = j] - y_j)     (the Jacobian of softmax, Goodfellow et al. 2016, 6.2.2.3)
Explanation explain(const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) {
  Explanation out;
  std::vector<std::int64_t> row(index.begin(), index.end());
  const std::int64_t width = trace.shapeOf("out").back(), j = index.back();
  if (stage == "out") {
    out.sentence = GB_TEXT("engine", "The exponential of number %1 as a share of the sum of all exponentials.").arg(j);
    out.formula = "y_{j} = \\frac{e^{x_{j}}}{\\sum_{i} e^{x_{i}}}";
    Factor value = trace.factor("out", index);
    value.from.clear();
    out.terms = {{{value}}};
    for (row.back() = 0; row.back() < width; ++row.back()) out.arguments.push_back(trace.factor("in0", row));
    return out;
  }
  out.sentence = GB_TEXT("engine", "Every output depends on every input: each passes its gradient back through its own entry of the Jacobian.");
  out.formula = "\\frac{\\partial L}{\\partial x_{j}} = \\sum_{i} \\frac{\\partial L}{\\partial y_{i}}\\, y_{i}\\,([i = j] - y_{j})";
  const Factor own = trace.factor("out", index);
  for (std::int64_t i = 0; i < width; ++i) {
    row.back() = i;
    const Factor grad = trace.factor("grad", row), y = trace.factor("out", row);
    if (i == j) out.terms.push_back({{grad, y}});
    out.terms.push_back({{Factor{-1, "", "-1"}, grad, y, own}});
  }
  return out;
}

}  // namespace

const LayerDef& layer_softmax() {
  static const LayerDef def = [] {
    LayerDef d;
    d.key = "softmax";
    d.title = GB_TEXT("engine", "Softmax");
    d.help = GB_TEXT("engine", "Turns a list of numbers into shares that are positive and sum to 1. The loss \"softmax cross-entropy\" applies it itself: do not put this layer before it.");
    d.group = LayerGroup::Activation;
    d.icon = "softmax";
    d.formula = "y_{j} = \\frac{e^{x_{j}}}{\\sum_{i} e^{x_{i}}}";
    d.infer = [](std::span<const PortType> inputs, const Params&) { return inferSame(inputs, 30); };
    d.stepping = eachStepAlone;
    d.make = [](const LayerSetup& setup) -> std::unique_ptr<Layer> { return std::make_unique<Softmax>(setup.inputs[0].shape); };
    d.pytorch = [](std::span<const PortType>, const Params&) { return std::string("nn.Softmax(dim=-1)"); };
    d.explain = explain;
    d.examples = {
        {"two classes", {{Shape{2}, Element::Number}}, {}},
        {"ten classes", {{Shape{10}, Element::Number}}, {}},
        {"a sequence: each step for itself", {{Shape{3, 4}, Element::Number}}, {}},
        {"one number is always 1", {{Shape{1}, Element::Number}}, {}},
        {"more than one vector register", {{Shape{37}, Element::Number}}, {}},
    };
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
