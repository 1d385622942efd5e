// Mean squared error: the average of the squared differences.
#include "engine/layers/loss_common.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

/// x, target: (batch, items)
class SquaredError : public Loss {
 public:
  SquaredError(const Shape& prediction, const Params& params) : m_items(prediction.count()), m_factor(static_cast<Real>(params.number("factor"))) {}

  NarrowLoss narrow(Real& factor) const override {
    factor = m_factor;
    return NarrowLoss::SquaredError;
  }

  // loss = factor (x - t)^2,  dx = 2 factor (x - t) / n
  void compute(const LossPass& pass) override {
    const Real scale = lossScale(pass, m_items);
    eachRow(pass, pass.batch * m_items, 6, [&](std::int64_t begin, std::int64_t n) {
      pass.kernels->squaredError(n, pass.x + begin, pass.target + begin, m_factor, scale, pass.itemLoss + begin, pass.dx ? pass.dx + begin : nullptr);
    });
    maskGradient(pass, m_items, 1);
  }

 private:
  std::int64_t m_items;
  Real m_factor;
};

TargetType target(const PortType& prediction, const Params&) {
  TargetType t;
  t.kind = TargetKind::Numbers;
  t.shape = prediction.shape;
  t.items = prediction.shape.count();
  return t;
}

Explanation explain(const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) {
  if (!itemCounts(trace, index)) return uncountedItem();
  Explanation out;
  const Factor x = trace.factor("in0", index), t = trace.factor("target", index), minus{-1, "", "-1"};
  const double factor = trace.params().number("factor");
  const Factor f{factor, "", "c"};
  if (stage == "item") {
    out.sentence = GB_TEXT("engine", "The squared difference between prediction and target.");
    out.formula = "\\ell = c\\,(x - t)^{2} = c\\,x^{2} - 2\\,c\\,x\\,t + c\\,t^{2}";
    out.terms = {{{f, x, x}}, {{Factor{-2, "", "-2"}, f, x, t}}, {{f, t, t}}};
  } else {
    const Factor mean = itemShare(trace, trace.shapeOf("in0").count());
    const Factor two{2 * factor, "", "2\\,c"};
    out.sentence = GB_TEXT("engine", "Twice the difference between prediction and target, divided by how many there are.");
    out.formula = "\\frac{\\partial L}{\\partial x} = \\frac{2\\,c}{n}\\,(x - t)";
    out.terms = {{{two, mean, x}}, {{minus, two, mean, t}}};
  }
  return out;
}

}  // namespace

const LossDef& loss_mse() {
  static const LossDef def = [] {
    LossDef d = baseLoss("mse", GB_TEXT("engine", "Mean squared error"),
                         GB_TEXT("engine", "For numbers. The average of the squared differences between prediction and target: large misses count much more than small ones."), 'M');
    d.formula = "L = \\frac{c}{n} \\sum_{s} \\left( x^{(s)} - t^{(s)} \\right)^{2}";
    d.params = {numberParam("factor", GB_TEXT("engine", "Factor"), GB_TEXT("engine", "Multiplies the loss. Some texts use 1/2, so that the 2 of the derivative cancels."), 1, 1e-6, 1e6, true)};
    d.infer = [](std::span<const PortType> inputs, const Params&) { return inferLoss(inputs, 6); };
    d.target = target;
    d.make = [](const PortType& prediction, const Params& params) -> std::unique_ptr<Loss> { return std::make_unique<SquaredError>(prediction.shape, params); };
    d.pytorch = [](std::span<const PortType>, const Params&) { return std::string("nn.MSELoss()"); };
    d.torchCall = [](std::span<const PortType>, const Params& params) {
      const std::string factor = params.number("factor") == 1 ? "" : writeParam(params.number("factor")) + " * ";
      return TorchCall{factor + "{self}({0}, {target})", factor + "F.mse_loss({0}, {target}, reduction='none')"};
    };
    d.explain = explain;
    d.examples = {
        {"one number", {{Shape{1}, Element::Number}}, {}},
        {"with the factor one half", {{Shape{3}, Element::Number}}, {{"factor", 0.5}}},
        {"every step of a sequence", {{Shape{4, 2}, Element::Number}}, {}},
        {"more than one vector register", {{Shape{37}, Element::Number}}, {}},
        {"a picture", {{Shape{1, 5, 3}, Element::Number}}, {}},
    };
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
