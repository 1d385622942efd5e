// Kernels of losses beside the three usual ones: of each number or row the loss, and its gradient.
#pragma once

#include <cstddef>

#include "engine/core/real.h"

namespace glassbox::inline GLASSBOX_REAL_NS {

/// dx is multiplied by `scale`, and may be null in all of them.
struct LossKernels {
  /// loss = |x - t|;  dx = sign(x - t), 0 where they are equal
  void (*absoluteError)(std::ptrdiff_t n, const Real* x, const Real* t, Real scale, Real* loss, Real* dx);
  /// With d = x - t: loss = d^2/2 for |d| <= delta, else delta (|d| - delta/2);  dx = d cut off at -delta and delta
  void (*huber)(std::ptrdiff_t n, const Real* x, const Real* t, Real delta, Real scale, Real* loss, Real* dx);
  /// With s = 2t - 1: loss = max(0, margin - s x);  dx = -s where the loss is above 0, else 0
  void (*hinge)(std::ptrdiff_t n, const Real* x, const Real* t, Real margin, Real scale, Real* loss, Real* dx);
  /// Cross-entropy with the target (1 - smoothing) [n = label] + smoothing / N.
  ///   x: (M, N)   label: (M)   loss: (M)   dx: (M, N)
  void (*smoothedCrossEntropy)(std::ptrdiff_t M, std::ptrdiff_t N, const Real* x, const Real* label, Real smoothing, Real scale, Real* loss, Real* dx);
};

/// The same as plain loops.
const LossKernels& plainLossKernels();

}  // namespace glassbox::inline GLASSBOX_REAL_NS
