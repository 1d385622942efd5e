// Convolutions and pooling: what a caller says of their sizes, and the table of their kernels.
#pragma once

#include <cstddef>

#include "engine/core/real.h"

namespace glassbox::inline GLASSBOX_REAL_NS {

using Index = std::ptrdiff_t;
enum class Activation;

/// Sizes of a convolution, PyTorch's cross-correlation:
///   y[o, i, j] = bias[o] + sum over c, u, v of w[o, c, u, v] x[c, i strideH - padH + u dilationH, j strideW - padW + v dilationW]
/// where x is 0 outside. x: (inChannels, inHeight, inWidth)   y: (outChannels, outHeight, outWidth)   w: (out, in, kernelH, kernelW)
struct ConvShape {
  Index inChannels = 1, inHeight = 1, inWidth = 1;
  Index outChannels = 1, outHeight = 1, outWidth = 1;
  Index kernelH = 1, kernelW = 1, strideH = 1, strideW = 1, padH = 0, padW = 0, dilationH = 1, dilationW = 1;
  bool channelsLast = false;  ///< a sequence: x is (inHeight, inChannels), y is (outHeight, outChannels), both widths are 1

  Index inSize() const { return inChannels * inHeight * inWidth; }
  Index outSize() const { return outChannels * outHeight * outWidth; }
  Index taps() const { return inChannels * kernelH * kernelW; }  ///< products per output
};

/// The rows that one call works on. Every sample is cut into bands of rows, the last of which may be shorter; bands are
/// numbered through the batch, and each takes one lane. Rows are those of y, for the gradient in x those of x, and there
/// bandRows and begin are multiples of strideH.
struct ConvPart {
  Index bands = 1;         ///< per sample
  Index bandRows = 1;
  Index first = 0, count = 1;  ///< bands first .. first+count-1, at most ConvKernels::lanes; band v is of sample v / bands
  Index begin = 0, end = 1;    ///< rows of each band
};

/// Sizes of a pooling window; pictures of one sample are `planes` planes one behind the other.
struct PoolShape {
  Index planes = 1, inHeight = 1, inWidth = 1, outHeight = 1, outWidth = 1;
  Index kernelH = 1, kernelW = 1, strideH = 1, strideW = 1, padH = 0, padW = 0;
};

struct ConvKernels {
  Index lanes;  ///< bands that one call can take
  /// Numbers of room to work in that a call needs whose part has at most `rows` rows (of y and of x).
  Index (*scratch)(const ConvShape& shape, Index outRows, Index inRows);
  /// y = act(conv(x) + bias); bias may be null.
  void (*forward)(const ConvShape& shape, const ConvPart& part, const Real* x, const Real* w, const Real* bias, Activation act, Real* y, Real* scratch);
  /// dx[c, r, q] = sum over o, u, v of w[o, c, u, v] dy[o, i, j] where output (i, j) reads (r, q) with (u, v).
  void (*backwardInput)(const ConvShape& shape, const ConvPart& part, const Real* dy, const Real* w, Real* dx, Real* scratch);
  /// Adds this part's share to dw[o, c, u, v] = sum of dy[o, i, j] x[...] and to db[o] = sum of dy[o, i, j] (db may be null), for
  /// the output channels `channel` .. `channelEnd`-1.
  void (*backwardWeights)(const ConvShape& shape, const ConvPart& part, Index channel, Index channelEnd, const Real* x, const Real* dy, Real* dw, Real* db, Real* scratch);
};

struct PoolKernels {
  /// y = the largest number of each window. A NaN in the window is the largest.
  void (*maxForward)(const PoolShape& shape, const Real* x, Real* y);
  /// dx: dy goes to the first number of its window, row by row, that equals y. Windows that overlap add up.
  void (*maxBackward)(const PoolShape& shape, const Real* x, const Real* y, const Real* dy, Real* dx);
  /// y = sum over the window / (kernelH kernelW): what is padded counts as 0.
  void (*averageForward)(const PoolShape& shape, const Real* x, Real* y);
  void (*averageBackward)(const PoolShape& shape, const Real* dy, Real* dx);
};

/// Batch normalization works on runs of numbers that share a mean: the planes of one channel.
struct RunKernels {
  /// sum of (x - mean)^2
  double (*squaredDistances)(Index n, const Real* x, Real mean);
  double (*dot)(Index n, const Real* a, const Real* b);
  /// normal = (x - mean) inverse, y = normal gain + shift; `normal` may be null
  void (*normalize)(Index n, const Real* x, Real mean, Real inverse, Real gain, Real shift, Real* normal, Real* y);
  /// z = a x + b y + c
  void (*combine)(Index n, Real a, const Real* x, Real b, const Real* y, Real c, Real* z);
};

}  // namespace glassbox::inline GLASSBOX_REAL_NS
