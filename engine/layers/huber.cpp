// Huber loss: squared near the target, straight far from it.
#include <cmath>

#include "engine/layers/loss_common.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

/// x, target: (batch, items)
class Huber : public Loss {
 public:
  Huber(const Shape& prediction, const Params& params) : m_items(prediction.count()), m_delta(static_cast<Real>(params.number("delta"))) {}

  NarrowLoss narrow(Real& factor) const override {
    factor = m_delta;
    return NarrowLoss::Huber;
  }

  // loss = d^2/2 for |d| <= delta, else delta (|d| - delta/2);  dx = d cut off at -delta and delta, / n     (Huber 1964)
  void compute(const LossPass& pass) override {
    const Real scale = lossScale(pass, m_items);
    eachRow(pass, pass.batch * m_items, 6, [&](std::int64_t begin, std::int64_t n) {
      pass.kernels->losses.huber(n, pass.x + begin, pass.target + begin, m_delta, scale, pass.itemLoss + begin, pass.dx ? pass.dx + begin : nullptr);
    });
    maskGradient(pass, m_items, 1);
  }

 private:
  std::int64_t m_items;
  Real m_delta;
};

TargetType target(const PortType& prediction, const Params&) {
  TargetType t;
  t.kind = TargetKind::Numbers;
  t.shape = prediction.shape;
  t.items = prediction.shape.count();
  return t;
}

double differenceAt(std::span<const std::int64_t> index, const TraceReader& trace) {
  return trace.factor("in0", index).value - trace.factor("target", index).value;
}

Explanation explain(const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) {
  if (stage != "difference" && !itemCounts(trace, index)) return uncountedItem();
  Explanation out;
  if (stage == "difference") {
    out.sentence = GB_TEXT("engine", "Prediction minus target.");
    out.formula = "d = x - t";
    out.terms = {{{trace.factor("in0", index)}}, {{Factor{-1, "", "-1"}, trace.factor("target", index)}}};
    return out;
  }
  const Factor d = trace.factor("difference", index);
  const double delta = trace.params().number("delta");
  const bool near = std::abs(d.value) <= delta;
  const Factor pull{std::copysign(delta, d.value), "", "\\pm\\delta"};
  const Factor mean = itemShare(trace, trace.shapeOf("in0").count());
  if (stage == "item") {
    out.sentence = near ? GB_TEXT("engine", "The prediction is within delta of its target: half the squared difference.")
                        : GB_TEXT("engine", "The prediction is further than delta from its target: here the loss grows in a straight line.");
    out.formula = near ? "\\ell = \\frac{1}{2}\\, d^{2}" : "\\ell = \\delta\\,|d| - \\frac{1}{2}\\,\\delta^{2}";
    if (near) out.terms = {{{Factor{0.5, "", "\\frac{1}{2}"}, d, d}}};
    else out.terms = {{{pull, d}}, {{Factor{-0.5, "", "-\\frac{1}{2}"}, pull, pull}}};
  } else {
    out.sentence = near ? GB_TEXT("engine", "Within delta the gradient is the difference, divided by how many there are.")
                        : GB_TEXT("engine", "Beyond delta the gradient stays at delta: a target that is far off pulls no harder.");
    out.formula = near ? "\\frac{\\partial L}{\\partial x} = \\frac{1}{n}\\, d" : "\\frac{\\partial L}{\\partial x} = \\pm\\frac{1}{n}\\, \\delta";
    out.terms = {{{near ? d : pull, mean}}};
    if (!near) out.arguments = {d};
  }
  return out;
}

}  // namespace

const LossDef& loss_huber() {
  static const LossDef def = [] {
    LossDef d = baseLoss("huber", GB_TEXT("engine", "Huber loss"),
                         GB_TEXT("engine", "For numbers. Squared error near the target and absolute error beyond delta: smooth at the end of training, and calm about targets that are far off."), 0);
    d.formula = "\\ell = \\frac{1}{2}\\,d^{2} \\text{ for } |d| \\le \\delta, \\text{ else } \\delta\\left(|d| - \\frac{1}{2}\\,\\delta\\right)";
    d.params = {numberParam("delta", GB_TEXT("engine", "Delta"), GB_TEXT("engine", "Where squared error ends and absolute error begins, in the units of the target."), 1, 1e-6, 1e6, true)};
    d.infer = [](std::span<const PortType> inputs, const Params&) { return inferLoss(inputs, 6); };
    d.target = target;
    d.make = [](const PortType& prediction, const Params& params) -> std::unique_ptr<Loss> { return std::make_unique<Huber>(prediction.shape, params); };
    d.pytorch = [](std::span<const PortType>, const Params& params) { return "nn.HuberLoss(delta=" + writeParam(params.number("delta")) + ")"; };
    d.torchCall = [](std::span<const PortType>, const Params& params) {
      return TorchCall{"{self}({0}, {target})", "F.huber_loss({0}, {target}, delta=" + writeParam(params.number("delta")) + ", reduction='none')"};
    };
    d.stages = {{"difference", GB_TEXT("engine", "difference"), "d", [](const TraceReader& trace) { return trace.shapeOf("in0"); }, differenceAt}};
    d.explain = explain;
    d.examples = {
        {"one number", {{Shape{1}, Element::Number}}, {}},
        {"three numbers", {{Shape{3}, Element::Number}}, {}},
        {"every step of a sequence", {{Shape{4, 2}, Element::Number}}, {}},
        {"more than one vector register", {{Shape{37}, Element::Number}}, {}},
        {"a picture", {{Shape{1, 5, 3}, Element::Number}}, {}},
        {"straight nearly everywhere", {{Shape{6}, Element::Number}}, {{"delta", 0.05}}},
    };
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
