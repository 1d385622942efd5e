#include "widgets/inspector/point_brush.h"

#include "engine/core/random.h"

#include <cmath>
#include <numbers>

namespace glassbox {
namespace {

double distance(const PaintedPoint& point, QPointF at) { return std::hypot(point.x - at.x(), point.y - at.y()); }

// A thousandth is finer than a pixel, and keeps a project readable.
double rounded(double v) { return std::round(v * 1000) / 1000; }

} // namespace

std::vector<PaintedPoint> dab(const PointBrush& brush, QPointF at, int classIndex, std::uint64_t seed, std::uint64_t number) {
  RandomSequence random(Random(seed, streamOf(Stream::Sample, number)));
  std::vector<PaintedPoint> points;
  for (int i = 0; i < brush.density; ++i) {
    const double r = brush.radius * std::sqrt(random.uniform(0, 1)); // the root makes the area even
    const double angle = random.uniform(0, 2 * std::numbers::pi);
    points.push_back({rounded(at.x() + r * std::cos(angle)), rounded(at.y() + r * std::sin(angle)), classIndex});
  }
  return points;
}

std::vector<std::size_t> pointsWithin(std::span<const PaintedPoint> points, QPointF at, double radius) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < points.size(); ++i)
    if (distance(points[i], at) <= radius) found.push_back(i);
  return found;
}

std::vector<std::size_t> nearestPoint(std::span<const PaintedPoint> points, QPointF at, double radius) {
  std::vector<std::size_t> found;
  double least = radius;
  for (std::size_t i = 0; i < points.size(); ++i)
    if (const double away = distance(points[i], at); away <= least) {
      least = away;
      found.assign(1, i);
    }
  return found;
}

} // namespace glassbox
