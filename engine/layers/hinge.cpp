// Hinge loss: right answers beyond a margin cost nothing.
#include "engine/layers/loss_common.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

/// x, target: (batch, items); target 0 or 1, taken as s = -1 or +1
class Hinge : public Loss {
 public:
  Hinge(const Shape& prediction, const Params& params) : m_items(prediction.count()), m_margin(static_cast<Real>(params.number("margin"))) {}

  NarrowLoss narrow(Real& factor) const override {
    factor = m_margin;
    return NarrowLoss::Hinge;
  }

  // loss = max(0, margin - s x),  dx = -s / n where the loss is above 0     (Cortes and Vapnik 1995)
  void compute(const LossPass& pass) override {
    const Real scale = lossScale(pass, m_items);
    eachRow(pass, pass.batch * m_items, 6, [&](std::int64_t begin, std::int64_t n) {
      pass.kernels->losses.hinge(n, pass.x + begin, pass.target + begin, m_margin, scale, pass.itemLoss + begin, pass.dx ? pass.dx + begin : nullptr);
    });
    maskGradient(pass, m_items, 1);
  }

 private:
  std::int64_t m_items;
  Real m_margin;
};

TargetType target(const PortType& prediction, const Params&) {
  TargetType t;
  t.kind = TargetKind::Binary;
  t.shape = prediction.shape;
  t.items = prediction.shape.count();
  return t;
}

/// s x: how far the prediction is on the right side.
double signedAt(std::span<const std::int64_t> index, const TraceReader& trace) {
  return (2 * trace.factor("target", index).value - 1) * trace.factor("in0", index).value;
}

Explanation explain(const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) {
  if (stage != "signed" && !itemCounts(trace, index)) return uncountedItem();
  Explanation out;
  const Factor t = trace.factor("target", index), minus{-1, "", "-1"};
  if (stage == "signed") {
    out.sentence = GB_TEXT("engine", "How far the prediction lies on the right side: negative when the answer is wrong.");
    out.formula = "m = s\\, x, \\quad s = 2t - 1";
    out.terms = {{{Factor{2, "", "2"}, t, trace.factor("in0", index)}}, {{minus, trace.factor("in0", index)}}};
    return out;
  }
  const Factor m = trace.factor("signed", index);
  const double margin = trace.params().number("margin");
  const bool missed = margin - m.value > 0;
  if (stage == "item") {
    out.sentence = missed ? GB_TEXT("engine", "What is missing to the margin.") : GB_TEXT("engine", "The answer is right by more than the margin: it costs nothing.");
    out.formula = "\\ell = \\max(0,\\; c - m)";
    if (missed) out.terms = {{{Factor{margin, "", "c"}}}, {{minus, m}}};
    else out.terms = {{{Factor{0, "", "0"}}}};
  } else {
    const Factor mean = itemShare(trace, trace.shapeOf("in0").count());
    out.sentence = missed ? GB_TEXT("engine", "The margin is not reached: the prediction is pulled to its side, equally hard wherever it is.") : GB_TEXT("engine", "The answer is right by more than the margin: no gradient.");
    out.formula = "\\frac{\\partial L}{\\partial x} = -\\frac{1}{n}\\, (2t - 1) \\text{ for } m < c, \\text{ else } 0";
    if (missed) out.terms = {{{Factor{-2, "", "-2"}, t, mean}}, {{mean}}};
    else out.terms = {{{Factor{0, "", "0"}}}};
    out.arguments = {m};
  }
  return out;
}

}  // namespace

const LossDef& loss_hinge() {
  static const LossDef def = [] {
    LossDef d = baseLoss("hinge", GB_TEXT("engine", "Hinge loss"),
                         GB_TEXT("engine", "For yes or no. A prediction is above 0 for yes and below 0 for no; it costs nothing once it is right by the margin. The loss of support vector machines: only the hard samples count."), 0);
    d.formula = "L = \\frac{1}{n} \\sum_{i} \\max(0,\\; c - s_{i}\\, x_{i}), \\quad s_{i} = 2 t_{i} - 1";
    d.params = {numberParam("margin", GB_TEXT("engine", "Margin"), GB_TEXT("engine", "How far a prediction must lie on the right side of 0 before it costs nothing."), 1, 0, 1000)};
    d.infer = [](std::span<const PortType> inputs, const Params&) { return inferLoss(inputs, 6); };
    d.target = target;
    d.make = [](const PortType& prediction, const Params& params) -> std::unique_ptr<Loss> { return std::make_unique<Hinge>(prediction.shape, params); };
    d.pytorch = [](std::span<const PortType>, const Params&) { return std::string(); };
    d.torchCall = [](std::span<const PortType>, const Params& params) {  // nn.HingeEmbeddingLoss is something else
      const std::string items = "torch.clamp(" + writeParam(params.number("margin")) + " - (2 * {target} - 1) * {0}, min=0)";
      return TorchCall{items + ".mean()", items};
    };
    d.stages = {{"signed", GB_TEXT("engine", "distance on the right side"), "m", [](const TraceReader& trace) { return trace.shapeOf("in0"); }, signedAt}};
    d.explain = explain;
    d.examples = {
        {"one number", {{Shape{1}, Element::Number}}, {}},
        {"three numbers", {{Shape{3}, Element::Number}}, {}},
        {"every step of a sequence", {{Shape{4, 2}, Element::Number}}, {}},
        {"more than one vector register", {{Shape{37}, Element::Number}}, {}},
        {"a picture", {{Shape{1, 5, 3}, Element::Number}}, {}},
        {"a wide margin", {{Shape{6}, Element::Number}}, {{"margin", 3.0}}},
    };
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
