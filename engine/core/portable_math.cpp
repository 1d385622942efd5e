#include "engine/core/portable_math.h"

#include <cmath>
#include <limits>

namespace glassbox::portable {
namespace {

// pi/2 in three parts whose products with a small whole number are exact (fdlibm's split).
constexpr double kHalfPi1 = 1.57079632673412561417e+00;
constexpr double kHalfPi2 = 6.07710050630396597660e-11;
constexpr double kHalfPi3 = 2.02226624879595063154e-21;
constexpr double kTwoOverPi = 6.36619772367581382433e-01;
constexpr double kLn2High = 6.93147180369123816490e-01;
constexpr double kLn2Low = 1.90821492927058770002e-10;

/// x - x^3/3! + x^5/5! ... on |x| <= pi/4; the first term left out is below 1e-18.
double sinPart(double x) {
  const double s = x * x;
  double sum = 0;
  for (int k = 17; k >= 3; k -= 2) sum = (sum + 1.0) * (-s / static_cast<double>(k * (k - 1)));
  return x + x * sum;
}

double cosPart(double x) {
  const double s = x * x;
  double sum = 0;
  for (int k = 18; k >= 2; k -= 2) sum = (sum + 1.0) * (-s / static_cast<double>(k * (k - 1)));
  return 1.0 + sum;
}

/// Turns x into a quarter number (0..3) and a rest in [-pi/4, pi/4].
int reduce(double x, double& rest) {
  const double n = std::nearbyint(x * kTwoOverPi);
  rest = ((x - n * kHalfPi1) - n * kHalfPi2) - n * kHalfPi3;
  return static_cast<int>(static_cast<long long>(n) & 3);
}

}  // namespace

double exp(double x) {
  if (!(x == x)) return x;
  if (x > 709.7) return std::numeric_limits<double>::infinity();
  if (x < -745.0) return 0.0;
  const double n = std::nearbyint(x / 0.69314718055994530942);
  const double r = (x - n * kLn2High) - n * kLn2Low;
  double sum = 1.0;
  for (int k = 14; k >= 1; --k) sum = 1.0 + sum * r / static_cast<double>(k);
  return std::ldexp(sum, static_cast<int>(n));
}

double log(double x) {
  if (!(x > 0)) return x == 0 ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::quiet_NaN();
  if (x == std::numeric_limits<double>::infinity()) return x;
  int exponent = 0;
  double m = std::frexp(x, &exponent);  // [0.5, 1)
  if (m < 0.70710678118654752440) m *= 2, --exponent;
  // log m = 2 atanh(z) with z = (m-1)/(m+1), |z| <= 0.172
  const double z = (m - 1.0) / (m + 1.0);
  const double s = z * z;
  double sum = 0;
  for (int k = 23; k >= 3; k -= 2) sum = (sum + 1.0 / static_cast<double>(k)) * s;
  return exponent * kLn2High + (2.0 * z + (2.0 * z * sum + exponent * kLn2Low));
}

double sin(double x) {
  double rest = 0;
  switch (reduce(x, rest)) {
    case 0: return sinPart(rest);
    case 1: return cosPart(rest);
    case 2: return -sinPart(rest);
    default: return -cosPart(rest);
  }
}

double cos(double x) {
  double rest = 0;
  switch (reduce(x, rest)) {
    case 0: return cosPart(rest);
    case 1: return -sinPart(rest);
    case 2: return -cosPart(rest);
    default: return sinPart(rest);
  }
}

double power(double x, std::int64_t n) {
  double result = 1;
  for (double square = x; n > 0; n /= 2, square *= square)
    if (n % 2 == 1) result *= square;
  return result;
}

double pow(double x, double y) {
  const double whole = std::floor(y);
  const double rest = y - whole;
  return power(x, static_cast<std::int64_t>(whole)) * (rest > 0 ? exp(rest * log(x)) : 1.0);
}

}  // namespace glassbox::portable
