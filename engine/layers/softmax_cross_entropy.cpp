// Softmax cross-entropy from logits: how surprised the network is by the right class.
#include <algorithm>
#include <cmath>

#include "engine/layers/loss_common.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

/// x: (batch * items, classes)   target: (batch * items), class indices
class SoftmaxCrossEntropy : public Loss {
 public:
  SoftmaxCrossEntropy(const Shape& prediction, const Params& params)
      : m_classes(prediction.back()), m_items(prediction.count() / m_classes), m_smoothing(static_cast<Real>(params.number("smoothing"))) {}

  NarrowLoss narrow(Real&) const override { return m_items == 1 && m_smoothing == 0 ? NarrowLoss::SoftmaxCrossEntropy : NarrowLoss::None; }

  // dx = (softmax(x) - onehot) / n: softmax and logarithm cancel (Goodfellow et al. 2016, 6.2.2.3). With smoothing the target
  // is (1 - smoothing) onehot + smoothing / classes in place of onehot.
  void compute(const LossPass& pass) override {
    const Real scale = lossScale(pass, m_items);
    eachRow(pass, pass.batch * m_items, m_classes * 40, [&](std::int64_t begin, std::int64_t rows) {
      const Real* x = pass.x + begin * m_classes;
      Real* dx = pass.dx ? pass.dx + begin * m_classes : nullptr;
      if (m_smoothing == 0) pass.kernels->softmaxCrossEntropy(rows, m_classes, x, pass.target + begin, scale, pass.itemLoss + begin, dx);
      else pass.kernels->losses.smoothedCrossEntropy(rows, m_classes, x, pass.target + begin, m_smoothing, scale, pass.itemLoss + begin, dx);
    });
    maskGradient(pass, m_items, m_classes);
  }

 private:
  std::int64_t m_classes, m_items;
  Real m_smoothing;
};

TargetType target(const PortType& prediction, const Params&) {
  TargetType t;
  t.kind = TargetKind::Class;
  t.classes = prediction.shape.back();
  for (int axis = 0; axis + 1 < prediction.shape.rank(); ++axis) t.shape.push(prediction.shape[axis]);
  t.items = t.shape.count();
  return t;
}

Fit<Inference> infer(std::span<const PortType> inputs, const Params&) {
  if (inputs[0].shape.rank() > 2)
    return Misfit{Error(GB_TEXT("engine", "needs one number per class, and gets %1.").arg(inputs[0].shape.str())), {Repair{GB_TEXT("engine", "Put a Flatten before it"), "flatten", "", false}}};
  if (inputs[0].shape.back() < 2) return Misfit{Error(GB_TEXT("engine", "needs one number per class, at least two; with one number use binary cross-entropy.")), {Repair{GB_TEXT("engine", "Use binary cross-entropy"), "binary_cross_entropy", "", false, Repair::Place::Instead, ""}}};
  return inferLoss(inputs, 40);
}

/// exp(x_j) / sum exp(x_i) of every row, plainly.
void fillSoftmax(const TraceReader& trace, std::span<double> out) {
  const std::span<const double> x = trace.values("in0");
  const auto classes = static_cast<std::size_t>(trace.shapeOf("in0").back());
  for (std::size_t row = 0; row < x.size(); row += classes) {
    const double largest = *std::max_element(x.begin() + static_cast<std::ptrdiff_t>(row), x.begin() + static_cast<std::ptrdiff_t>(row + classes));
    double sum = 0;
    for (std::size_t i = row; i < row + classes; ++i) sum += out[i] = std::exp(x[i] - largest);
    for (std::size_t i = row; i < row + classes; ++i) out[i] /= sum;
  }
}

/// Row of the class that is right, for an item given by its index.
std::vector<std::int64_t> rightClass(std::span<const std::int64_t> item, const TraceReader& trace) {
  std::vector<std::int64_t> at(item.begin(), item.end());
  at.push_back(static_cast<std::int64_t>(trace.factor("target", item).value));
  return at;
}

/// Share of class j in the target of its item: 1 for the right class and 0 for the others, smoothed.
double targetShare(std::span<const std::int64_t> index, const TraceReader& trace) {
  const double smoothing = trace.params().number("smoothing");
  const bool right = static_cast<std::int64_t>(trace.factor("target", index.first(index.size() - 1)).value) == index.back();
  return (right ? 1 - smoothing : 0) + smoothing / static_cast<double>(trace.shapeOf("in0").back());
}

Factor meanOf(const TraceReader& trace) {
  const Shape x = trace.shapeOf("in0");
  return itemShare(trace, x.count() / x.back());
}

double overProbability(double p) { return 1 / std::max(p, 1e-300); }  // an underflow of the exponential must not become 0 times infinity

// dL/dp_j = -q_j / (n p_j): the cross-entropy by itself
std::vector<Term> probabilityGradientTerms(std::span<const std::int64_t> index, const TraceReader& trace) {
  const double q = targetShare(index, trace);
  if (q == 0) return {};
  const double p = trace.factor("softmax", index).value;
  std::vector<Term> terms{{{Factor{-1, "", "-1"}, Factor{overProbability(p), "", "\\frac{1}{p_{j}}"}, meanOf(trace)}}};
  if (trace.params().number("smoothing") > 0) terms[0].factors.push_back({q, "", "q_{j}"});
  return terms;
}

// dL/dx_j = sum_i dL/dp_i p_i ([i = j] - p_j): the softmax by itself
std::vector<Term> logitGradientTerms(std::span<const std::int64_t> index, const TraceReader& trace) {
  std::vector<Term> terms;
  std::vector<std::int64_t> row(index.begin(), index.end());
  const Factor own = trace.factor("softmax", index);
  for (row.back() = 0; row.back() < trace.shapeOf("in0").back(); ++row.back()) {
    const Factor up = trace.factor("softmax.grad", row), p = trace.factor("softmax", row);
    if (up.value == 0) continue;
    if (row.back() == index.back()) terms.push_back({{up, p}});
    terms.push_back({{Factor{-1, "", "-1"}, up, p, own}});
  }
  return terms;
}

// What the terms above sum up to, for all numbers at once.

void fillProbabilityGradients(const TraceReader& trace, std::span<double> out) {
  const std::span<const double> p = trace.values("softmax"), target = trace.values("target");
  const std::span<const double> mask = trace.has("mask") ? trace.values("mask") : std::span<const double>();
  const std::size_t classes = out.size() / target.size();
  const double mean = meanOf(trace).value, smoothing = trace.params().number("smoothing"), rest = smoothing / static_cast<double>(classes);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const std::size_t item = i / classes;
    if (!mask.empty() && mask[item] == 0) continue;
    const double q = rest + (static_cast<std::size_t>(target[item]) == i % classes ? 1 - smoothing : 0);
    if (q != 0) out[i] = -overProbability(p[i]) * mean * q;
  }
}

void fillLogitGradients(const TraceReader& trace, std::span<double> out) {
  const std::span<const double> p = trace.values("softmax"), up = trace.values("softmax.grad");
  const auto classes = static_cast<std::size_t>(trace.shapeOf("in0").back());
  for (std::size_t row = 0; row < out.size(); row += classes) {
    double sum = 0;
    for (std::size_t i = row; i < row + classes; ++i) sum += up[i] * p[i];
    for (std::size_t i = row; i < row + classes; ++i) out[i] = p[i] * up[i] - p[i] * sum;
  }
}

/// The two halves of the gradient, cross-entropy and softmax, each by itself.
Explanation explainHalf(bool softmax, std::span<const std::int64_t> index, const TraceReader& trace) {
  Explanation out;
  if (softmax) {
    out.sentence = GB_TEXT("engine", "What comes back through the softmax: raising one logit raises its own probability and lowers all others. Once more, written out, the gradient that simplifies to the probability minus the target.");
    out.formula = "\\frac{\\partial L}{\\partial x_{j}} = \\sum_{i} \\frac{\\partial L}{\\partial p_{i}}\\, p_{i}\\,([i = j] - p_{j})";
    out.terms = logitGradientTerms(index, trace);
    return out;
  }
  out.sentence = GB_TEXT("engine", "How much the loss changes with this probability: only that of the right class is in the loss, and it counts the more the smaller it is.");
  out.formula = "\\frac{\\partial L}{\\partial p_{j}} = -\\frac{1}{n}\\, \\frac{[j = t]}{p_{j}}";
  if (trace.params().number("smoothing") > 0) {
    out.sentence = GB_TEXT("engine", "How much the loss changes with this probability: by its share of the smoothed target, the more the smaller the probability is.");
    out.formula = "\\frac{\\partial L}{\\partial p_{j}} = -\\frac{1}{n}\\, \\frac{q_{j}}{p_{j}}";
  }
  out.terms = probabilityGradientTerms(index, trace);
  out.arguments = {trace.factor("softmax", index)};
  return out;
}

Explanation explain(const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) {
  if (stage != "softmax" && !itemCounts(trace, stage == "item" ? index : index.first(index.size() - 1))) return uncountedItem();
  if (stage == "softmax.grad" || stage == "logits.grad") return explainHalf(stage == "logits.grad", index, trace);
  Explanation out;
  const double smoothing = trace.params().number("smoothing"), rest = smoothing / static_cast<double>(trace.shapeOf("in0").back());
  if (stage == "item" && smoothing > 0) {
    out.sentence = GB_TEXT("engine", "The loss of one sample: minus the logarithms of all probabilities, weighed by the smoothed target.");
    out.formula = "\\ell = -\\sum_{j} q_{j} \\log p_{j}, \\quad q_{j} = (1 - \\epsilon)\\,[j = t] + \\frac{\\epsilon}{C}";
    const std::vector<std::int64_t> right = rightClass(index, trace);
    std::vector<std::int64_t> row = right;
    for (row.back() = 0; row.back() < trace.shapeOf("in0").back(); ++row.back()) {
      const Factor p = trace.factor("softmax", row);
      out.terms.push_back({{Factor{-1, "", "-1"}, Factor{rest + (row == right ? 1 - smoothing : 0), "", "q_{j}"}, Factor{std::log(p.value), "", "\\log p_{j}"}}});
      out.arguments.push_back(p);
    }
  } else if (stage == "item") {
    const double p = trace.factor("softmax", rightClass(index, trace)).value;
    out.sentence = GB_TEXT("engine", "The loss of one sample: minus the logarithm of the probability given to the right class.");
    out.formula = "\\ell = -\\log p_{t}";
    out.terms = {{{Factor{-1, "", "-1"}, Factor{std::log(p), "", "\\log p_{t}"}}}};
    out.arguments = {trace.factor("softmax", rightClass(index, trace))};
    out.arguments[0].tex = "p_{t}";
  } else if (stage == "softmax") {
    out.sentence = GB_TEXT("engine", "The probability the network gives to class %1.").arg(index.back());
    out.formula = "p_{j} = \\frac{e^{x_{j}}}{\\sum_{i} e^{x_{i}}}";
    out.terms = {{{Factor{trace.factor("softmax", index).value, "", "p_{j}"}}}};
    std::vector<std::int64_t> row(index.begin(), index.end());
    for (row.back() = 0; row.back() < trace.shapeOf("in0").back(); ++row.back()) out.arguments.push_back(trace.factor("in0", row));
  } else {
    const auto target = trace.factor("target", index.first(index.size() - 1));
    const bool right = static_cast<std::int64_t>(target.value) == index.back();
    const Factor mean = meanOf(trace);
    out.derivation = {"\\frac{\\partial L}{\\partial x_{j}} = \\sum_{i} \\frac{\\partial L}{\\partial p_{i}}\\, \\frac{\\partial p_{i}}{\\partial x_{j}}, \\quad \\frac{\\partial L}{\\partial p_{i}} = -\\frac{1}{n}\\, \\frac{[i = t]}{p_{i}}, \\quad \\frac{\\partial p_{i}}{\\partial x_{j}} = p_{i}\\,([i = j] - p_{j})",
                      "\\frac{\\partial L}{\\partial x_{j}} = -\\frac{1}{n}\\, \\frac{1}{p_{t}}\\, p_{t}\\,([t = j] - p_{j}) = \\frac{1}{n}\\,(p_{j} - [j = t])"};
    out.sentence = right ? GB_TEXT("engine", "This is the right class: the gradient is its probability minus 1, divided by the number of samples.")
                         : GB_TEXT("engine", "This class is wrong: the gradient is the probability it was given, divided by the number of samples.");
    out.formula = "\\frac{\\partial L}{\\partial x_{j}} = \\frac{1}{n}\\,(p_{j} - [j = t])";
    out.terms = {{{trace.factor("softmax", index), mean}}};
    if (right) out.terms.push_back({{Factor{-(1 - smoothing), "", smoothing > 0 ? "-(1 - \\epsilon)" : "-1"}, mean}});
    if (smoothing > 0) {
      out.sentence = GB_TEXT("engine", "The probability of this class minus what the smoothed target gives it, divided by the number of samples.");
      out.formula = "\\frac{\\partial L}{\\partial x_{j}} = \\frac{1}{n}\\,(p_{j} - q_{j})";
      out.derivation = {"\\frac{\\partial L}{\\partial x_{j}} = \\sum_{i} -\\frac{1}{n}\\, \\frac{q_{i}}{p_{i}}\\, p_{i}\\,([i = j] - p_{j}) = \\frac{1}{n} \\left( p_{j} \\sum_{i} q_{i} - q_{j} \\right), \\quad \\sum_{i} q_{i} = 1"};
      out.terms.push_back({{Factor{-rest, "", "-\\frac{\\epsilon}{C}"}, mean}});
    }
    out.arguments = {target};
  }
  return out;
}

/// The mean loss with one probability moved, the others as they are.
std::vector<double> movedLoss(const std::string& array, std::span<const std::int64_t> index, double by, const TraceReader& trace) {
  if (array != "softmax") return {};
  const double loss = trace.values("out")[0], p = trace.factor("softmax", index).value;
  if (!itemCounts(trace, index.first(index.size() - 1))) return {loss};
  const double q = targetShare(index, trace);
  return {q == 0 ? loss : loss - meanOf(trace).value * q * (std::log(p + by) - std::log(p))};
}

}  // namespace

const LossDef& loss_softmax_cross_entropy() {
  static const LossDef def = [] {
    LossDef d = baseLoss("softmax_cross_entropy", GB_TEXT("engine", "Softmax cross-entropy"),
                         GB_TEXT("engine", "For one of several classes. Takes logits, turns them into probabilities and measures how surprising the right class was: 0 when it got probability 1, ln(classes) when the network only guesses."), 'X');
    d.formula = "L = -\\frac{1}{n} \\sum_{s} \\log p_{t}^{(s)}";
    d.params = {numberParam("smoothing", GB_TEXT("engine", "Label smoothing"), GB_TEXT("engine", "Takes this share of the target away from the right class and spreads it evenly over all, so that the network need not be surer than sure. 0.1 is usual; 0 switches it off."), 0, 0, 0.99)};
    d.infer = infer;
    d.target = target;
    d.make = [](const PortType& prediction, const Params& params) -> std::unique_ptr<Loss> { return std::make_unique<SoftmaxCrossEntropy>(prediction.shape, params); };
    d.pytorch = [](std::span<const PortType>, const Params& params) {
      const double smoothing = params.number("smoothing");
      return smoothing > 0 ? "nn.CrossEntropyLoss(label_smoothing=" + writeParam(smoothing) + ")" : std::string("nn.CrossEntropyLoss()");
    };
    d.torchCall = [](std::span<const PortType> inputs, const Params& params) {
      const double smoothing = params.number("smoothing");
      const std::string arguments = inputs[0].shape.rank() == 2 ? "{0}.flatten(0, 1), {target}.flatten()" : "{0}, {target}";
      return TorchCall{"{self}(" + arguments + ")",
                       "F.cross_entropy(" + arguments + (smoothing > 0 ? ", label_smoothing=" + writeParam(smoothing) : "") + ", reduction='none')"};
    };
    const auto likeInput = [](const TraceReader& trace) { return trace.shapeOf("in0"); };
    d.stages = {{"softmax", GB_TEXT("engine", "probabilities"), "p_{j}", likeInput, nullptr, fillSoftmax},
                {"softmax.grad", GB_TEXT("engine", "gradient in the probabilities"), "\\frac{\\partial L}{\\partial p}", likeInput, nullptr, fillProbabilityGradients},
                {"logits.grad", GB_TEXT("engine", "gradient through the softmax"), "\\frac{\\partial L}{\\partial x}", likeInput, nullptr, fillLogitGradients}};
    d.explain = explain;
    d.moved = movedLoss;
    d.examples = {
        {"two classes", {{Shape{2}, Element::Number}}, {}},
        {"ten classes", {{Shape{10}, Element::Number}}, {}},
        {"every step of a sequence", {{Shape{3, 4}, Element::Number}}, {}},
        {"more than one vector register", {{Shape{33}, Element::Number}}, {}},
        {"a hundred classes", {{Shape{100}, Element::Number}}, {}},
        {"smoothed labels", {{Shape{5}, Element::Number}}, {{"smoothing", 0.1}}},
        {"smoothed labels of a sequence", {{Shape{3, 20}, Element::Number}}, {{"smoothing", 0.3}}},
    };
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
