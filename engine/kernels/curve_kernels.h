// Activations whose derivative is taken from their input: kernels of one number at a time, beside the ones that a dense
// product can form (Activation in kernels.h).
#pragma once

#include <cstddef>

#include "engine/core/real.h"

namespace glassbox::inline GLASSBOX_REAL_NS {

/// What each is stands at curveAt in plain_curves.cpp.
enum class CurveKind { LeakyRelu, Elu, Gelu, GeluTanh, Silu, Softplus };

/// A function of one number: its kind and the number it is set by (LeakyRelu: slope below 0, Elu: alpha; else unused).
struct Curve {
  CurveKind kind = CurveKind::Silu;
  Real parameter = 0;
};

struct CurveKernels {
  /// y = f(x); y may be x
  void (*apply)(Curve curve, std::ptrdiff_t n, const Real* x, Real* y);
  /// dx = dy f'(x); dx may be dy
  void (*backward)(Curve curve, std::ptrdiff_t n, const Real* x, const Real* dy, Real* dx);
};

/// The same as plain loops.
const CurveKernels& plainCurveKernels();

}  // namespace glassbox::inline GLASSBOX_REAL_NS
