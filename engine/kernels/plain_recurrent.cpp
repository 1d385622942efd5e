// The recurrent kernels as plain loops: the reference of the tests and the double build.
#include <cmath>

#include "engine/kernels/recurrent_kernels.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

using Index = std::ptrdiff_t;

Real sigmoid(Real x) {
  const Real e = std::exp(-std::abs(x));  // never overflows
  return (x < 0 ? e : Real(1)) / (1 + e);
}

void toLanes(Index rows, Index count, const Real* x, Index ldx, Real* lanes) {
  for (Index i = 0; i < count; ++i)
    for (Index r = 0; r < kLanes; ++r) lanes[i * kLanes + r] = r < rows ? x[r * ldx + i] : Real(0);
}

void fromLanes(Index rows, Index count, const Real* lanes, Real* y, Index ldy) {
  for (Index r = 0; r < rows; ++r)
    for (Index i = 0; i < count; ++i) y[r * ldy + i] = lanes[i * kLanes + r];
}

// Here packed weights are (N, K), row by row.
void pack(Index N, Index K, const Real* W, Real* packed) {
  for (Index i = 0; i < N * K; ++i) packed[i] = W[i];
}

void packTurned(Index N, Index K, const Real* W, Real* packed) {
  for (Index n = 0; n < N; ++n)
    for (Index k = 0; k < K; ++k) packed[n * K + k] = W[k * N + n];
}

/// sum_k w[n, k] a[k, lane]
Real dot(Index K, const Real* w, const Real* a, Index lane) {
  Real sum = 0;
  for (Index k = 0; k < K; ++k) sum += w[k] * a[k * kLanes + lane];
  return sum;
}

void forward(const RecurrentForward& run) {
  const Index H = run.hidden, I = run.in, step = H * kLanes, gates = gateCount(run.cell), kept = keptCount(run.cell);
  const bool gru = run.cell == Cell::Gru;
  for (Index t = 0; t < run.time; ++t) {
    const Real* x = run.x + t * I * kLanes;
    const bool past = t > 0 || run.resumed;
    const Real* before = past ? run.h + (t - 1) * step : nullptr;
    const auto sum = [&](const Real* fromIn, const Real* fromHidden, Index row, Index lane) {
      Real s = 0;
      if (fromIn) s += dot(I, fromIn + row * I, x, lane);
      if (fromHidden && before) s += dot(H, fromHidden + row * H, before, lane);
      return s;
    };
    for (Index j = 0; j < H; ++j)
      for (Index lane = 0; lane < kLanes; ++lane) {
        const Index at = j * kLanes + lane;
        Real a[4] = {};
        for (Index g = 0; g < (gru ? 2 : gates); ++g) a[g] = run.bias[g * H + j] + sum(run.inWeights, run.hiddenWeights, g * H + j, lane);
        Real* h = run.h + t * step;
        Real* keep = run.kept + t * kept * step;
        switch (run.cell) {
        case Cell::Tanh: h[at] = std::tanh(a[0]); break;
        case Cell::Relu: h[at] = a[0] <= 0 ? Real(0) : a[0]; break;
        case Cell::Lstm: {
          // c = f c + i g,  h = o tanh c      (Hochreiter and Schmidhuber 1997; forget gate: Gers et al. 2000)
          const Real i = sigmoid(a[0]), f = sigmoid(a[1]), g = std::tanh(a[2]), o = sigmoid(a[3]);
          const Real c = (past ? f * run.c[(t - 1) * step + at] : Real(0)) + i * g, tanhC = std::tanh(c);
          run.c[t * step + at] = c;
          h[at] = o * tanhC;
          keep[at] = i, keep[step + at] = f, keep[2 * step + at] = g, keep[3 * step + at] = o, keep[4 * step + at] = tanhC;
          break;
        }
        case Cell::Gru: {
          // n = tanh(W_in x + b_in + r q),  h = (1 - z) n + z h      (Cho et al. 2014, with PyTorch's place of r)
          const Real r = sigmoid(a[0]), z = sigmoid(a[1]);
          const Real q = run.hiddenBias[j] + sum(nullptr, run.hiddenCandidate, j, lane);
          a[2] = run.bias[2 * H + j] + sum(run.inCandidate, nullptr, j, lane) + r * q;
          const Real n = std::tanh(a[2]);
          h[at] = (1 - z) * n + (before ? z * before[at] : Real(0));
          keep[at] = r, keep[step + at] = z, keep[2 * step + at] = n, keep[3 * step + at] = q;
          break;
        }
        }
        if (run.sums)
          for (Index g = 0; g < gates; ++g) run.sums[(t * gates + g) * step + at] = a[g];
      }
  }
}

void backward(const RecurrentBackward& run) {
  const Index H = run.hidden, step = H * kLanes, gates = gateCount(run.cell), kept = keptCount(run.cell), slopes = slopeCount(run.cell);
  for (Index t = run.time; t-- > 0;) {
    Real* dh = run.dh + t * step;
    const Real* h = run.h + t * step;
    const Real* keep = run.kept + t * kept * step;
    Real* slope = run.slopes + t * slopes * step;
    Real* dhBefore = t > 0 ? dh - step : nullptr;
    for (Index at = 0; at < step; ++at) {
      Real straight = 0;  // what passes from h to the h before without a weight
      switch (run.cell) {
      case Cell::Tanh: slope[at] = dh[at] * (1 - h[at] * h[at]); break;
      case Cell::Relu: slope[at] = h[at] <= 0 ? Real(0) : dh[at]; break;
      case Cell::Lstm: {
        const Real i = keep[at], f = keep[step + at], g = keep[2 * step + at], o = keep[3 * step + at], tanhC = keep[4 * step + at];
        Real* dc = run.dc + t * step;
        const Real after = t + 1 < run.time ? dc[step + at] * run.kept[((t + 1) * kept + 1) * step + at] : Real(0);
        dc[at] = dh[at] * o * (1 - tanhC * tanhC) + after;
        slope[at] = dc[at] * g * (i * (1 - i));
        slope[step + at] = t > 0 ? dc[at] * run.c[(t - 1) * step + at] * (f * (1 - f)) : Real(0);
        slope[2 * step + at] = dc[at] * i * (1 - g * g);
        slope[3 * step + at] = dh[at] * tanhC * (o * (1 - o));
        break;
      }
      case Cell::Gru: {
        const Real r = keep[at], z = keep[step + at], n = keep[2 * step + at], q = keep[3 * step + at];
        const Real before = t > 0 ? h[at - step] : Real(0);
        const Real dn = dh[at] * (1 - z) * (1 - n * n);
        slope[at] = dn * q * (r * (1 - r));
        slope[step + at] = dh[at] * (before - n) * (z * (1 - z));
        slope[2 * step + at] = dn;
        slope[3 * step + at] = dn * r;
        straight = dh[at] * z;
        break;
      }
      }
      if (dhBefore) dhBefore[at] = (run.everyStep ? dhBefore[at] : Real(0)) + straight;
    }
    // dh before += W_hh^T slopes;  dx = W_ih^T slopes. Row n of W_hh meets q in place of n.
    for (Index lane = 0; lane < kLanes; ++lane) {
      if (dhBefore)
        for (Index j = 0; j < H; ++j) {
          const Real* w = run.hiddenWeights + j * gates * H;
          Real sum = 0;
          for (Index k = 0; k < gates * H; ++k) sum += w[k] * slope[(run.cell == Cell::Gru && k >= 2 * H ? k + H : k) * kLanes + lane];
          dhBefore[j * kLanes + lane] += sum;
        }
      if (run.dx)
        for (Index i = 0; i < run.in; ++i) run.dx[(t * run.in + i) * kLanes + lane] = dot(gates * H, run.inWeights + i * gates * H, slope, lane);
    }
  }
}

/// sum over samples and steps of slope[n] value(place of the value's step among all)
template<class Value> Real sumOver(const SequenceProduct& p, Index n, const Value& value) {
  Real sum = 0;
  for (Index g = 0; g < p.groups; ++g)
    for (Index t = p.shift; t < p.time; ++t)
      for (Index lane = 0; lane < kLanes; ++lane)
        sum += p.slopes[(g * p.time + t) * p.slopeStep + n * kLanes + lane] * value(g * p.time + t - p.shift, lane);
  return sum;
}

void weightGradient(const SequenceProduct& p, Index N, Index K, Real* dW) {
  for (Index n = 0; n < N; ++n)
    for (Index k = 0; k < K; ++k) dW[n * K + k] = sumOver(p, n, [&](Index step, Index lane) { return p.rows[(step * kLanes + lane) * K + k]; });
}

void biasGradient(const SequenceProduct& p, Index N, Real* db) {
  SequenceProduct all = p;
  all.shift = 0;
  for (Index n = 0; n < N; ++n) db[n] = sumOver(all, n, [](Index, Index) { return Real(1); });
}

}  // namespace

RecurrentKernels plainRecurrentKernels() {
  return {toLanes, fromLanes, pack, packTurned, forward, backward, weightGradient, biasGradient, 0};
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
