// Noise: in training a normal random number is added to each number.
#include <cstring>

#include "engine/layers/activation.h"
#include "engine/layers/blocks.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

/// y = x + e, e drawn from N(0, sigma^2) anew in every step     (Bishop 1995, "Training with noise is equivalent to Tikhonov regularization")
class Noise : public Layer {
 public:
  explicit Noise(const LayerSetup& setup) : m_perSample(setup.inputs[0].shape.count()), m_sigma(setup.params.number("sigma")) {}

  void forward(const Pass& pass) override {
    const std::int64_t n = pass.batch * m_perSample;
    if (pass.mode != Mode::Training) {
      std::memcpy(pass.y, pass.x[0], sizeof(Real) * static_cast<std::size_t>(n));
      return;
    }
    Real* e = pass.caches[0];
    const int blocks = elementBlocks(n * 16);
    pass.team->blocks(blocks, [&](int block) {
      const BlockRange r = blockRange(n, blocks, block, 64);
      for (std::int64_t i = r.begin; i < r.end; ++i) e[i] = static_cast<Real>(m_sigma * pass.random.normal(static_cast<std::uint64_t>(i)));
      pass.kernels->add(r.size(), pass.x[0] + r.begin, e + r.begin, pass.y + r.begin);
    });
  }

  void backward(const BackwardPass& pass) override {
    if (pass.dx[0]) std::memcpy(pass.dx[0], pass.dy, sizeof(Real) * static_cast<std::size_t>(pass.batch * m_perSample));
  }

 private:
  std::int64_t m_perSample;
  double m_sigma;
};

Fit<Inference> infer(std::span<const PortType> inputs, const Params&) {
  Fit<Inference> fit = inferSame(inputs, 1);
  if (Inference* out = std::get_if<Inference>(&fit)) out->caches = {{"noise", GB_TEXT("engine", "noise"), inputs[0].shape, "e"}};
  return fit;
}

Explanation explain(const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) {
  Explanation out;
  if (stage == "noise") {
    out.sentence = GB_TEXT("engine", "Drawn by chance for this step from a normal distribution around 0 with deviation sigma.");
    out.formula = "e \\sim N(0, \\sigma^{2})";
    out.terms = {{{Factor{trace.factor("noise", index).value, "", "e"}}}};
  } else if (stage == "out") {
    out.sentence = GB_TEXT("engine", "The number and the noise of this step.");
    out.formula = "y = x + e";
    out.terms = {{{trace.factor("in0", index)}}, {{trace.factor("noise", index)}}};
  } else {
    out.sentence = GB_TEXT("engine", "Noise that is added does not depend on the number: the gradient passes unchanged.");
    out.formula = "\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial y}";
    out.terms = {{{trace.factor("grad", index)}}};
  }
  return out;
}

}  // namespace

const LayerDef& layer_noise() {
  static const LayerDef def = [] {
    LayerDef d;
    d.key = "noise";
    d.title = GB_TEXT("engine", "Noise");
    d.help = GB_TEXT("engine", "While training, adds a small random number to each number in every step, so that the network cannot rely on exact values. Reduces overfitting; in an autoencoder it makes the task to remove it. Does nothing when the network is used.");
    d.group = LayerGroup::Regularize;
    d.icon = "dice";
    d.formula = "y = x + e, \\quad e \\sim N(0, \\sigma^{2})";
    d.mainParam = "sigma";
    d.params = {numberParam("sigma", GB_TEXT("engine", "Sigma"), GB_TEXT("engine", "Standard deviation of the noise, in the units of the numbers it is added to; 0 switches the layer off."), 0.1, 0, 100)};
    d.infer = infer;
    d.stepping = eachStepAlone;
    d.make = [](const LayerSetup& setup) -> std::unique_ptr<Layer> { return std::make_unique<Noise>(setup); };
    d.pytorch = [](std::span<const PortType>, const Params& params) { return "Noise(" + writeParam(params.number("sigma")) + ")"; };
    d.torchCall = [](std::span<const PortType>, const Params&) {
      TorchCall call{"{self}({0})", {}};
      call.random = true;
      call.helper = R"py(class Noise(nn.Module):
    """While training adds a normal random number of deviation sigma to each number."""

    def __init__(self, sigma):
        super().__init__()
        self.sigma = sigma

    def forward(self, x):
        return x + self.sigma * torch.randn_like(x) if self.training else x
)py";
      return call;
    };
    d.explain = explain;
    d.examples = {
        {"a little on a vector", {{Shape{8}, Element::Number}}, {}},
        {"a lot on a vector", {{Shape{21}, Element::Number}}, {{"sigma", 2.0}}},
        {"nothing", {{Shape{5}, Element::Number}}, {{"sigma", 0.0}}},
        {"a picture", {{Shape{2, 3, 4}, Element::Number}}, {{"sigma", 0.3}}},
        {"a sequence", {{Shape{5, 3}, Element::Number}}, {{"sigma", 0.1}}},
    };
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
