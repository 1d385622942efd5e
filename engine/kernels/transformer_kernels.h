// Kernels of the transformer family: layer norm over rows, and one attention head of one sample.
#pragma once

#include <cstddef>

#include "engine/core/real.h"

namespace glassbox::inline GLASSBOX_REAL_NS {

/// Rows of queries that are taken together: their scores stay in the caches between the three products that use them.
/// With a causal mask the rows of a block see keys up to the block's last one, so smaller blocks skip more of the upper half.
constexpr std::ptrdiff_t kAttentionRows = 64, kCausalRows = 32;

/// attend and attendBackward need room for (D + kAttentionRows) times so many numbers: T in whole vectors.
constexpr std::ptrdiff_t kAttentionPadding = 16;

/// Keys of so many steps make one block of the form that attendSteps reads: of each block number d of all its steps, d = 0, 1, ...
constexpr std::ptrdiff_t kKeyBlock = 64;

/// Numbers that the keys of T steps take in that form, for one head of width D.
constexpr std::ptrdiff_t keyRoom(std::ptrdiff_t T, std::ptrdiff_t D) { return (T + kKeyBlock - 1) / kKeyBlock * kKeyBlock * D; }

struct TransformerKernels {
  /// y = (x - mean) inverse * gain + bias per row, mean and inverse = 1/sqrt(variance + epsilon) of the row
  ///   x, y: (M, N)   gain, bias: (N)   mean, inverse: (M)                     (Ba et al. 2016, "Layer normalization")
  void (*layerNorm)(std::ptrdiff_t M, std::ptrdiff_t N, Real epsilon, const Real* x, const Real* gain, const Real* bias, Real* mean,
                    Real* inverse, Real* y);
  /// With h = (x - mean) inverse and g = dy * gain:  dx = inverse (g - mean(g) - h mean(g h));
  /// dy h and dy, summed over the rows, are added to dgain and dbias. dx may be null, dgain and dbias both.
  void (*layerNormBackward)(std::ptrdiff_t M, std::ptrdiff_t N, const Real* x, const Real* gain, const Real* mean, const Real* inverse,
                            const Real* dy, Real* dx, Real* dgain, Real* dbias);

  /// P = softmax(q k^T / sqrt(D)) row by row, y = P v      (Vaswani et al. 2017, 3.2.1)
  ///   q, k, v: (T, D), rows ld apart   P: (T, T)   y: (T, D), rows ldy apart
  /// causal: row i sees keys 0 .. i only; the scores of the others are not computed. P is then 0 up to the end of the
  /// block of rows, and not written behind it.
  void (*attend)(std::ptrdiff_t T, std::ptrdiff_t D, bool causal, const Real* q, const Real* k, const Real* v, std::ptrdiff_t ld, Real* P,
                 Real* y, std::ptrdiff_t ldy, Real* room);
  /// Puts the keys of the steps [begin, end) into their places: number d of step j at [j / kKeyBlock][d][j % kKeyBlock].
  ///   k: rows of those steps, ldk apart
  void (*storeKeys)(std::ptrdiff_t begin, std::ptrdiff_t end, std::ptrdiff_t D, const Real* k, std::ptrdiff_t ldk, Real* keys);
  /// What attend with a causal mask gives for the steps [begin, end), to the bit.
  ///   q, y: rows of those steps, ldq and ldy apart   keys: of all steps before `end`, as storeKeys left them
  ///   v: (end, D), rows D apart   P: room for (kCausalRows, ldp); ldp >= end, in whole vectors
  void (*attendSteps)(std::ptrdiff_t begin, std::ptrdiff_t end, std::ptrdiff_t D, const Real* q, std::ptrdiff_t ldq, const Real* keys, const Real* v,
                      Real* P, std::ptrdiff_t ldp, Real* y, std::ptrdiff_t ldy);
  /// dS = P * (dy v^T - rowsum(P * dy v^T)) / sqrt(D);  dq = dS k, dk = dS^T q, dv = P^T dy
  ///   dq, dk, dv: (T, D), rows ldd apart
  void (*attendBackward)(std::ptrdiff_t T, std::ptrdiff_t D, bool causal, const Real* q, const Real* k, const Real* v, std::ptrdiff_t ld,
                         const Real* P, const Real* dy, std::ptrdiff_t ldy, Real* dq, Real* dk, Real* dv, std::ptrdiff_t ldd, Real* room);
};

/// The same as plain loops.
const TransformerKernels& plainTransformerKernels();

}  // namespace glassbox::inline GLASSBOX_REAL_NS
