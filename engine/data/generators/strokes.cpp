#include "engine/data/generators/strokes.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace glassbox::generators {
namespace {

constexpr int kPieces = 6; // lines for the curve between two points: shorter than a pixel is not needed

/// The cubic through b (t = 0) and c (t = 1) whose slopes there are those of a-c and b-d.
double catmullRom(double a, double b, double c, double d, double t) {
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

double squaredDistance(PenPoint p, PenPoint a, PenPoint b) {
  const double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
  const double t = length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0;
  const double x = p.x - a.x - t * dx, y = p.y - a.y - t * dy;
  return x * x + y * y;
}

} // namespace

Drawing flatten(const Drawing& drawing) {
  Drawing out;
  for (const Stroke& stroke : drawing) {
    Stroke lines{Stroke::Kind::Straight, {}};
    const auto last = static_cast<int>(stroke.points.size()) - 1;
    auto point = [&](int i) { return stroke.points[static_cast<std::size_t>(std::clamp(i, 0, last))]; };
    const int pieces = stroke.kind == Stroke::Kind::Smooth ? kPieces : 1;
    lines.points.push_back(point(0));
    for (int i = 0; i < last; ++i)
      for (int k = 1; k <= pieces; ++k) {
        const PenPoint a = point(i - 1), b = point(i), c = point(i + 1), d = point(i + 2);
        const double t = static_cast<double>(k) / pieces;
        if (pieces == 1)
          lines.points.push_back(c);
        else
          lines.points.push_back({catmullRom(a.x, b.x, c.x, d.x, t), catmullRom(a.y, b.y, c.y, d.y, t)});
      }
    out.push_back(std::move(lines));
  }
  return out;
}

void render(const Drawing& lines, double pen, std::span<std::uint8_t> picture, int width, int height) {
  assert(picture.size() == static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  std::fill(picture.begin(), picture.end(), std::uint8_t{0});
  const double reach = pen / 2 + 0.5;
  for (const Stroke& stroke : lines)
    for (std::size_t i = 0; i + 1 < stroke.points.size(); ++i) {
      const PenPoint a = stroke.points[i], b = stroke.points[i + 1];
      // Only pixels that this piece can reach.
      const int left = std::max(0, static_cast<int>(std::floor(std::min(a.x, b.x) - reach)));
      const int right = std::min(width - 1, static_cast<int>(std::floor(std::max(a.x, b.x) + reach)));
      const int top = std::max(0, static_cast<int>(std::floor(std::min(a.y, b.y) - reach)));
      const int bottom = std::min(height - 1, static_cast<int>(std::floor(std::max(a.y, b.y) + reach)));
      for (int y = top; y <= bottom; ++y)
        for (int x = left; x <= right; ++x) {
          const double distance = std::sqrt(squaredDistance({x + 0.5, y + 0.5}, a, b));
          const auto ink = static_cast<std::uint8_t>(255 * std::clamp(reach - distance, 0.0, 1.0) + 0.5);
          std::uint8_t& pixel = picture[static_cast<std::size_t>(y * width + x)];
          pixel = std::max(pixel, ink);
        }
    }
}

} // namespace glassbox::generators
