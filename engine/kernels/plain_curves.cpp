// The curves as plain loops: what the tests compare the fast ones with, and what the double build runs.
#include <cmath>

#include "engine/kernels/curve_kernels.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

constexpr Real kRootHalf = static_cast<Real>(0.70710678118654752440);         // sqrt(1/2)
constexpr Real kRootTwoOverPi = static_cast<Real>(0.79788456080286535588);    // sqrt(2/pi)
constexpr Real kCubic = static_cast<Real>(0.044715);

Real logistic(Real x) {
  const Real e = std::exp(-std::abs(x));  // never overflows
  return (x < 0 ? e : Real(1)) / (1 + e);
}

struct Point {
  Real y, slope;
};

/// f(x) and f'(x).
Point curveAt(Curve curve, Real x) {
  switch (curve.kind) {
  case CurveKind::LeakyRelu:  // x above 0, slope x below     (Maas, Hannun and Ng 2013)
    return x <= 0 ? Point{curve.parameter * x, curve.parameter} : Point{x, 1};
  case CurveKind::Elu:  // x above 0, alpha (e^x - 1) below     (Clevert, Unterthiner and Hochreiter 2016)
    return x <= 0 ? Point{curve.parameter * std::expm1(x), curve.parameter * std::exp(x)} : Point{x, 1};
  case CurveKind::Gelu: {  // x P(a standard normal number is below x)     (Hendrycks and Gimpel 2016)
    const Real below = std::erfc(-x * kRootHalf) / 2, density = kRootTwoOverPi / 2 * std::exp(-x * x / 2);
    return {x * below, below + x * density};
  }
  case CurveKind::GeluTanh: {  // the same with P = (1 + tanh u) / 2, u = sqrt(2/pi) (x + 0.044715 x^3), which is 1 / (1 + e^-2u)
    const Real u = kRootTwoOverPi * (x + kCubic * x * x * x), s = logistic(2 * u);
    return {x * s, s + x * 2 * s * (1 - s) * kRootTwoOverPi * (1 + 3 * kCubic * x * x)};
  }
  case CurveKind::Silu: {  // x / (1 + e^-x)     (Elfwing, Uchibe and Doya 2018)
    const Real s = logistic(x);
    return {x * s, s + x * s * (1 - s)};
  }
  case CurveKind::Softplus:  // log(1 + e^x)     (Dugas et al. 2001)
    return {(x < 0 ? Real(0) : x) + std::log1p(std::exp(-std::abs(x))), logistic(x)};
  }
  return {x, 1};
}

void apply(Curve curve, std::ptrdiff_t n, const Real* x, Real* y) {
  for (std::ptrdiff_t i = 0; i < n; ++i) y[i] = curveAt(curve, x[i]).y;
}

void backward(Curve curve, std::ptrdiff_t n, const Real* x, const Real* dy, Real* dx) {
  for (std::ptrdiff_t i = 0; i < n; ++i) dx[i] = dy[i] * curveAt(curve, x[i]).slope;
}

}  // namespace

const CurveKernels& plainCurveKernels() {
  static constexpr CurveKernels table{.apply = apply, .backward = backward};
  return table;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
