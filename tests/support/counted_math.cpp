// Stands before the C library's functions whose last bit differs from computer to computer, counts the calls and hands them on.
#include <dlfcn.h>

#include "tests/support/counted_math.h"

namespace glassbox::test {
std::atomic<const char*> mathCall{nullptr};
}

namespace {
template<class F> F* next(const char* name) {
  glassbox::test::mathCall.store(name, std::memory_order_relaxed);
  return reinterpret_cast<F*>(dlsym(RTLD_NEXT, name));
}
}  // namespace

#define OF_ONE(name) \
  extern "C" double name(double x) noexcept { return next<double(double)>(#name)(x); } \
  extern "C" float name##f(float x) noexcept { return next<float(float)>(#name "f")(x); }
#define OF_TWO(name) \
  extern "C" double name(double x, double y) noexcept { return next<double(double, double)>(#name)(x, y); } \
  extern "C" float name##f(float x, float y) noexcept { return next<float(float, float)>(#name "f")(x, y); }

OF_ONE(exp)
OF_ONE(exp2)
OF_ONE(expm1)
OF_ONE(log)
OF_ONE(log2)
OF_ONE(log10)
OF_ONE(log1p)
OF_ONE(sin)
OF_ONE(cos)
OF_ONE(tan)
OF_ONE(asin)
OF_ONE(acos)
OF_ONE(atan)
OF_ONE(sinh)
OF_ONE(cosh)
OF_ONE(tanh)
OF_ONE(erf)
OF_ONE(erfc)
OF_ONE(cbrt)
OF_TWO(pow)
OF_TWO(hypot)
OF_TWO(atan2)
extern "C" void sincos(double x, double* s, double* c) noexcept { next<void(double, double*, double*)>("sincos")(x, s, c); }
extern "C" void sincosf(float x, float* s, float* c) noexcept { next<void(float, float*, float*)>("sincosf")(x, s, c); }
