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

void fillDifferences(const TraceReader& trace, std::span<double> out) {
  const std::span<const double> x = trace.values("in0"), t = trace.values("target");
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = x[i] - t[i];
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
  const double factor = trace.params().number("factor");
  if (stage == "item") {
    out.sentence = GB_TEXT("engine", "The squared difference between prediction and target.");
    out.formula = factor == 1 ? "\\ell = (x - t)^{2} = d^{2}" : "\\ell = c\\,(x - t)^{2} = c\\,d^{2}";
    out.terms = {{{d, d}}};
    if (factor != 1) out.terms[0].factors.insert(out.terms[0].factors.begin(), Factor{factor, "", "c"});
    return out;
  }
  const Factor mean = itemShare(trace, trace.shapeOf("in0").count());
  if (factor == 1) {
    out.sentence = GB_TEXT("engine", "Twice the difference between prediction and target, divided by how many there are.");
    out.formula = "\\frac{\\partial L}{\\partial x} = \\frac{2}{n}\\,(x - t) = \\frac{2}{n}\\,d";
    out.terms = {{{Factor{2, "", "2"}, mean, d}}};
  } else {
    out.sentence = factor == 0.5 ? GB_TEXT("engine", "The difference between prediction and target, divided by how many there are: the 2 of the derivative and the factor 1/2 cancel.")
                                 : GB_TEXT("engine", "The difference between prediction and target times twice the factor, divided by how many there are.");
    out.formula = "\\frac{\\partial L}{\\partial x} = \\frac{2\\,c}{n}\\,(x - t) = \\frac{2\\,c}{n}\\,d";
    out.terms = {{{Factor{2 * factor, "", "2\\,c"}, mean, d}}};
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
    d.stages = {{"difference", GB_TEXT("engine", "difference"), "d", [](const TraceReader& trace) { return trace.shapeOf("in0"); }, nullptr, fillDifferences}};
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
