#include "widgets/views/plane.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace glassbox {
namespace {

constexpr double kAir = 0.1; // of the extent, on each side

std::int64_t numbersPerSample(const Dataset& data) {
  return data.inputs.size() == 1 && data.inputs[0].type.element == Element::Number ? data.inputs[0].type.shape.count() : 0;
}

struct Extent {
  double low = 0, high = 0;
  bool begun = false;
  void take(double v) {
    if (!std::isfinite(v)) return;
    low = begun ? std::min(low, v) : v;
    high = begun ? std::max(high, v) : v;
    begun = true;
  }
  double middle() const { return (low + high) / 2; }
  double half() const { return high > low ? (high - low) / 2 : 1; }
};

/// Calls `use(row, first number, second number or target)`.
template<class F> void eachSample(const Dataset& data, std::int64_t stride, const F& use) {
  std::array<float, 2> x{};
  float target = 0;
  for (std::int64_t row = 0; row < data.samples(); row += stride) {
    data.inputs[0].read(row, x.data());
    if (data.target.type.shape.count() == 1) data.target.read(row, &target);
    use(row, x[0], isPlane(data) ? x[1] : target, target);
  }
}

} // namespace

bool isPlane(const Dataset& data) { return numbersPerSample(data) == 2; }

bool isCurve(const Dataset& data) {
  return numbersPerSample(data) == 1 && data.task == DataTask::Regression && data.target.type.shape.count() == 1;
}

PlaneRange planeOf(const Dataset& data) {
  if (!isPlane(data) || data.samples() == 0) return {};
  Extent x, y;
  eachSample(data, 1, [&](std::int64_t, double first, double second, double) {
    x.take(first);
    y.take(second);
  });
  const double half = std::max(x.half(), y.half()) * (1 + 2 * kAir);
  return {x.middle() - half, x.middle() + half, y.middle() - half, y.middle() + half};
}

PlaneRange curveRangeOf(const Dataset& data) {
  if (!isCurve(data) || data.samples() == 0) return {};
  Extent x, y;
  eachSample(data, 1, [&](std::int64_t, double first, double second, double) {
    x.take(first);
    y.take(second);
  });
  const double dx = x.half() * (1 + kAir), dy = y.half() * (1 + 2 * kAir);
  return {x.middle() - dx, x.middle() + dx, y.middle() - dy, y.middle() + dy};
}

std::vector<PlanePoint> planePoints(const Dataset& data, std::int64_t most) {
  std::vector<PlanePoint> points;
  if (!isPlane(data) && !isCurve(data)) return points;
  const std::int64_t stride = std::max<std::int64_t>(1, (data.samples() + most - 1) / most);
  const std::int64_t validation = rows(data, Part::Validation).begin, test = rows(data, Part::Test).begin;
  eachSample(data, stride, [&](std::int64_t row, double x, double y, double target) {
    const Part part = row >= test ? Part::Test : row >= validation ? Part::Validation : Part::Train;
    points.push_back({x, y, data.task == DataTask::Regression ? 0 : static_cast<int>(target), part, row});
  });
  return points;
}

} // namespace glassbox
