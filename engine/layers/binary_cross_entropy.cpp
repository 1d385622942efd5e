// Binary cross-entropy from logits: yes or no, stable for any logit.
#include <cmath>

#include "engine/layers/loss_common.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

/// x, target: (batch, items); target 0 or 1
class BinaryCrossEntropy : public Loss {
 public:
  explicit BinaryCrossEntropy(const Shape& prediction) : m_items(prediction.count()) {}

  NarrowLoss narrow(Real&) const override { return NarrowLoss::BinaryCrossEntropy; }

  // loss = log(1 + e^x) - t x,  dx = (sigmoid(x) - t) / n
  void compute(const LossPass& pass) override {
    const Real scale = lossScale(pass, m_items);
    eachRow(pass, pass.batch * m_items, 60, [&](std::int64_t begin, std::int64_t n) {
      pass.kernels->binaryCrossEntropy(n, pass.x + begin, pass.target + begin, scale, pass.itemLoss + begin, pass.dx ? pass.dx + begin : nullptr);
    });
    maskGradient(pass, m_items, 1);
  }

 private:
  std::int64_t m_items;
};

TargetType target(const PortType& prediction, const Params&) {
  TargetType t;
  t.kind = TargetKind::Binary;
  t.shape = prediction.shape;
  t.items = prediction.shape.count();
  return t;
}

double sigmoid(double x) { return 1.0 / (1.0 + std::exp(-x)); }

Explanation explain(const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) {
  if (stage != "sigmoid" && !itemCounts(trace, index)) return uncountedItem();
  Explanation out;
  const Factor x = trace.factor("in0", index), t = trace.factor("target", index);
  if (stage == "item") {
    const double soft = x.value > 0 ? x.value + std::log1p(std::exp(-x.value)) : std::log1p(std::exp(x.value));
    out.sentence = GB_TEXT("engine", "The loss of one answer: minus the logarithm of the probability given to what is right.");
    out.formula = "\\ell = \\log(1 + e^{x}) - t\\, x";
    out.terms = {{{Factor{soft, "", "\\log(1 + e^{x})"}}}, {{Factor{-1, "", "-1"}, t, x}}};
    out.arguments = {x};
  } else if (stage == "sigmoid") {
    out.sentence = GB_TEXT("engine", "The probability of \"yes\".");
    out.formula = "p = \\frac{1}{1 + e^{-x}}";
    out.terms = {{{Factor{trace.factor("sigmoid", index).value, "", "p"}}}};
    out.arguments = {x};
  } else {
    const Factor mean = itemShare(trace, trace.shapeOf("in0").count());
    out.sentence = GB_TEXT("engine", "The probability of \"yes\" minus the right answer, divided by how many answers there are.");
    out.formula = "\\frac{\\partial L}{\\partial x} = \\frac{1}{n}\\,(p - t)";
    out.terms = {{{trace.factor("sigmoid", index), mean}}, {{Factor{-1, "", "-1"}, t, mean}}};
  }
  return out;
}

}  // namespace

const LossDef& loss_binary_cross_entropy() {
  static const LossDef def = [] {
    LossDef d = baseLoss("binary_cross_entropy", GB_TEXT("engine", "Binary cross-entropy"),
                         GB_TEXT("engine", "For yes or no. Takes a logit, turns it into a probability by the sigmoid and measures how surprising the right answer was. ln 2 = 0.693 is what guessing costs."), 'Y');
    d.formula = "L = \\frac{1}{n} \\sum_{s} \\left( \\log(1 + e^{x}) - t\\, x \\right)";
    d.infer = [](std::span<const PortType> inputs, const Params&) { return inferLoss(inputs, 60); };
    d.target = target;
    d.make = [](const PortType& prediction, const Params&) -> std::unique_ptr<Loss> { return std::make_unique<BinaryCrossEntropy>(prediction.shape); };
    d.pytorch = [](std::span<const PortType>, const Params&) { return std::string("nn.BCEWithLogitsLoss()"); };
    d.torchCall = [](std::span<const PortType>, const Params&) {
      return TorchCall{"{self}({0}, {target})", "F.binary_cross_entropy_with_logits({0}, {target}, reduction='none')"};
    };
    d.stages = {{"sigmoid", GB_TEXT("engine", "probability of yes"), "p", [](const TraceReader& trace) { return trace.shapeOf("in0"); },
                 [](std::span<const std::int64_t> index, const TraceReader& trace) { return sigmoid(trace.factor("in0", index).value); }}};
    d.explain = explain;
    d.examples = {
        {"one answer", {{Shape{1}, Element::Number}}, {}},
        {"three answers", {{Shape{3}, Element::Number}}, {}},
        {"every step of a sequence", {{Shape{4, 2}, Element::Number}}, {}},
        {"more than one vector register", {{Shape{37}, Element::Number}}, {}},
        {"a picture", {{Shape{1, 5, 3}, Element::Number}}, {}},
    };
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
