// The plane of data with two numbers a sample: which part of it is shown, and where the samples lie on it.
#pragma once

#include "engine/data/dataset.h"

#include <cstdint>
#include <vector>

namespace glassbox {

/// A rectangle of the plane of x₁ (to the right) and x₂ (up).
struct PlaneRange {
  double left = -1, right = 1, bottom = -1, top = 1;
  double width() const { return right - left; }
  double height() const { return top - bottom; }
  bool operator==(const PlaneRange&) const = default;
};

/// One sample on the plane. For data with one number a sample, `y` is its target.
struct PlanePoint {
  double x = 0, y = 0;
  int group = 0; ///< its class; 0 for regression
  Part part = Part::Train;
  std::int64_t row = 0;
};

/// True when a sample of the first field is two numbers.
bool isPlane(const Dataset& data);
/// True when a sample is one number and so is its target: data that a curve can be laid through.
bool isCurve(const Dataset& data);

/// A square around all samples with a little air, so that neither axis is stretched.
PlaneRange planeOf(const Dataset& data);
/// Around all samples of curve data, each axis by itself.
PlaneRange curveRangeOf(const Dataset& data);

/// The samples as points, at most `most` of them: every n-th where there are more.
std::vector<PlanePoint> planePoints(const Dataset& data, std::int64_t most = 2000);

} // namespace glassbox
