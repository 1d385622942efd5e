// The loss kernels as plain loops: what the tests compare the fast ones with, and what the double build runs.
#include <cmath>

#include "engine/kernels/loss_kernels.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

void absoluteError(std::ptrdiff_t n, const Real* x, const Real* t, Real scale, Real* loss, Real* dx) {
  for (std::ptrdiff_t i = 0; i < n; ++i) {
    const Real d = x[i] - t[i];
    loss[i] = std::abs(d);
    if (dx) dx[i] = d == 0 ? Real(0) : std::copysign(scale, d);
  }
}

// Huber 1964
void huber(std::ptrdiff_t n, const Real* x, const Real* t, Real delta, Real scale, Real* loss, Real* dx) {
  for (std::ptrdiff_t i = 0; i < n; ++i) {
    const Real d = x[i] - t[i], size = std::abs(d);
    const Real pull = size > delta ? std::copysign(delta, d) : d;
    // pull (d - pull/2) is d^2/2 inside and delta (|d| - delta/2) outside
    loss[i] = pull * (d - pull / 2);
    if (dx) dx[i] = pull * scale;
  }
}

// Cortes and Vapnik 1995
void hinge(std::ptrdiff_t n, const Real* x, const Real* t, Real margin, Real scale, Real* loss, Real* dx) {
  for (std::ptrdiff_t i = 0; i < n; ++i) {
    const Real s = 2 * t[i] - 1, missing = margin - s * x[i];
    loss[i] = missing <= 0 ? Real(0) : missing;
    if (dx) dx[i] = missing <= 0 ? Real(0) : -s * scale;
  }
}

// Szegedy et al. 2016, section 7
void smoothedCrossEntropy(std::ptrdiff_t M, std::ptrdiff_t N, const Real* x, const Real* label, Real smoothing, Real scale, Real* loss, Real* dx) {
  const Real rest = smoothing / Real(N);
  for (std::ptrdiff_t m = 0; m < M; ++m, x += N) {
    const auto target = static_cast<std::ptrdiff_t>(label[m]);
    Real top = x[0], sum = 0, logits = 0;
    for (std::ptrdiff_t n = 1; n < N; ++n)
      if (x[n] > top) top = x[n];
    for (std::ptrdiff_t n = 0; n < N; ++n) sum += std::exp(x[n] - top), logits += x[n] - top;
    loss[m] = std::log(sum) - (1 - smoothing) * (x[target] - top) - rest * logits;
    if (!dx) continue;
    for (std::ptrdiff_t n = 0; n < N; ++n) dx[n] = (std::exp(x[n] - top) / sum - (n == target ? 1 - smoothing : Real(0)) - rest) * scale;
    dx += N;
  }
}

}  // namespace

const LossKernels& plainLossKernels() {
  static constexpr LossKernels table{.absoluteError = absoluteError, .huber = huber, .hinge = hinge, .smoothedCrossEntropy = smoothedCrossEntropy};
  return table;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
