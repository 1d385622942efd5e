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
