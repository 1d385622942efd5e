// Softmax cross-entropy from logits: how surprised the network is by the right class.
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
  if (inputs[0].shape.back() < 2) return Misfit{Error(GB_TEXT("engine", "needs one number per class, at least two; with one number use binary cross-entropy.")), {}};
  return inferLoss(inputs, 40);
}

/// exp(x_j) / sum exp(x_i) of one row, plainly.
double softmaxAt(std::span<const std::int64_t> index, const TraceReader& trace) {
  std::vector<std::int64_t> row(index.begin(), index.end());
  const std::int64_t classes = trace.shapeOf("in0").back();
  double largest = trace.factor("in0", index).value;
  for (row.back() = 0; row.back() < classes; ++row.back()) largest = std::max(largest, trace.factor("in0", row).value);
  double sum = 0;
  for (row.back() = 0; row.back() < classes; ++row.back()) sum += std::exp(trace.factor("in0", row).value - largest);
  return std::exp(trace.factor("in0", index).value - largest) / sum;
}

/// Row of the class that is right, for an item given by its index.
std::vector<std::int64_t> rightClass(std::span<const std::int64_t> item, const TraceReader& trace) {
  std::vector<std::int64_t> at(item.begin(), item.end());
  at.push_back(static_cast<std::int64_t>(trace.factor("target", item).value));
  return at;
}

Explanation explain(const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) {
  if (stage != "softmax" && !itemCounts(trace, stage == "item" ? index : index.first(index.size() - 1))) return uncountedItem();
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
  } else if (stage == "softmax") {
    out.sentence = GB_TEXT("engine", "The probability the network gives to class %1.").arg(index.back());
    out.formula = "p_{j} = \\frac{e^{x_{j}}}{\\sum_{i} e^{x_{i}}}";
    out.terms = {{{Factor{trace.factor("softmax", index).value, "", "p_{j}"}}}};
    std::vector<std::int64_t> row(index.begin(), index.end());
    for (row.back() = 0; row.back() < trace.shapeOf("in0").back(); ++row.back()) out.arguments.push_back(trace.factor("in0", row));
  } else {
    const auto target = trace.factor("target", index.first(index.size() - 1));
    const bool right = static_cast<std::int64_t>(target.value) == index.back();
    const Shape x = trace.shapeOf("in0");
    const Factor mean = itemShare(trace, x.count() / x.back());
    out.sentence = right ? GB_TEXT("engine", "This is the right class: the gradient is its probability minus 1, divided by the number of samples.")
                         : GB_TEXT("engine", "This class is wrong: the gradient is the probability it was given, divided by the number of samples.");
    out.formula = "\\frac{\\partial L}{\\partial x_{j}} = \\frac{1}{n}\\,(p_{j} - [j = t])";
    out.terms = {{{trace.factor("softmax", index), mean}}};
    if (right) out.terms.push_back({{Factor{-(1 - smoothing), "", smoothing > 0 ? "-(1 - \\epsilon)" : "-1"}, mean}});
    if (smoothing > 0) {
      out.sentence = GB_TEXT("engine", "The probability of this class minus what the smoothed target gives it, divided by the number of samples.");
      out.formula = "\\frac{\\partial L}{\\partial x_{j}} = \\frac{1}{n}\\,(p_{j} - q_{j})";
      out.terms.push_back({{Factor{-rest, "", "-\\frac{\\epsilon}{C}"}, mean}});
    }
    out.arguments = {target};
  }
  return out;
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
    d.stages = {{"softmax", GB_TEXT("engine", "probabilities"), "p_{j}", [](const TraceReader& trace) { return trace.shapeOf("in0"); }, softmaxAt}};
    d.explain = explain;
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
