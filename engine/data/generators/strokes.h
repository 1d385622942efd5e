// Pictures drawn with a pen: curves through points, rendered by the distance to the stroke.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace glassbox::generators {

struct PenPoint {
  double x = 0, y = 0; ///< y grows downwards
};

/// One movement of the pen: a smooth curve through its points, or straight lines with corners.
struct Stroke {
  enum class Kind { Smooth, Straight } kind = Kind::Smooth;
  std::vector<PenPoint> points;
};

using Drawing = std::vector<Stroke>;

/// Turns smooth strokes into many short lines (Catmull and Rom 1974); straight ones stay as they are.
Drawing flatten(const Drawing& drawing);

/// Draws lines of width `pen` (in pixels) onto a black picture of width x height bytes. A pixel is as bright as the
/// share of it that the pen covers, taken from its distance to the stroke: 1 within, 0 outside, a ramp one pixel wide.
/// Coordinates are pixels; the centre of the first pixel is (0.5, 0.5).
void render(const Drawing& lines, double pen, std::span<std::uint8_t> picture, int width, int height);

} // namespace glassbox::generators
