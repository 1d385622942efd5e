// Every kernel as a plain loop: what a reader reads first, what the tests compare the fast ones with, and what the
// double build runs.
#include <cmath>

#include "engine/kernels/kernels.h"

namespace glassbox::inline GLASSBOX_REAL_NS {

namespace {

Real activated(Activation act, Real x) {
  switch (act) {
  case Activation::None: return x;
  case Activation::Relu: return x <= 0 ? Real(0) : x;  // NaN is not <= 0: it stays NaN
  case Activation::Sigmoid: {
    const Real e = std::exp(-std::abs(x));  // never overflows
    return (x < 0 ? e : Real(1)) / (1 + e);
  }
  case Activation::Tanh: return std::tanh(x);
  }
  return x;
}

// ---- products ----------------------------------------------------------------------------------------------------------

void productNT(Index M, Index N, Index K, const Real* X, Index ldx, const Real* W, Index ldw, const Real* bias, Activation act, Real* Y,
               Index ldy) {
  for (Index m = 0; m < M; ++m)
    for (Index n = 0; n < N; ++n) {
      Real sum = 0;
      for (Index k = 0; k < K; ++k) sum += X[m * ldx + k] * W[n * ldw + k];
      Y[m * ldy + n] = activated(act, bias ? sum + bias[n] : sum);
    }
}

// Turned strips of one row: as they are.

void turn(Index M, Index begin, Index end, Index K, const Real* X, Index ldx, Real* turned) {
  for (Index m = 0; m < M; ++m)
    for (Index k = begin; k < end; ++k) turned[m * K + k] = X[m * ldx + k];
}

void productWithTurned(Index M, Index N, Index K, const Real* X, Index ldx, const Real* turnedW, const Real* bias, Activation act, Real* Y,
                       Index ldy) {
  productNT(M, N, K, X, ldx, turnedW, K, bias, act, Y, ldy);
}

void productOfTurned(Index M, Index N, Index K, const Real* turnedX, const Real* W, Index ldw, const Real* bias, Activation act, Real* Y,
                     Index ldy) {
  productNT(M, N, K, turnedX, K, W, ldw, bias, act, Y, ldy);
}

void productNN(Index M, Index N, Index K, const Real* X, Index ldx, const Real* W, Index ldw, Real* Y, Index ldy) {
  for (Index m = 0; m < M; ++m)
    for (Index n = 0; n < N; ++n) {
      Real sum = 0;
      for (Index k = 0; k < K; ++k) sum += X[m * ldx + k] * W[k * ldw + n];
      Y[m * ldy + n] = sum;
    }
}

void productTN(Index M, Index N, Index K, const Real* X, Index ldx, const Real* W, Index ldw, Real* Y, Index ldy) {
  for (Index m = 0; m < M; ++m)
    for (Index n = 0; n < N; ++n) {
      Real sum = 0;
      for (Index k = 0; k < K; ++k) sum += X[k * ldx + m] * W[k * ldw + n];
      Y[m * ldy + n] = sum;
    }
}

void columnSums(Index M, Index N, const Real* X, Index ldx, Real* y) {
  for (Index n = 0; n < N; ++n) {
    Real sum = 0;
    for (Index m = 0; m < M; ++m) sum += X[m * ldx + n];
    y[n] = sum;
  }
}

// ---- elementwise -------------------------------------------------------------------------------------------------------

void activate(Activation act, Index n, const Real* x, Real* y) {
  for (Index i = 0; i < n; ++i) y[i] = activated(act, x[i]);
}

void activateBackward(Activation act, Index n, const Real* y, const Real* dy, Real* dx) {
  for (Index i = 0; i < n; ++i) switch (act) {
    case Activation::None: dx[i] = dy[i]; break;
    case Activation::Relu: dx[i] = y[i] <= 0 ? Real(0) : dy[i]; break;
    case Activation::Sigmoid: dx[i] = dy[i] * (y[i] * (1 - y[i])); break;
    case Activation::Tanh: dx[i] = dy[i] * (1 - y[i] * y[i]); break;
    }
}

void exponentials(Index n, const Real* x, Real* y) {
  for (Index i = 0; i < n; ++i) y[i] = std::exp(x[i]);
}

void logarithms(Index n, const Real* x, Real* y) {
  for (Index i = 0; i < n; ++i) y[i] = std::log(x[i]);
}

void add(Index n, const Real* a, const Real* b, Real* y) {
  for (Index i = 0; i < n; ++i) y[i] = a[i] + b[i];
}

void multiply(Index n, const Real* a, const Real* b, Real* y) {
  for (Index i = 0; i < n; ++i) y[i] = a[i] * b[i];
}

void scaleShift(Index M, Index N, const Real* x, const Real* scale, const Real* shift, Real* y) {
  for (Index m = 0; m < M; ++m)
    for (Index n = 0; n < N; ++n) y[m * N + n] = x[m * N + n] * scale[n] + shift[n];
}

void fromBytes(Index n, const unsigned char* x, Real divisor, Real* y) {
  for (Index i = 0; i < n; ++i) y[i] = Real(x[i]) / divisor;
}

// ---- rows ----------------------------------------------------------------------------------------------------------------

// The largest element of a row; subtracting it keeps exp from overflowing and changes no quotient. A NaN elsewhere in
// the row comes back through the sum of exponentials.
Real largest(Index N, const Real* x) {
  Real top = x[0];
  for (Index n = 1; n < N; ++n)
    if (x[n] > top) top = x[n];
  return top;
}

void softmaxRows(Index M, Index N, const Real* x, Real* y) {
  for (Index m = 0; m < M; ++m, x += N, y += N) {
    const Real top = largest(N, x);
    Real sum = 0;
    for (Index n = 0; n < N; ++n) sum += y[n] = std::exp(x[n] - top);
    for (Index n = 0; n < N; ++n) y[n] /= sum;
  }
}

void softmaxRowsBackward(Index M, Index N, const Real* y, const Real* dy, Real* dx) {
  for (Index m = 0; m < M; ++m, y += N, dy += N, dx += N) {
    Real dot = 0;
    for (Index n = 0; n < N; ++n) dot += dy[n] * y[n];
    for (Index n = 0; n < N; ++n) dx[n] = y[n] * (dy[n] - dot);
  }
}

void softmaxCrossEntropy(Index M, Index N, const Real* x, const Real* label, Real scale, Real* loss, Real* dx) {
  for (Index m = 0; m < M; ++m, x += N) {
    const Index target = static_cast<Index>(label[m]);
    const Real top = largest(N, x);
    Real sum = 0;
    for (Index n = 0; n < N; ++n) sum += std::exp(x[n] - top);
    loss[m] = std::log(sum) + (top - x[target]);
    if (!dx) continue;
    for (Index n = 0; n < N; ++n) dx[n] = (std::exp(x[n] - top) / sum - Real(n == target)) * scale;
    dx += N;
  }
}

void binaryCrossEntropy(Index n, const Real* x, const Real* t, Real scale, Real* loss, Real* dx) {
  for (Index i = 0; i < n; ++i) {
    // log(1 + e^x) = max(x, 0) + log(1 + e^-|x|)
    loss[i] = activated(Activation::Relu, x[i]) - t[i] * x[i] + std::log1p(std::exp(-std::abs(x[i])));
    if (dx) dx[i] = (activated(Activation::Sigmoid, x[i]) - t[i]) * scale;
  }
}

void squaredError(Index n, const Real* x, const Real* t, Real factor, Real scale, Real* loss, Real* dx) {
  for (Index i = 0; i < n; ++i) {
    const Real d = x[i] - t[i];
    loss[i] = factor * (d * d);
    if (dx) dx[i] = 2 * factor * d * scale;
  }
}

// ---- sums ----------------------------------------------------------------------------------------------------------------

double sum(Index n, const Real* x) {
  double s = 0;
  for (Index i = 0; i < n; ++i) s += double(x[i]);
  return s;
}

double sumOfSquares(Index n, const Real* x) {
  double s = 0;
  for (Index i = 0; i < n; ++i) s += double(x[i]) * double(x[i]);
  return s;
}

// ---- optimizers ----------------------------------------------------------------------------------------------------------

// w moves towards 0 by `step` and stops there: the proximal step of step*|w|.
Real shrunk(Real w, Real step) {
  const Real size = std::abs(w) - step;
  return std::copysign(size <= 0 ? Real(0) : size, w);
}

// Takes the step w - delta (and the L1 step behind it) and counts it.
void move(const UpdateStep& step, Real g, Real delta, Real& w, UpdateSums& sums) {
  const Real before = w;
  w -= delta;
  if (step.l1 > 0) w = shrunk(w, step.l1Rate * step.l1);
  const Real change = w - before;
  sums.gradient += double(g) * double(g);
  sums.weight += double(w) * double(w);
  sums.change += double(change) * double(change);
}

UpdateSums updateSgd(Index n, const UpdateStep& step, const Real* g, Real* w) {
  UpdateSums sums;
  for (Index i = 0; i < n; ++i) move(step, g[i], step.rate * (step.gradientScale * g[i] + step.l2 * w[i]), w[i], sums);
  return sums;
}

// v = momentum v + g;  w -= rate v      (PyTorch's form: the rate stands outside)
UpdateSums updateMomentum(Index n, const UpdateStep& step, const Real* g, Real* w, Real* velocity) {
  UpdateSums sums;
  for (Index i = 0; i < n; ++i) {
    velocity[i] = step.momentum * velocity[i] + (step.gradientScale * g[i] + step.l2 * w[i]);
    move(step, g[i], step.rate * velocity[i], w[i], sums);
  }
  return sums;
}

// v = momentum v + g;  w -= rate (g + momentum v)      (Sutskever et al. 2013, in PyTorch's form)
UpdateSums updateNesterov(Index n, const UpdateStep& step, const Real* g, Real* w, Real* velocity) {
  UpdateSums sums;
  for (Index i = 0; i < n; ++i) {
    const Real d = step.gradientScale * g[i] + step.l2 * w[i];
    velocity[i] = step.momentum * velocity[i] + d;
    move(step, g[i], step.rate * (d + step.momentum * velocity[i]), w[i], sums);
  }
  return sums;
}

// s += g^2;  w -= rate g / (sqrt(s) + epsilon)      (Duchi, Hazan and Singer 2011)
UpdateSums updateAdaGrad(Index n, const UpdateStep& step, const Real* g, Real* w, Real* squares) {
  UpdateSums sums;
  for (Index i = 0; i < n; ++i) {
    const Real d = step.gradientScale * g[i] + step.l2 * w[i];
    squares[i] += d * d;
    move(step, g[i], step.rate * d / (std::sqrt(squares[i]) + step.epsilon), w[i], sums);
  }
  return sums;
}

// s = beta2 s + (1 - beta2) g^2;  w -= rate g / (sqrt(s) + epsilon)      (Tieleman and Hinton 2012)
UpdateSums updateRmsProp(Index n, const UpdateStep& step, const Real* g, Real* w, Real* squares) {
  UpdateSums sums;
  for (Index i = 0; i < n; ++i) {
    const Real d = step.gradientScale * g[i] + step.l2 * w[i];
    squares[i] = step.beta2 * squares[i] + (1 - step.beta2) * (d * d);
    move(step, g[i], step.rate * d / (std::sqrt(squares[i]) + step.epsilon), w[i], sums);
  }
  return sums;
}

// m = beta1 m + (1 - beta1) g;  v = beta2 v + (1 - beta2) g^2;  w -= decay w + rate m / (sqrt(v) correction2 + epsilon)
// (Kingma & Ba 2015, algorithm 1, with the bias corrections folded into rate and correction2; with decay it is AdamW,
// Loshchilov & Hutter 2019.)
UpdateSums updateAdam(Index n, const UpdateStep& step, const Real* g, Real* w, Real* first, Real* second) {
  UpdateSums sums;
  for (Index i = 0; i < n; ++i) {
    const Real d = step.gradientScale * g[i] + step.l2 * w[i];
    first[i] = step.beta1 * first[i] + (1 - step.beta1) * d;
    second[i] = step.beta2 * second[i] + (1 - step.beta2) * (d * d);
    move(step, g[i], step.decay * w[i] + step.rate * first[i] / (std::sqrt(second[i]) * step.correction2 + step.epsilon), w[i], sums);
  }
  return sums;
}

}  // namespace

const Kernels& plainKernels() {
  static const Kernels table{
      .productNT = productNT,
      .turn = turn,
      .productWithTurned = productWithTurned,
      .productOfTurned = productOfTurned,
      .turnedWidth = 1,
      .longSum = 0,
      .productNN = productNN,
      .productTN = productTN,
      .columnSums = columnSums,
      .activate = activate,
      .activateBackward = activateBackward,
      .exp = exponentials,
      .log = logarithms,
      .add = add,
      .multiply = multiply,
      .scaleShift = scaleShift,
      .fromBytes = fromBytes,
      .softmaxRows = softmaxRows,
      .softmaxRowsBackward = softmaxRowsBackward,
      .softmaxCrossEntropy = softmaxCrossEntropy,
      .binaryCrossEntropy = binaryCrossEntropy,
      .squaredError = squaredError,
      .sum = sum,
      .sumOfSquares = sumOfSquares,
      .updateSgd = updateSgd,
      .updateMomentum = updateMomentum,
      .updateNesterov = updateNesterov,
      .updateAdaGrad = updateAdaGrad,
      .updateRmsProp = updateRmsProp,
      .updateAdam = updateAdam,
      .narrow = plainNarrowKernels(),
      .recurrent = plainRecurrentKernels(),
      .transformer = plainTransformerKernels(),
      .curves = plainCurveKernels(),
      .conv = plainConv(),
      .pool = plainPool(),
      .runs = plainRuns(),
      .losses = plainLossKernels(),
  };
  return table;
}

#ifdef GLASSBOX_DOUBLE
const Kernels& kernels(KernelSet) { return plainKernels(); }
#endif

}  // namespace glassbox::inline GLASSBOX_REAL_NS
