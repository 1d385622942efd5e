// exp, log, sin, cos from additions, multiplications and divisions alone: the same bits on every computer.
//
// A C library chooses its version by the processor, so its last bit differs from machine to machine. What is drawn
// once and then kept (data, initial weights) uses these instead. Relative error below 4e-16 on the ranges used here.
#pragma once

namespace glassbox::portable {

/// e^x. Argument reduction by ln 2 in two parts, then a Taylor polynomial on |r| <= 0.35.
double exp(double x);

/// Natural logarithm of x > 0; -infinity for 0, NaN below.
double log(double x);

/// Sine and cosine for |x| < 1e5 (beyond, the reduction by pi/2 in three parts loses digits).
double sin(double x);
double cos(double x);

}  // namespace glassbox::portable
