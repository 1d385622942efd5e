// exp, log, sin, cos and powers from additions, multiplications and divisions alone: the same bits on every computer.
//
// A C library chooses its version by the processor, so its last bit differs from machine to machine. What is drawn
// once and then kept (data, initial weights), and what decides a step (learning rates), uses these instead. Relative error
// below 4e-16 on the ranges used here.
#pragma once

#include <cstdint>

namespace glassbox::portable {

/// e^x. Argument reduction by ln 2 in two parts, then a Taylor polynomial on |r| <= 0.35.
double exp(double x);

/// Natural logarithm of x > 0; -infinity for 0, NaN below.
double log(double x);

/// Sine and cosine for |x| < 1e5 (beyond, the reduction by pi/2 in three parts loses digits).
double sin(double x);
double cos(double x);

/// x^n for n >= 0 by repeated squaring; each of the log2(n) squarings doubles the relative error of the one before, so that it is
/// below n * 2e-16.
double power(double x, std::int64_t n);

/// x^y for x > 0 and 0 <= y < 2^53: the whole part of y by `power`, so that it is exact where that is.
double pow(double x, double y);

}  // namespace glassbox::portable
