#include "widgets/common/oklab.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace glassbox {
namespace {

using Vec3 = std::array<double, 3>;
using Mat3 = std::array<Vec3, 3>;

// B. Ottosson, "A perceptual color space for image processing" (2020): linear sRGB -> cone response -> cube root -> Lab.
constexpr Mat3 kRgbToCone{
    {{0.4122214708, 0.5363325363, 0.0514459929}, {0.2119034982, 0.6806995451, 0.1073969566}, {0.0883024619, 0.2817188376, 0.6299787005}}};
constexpr Mat3 kConeToLab{{{0.2104542553, 0.7936177850, -0.0040720468},
                           {1.9779984951, -2.4285922050, 0.4505937099},
                           {0.0259040371, 0.7827717662, -0.8086757660}}};
constexpr Mat3 kLabToCone{{{1.0, 0.3963377774, 0.2158037573}, {1.0, -0.1055613458, -0.0638541728}, {1.0, -0.0894841775, -1.2914855480}}};
constexpr Mat3 kConeToRgb{{{4.0767416621, -3.3077115913, 0.2309699292},
                           {-1.2684380046, 2.6097574011, -0.3413193965},
                           {-0.0041960863, -0.7034186147, 1.7076147010}}};

Vec3 times(const Mat3& m, const Vec3& v) {
  Vec3 out{};
  for (std::size_t i = 0; i < 3; ++i) out[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
  return out;
}

double screenChannel(double linear) {
  const double v = std::max(0.0, linear);
  return std::clamp(v <= 0.0031308 ? 12.92 * v : 1.055 * std::pow(v, 1 / 2.4) - 0.055, 0.0, 1.0);
}

Vec3 toLab(QColor c) {
  Vec3 cone = times(kRgbToCone, {linearLight(c.redF()), linearLight(c.greenF()), linearLight(c.blueF())});
  for (double& v : cone) v = std::cbrt(v);
  return times(kConeToLab, cone);
}

QColor fromLab(const Vec3& lab) {
  Vec3 cone = times(kLabToCone, lab);
  for (double& v : cone) v = v * v * v;
  const Vec3 rgb = times(kConeToRgb, cone);
  const auto byte = [](double v) { return static_cast<int>(std::lround(255 * screenChannel(v))); };
  return QColor(byte(rgb[0]), byte(rgb[1]), byte(rgb[2]));
}

} // namespace

double linearLight(double channel) { return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); }

double oklabDistance(QColor a, QColor b) {
  const Vec3 from = toLab(a), to = toLab(b);
  return std::hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]);
}

QColor mixOklab(QColor a, QColor b, double t) {
  const Vec3 from = toLab(a), to = toLab(b);
  Vec3 out{};
  for (std::size_t i = 0; i < 3; ++i) out[i] = from[i] + (to[i] - from[i]) * t;
  return fromLab(out);
}

} // namespace glassbox
