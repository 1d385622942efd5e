// Dropout: in training each number is set to 0 with probability p and the others are divided by 1 - p.
#include <cstring>

#include "engine/layers/activation.h"
#include "engine/layers/blocks.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

/// mask: the factor of every number, 0 or 1/(1-p)     (Srivastava et al. 2014, "inverted" form: inference changes nothing)
class Dropout : public Layer {
 public:
  explicit Dropout(const LayerSetup& setup) : m_perSample(setup.inputs[0].shape.count()), m_share(setup.params.number("share")) {}

  void forward(const Pass& pass) override {
    const std::int64_t n = pass.batch * m_perSample;
    m_applied = pass.mode == Mode::Training;
    if (!m_applied) {
      std::memcpy(pass.y, pass.x[0], sizeof(Real) * static_cast<std::size_t>(n));
      return;
    }
    Real* mask = pass.caches[0];
    const Real keep = static_cast<Real>(1 / (1 - m_share));
    const auto limit = static_cast<std::uint64_t>(m_share * 0x1p32);
    const int blocks = elementBlocks(n * 4);
    pass.team->blocks(blocks, [&](int block) {
      const BlockRange r = blockRange(n, blocks, block, 64);
      for (std::int64_t i = r.begin; i < r.end; i += 4) {
        const auto words = pass.random.words(static_cast<std::uint64_t>(i) / 4);
        for (std::int64_t k = 0; k < std::min<std::int64_t>(4, r.end - i); ++k)
          mask[i + k] = words[static_cast<std::size_t>(k)] < limit ? Real(0) : keep;
      }
      pass.kernels->multiply(r.size(), pass.x[0] + r.begin, mask + r.begin, pass.y + r.begin);
    });
  }

  void backward(const BackwardPass& pass) override {
    if (!pass.dx[0]) return;
    const std::int64_t n = pass.batch * m_perSample;
    if (m_applied) pass.kernels->multiply(n, pass.dy, pass.caches[0], pass.dx[0]);
    else std::memcpy(pass.dx[0], pass.dy, sizeof(Real) * static_cast<std::size_t>(n));
  }

 private:
  std::int64_t m_perSample;
  double m_share;
  bool m_applied = false;
};

Fit<Inference> infer(std::span<const PortType> inputs, const Params&) {
  Fit<Inference> fit = inferSame(inputs, 2);
  if (Inference* out = std::get_if<Inference>(&fit)) out->caches = {{"mask", GB_TEXT("engine", "mask"), inputs[0].shape, "m"}};
  return fit;
}

Explanation explain(const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) {
  Explanation out;
  const Factor mask = trace.factor("mask", index);
  if (stage == "mask") {
    out.sentence = GB_TEXT("engine", "Drawn by chance for this step: 0 drops the number, else it is divided by what share stays.");
    out.formula = "m = 0 \\text{ or } \\frac{1}{1 - p}";
    out.terms = {{{Factor{mask.value, "", "m"}}}};
    return out;
  }
  out.sentence = stage == "out" ? GB_TEXT("engine", "The number times its mask: 0 where it is dropped in this step.") : GB_TEXT("engine", "A dropped number gets no gradient; the others' grows like the number did.");
  out.formula = stage == "out" ? "y = m\\, x" : "\\frac{\\partial L}{\\partial x} = m\\, \\frac{\\partial L}{\\partial y}";
  out.terms = {{{trace.factor(stage == "out" ? "in0" : "grad", index), mask}}};
  return out;
}

}  // namespace

const LayerDef& layer_dropout() {
  static const LayerDef def = [] {
    LayerDef d;
    d.key = "dropout";
    d.title = GB_TEXT("engine", "Dropout");
    d.help = GB_TEXT("engine", "While training, switches off a random share of the numbers in every step, so that no unit can rely on a single other one. Reduces overfitting; does nothing when the network is used.");
    d.group = LayerGroup::Regularize;
    d.icon = "drop";
    d.letter = 'O';
    d.formula = "y = \\frac{m}{1 - p}\\, x";
    d.mainParam = "share";
    d.params = {numberParam("share", GB_TEXT("engine", "Share"), GB_TEXT("engine", "Which share is switched off in each step; 0.2 to 0.5 is usual, 0 switches the layer off."), 0.5, 0, 0.95)};
    d.infer = infer;
    d.stepping = eachStepAlone;
    d.make = [](const LayerSetup& setup) -> std::unique_ptr<Layer> { return std::make_unique<Dropout>(setup); };
    d.pytorch = [](std::span<const PortType>, const Params& params) { return "nn.Dropout(" + writeParam(params.number("share")) + ")"; };
    d.torchCall = [](std::span<const PortType>, const Params&) {
      TorchCall call{"{self}({0})", {}};
      call.random = true;
      return call;
    };
    d.explain = explain;
    d.examples = {
        {"half of a vector", {{Shape{8}, Element::Number}}, {}},
        {"a fifth of a vector", {{Shape{21}, Element::Number}}, {{"share", 0.2}}},
        {"nothing", {{Shape{5}, Element::Number}}, {{"share", 0.0}}},
        {"a picture", {{Shape{2, 3, 4}, Element::Number}}, {{"share", 0.3}}},
        {"a sequence", {{Shape{5, 3}, Element::Number}}, {{"share", 0.1}}},
    };
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
