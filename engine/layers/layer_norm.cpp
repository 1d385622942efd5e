// Layer norm: shifts and scales the numbers of each row to mean 0 and variance 1, then by a trained gain and bias.
#include <algorithm>
#include <cmath>

#include "engine/core/tensor.h"
#include "engine/layers/activation.h"
#include "engine/layers/blocks.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

constexpr Real kEpsilon = Real(1e-5);
constexpr int kMostSums = 8;  // buffers that gradients of gain and bias are summed in

/// x, y: (rows, width)   gain, bias: (width)   caches: mean, inverse (rows)     rows = batch times all axes before the last
class LayerNorm : public Layer {
 public:
  explicit LayerNorm(const LayerSetup& setup) : m_width(setup.inputs[0].shape.back()), m_rowsPerSample(setup.inputs[0].shape.count() / m_width) {
    if (setup.training) m_sums = Buffer<Real>(static_cast<std::size_t>(2 * m_width * kMostSums));
  }

  std::size_t scratchBytes() const override { return sizeof(Real) * m_sums.size(); }

  void forward(const Pass& pass) override {
    const std::int64_t rows = pass.batch * m_rowsPerSample;
    const int blocks = workBlocks(rows * m_width * 20, rows);
    pass.team->blocks(blocks, [&](int block) {
      const BlockRange r = blockRange(rows, blocks, block);
      const std::int64_t at = r.begin * m_width;
      pass.kernels->transformer.layerNorm(r.size(), m_width, kEpsilon, pass.x[0] + at, pass.weights[0], pass.weights[1], pass.caches[0] + r.begin,
                                          pass.caches[1] + r.begin, pass.y + at);
    });
  }

  void backward(const BackwardPass& pass) override {
    const std::int64_t rows = pass.batch * m_rowsPerSample;
    const bool trained = !pass.dw.empty();
    const int blocks = workBlocks(rows * m_width * 30, std::min<std::int64_t>(rows, kMostSums));
    pass.team->blocks(blocks, [&](int block) {
      const BlockRange r = blockRange(rows, blocks, block);
      const std::int64_t at = r.begin * m_width;
      Real* sums = m_sums.data() + 2 * m_width * block;
      if (trained) std::fill(sums, sums + 2 * m_width, Real(0));
      pass.kernels->transformer.layerNormBackward(r.size(), m_width, pass.x[0] + at, pass.weights[0], pass.caches[0] + r.begin, pass.caches[1] + r.begin,
                                                  pass.dy + at, pass.dx[0] ? pass.dx[0] + at : nullptr, trained ? sums : nullptr,
                                                  trained ? sums + m_width : nullptr);
    });
    if (!trained) return;
    for (int weight = 0; weight < 2; ++weight) {
      Real* dw = pass.dw[static_cast<std::size_t>(weight)];
      std::copy_n(m_sums.data() + weight * m_width, m_width, dw);
      for (int block = 1; block < blocks; ++block) pass.kernels->add(m_width, dw, m_sums.data() + (2 * block + weight) * m_width, dw);
      if (pass.sink) pass.sink->finished(weight, 0, 0, m_width);
    }
  }

 private:
  std::int64_t m_width, m_rowsPerSample;
  Buffer<Real> m_sums;
};

Fit<Inference> infer(std::span<const PortType> inputs, const Params&) {
  Fit<Inference> fit = inferSame(inputs, 20);
  Inference* out = std::get_if<Inference>(&fit);
  if (!out) return fit;
  const Shape& shape = inputs[0].shape;
  const Shape width{shape.back()};
  Shape rows;
  for (int axis = 0; axis + 1 < shape.rank(); ++axis) rows.push(shape[axis]);
  if (rows.rank() == 0) rows.push(1);
  out->weights = {{"weight", GB_TEXT("engine", "gains"), width, WeightRole::Gain}, {"bias", GB_TEXT("engine", "biases"), width, WeightRole::Bias}};
  out->caches = {{"mean", GB_TEXT("engine", "mean of the row"), rows, "\\mu"}, {"inverse", GB_TEXT("engine", "one over the row's deviation"), rows, "\\frac{1}{\\sigma}"}};
  return fit;
}

/// Index of the row an element lies in: what "mean" and "inverse" are asked with.
std::vector<std::int64_t> rowOf(std::span<const std::int64_t> index) {
  std::vector<std::int64_t> row(index.begin(), index.end());
  if (row.size() > 2) row.pop_back();
  else row[1] = 0;  // a vector is one row
  return row;
}

void fillCentered(const TraceReader& trace, std::span<double> out) {
  const std::span<const double> x = trace.values("in0"), mean = trace.values("mean");
  const std::size_t width = x.size() / mean.size();
  for (std::size_t i = 0; i < x.size(); ++i) out[i] = x[i] - mean[i / width];
}

void fillVariance(const TraceReader& trace, std::span<double> out) {
  const std::span<const double> d = trace.values("centered");
  const std::size_t width = d.size() / out.size();
  for (std::size_t i = 0; i < d.size(); ++i) out[i / width] += d[i] * d[i] / static_cast<double>(width);
}

void fillNormalized(const TraceReader& trace, std::span<double> out) {
  const std::span<const double> d = trace.values("centered"), inverse = trace.values("inverse");
  const std::size_t width = d.size() / inverse.size();
  for (std::size_t i = 0; i < d.size(); ++i) out[i] = d[i] * inverse[i / width];
}

void explainGradient(std::span<const std::int64_t> index, const TraceReader& trace, Explanation& out) {
  out.sentence = GB_TEXT("engine", "Every output of the row depends on this number: directly, through the row's mean and through its deviation.");
  out.formula = "\\frac{\\partial L}{\\partial x_{j}} = \\frac{1}{\\sigma}\\left(g_{j} - \\frac{1}{n}\\sum_{i} g_{i} - \\frac{\\hat{x}_{j}}{n}\\sum_{i} g_{i}\\,\\hat{x}_{i}\\right), \\quad g = \\gamma\\,\\frac{\\partial L}{\\partial y}";
  out.derivation = {"\\frac{\\partial L}{\\partial x_{j}} = g_{j}\\, \\frac{\\partial \\hat{x}_{j}}{\\partial x_{j}} + \\frac{\\partial L}{\\partial \\mu}\\, \\frac{\\partial \\mu}{\\partial x_{j}} + \\frac{\\partial L}{\\partial v}\\, \\frac{\\partial v}{\\partial x_{j}}, \\quad \\sigma = \\sqrt{v + 10^{-5}}",
                    "\\frac{\\partial \\hat{x}_{j}}{\\partial x_{j}} = \\frac{1}{\\sigma}, \\quad \\frac{\\partial L}{\\partial \\mu} = -\\frac{1}{\\sigma} \\sum_{i} g_{i}, \\quad \\frac{\\partial \\mu}{\\partial x_{j}} = \\frac{1}{n}",
                    "\\frac{\\partial L}{\\partial v} = -\\frac{1}{2\\, \\sigma^{2}} \\sum_{i} g_{i}\\, \\hat{x}_{i}, \\quad \\frac{\\partial v}{\\partial x_{j}} = \\frac{2}{n}\\,(x_{j} - \\mu) = \\frac{2\\, \\sigma\\, \\hat{x}_{j}}{n}"};
  const std::int64_t width = trace.shapeOf("in0").back();
  const Factor inverse = trace.factor("inverse", rowOf(index)), own = trace.factor("normalized", index);
  const Factor share{-1 / static_cast<double>(width), "", "-\\frac{1}{n}"};
  std::vector<std::int64_t> at(index.begin(), index.end());
  for (std::int64_t i = 0; i < width; ++i) {
    at.back() = i;
    const std::int64_t unit[] = {i};
    const Factor grad = trace.factor("grad", at), gain = trace.factor("weight", unit);
    if (i == index.back()) out.terms.push_back({{inverse, gain, grad}});
    out.terms.push_back({{inverse, share, gain, grad}});
    out.terms.push_back({{inverse, share, own, gain, grad, trace.factor("normalized", at)}});
  }
}

void explainWeight(bool isGain, std::int64_t unit, const TraceReader& trace, Explanation& out) {
  out.sentence = isGain ? GB_TEXT("engine", "How much the loss changes when the gain of feature %1 grows a little: in every row the gradient times the normalized number.").arg(unit)
                        : GB_TEXT("engine", "How much the loss changes when the bias of feature %1 grows a little: the sum of the gradients.").arg(unit);
  out.formula = isGain ? "\\frac{\\partial L}{\\partial \\gamma} = \\sum \\frac{\\partial L}{\\partial y}\\,\\hat{x}" : "\\frac{\\partial L}{\\partial \\beta} = \\sum \\frac{\\partial L}{\\partial y}";
  const Shape shape = trace.shapeOf("grad");
  std::vector<std::int64_t> at(static_cast<std::size_t>(shape.rank()), 0);
  at.back() = unit;
  for (std::int64_t row = 0; row < shape.count() / shape.back(); ++row) {
    Term term{{trace.factor("grad", at)}};
    if (isGain) term.factors.push_back(trace.factor("normalized", at));
    out.terms.push_back(term);
    for (std::size_t axis = at.size() - 1; axis-- > 0;) {
      if (++at[axis] < shape[static_cast<int>(axis)]) break;
      at[axis] = 0;
    }
  }
}

Explanation explain(const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) {
  Explanation out;
  if (stage == "in0.grad") {
    explainGradient(index, trace, out);
  } else if (stage == "weight.grad" || stage == "bias.grad") {
    explainWeight(stage == "weight.grad", index[0], trace, out);
  } else if (stage == "out") {
    const std::int64_t unit[] = {index.back()};
    out.sentence = GB_TEXT("engine", "How many deviations the number lies above the mean of its row, times the gain, plus the bias.");
    out.formula = "y = \\gamma\\,\\hat{x} + \\beta";
    out.terms = {{{trace.factor("weight", unit), trace.factor("normalized", index)}}, {{trace.factor("bias", unit)}}};
  } else if (stage == "normalized") {
    out.sentence = GB_TEXT("engine", "How many deviations the number lies above the mean of its row.");
    out.formula = "\\hat{x} = \\frac{x - \\mu}{\\sigma}";
    out.terms = {{{trace.factor("centered", index), trace.factor("inverse", rowOf(index))}}};
  } else if (stage == "centered") {
    out.sentence = GB_TEXT("engine", "How far the number lies above the mean of its row.");
    out.formula = "x - \\mu";
    out.terms = {{{trace.factor("in0", index)}}, {{Factor{-1, "", "-1"}, trace.factor("mean", rowOf(index))}}};
  } else if (stage == "inverse") {
    out.sentence = GB_TEXT("engine", "One over the row's standard deviation; 0.00001 is added under the root, so that a row of equal numbers does no harm.");
    out.formula = "\\frac{1}{\\sigma} = \\frac{1}{\\sqrt{v + 10^{-5}}}";
    Factor value = trace.factor(stage, index);
    value.from.clear();
    out.terms = {{{value}}};
    out.arguments = {trace.factor("variance", index)};
    out.arguments[0].tex = "v";
  } else {
    const bool mean = stage == "mean";
    const Shape shape = trace.shapeOf("in0");
    std::vector<std::int64_t> at(index.begin(), index.begin() + shape.rank() - 1);
    const Factor share{1 / static_cast<double>(shape.back()), "", "\\frac{1}{n}"};
    for (at.push_back(0); at.back() < shape.back(); ++at.back()) {
      const Factor x = trace.factor(mean ? "in0" : "centered", at);
      out.terms.push_back(mean ? Term{{share, x}} : Term{{share, x, x}});
    }
    out.sentence = mean ? GB_TEXT("engine", "The mean of the row's numbers.") : GB_TEXT("engine", "The variance of the row: the mean of its squared distances from the mean.");
    out.formula = mean ? "\\mu = \\frac{1}{n} \\sum_{i} x_{i}" : "v = \\frac{1}{n} \\sum_{i} (x_{i} - \\mu)^{2}";
  }
  return out;
}

}  // namespace

const LayerDef& layer_layer_norm() {
  static const LayerDef def = [] {
    LayerDef d;
    d.key = "layer_norm";
    d.title = GB_TEXT("engine", "Layer norm");
    d.help = GB_TEXT("engine", "Brings the numbers of each row (of each time step) to mean 0 and deviation 1, then scales and shifts them by trained numbers. Keeps deep networks in a range where they learn; unlike batch norm it does not look at other samples.");
    d.group = LayerGroup::Regularize;
    d.icon = "norm";
    d.formula = "y = \\gamma\\,\\frac{x - \\mu}{\\sigma} + \\beta";
    d.infer = infer;
    d.stepping = eachStepAlone;
    d.make = [](const LayerSetup& setup) -> std::unique_ptr<Layer> { return std::make_unique<LayerNorm>(setup); };
    d.pytorch = [](std::span<const PortType> inputs, const Params&) { return "nn.LayerNorm(" + std::to_string(inputs[0].shape.back()) + ")"; };
    const auto likeInput = [](const TraceReader& trace) { return trace.shapeOf("in0"); };
    d.stages = {{"centered", GB_TEXT("engine", "distances from the mean"), "x - \\mu", likeInput, nullptr, fillCentered},
                {"variance", GB_TEXT("engine", "variance of the row"), "v", [](const TraceReader& trace) { return trace.shapeOf("mean"); }, nullptr, fillVariance},
                {"normalized", GB_TEXT("engine", "normalized numbers"), "\\hat{x}", likeInput, nullptr, fillNormalized}};
    d.stageOrder = {"mean", "centered", "variance", "inverse", "normalized"};
    d.explain = explain;
    d.examples = {
        {"a vector", {{Shape{6}, Element::Number}}, {}},
        {"a sequence: each step for itself", {{Shape{3, 5}, Element::Number}}, {}},
        {"three numbers", {{Shape{3}, Element::Number}}, {}},
        {"more than one vector register", {{Shape{4, 37}, Element::Number}}, {}},
        {"wide enough for several blocks", {{Shape{24, 48}, Element::Number}}, {}},
        {"a picture: each line for itself", {{Shape{2, 3, 4}, Element::Number}}, {}},
    };
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
