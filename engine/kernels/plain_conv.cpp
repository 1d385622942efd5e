// Convolution, pooling and the runs of batch normalization as plain loops; see plain.cpp.
#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/kernels/kernels.h"

namespace glassbox::inline GLASSBOX_REAL_NS {

namespace {

/// Place of number (channel, row, column) in a sample.
struct Layout {
  Index channels, height, width;
  bool channelsLast;
  Index at(Index channel, Index row, Index column) const {
    return channelsLast ? row * channels + channel : (channel * height + row) * width + column;
  }
  bool holds(Index row, Index column) const { return row >= 0 && row < height && column >= 0 && column < width; }
  Index size() const { return channels * height * width; }
};

Layout layoutOfX(const ConvShape& s) { return {s.inChannels, s.inHeight, s.inWidth, s.channelsLast}; }
Layout layoutOfY(const ConvShape& s) { return {s.outChannels, s.outHeight, s.outWidth, s.channelsLast}; }

/// Calls work(sample, row) for every row of a part that a sample of `height` rows has.
template<class F> void forRows(const ConvPart& part, Index height, const F& work) {
  for (Index band = part.first; band < part.first + part.count; ++band)
    for (Index row = part.begin; row < part.end; ++row) {
      const Index at = band % part.bands * part.bandRows + row;
      if (at < height) work(band / part.bands, at);
    }
}

Index noScratch(const ConvShape&, Index, Index) { return 0; }

void convForward(const ConvShape& s, const ConvPart& part, const Real* x, const Real* w, const Real* bias, Activation act, Real* y, Real*) {
  const Layout in = layoutOfX(s), out = layoutOfY(s);
  forRows(part, s.outHeight, [&](Index sample, Index i) {
    for (Index o = 0; o < s.outChannels; ++o)
      for (Index j = 0; j < s.outWidth; ++j) {
        Real sum = 0;
        for (Index c = 0; c < s.inChannels; ++c)
          for (Index u = 0; u < s.kernelH; ++u)
            for (Index v = 0; v < s.kernelW; ++v) {
              const Index row = i * s.strideH - s.padH + u * s.dilationH, column = j * s.strideW - s.padW + v * s.dilationW;
              if (in.holds(row, column)) sum += w[((o * s.inChannels + c) * s.kernelH + u) * s.kernelW + v] * x[sample * in.size() + in.at(c, row, column)];
            }
        Real& to = y[sample * out.size() + out.at(o, i, j)];
        to = bias ? sum + bias[o] : sum;
        plainKernels().activate(act, 1, &to, &to);
      }
  });
}

void convBackwardInput(const ConvShape& s, const ConvPart& part, const Real* dy, const Real* w, Real* dx, Real*) {
  const Layout in = layoutOfX(s), out = layoutOfY(s);
  forRows(part, s.inHeight, [&](Index sample, Index row) {
    for (Index c = 0; c < s.inChannels; ++c)
      for (Index column = 0; column < s.inWidth; ++column) {
        Real sum = 0;
        for (Index o = 0; o < s.outChannels; ++o)
          for (Index u = 0; u < s.kernelH; ++u)
            for (Index v = 0; v < s.kernelW; ++v) {
              const Index i = row + s.padH - u * s.dilationH, j = column + s.padW - v * s.dilationW;
              if (i % s.strideH != 0 || j % s.strideW != 0 || !out.holds(i / s.strideH, j / s.strideW)) continue;
              sum += dy[sample * out.size() + out.at(o, i / s.strideH, j / s.strideW)] * w[((o * s.inChannels + c) * s.kernelH + u) * s.kernelW + v];
            }
        dx[sample * in.size() + in.at(c, row, column)] = sum;
      }
  });
}

void convBackwardWeights(const ConvShape& s, const ConvPart& part, Index channel, Index channelEnd, const Real* x, const Real* dy, Real* dw, Real* db, Real*) {
  const Layout in = layoutOfX(s), out = layoutOfY(s);
  forRows(part, s.outHeight, [&](Index sample, Index i) {
    for (Index o = channel; o < channelEnd; ++o)
      for (Index j = 0; j < s.outWidth; ++j) {
        const Real g = dy[sample * out.size() + out.at(o, i, j)];
        if (db) db[o] += g;
        for (Index c = 0; c < s.inChannels; ++c)
          for (Index u = 0; u < s.kernelH; ++u)
            for (Index v = 0; v < s.kernelW; ++v) {
              const Index row = i * s.strideH - s.padH + u * s.dilationH, column = j * s.strideW - s.padW + v * s.dilationW;
              if (in.holds(row, column)) dw[((o * s.inChannels + c) * s.kernelH + u) * s.kernelW + v] += g * x[sample * in.size() + in.at(c, row, column)];
            }
      }
  });
}

// ---- pooling ---------------------------------------------------------------------------------------------------------------

/// Calls work(output, input) for every number of every window, plane by plane, row by row.
template<class F> void forWindows(const PoolShape& s, const F& work) {
  for (Index plane = 0; plane < s.planes; ++plane)
    for (Index i = 0; i < s.outHeight; ++i)
      for (Index j = 0; j < s.outWidth; ++j)
        for (Index u = 0; u < s.kernelH; ++u)
          for (Index v = 0; v < s.kernelW; ++v) {
            const Index row = i * s.strideH - s.padH + u, column = j * s.strideW - s.padW + v;
            if (row >= 0 && row < s.inHeight && column >= 0 && column < s.inWidth)
              work((plane * s.outHeight + i) * s.outWidth + j, (plane * s.inHeight + row) * s.inWidth + column);
          }
}

void maxForward(const PoolShape& s, const Real* x, Real* y) {
  std::fill_n(y, s.planes * s.outHeight * s.outWidth, -std::numeric_limits<Real>::infinity());
  forWindows(s, [&](Index to, Index from) {
    if (x[from] > y[to] || std::isnan(x[from])) y[to] = x[from];
  });
}

void maxBackward(const PoolShape& s, const Real* x, const Real* y, const Real* dy, Real* dx) {
  std::fill_n(dx, s.planes * s.inHeight * s.inWidth, Real(0));
  Index done = -1;  // windows come one after the other
  forWindows(s, [&](Index to, Index from) {
    if (to == done || x[from] != y[to]) return;
    dx[from] += dy[to];
    done = to;
  });
}

void averageForward(const PoolShape& s, const Real* x, Real* y) {
  const Index n = s.planes * s.outHeight * s.outWidth;
  const Real share = 1 / static_cast<Real>(s.kernelH * s.kernelW);
  std::fill_n(y, n, Real(0));
  forWindows(s, [&](Index to, Index from) { y[to] += x[from]; });
  for (Index i = 0; i < n; ++i) y[i] *= share;
}

void averageBackward(const PoolShape& s, const Real* dy, Real* dx) {
  const Real share = 1 / static_cast<Real>(s.kernelH * s.kernelW);
  std::fill_n(dx, s.planes * s.inHeight * s.inWidth, Real(0));
  forWindows(s, [&](Index from, Index to) { dx[to] += dy[from] * share; });
}

// ---- runs ------------------------------------------------------------------------------------------------------------------

double squaredDistances(Index n, const Real* x, Real mean) {
  double sum = 0;
  for (Index i = 0; i < n; ++i) sum += static_cast<double>(x[i] - mean) * static_cast<double>(x[i] - mean);
  return sum;
}

double dot(Index n, const Real* a, const Real* b) {
  double sum = 0;
  for (Index i = 0; i < n; ++i) sum += static_cast<double>(a[i]) * static_cast<double>(b[i]);
  return sum;
}

void normalizeRun(Index n, const Real* x, Real mean, Real inverse, Real gain, Real shift, Real* normal, Real* y) {
  for (Index i = 0; i < n; ++i) {
    const Real z = (x[i] - mean) * inverse;
    if (normal) normal[i] = z;
    y[i] = z * gain + shift;
  }
}

void combine(Index n, Real a, const Real* x, Real b, const Real* y, Real c, Real* z) {
  for (Index i = 0; i < n; ++i) z[i] = a * x[i] + b * y[i] + c;
}

}  // namespace

const ConvKernels& plainConv() {
  static constexpr ConvKernels table{4, noScratch, convForward, convBackwardInput, convBackwardWeights};
  return table;
}
const PoolKernels& plainPool() {
  static constexpr PoolKernels table{maxForward, maxBackward, averageForward, averageBackward};
  return table;
}
const RunKernels& plainRuns() {
  static constexpr RunKernels table{squaredDistances, dot, normalizeRun, combine};
  return table;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
