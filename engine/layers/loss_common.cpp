#include "engine/layers/loss_common.h"

#include <algorithm>

namespace glassbox::inline GLASSBOX_REAL_NS {

Real lossScale(const LossPass& pass, std::int64_t items) {
  const std::int64_t n = pass.batch * items;
  double counted = static_cast<double>(n);
  if (pass.mask) counted = pass.kernels->sum(n, pass.mask);
  return static_cast<Real>(1.0 / std::max(counted, 1.0));
}

void maskGradient(const LossPass& pass, std::int64_t items, std::int64_t width) {
  if (!pass.mask || !pass.dx) return;
  for (std::int64_t i = 0; i < pass.batch * items; ++i)
    if (pass.mask[i] == 0) std::fill_n(pass.dx + i * width, width, Real(0));
}

Factor itemShare(const TraceReader& trace, std::int64_t items) {
  double counted = static_cast<double>(items);
  if (trace.has("mask")) {
    counted = 0;
    const Shape shape = trace.shapeOf("mask");
    std::vector<std::int64_t> index(static_cast<std::size_t>(shape.rank()), 0);
    for (std::int64_t i = 0; i < shape.count(); ++i) {
      counted += trace.factor("mask", index).value;
      for (std::size_t axis = index.size(); axis-- > 0;) {
        if (++index[axis] < shape[static_cast<int>(axis)]) break;
        index[axis] = 0;
      }
    }
  }
  return {1.0 / std::max(counted, 1.0), "", "\\frac{1}{n}"};
}

bool itemCounts(const TraceReader& trace, std::span<const std::int64_t> item) { return !trace.has("mask") || trace.factor("mask", item).value != 0; }

Explanation uncountedItem() {
  Explanation out;
  out.sentence = GB_TEXT("engine", "The mask is 0 here: this item does not count, and nothing is learned from it.");
  out.formula = "0";
  out.terms = {{{Factor{0, "", "0"}}}};
  return out;
}

Fit<Inference> inferLoss(std::span<const PortType> inputs, std::int64_t flopsPerNumber) {
  if (inputs[0].element == Element::Token) return Misfit{Error(GB_TEXT("engine", "compares numbers, and gets tokens.")), {}};
  Inference out;
  out.forwardFlops = out.backwardFlops = flopsPerNumber * inputs[0].shape.count();
  return out;
}

LossDef baseLoss(std::string key, Text title, Text help, char letter) {
  LossDef d;
  d.key = std::move(key);
  d.title = std::move(title);
  d.help = std::move(help);
  d.group = LayerGroup::Loss;
  d.icon = "loss";
  d.letter = letter;
  return d;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
