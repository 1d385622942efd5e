// Lines of equal value through a square grid of numbers (marching squares), in the unit square with y down.
#pragma once

#include <QLineF>

#include <span>
#include <vector>

namespace glassbox {

/// Where `values` (side x side, row after row) cross `level`. A grid point lies in the middle of its cell.
std::vector<QLineF> contourLines(std::span<const float> values, int side, double level);

/// Borders between the classes of largest value; `values` is (side x side, classes).
std::vector<QLineF> classBorders(std::span<const float> values, int side, int classes);

} // namespace glassbox
