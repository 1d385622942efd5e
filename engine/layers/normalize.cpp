// Normalize: (x - mean) / deviation with statistics of the training data, as a visible node.
#include "engine/core/tensor.h"
#include "engine/layers/activation.h"
#include "engine/layers/blocks.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

/// Statistics per channel of a picture, per feature of anything else.
///   x, y: (batch, groups, inner) for pictures, (batch * rows, groups) otherwise; weights: mean (groups), deviation (groups)
class Normalize : public Layer {
 public:
  explicit Normalize(const LayerSetup& setup) {
    const Shape& shape = setup.inputs[0].shape;
    m_perSample = shape.count();
    m_picture = shape.rank() == 3;
    m_groups = m_picture ? shape[0] : shape.back();
    m_scale = Buffer<Real>(static_cast<std::size_t>(m_groups));
    m_shift = Buffer<Real>(static_cast<std::size_t>(m_groups));
  }

  void forward(const Pass& pass) override {
    for (std::int64_t g = 0; g < m_groups; ++g) {
      const auto i = static_cast<std::size_t>(g);
      m_scale[i] = 1 / pass.weights[1][g];
      m_shift[i] = -pass.weights[0][g] * m_scale[i];
    }
    apply(pass, pass.x[0], pass.y, m_shift.data());
  }

  void backward(const BackwardPass& pass) override {
    if (!pass.dx[0]) return;
    const Buffer<Real> none(static_cast<std::size_t>(m_groups));
    apply(pass, pass.dy, pass.dx[0], none.data());
  }

 private:
  /// y = x * scale + shift, group by group.
  void apply(const Pass& pass, const Real* x, Real* y, const Real* shift) const {
    if (!m_picture) {
      const std::int64_t rows = pass.batch * m_perSample / m_groups;
      const int blocks = workBlocks(rows * m_groups * 8, rows);
      pass.team->blocks(blocks, [&](int block) {
        const BlockRange r = blockRange(rows, blocks, block);
        pass.kernels->scaleShift(r.size(), m_groups, x + r.begin * m_groups, m_scale.data(), shift, y + r.begin * m_groups);
      });
      return;
    }
    const std::int64_t inner = m_perSample / m_groups;
    for (std::int64_t plane = 0; plane < pass.batch * m_groups; ++plane) {
      const auto g = static_cast<std::size_t>(plane % m_groups);
      for (std::int64_t i = plane * inner; i < (plane + 1) * inner; ++i) y[i] = x[i] * m_scale[g] + shift[g];
    }
  }

  std::int64_t m_perSample = 1, m_groups = 1;
  bool m_picture = false;
  Buffer<Real> m_scale, m_shift;
};

Fit<Inference> infer(std::span<const PortType> inputs, const Params&) {
  Fit<Inference> fit = inferSame(inputs, 2);
  if (Inference* out = std::get_if<Inference>(&fit)) {
    const Shape& shape = inputs[0].shape;
    const Shape groups{shape.rank() == 3 ? shape[0] : shape.back()};
    out->weights = {{"mean", GB_TEXT("engine", "means"), groups, WeightRole::Statistic}, {"deviation", GB_TEXT("engine", "standard deviations"), groups, WeightRole::Statistic}};
    out->notes = {GB_TEXT("engine", "Mean and deviation are measured on the training part before the first step and do not change then.")};
  }
  return fit;
}

Explanation explain(const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) {
  Explanation out;
  const std::int64_t g = trace.shapeOf("in0").rank() == 4 ? index[1] : index.back();
  const std::int64_t group[] = {g};
  const double deviation = trace.factor("deviation", group).value;
  const Factor inverse{1 / deviation, "", "\\frac{1}{\\sigma}"};
  if (stage == "out") {
    out.sentence = GB_TEXT("engine", "How many standard deviations this number lies above the mean of the training data.");
    out.formula = "y = \\frac{x - \\mu}{\\sigma}";
    out.terms = {{{trace.factor("in0", index), inverse}}, {{Factor{-1, "", "-1"}, trace.factor("mean", group), inverse}}};
  } else {
    out.sentence = GB_TEXT("engine", "The gradient divided by the standard deviation.");
    out.formula = "\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial y} \\cdot \\frac{1}{\\sigma}";
    out.terms = {{{trace.factor("grad", index), inverse}}};
  }
  out.arguments = {trace.factor("deviation", group)};
  return out;
}

}  // namespace

const LayerDef& layer_normalize() {
  static const LayerDef def = [] {
    LayerDef d;
    d.key = "normalize";
    d.title = GB_TEXT("engine", "Normalize");
    d.help = GB_TEXT("engine", "Shifts and scales the data so that each feature has mean 0 and deviation 1 on the training part. Features of different size then weigh alike, and training needs fewer steps.");
    d.group = LayerGroup::Data;
    d.icon = "normalize";
    d.letter = 'N';
    d.formula = "y = \\frac{x - \\mu}{\\sigma}";
    d.infer = infer;
    d.stepping = eachStepAlone;
    d.make = [](const LayerSetup& setup) -> std::unique_ptr<Layer> { return std::make_unique<Normalize>(setup); };
    d.pytorch = [](std::span<const PortType> inputs, const Params&) {
      const Shape& shape = inputs[0].shape;
      return "Normalize(" + (shape.rank() == 3 ? std::to_string(shape[0]) + ", 1, 1" : std::to_string(shape.back())) + ")";
    };
    d.torchCall = [](std::span<const PortType>, const Params&) {
      TorchCall call{"{self}({0})", {}};
      call.helper = R"py(class Normalize(nn.Module):
    """(x - mean) / deviation, both measured on the training data: they are kept with the weights and not trained."""

    def __init__(self, channels, *ones):
        super().__init__()
        self.shape = (channels, *ones)
        self.register_buffer('mean', torch.zeros(channels))
        self.register_buffer('deviation', torch.ones(channels))

    def forward(self, x):
        return (x - self.mean.reshape(self.shape)) / self.deviation.reshape(self.shape)
)py";
      return call;
    };
    d.explain = explain;
    d.examples = {
        {"a vector, each feature for itself", {{Shape{4}, Element::Number}}, {}},
        {"one number", {{Shape{1}, Element::Number}}, {}},
        {"a picture, each channel for itself", {{Shape{3, 4, 2}, Element::Number}}, {}},
        {"a sequence, each feature for itself", {{Shape{5, 3}, Element::Number}}, {}},
        {"more than one vector register", {{Shape{41}, Element::Number}}, {}},
    };
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
