// Average pooling: the mean of each window.
#include "engine/layers/pooling.h"

#include <array>

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

/// x: (batch, channels, height, width)   y: (batch, channels, height', width')
class AveragePool : public Layer {
 public:
  explicit AveragePool(const PoolShape& shape) : m_shape(shape) {}

  void forward(const Pass& pass) override {
    forPlanes(pass, m_shape, m_shape.planes, [&](const PoolShape& part, std::int64_t x, std::int64_t y) { pass.kernels->pool.averageForward(part, pass.x[0] + x, pass.y + y); });
  }
  void backward(const BackwardPass& pass) override {
    if (!pass.dx[0]) return;
    forPlanes(pass, m_shape, m_shape.planes, [&](const PoolShape& part, std::int64_t x, std::int64_t y) { pass.kernels->pool.averageBackward(part, pass.dy + y, pass.dx[0] + x); });
  }

 private:
  PoolShape m_shape;
};

Explanation explain(const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) {
  const Window w = *readWindow(trace.params(), "size", false);
  const Factor share{1.0 / static_cast<double>(w.height * w.width), "", "\\frac{1}{n}"};
  Explanation out;
  if (stage == "out") {
    out.sentence = GB_TEXT("engine", "The mean of the window's %1 numbers; padding counts as 0.").arg(w.height * w.width);
    out.formula = "y_{ij} = \\frac{1}{n} \\sum_{u,v} x_{i+u,\\,j+v}";
    forWindow(w, trace.shapeOf("in0"), index[2], index[3], [&](std::int64_t row, std::int64_t column) {
      out.terms.push_back({{share, trace.factor("in0", std::array{index[0], index[1], row, column})}});
    });
    return out;
  }
  out.sentence = GB_TEXT("engine", "Every window that covers this number passes back its gradient, divided by the numbers of the window.");
  out.formula = "\\frac{\\partial L}{\\partial x} = \\frac{1}{n} \\sum_{\\text{windows}} \\frac{\\partial L}{\\partial y}";
  const Shape y = trace.shapeOf("out");
  for (std::int64_t i = 0; i < y[2]; ++i)
    for (std::int64_t j = 0; j < y[3]; ++j) {
      const std::int64_t top = i * w.strideH - w.padH, left = j * w.strideW - w.padW;
      if (index[2] < top || index[2] >= top + w.height || index[3] < left || index[3] >= left + w.width) continue;
      out.terms.push_back({{share, trace.factor("grad", std::array{index[0], index[1], i, j})}});
    }
  return out;
}

}  // namespace

const LayerDef& layer_avg_pool2d() {
  static const LayerDef def = [] {
    LayerDef d;
    d.key = "avg_pool2d";
    d.title = GB_TEXT("engine", "Average pooling");
    d.help = GB_TEXT("engine", "Replaces each window by its mean: a smaller, smoother picture. Max pooling keeps the strongest sign of a pattern instead.");
    d.group = LayerGroup::Image;
    d.icon = "pool";
    d.formula = "y_{ij} = \\frac{1}{n} \\sum_{u,v} x_{i+u,\\,j+v}";
    d.mainParam = "size";
    d.params = poolingParams();
    d.infer = inferPooling;
    d.make = [](const LayerSetup& setup) -> std::unique_ptr<Layer> { return std::make_unique<AveragePool>(poolShape(setup)); };
    d.pytorch = [](std::span<const PortType>, const Params& params) { return torchPooling("AvgPool2d", params); };
    d.explain = explain;
    d.examples = poolingExamples();
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
