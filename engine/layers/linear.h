// The product y = x W^T + b of layers with weights, cut into blocks for the team.
#pragma once

#include "engine/layers/layer.h"

namespace glassbox::inline GLASSBOX_REAL_NS {

/// x: (rows, in)   y: (rows, out)   W: (out, in)   b: (out)
struct LinearShape {
  std::int64_t rows = 0, in = 0, out = 0;
};

/// Pass::room that linearForward needs for at most so many rows.
std::int64_t linearRoom(const Kernels& kernels, const LinearShape& most);

/// y = act(x W^T + b); b may be null. In which order a long sum's terms are added depends on the shape, rows included: the
/// same row among more or fewer others can differ in its last bits.
void linearForward(const Pass& pass, const LinearShape& shape, const Real* x, const Real* w, const Real* b, Activation activation, Real* y);

// dx = dy W,  dW = dy^T x,  db = sum over rows of dy   (Goodfellow et al. 2016, 6.5.6, rows are samples)
// Not divided by the batch: the loss has put 1/batch into dy.

/// Must be called before linearBackwardWeights: once a range of dW is finished, the optimizer may already change W.
void linearBackwardInput(const Pass& pass, const LinearShape& shape, const Real* dy, const Real* w, Real* dx);

/// Gradients of the layer's weights number `weight` (W) and `bias` (b; -1 for none); tells the sink.
void linearBackwardWeights(const BackwardPass& pass, const LinearShape& shape, const Real* dy, const Real* x, int weight, int bias);

}  // namespace glassbox::inline GLASSBOX_REAL_NS
