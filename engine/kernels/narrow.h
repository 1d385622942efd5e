// Chains of small dense layers, trained with the samples of a batch on the vector lanes.
//
// In a network of a few units a row of a matrix fills no vector, and calls cost more than arithmetic. Here a unit's numbers
// for all samples of the batch stand side by side, one kernel call does a whole forward, and one a whole backward.
#pragma once

#include <cstddef>

#include "engine/core/real.h"
#include "engine/kernels/curve_kernels.h"

namespace glassbox::inline GLASSBOX_REAL_NS {

using Index = std::ptrdiff_t;
enum class Activation;

constexpr int kNarrowLayers = 8;
constexpr Index kNarrowWidth = 32;  ///< widest layer: from here on the ordinary products are as fast

/// y = activation(x W^T + b)     W: (out, in) and b: (out) at these places of the arenas
struct NarrowLayer {
  Index in = 0, out = 0;
  Index weight = 0, bias = -1;  ///< bias -1: none
  Activation activation{};
  bool curved = false;    ///< `curve` is the activation
  Curve curve{};
  // Where to write what the kernels hold, (batch, out) as everybody else reads it; null: nobody wants it.
  Real* sum = nullptr;    ///< before the activation
  Real* y = nullptr;
  Real* dy = nullptr;
  Real* dSum = nullptr;
};

enum class NarrowLoss { None, SquaredError, AbsoluteError, Huber, Hinge, BinaryCrossEntropy, SoftmaxCrossEntropy };

struct NarrowChain {
  int layers = 0;
  NarrowLayer layer[kNarrowLayers];
  NarrowLoss loss = NarrowLoss::None;
  Real factor = 1;       ///< of the squared error; delta of Huber's, margin of the hinge loss
  Real* dx = nullptr;    ///< gradient in the input, (batch, in), or null

  Index inputs() const { return layer[0].in; }
  Index outputs() const { return layer[layers - 1].out; }
  /// Losses per sample.
  Index items() const { return loss == NarrowLoss::SoftmaxCrossEntropy ? 1 : outputs(); }
};

struct NarrowKernels {
  /// Numbers of working memory for a batch of this size; forward leaves there what backward needs.
  Index (*room)(const NarrowChain& chain, Index batch);
  /// x: (batch, in)  target: (batch, items), or null for no loss  itemLoss: (batch, items), or null. Returns the sum of the
  /// item losses.
  double (*forward)(const NarrowChain& chain, Index batch, const Real* x, const Real* target, const Real* weights, Real* itemLoss, Real* room);
  /// Gradients of the mean item loss of the last forward.
  void (*backward)(const NarrowChain& chain, Index batch, const Real* weights, Real* gradients, Real* room);
};

/// The same as plain loops.
const NarrowKernels& plainNarrowKernels();

}  // namespace glassbox::inline GLASSBOX_REAL_NS
