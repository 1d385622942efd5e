// Mean absolute error: the average distance.
#include "engine/layers/loss_common.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

/// x, target: (batch, items)
class AbsoluteError : public Loss {
 public:
  AbsoluteError(const Shape& prediction, const Params&) : m_items(prediction.count()) {}

  NarrowLoss narrow(Real&) const override { return NarrowLoss::AbsoluteError; }

  // loss = |x - t|,  dx = sign(x - t) / n
  void compute(const LossPass& pass) override {
    const Real scale = lossScale(pass, m_items);
    eachRow(pass, pass.batch * m_items, 6, [&](std::int64_t begin, std::int64_t n) {
      pass.kernels->losses.absoluteError(n, pass.x + begin, pass.target + begin, scale, pass.itemLoss + begin, pass.dx ? pass.dx + begin : nullptr);
    });
    maskGradient(pass, m_items, 1);
  }

 private:
  std::int64_t m_items;
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
  const double d = trace.factor("difference", index).value;
  const Factor sign{d > 0 ? 1.0 : d < 0 ? -1.0 : 0.0, "", "\\mathrm{sign}(d)"};
  if (stage == "item") {
    out.sentence = GB_TEXT("engine", "The distance between prediction and target.");
    out.formula = "\\ell = |x - t| = \\mathrm{sign}(d)\\, d";
    out.terms = {{{sign, trace.factor("difference", index)}}};
  } else {
    const Factor mean = itemShare(trace, trace.shapeOf("in0").count());
    out.sentence = GB_TEXT("engine", "Only the side counts, not the distance: every prediction is pulled equally hard.");
    out.formula = "\\frac{\\partial L}{\\partial x} = \\frac{1}{n}\\, \\mathrm{sign}(d)";
    out.terms = {{{sign, mean}}};
    out.arguments = {trace.factor("difference", index)};
  }
  return out;
}

}  // namespace

const LossDef& loss_mae() {
  static const LossDef def = [] {
    LossDef d = baseLoss("mae", GB_TEXT("engine", "Mean absolute error"),
                         GB_TEXT("engine", "For numbers. The average distance between prediction and target. A few targets that are far off pull no harder than the others: it finds the median where squared error finds the mean."), 0);
    d.formula = "L = \\frac{1}{n} \\sum_{s} \\left| x^{(s)} - t^{(s)} \\right|";
    d.infer = [](std::span<const PortType> inputs, const Params&) { return inferLoss(inputs, 6); };
    d.target = target;
    d.make = [](const PortType& prediction, const Params& params) -> std::unique_ptr<Loss> { return std::make_unique<AbsoluteError>(prediction.shape, params); };
    d.pytorch = [](std::span<const PortType>, const Params&) { return std::string("nn.L1Loss()"); };
    d.torchCall = [](std::span<const PortType>, const Params&) { return TorchCall{"{self}({0}, {target})", "F.l1_loss({0}, {target}, reduction='none')"}; };
    d.stages = {{"difference", GB_TEXT("engine", "difference"), "d", [](const TraceReader& trace) { return trace.shapeOf("in0"); }, differenceAt}};
    d.explain = explain;
    d.examples = {
        {"one number", {{Shape{1}, Element::Number}}, {}},
        {"three numbers", {{Shape{3}, Element::Number}}, {}},
        {"every step of a sequence", {{Shape{4, 2}, Element::Number}}, {}},
        {"more than one vector register", {{Shape{37}, Element::Number}}, {}},
        {"a picture", {{Shape{1, 5, 3}, Element::Number}}, {}},
    };
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
