// Binary cross-entropy from logits: yes or no, stable for any logit.
#include <algorithm>
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

double over(double p) { return 1 / std::max(p, 1e-300); }  // of a probability that has become 0

double probabilityGradient(std::span<const std::int64_t> index, const TraceReader& trace) {
  if (!itemCounts(trace, index)) return 0;
  const double p = trace.factor("sigmoid", index).value, t = trace.factor("target", index).value;
  return itemShare(trace, trace.shapeOf("in0").count()).value * ((1 - t) * over(1 - p) - t * over(p));
}

double logitGradient(std::span<const std::int64_t> index, const TraceReader& trace) {
  const double p = trace.factor("sigmoid", index).value;
  return trace.factor("sigmoid.grad", index).value * p * (1 - p);
}

/// The two halves of the gradient, cross-entropy and sigmoid, each by itself.
Explanation explainHalf(bool sigmoid, std::span<const std::int64_t> index, const TraceReader& trace) {
  Explanation out;
  const Factor p = trace.factor("sigmoid", index), t = trace.factor("target", index);
  if (sigmoid) {
    out.sentence = GB_TEXT("engine", "What comes back through the sigmoid: its slope is p (1 - p). Once more, written out, the gradient that simplifies to the probability minus the right answer.");
    out.formula = "\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial p}\\, p\\,(1 - p)";
    const Factor up = trace.factor("sigmoid.grad", index);
    out.terms = {{{up, p}}, {{Factor{-1, "", "-1"}, up, p, p}}};
    return out;
  }
  const Factor mean = itemShare(trace, trace.shapeOf("in0").count());
  out.sentence = GB_TEXT("engine", "How much the loss changes with this probability: the more, the surer the network is of the wrong answer.");
  out.formula = "\\frac{\\partial L}{\\partial p} = \\frac{1}{n} \\left( -\\frac{t}{p} + \\frac{1 - t}{1 - p} \\right)";
  out.terms = {{{Factor{-1, "", "-1"}, mean, t, Factor{over(p.value), "", "\\frac{1}{p}"}}}, {{mean, Factor{1 - t.value, "", "(1 - t)"}, Factor{over(1 - p.value), "", "\\frac{1}{1 - p}"}}}};
  out.arguments = {p};
  return out;
}

/// The mean loss with one probability moved.
std::vector<double> movedLoss(const std::string& array, std::span<const std::int64_t> index, double by, const TraceReader& trace) {
  if (array != "sigmoid") return {};
  const double loss = trace.values("out")[0], p = trace.factor("sigmoid", index).value, t = trace.factor("target", index).value;
  if (!itemCounts(trace, index)) return {loss};
  const auto item = [t](double share) { return -(t > 0 ? t * std::log(share) : 0) - (t < 1 ? (1 - t) * std::log(1 - share) : 0); };
  return {loss + itemShare(trace, trace.shapeOf("in0").count()).value * (item(p + by) - item(p))};
}

Explanation explain(const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) {
  if (stage != "sigmoid" && !itemCounts(trace, index)) return uncountedItem();
  if (stage == "sigmoid.grad" || stage == "logits.grad") return explainHalf(stage == "logits.grad", index, trace);
  Explanation out;
  Factor x = trace.factor("in0", index), t = trace.factor("target", index);
  if (stage == "item" || stage == "sigmoid") x.tex = "x", t.tex = "t";
  if (stage == "item") {
    const double soft = x.value > 0 ? x.value + std::log1p(std::exp(-x.value)) : std::log1p(std::exp(x.value));
    out.sentence = GB_TEXT("engine", "The loss of one answer: minus the logarithm of the probability given to what is right.");
    out.formula = "\\ell = \\log(1 + e^{x}) - t\\, x";
    out.terms = {{{Factor{soft, "", "\\log(1 + e^{x})"}}}, {{Factor{-1, "", "-1"}, t, x}}};
    out.arguments = {x, t};
  } else if (stage == "sigmoid") {
    out.sentence = GB_TEXT("engine", "The probability of \"yes\".");
    out.formula = "p = \\frac{1}{1 + e^{-x}}";
    out.terms = {{{Factor{trace.factor("sigmoid", index).value, "", "p"}}}};
    out.arguments = {x};
  } else {
    const Factor mean = itemShare(trace, trace.shapeOf("in0").count());
    out.sentence = GB_TEXT("engine", "The probability of \"yes\" minus the right answer, divided by how many answers there are.");
    out.formula = "\\frac{\\partial L}{\\partial x} = \\frac{1}{n}\\,(p - t)";
    out.derivation = {"\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial p}\\, \\frac{\\partial p}{\\partial x}, \\quad \\frac{\\partial L}{\\partial p} = \\frac{1}{n} \\left( -\\frac{t}{p} + \\frac{1 - t}{1 - p} \\right), \\quad \\frac{\\partial p}{\\partial x} = p\\,(1 - p)",
                      "\\frac{\\partial L}{\\partial x} = \\frac{1}{n}\\,(-t\\,(1 - p) + (1 - t)\\,p) = \\frac{1}{n}\\,(p - t)"};
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
                 [](std::span<const std::int64_t> index, const TraceReader& trace) { return sigmoid(trace.factor("in0", index).value); }},
                {"sigmoid.grad", GB_TEXT("engine", "gradient in the probability"), "\\frac{\\partial L}{\\partial p}", [](const TraceReader& trace) { return trace.shapeOf("in0"); }, probabilityGradient},
                {"logits.grad", GB_TEXT("engine", "gradient through the sigmoid"), "\\frac{\\partial L}{\\partial x}", [](const TraceReader& trace) { return trace.shapeOf("in0"); }, logitGradient}};
    d.explain = explain;
    d.moved = movedLoss;
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
