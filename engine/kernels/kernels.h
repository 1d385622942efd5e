// The arithmetic: plain functions on raw pointers, built for several instruction sets and chosen once at start.
//
// No function here knows a layer, a thread or a view. Callers cut the work into blocks and call a kernel per block; every
// element of a result is formed in one call, in an order that depends on the sizes alone.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "engine/core/real.h"
#include "engine/kernels/narrow.h"
#include "engine/kernels/recurrent_kernels.h"
#include "engine/kernels/transformer_kernels.h"
#include "engine/kernels/curve_kernels.h"
#include "engine/kernels/conv_kernels.h"
#include "engine/kernels/loss_kernels.h"

namespace glassbox {

/// Instruction sets, as the x86-64 levels name them: v2 SSE4.2, v3 AVX2 and FMA, v4 AVX-512 F/BW/DQ/VL.
enum class KernelSet { v2, v3, v4 };

/// The set named by the environment variable GLASSBOX_KERNELS, or the best this processor can run. A name that cannot be
/// honored gives the best one too; main() has told the user before, see chooseKernelSet() in cpu.h.
KernelSet defaultKernelSet();
bool canRun(KernelSet set);
const char* name(KernelSet set);
std::optional<KernelSet> kernelSetNamed(std::string_view name);

inline namespace GLASSBOX_REAL_NS {

/// An activation that can be formed while a dense product is written out. Derivatives are taken from the output.
enum class Activation { None, Relu, Sigmoid, Tanh };

/// Sums a fused optimizer leaves behind for norm and ratio plots: of g^2, w^2 (after) and (change of w)^2.
struct UpdateSums {
  double gradient = 0, weight = 0, change = 0;
  void add(const UpdateSums& other) { gradient += other.gradient, weight += other.weight, change += other.change; }
};

/// Numbers of one optimizer step, the same for every weight of a tensor.
struct UpdateStep {
  Real rate = 0;        ///< learning rate of this step; for Adam with the bias corrections folded in by the caller
  Real momentum = 0;    ///< SGD with momentum
  Real beta1 = 0, beta2 = 0, epsilon = 0;  ///< Adam; RMSProp and AdaGrad use some
  Real correction2 = 1; ///< Adam: 1/sqrt(1 - beta2^t)
  Real gradientScale = 1;  ///< the gradient is multiplied by it first (clipping); sums of squares are of the gradient as it came
  Real decay = 0;       ///< Adam: w also moves by decay*w towards 0, apart from the gradient (AdamW: rate times weight decay)
  Real l2 = 0;          ///< adds l2*w to the gradient
  Real l1 = 0;          ///< proximal: after the step w moves towards 0 by rate*l1, and stops there
  Real l1Rate = 0;      ///< the plain learning rate that l1 is multiplied by
};

struct Kernels {
  // ---- products; sizes in elements, ld* the distance between rows -------------------------------------------------
  /// Y[m,n] = act( sum_k X[m,k] W[n,k] + bias[n] )    X: (M,K) W: (N,K) Y: (M,N); bias may be null
  void (*productNT)(Index M, Index N, Index K, const Real* X, Index ldx, const Real* W, Index ldw, const Real* bias, Activation act,
                    Real* Y, Index ldy);
  /// For long sums over many rows one factor can be turned first, once for all blocks of Y: X (M,K) then stands in strips of
  /// turnedWidth rows, in each row behind row of k. Room: M, rounded up to turnedWidth, times K. `turn` does k = begin..end-1.
  void (*turn)(Index M, Index begin, Index end, Index K, const Real* X, Index ldx, Real* turned);
  /// productNT of all rows of a turned W, or of all rows of a turned X.
  void (*productWithTurned)(Index M, Index N, Index K, const Real* X, Index ldx, const Real* turnedW, const Real* bias, Activation act,
                            Real* Y, Index ldy);
  void (*productOfTurned)(Index M, Index N, Index K, const Real* turnedX, const Real* W, Index ldw, const Real* bias, Activation act,
                          Real* Y, Index ldy);
  Index turnedWidth;
  Index longSum;  ///< productNT sums of more terms by dot products: then turning can pay
  /// Y[m,n] = sum_k X[m,k] W[k,n]                      X: (M,K) W: (K,N)
  void (*productNN)(Index M, Index N, Index K, const Real* X, Index ldx, const Real* W, Index ldw, Real* Y, Index ldy);
  /// Y[m,n] = sum_k X[k,m] W[k,n]                      X: (K,M) W: (K,N)
  void (*productTN)(Index M, Index N, Index K, const Real* X, Index ldx, const Real* W, Index ldw, Real* Y, Index ldy);
  /// y[n] = sum_m X[m,n]                               X: (M,N)
  void (*columnSums)(Index M, Index N, const Real* X, Index ldx, Real* y);

  // ---- elementwise --------------------------------------------------------------------------------------------------
  void (*activate)(Activation act, Index n, const Real* x, Real* y);
  /// dx = dy * act'(x), from the output y
  void (*activateBackward)(Activation act, Index n, const Real* y, const Real* dy, Real* dx);
  /// y = e^x and y = log x
  void (*exp)(Index n, const Real* x, Real* y);
  void (*log)(Index n, const Real* x, Real* y);
  void (*add)(Index n, const Real* a, const Real* b, Real* y);
  void (*multiply)(Index n, const Real* a, const Real* b, Real* y);
  /// y[m,n] = x[m,n] * scale[n] + shift[n]
  void (*scaleShift)(Index M, Index N, const Real* x, const Real* scale, const Real* shift, Real* y);
  /// y = x / divisor for bytes: how a picture becomes numbers
  void (*fromBytes)(Index n, const unsigned char* x, Real divisor, Real* y);

  // ---- rows -----------------------------------------------------------------------------------------------------------
  void (*softmaxRows)(Index M, Index N, const Real* x, Real* y);
  /// dx = y * (dy - sum(dy*y)) per row
  void (*softmaxRowsBackward)(Index M, Index N, const Real* y, const Real* dy, Real* dx);
  /// loss[m] = log(sum_n exp x[m,n]) - x[m,label[m]];  dx[m,n] = (softmax(x)[m,n] - [n = label]) * scale.  dx may be null.
  void (*softmaxCrossEntropy)(Index M, Index N, const Real* x, const Real* label, Real scale, Real* loss, Real* dx);
  /// loss = log(1 + exp x) - t x, stable;  dx = (sigmoid(x) - t) * scale.  dx may be null.
  void (*binaryCrossEntropy)(Index n, const Real* x, const Real* t, Real scale, Real* loss, Real* dx);
  /// loss = factor (x - t)^2;  dx = 2 factor (x - t) * scale.  dx may be null.
  void (*squaredError)(Index n, const Real* x, const Real* t, Real factor, Real scale, Real* loss, Real* dx);

  // ---- sums; double, in one fixed order ----------------------------------------------------------------------------
  double (*sum)(Index n, const Real* x);
  double (*sumOfSquares)(Index n, const Real* x);

  // ---- optimizers: one pass over n weights; g keeps the loss's own gradient ------------------------------------------
  UpdateSums (*updateSgd)(Index n, const UpdateStep& step, const Real* g, Real* w);
  UpdateSums (*updateMomentum)(Index n, const UpdateStep& step, const Real* g, Real* w, Real* velocity);
  UpdateSums (*updateNesterov)(Index n, const UpdateStep& step, const Real* g, Real* w, Real* velocity);
  UpdateSums (*updateAdaGrad)(Index n, const UpdateStep& step, const Real* g, Real* w, Real* squares);
  UpdateSums (*updateRmsProp)(Index n, const UpdateStep& step, const Real* g, Real* w, Real* squares);
  UpdateSums (*updateAdam)(Index n, const UpdateStep& step, const Real* g, Real* w, Real* first, Real* second);

  NarrowKernels narrow;
  RecurrentKernels recurrent;
  TransformerKernels transformer;
  CurveKernels curves;
  ConvKernels conv;
  PoolKernels pool;
  RunKernels runs;
  LossKernels losses;
};

/// The table of one instruction set. In the double build every set is the same plain one.
const Kernels& kernels(KernelSet set);

/// The same functions as plain loops: the reference the tests compare with.
const Kernels& plainKernels();
const ConvKernels& plainConv();
const PoolKernels& plainPool();
const RunKernels& plainRuns();

}  // namespace GLASSBOX_REAL_NS
}  // namespace glassbox
