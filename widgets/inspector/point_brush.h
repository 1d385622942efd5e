// What a brush sets and an eraser takes away, as plain values: no widget, no clock, the same strokes give the same points.
#pragma once

#include "engine/data/data_spec.h"

#include <QPointF>

#include <span>
#include <vector>

namespace glassbox {

struct PointBrush {
  double radius = 0.15; ///< in units of the plane
  int density = 3;      ///< points of one dab
};

/// `density` points spread evenly over the disk around `at`; `number` counts the dabs, so that no two are alike.
std::vector<PaintedPoint> dab(const PointBrush& brush, QPointF at, int classIndex, std::uint64_t seed, std::uint64_t number);

/// Indices of the points within `radius` of `at`, rising.
std::vector<std::size_t> pointsWithin(std::span<const PaintedPoint> points, QPointF at, double radius);

/// The nearest point within `radius` of `at`: none or one index.
std::vector<std::size_t> nearestPoint(std::span<const PaintedPoint> points, QPointF at, double radius);

} // namespace glassbox
