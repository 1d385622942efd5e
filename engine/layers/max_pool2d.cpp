// Max pooling: the largest number of each window.
#include "engine/layers/pooling.h"

#include <array>
#include <utility>

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

/// x: (batch, channels, height, width)   y: (batch, channels, height', width')
class MaxPool : public Layer {
 public:
  explicit MaxPool(const PoolShape& shape) : m_shape(shape) {}

  void forward(const Pass& pass) override {
    forPlanes(pass, m_shape, m_shape.planes, [&](const PoolShape& part, std::int64_t x, std::int64_t y) { pass.kernels->pool.maxForward(part, pass.x[0] + x, pass.y + y); });
  }
  void backward(const BackwardPass& pass) override {
    if (!pass.dx[0]) return;
    forPlanes(pass, m_shape, m_shape.planes, [&](const PoolShape& part, std::int64_t x, std::int64_t y) {
      pass.kernels->pool.maxBackward(part, pass.x[0] + x, pass.yOut + y, pass.dy + y, pass.dx[0] + x);
    });
  }

 private:
  PoolShape m_shape;
};

/// Row and column of the number that output (s, c, i, j) passes on: the first largest, row by row.
std::pair<std::int64_t, std::int64_t> winner(const TraceReader& trace, const Window& w, std::span<const std::int64_t> index) {
  std::pair<std::int64_t, std::int64_t> best{-1, -1};
  double largest = 0;
  forWindow(w, trace.shapeOf("in0"), index[2], index[3], [&](std::int64_t row, std::int64_t column) {
    const double x = trace.factor("in0", std::array{index[0], index[1], row, column}).value;
    if (best.first >= 0 && !(x > largest)) return;
    largest = x;
    best = {row, column};
  });
  return best;
}

Explanation explain(const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) {
  const Window w = *readWindow(trace.params(), "size", false);
  Explanation out;
  if (stage == "out") {
    const auto [row, column] = winner(trace, w, index);
    out.sentence = GB_TEXT("engine", "The largest number of the window; the others are not passed on.");
    out.formula = "y_{ij} = \\max_{u,v} x_{i+u,\\,j+v}";
    out.terms = {{{trace.factor("in0", std::array{index[0], index[1], row, column})}}};
    forWindow(w, trace.shapeOf("in0"), index[2], index[3], [&](std::int64_t r, std::int64_t c) { out.arguments.push_back(trace.factor("in0", std::array{index[0], index[1], r, c})); });
    return out;
  }
  out.sentence = GB_TEXT("engine", "Only the number that was the largest of its window gets the window's gradient; of equal ones, the first.");
  out.formula = "\\frac{\\partial L}{\\partial x} = \\sum_{\\text{windows won}} \\frac{\\partial L}{\\partial y}";
  const Shape y = trace.shapeOf("out");
  for (std::int64_t i = 0; i < y[2]; ++i)
    for (std::int64_t j = 0; j < y[3]; ++j) {
      const std::int64_t at[] = {index[0], index[1], i, j};
      const std::int64_t top = i * w.strideH - w.padH, left = j * w.strideW - w.padW;
      if (index[2] < top || index[2] >= top + w.height || index[3] < left || index[3] >= left + w.width) continue;
      if (winner(trace, w, at) == std::pair{index[2], index[3]}) out.terms.push_back({{trace.factor("grad", at)}});
    }
  return out;
}

}  // namespace

const LayerDef& layer_max_pool2d() {
  static const LayerDef def = [] {
    LayerDef d;
    d.key = "max_pool2d";
    d.title = GB_TEXT("engine", "Max pooling");
    d.help = GB_TEXT("engine", "Keeps the largest number of each window. The picture gets smaller, and it matters less where exactly a pattern lies.");
    d.group = LayerGroup::Image;
    d.icon = "pool";
    d.letter = 'P';
    d.formula = "y_{ij} = \\max_{u,v} x_{i+u,\\,j+v}";
    d.mainParam = "size";
    d.params = poolingParams();
    d.infer = inferPooling;
    d.make = [](const LayerSetup& setup) -> std::unique_ptr<Layer> { return std::make_unique<MaxPool>(poolShape(setup)); };
    d.pytorch = [](std::span<const PortType>, const Params& params) { return torchPooling("MaxPool2d", params); };
    d.explain = explain;
    d.examples = poolingExamples();
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
