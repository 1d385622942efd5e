// Layer norm and attention as plain loops: the reference for the tests, and what the double build runs.
#include <cmath>

#include "engine/kernels/transformer_kernels.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

using Index = std::ptrdiff_t;

void layerNorm(Index M, Index N, Real epsilon, const Real* x, const Real* gain, const Real* bias, Real* mean, Real* inverse, Real* y) {
  for (Index m = 0; m < M; ++m, x += N, y += N) {
    Real sum = 0, squares = 0;
    for (Index n = 0; n < N; ++n) sum += x[n];
    mean[m] = sum / static_cast<Real>(N);
    for (Index n = 0; n < N; ++n) squares += (x[n] - mean[m]) * (x[n] - mean[m]);
    inverse[m] = 1 / std::sqrt(squares / static_cast<Real>(N) + epsilon);
    for (Index n = 0; n < N; ++n) y[n] = (x[n] - mean[m]) * inverse[m] * gain[n] + bias[n];
  }
}

void layerNormBackward(Index M, Index N, const Real* x, const Real* gain, const Real* mean, const Real* inverse, const Real* dy, Real* dx,
                       Real* dgain, Real* dbias) {
  for (Index m = 0; m < M; ++m, x += N, dy += N) {
    const auto h = [&](Index n) { return (x[n] - mean[m]) * inverse[m]; };
    Real sum = 0, dot = 0;
    for (Index n = 0; n < N; ++n) sum += dy[n] * gain[n], dot += dy[n] * gain[n] * h(n);
    if (dx)
      for (Index n = 0; n < N; ++n) dx[m * N + n] = inverse[m] * (dy[n] * gain[n] - sum / static_cast<Real>(N) - h(n) * (dot / static_cast<Real>(N)));
    if (dgain)
      for (Index n = 0; n < N; ++n) dgain[n] += dy[n] * h(n), dbias[n] += dy[n];
  }
}

void attend(Index T, Index D, bool causal, const Real* q, const Real* k, const Real* v, Index ld, Real* P, Real* y, Index ldy, Real*) {
  const Real scale = 1 / std::sqrt(static_cast<Real>(D));
  for (Index i = 0; i < T; ++i) {
    const Index seen = causal ? i + 1 : T;
    Real* p = P + i * T;
    Real top = 0, sum = 0;
    for (Index j = 0; j < seen; ++j) {
      Real score = 0;
      for (Index d = 0; d < D; ++d) score += q[i * ld + d] * k[j * ld + d];
      p[j] = score * scale;
      top = j == 0 || p[j] > top ? p[j] : top;
    }
    for (Index j = 0; j < seen; ++j) sum += p[j] = std::exp(p[j] - top);
    for (Index j = 0; j < T; ++j) p[j] = j < seen ? p[j] / sum : Real(0);
    for (Index d = 0; d < D; ++d) {
      Real mixed = 0;
      for (Index j = 0; j < seen; ++j) mixed += p[j] * v[j * ld + d];
      y[i * ldy + d] = mixed;
    }
  }
}

void storeKeys(Index begin, Index end, Index D, const Real* k, Index ldk, Real* keys) {
  for (Index j = begin; j < end; ++j)
    for (Index d = 0; d < D; ++d) keys[(j / kKeyBlock * D + d) * kKeyBlock + j % kKeyBlock] = k[(j - begin) * ldk + d];
}

void attendSteps(Index begin, Index end, Index D, const Real* q, Index ldq, const Real* keys, const Real* v, Real* p, Index, Real* y, Index ldy) {
  const Real scale = 1 / std::sqrt(static_cast<Real>(D));
  for (Index i = begin; i < end; ++i, q += ldq, y += ldy) {
    Real top = 0, sum = 0;
    for (Index j = 0; j <= i; ++j) {
      Real score = 0;
      for (Index d = 0; d < D; ++d) score += q[d] * keys[(j / kKeyBlock * D + d) * kKeyBlock + j % kKeyBlock];
      p[j] = score * scale;
      top = j == 0 || p[j] > top ? p[j] : top;
    }
    for (Index j = 0; j <= i; ++j) sum += p[j] = std::exp(p[j] - top);
    for (Index d = 0; d < D; ++d) {
      Real mixed = 0;
      for (Index j = 0; j <= i; ++j) mixed += p[j] / sum * v[j * D + d];
      y[d] = mixed;
    }
  }
}

void attendBackward(Index T, Index D, bool causal, const Real* q, const Real* k, const Real* v, Index ld, const Real* P, const Real* dy, Index ldy,
                    Real* dq, Real* dk, Real* dv, Index ldd, Real* room) {
  const Real scale = 1 / std::sqrt(static_cast<Real>(D));
  for (Index i = 0; i < T; ++i)
    for (Index d = 0; d < D; ++d) dq[i * ldd + d] = dk[i * ldd + d] = dv[i * ldd + d] = 0;
  for (Index i = 0; i < T; ++i) {
    const Index seen = causal ? i + 1 : T;
    const Real* p = P + i * T;
    Real* ds = room;
    Real dot = 0;
    for (Index j = 0; j < seen; ++j) {
      ds[j] = 0;
      for (Index d = 0; d < D; ++d) ds[j] += dy[i * ldy + d] * v[j * ld + d];
      dot += p[j] * ds[j];
    }
    for (Index j = 0; j < seen; ++j) {
      ds[j] = p[j] * (ds[j] - dot) * scale;
      for (Index d = 0; d < D; ++d) {
        dq[i * ldd + d] += ds[j] * k[j * ld + d];
        dk[j * ldd + d] += ds[j] * q[i * ld + d];
        dv[j * ldd + d] += p[j] * dy[i * ldy + d];
      }
    }
  }
}

}  // namespace

const TransformerKernels& plainTransformerKernels() {
  static constexpr TransformerKernels table{
      .layerNorm = layerNorm, .layerNormBackward = layerNormBackward, .attend = attend, .storeKeys = storeKeys, .attendSteps = attendSteps, .attendBackward = attendBackward};
  return table;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
