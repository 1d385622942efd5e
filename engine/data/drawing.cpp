#include "engine/data/drawing.h"

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr double kBox = 20.0 / 28.0;

struct Inked {
  double left = 0, top = 0, right = 0, bottom = 0;  ///< pixels with ink, as a box
  double x = 0, y = 0;                              ///< centre of mass
  double mass = 0;
};

Inked measure(std::span<const std::uint8_t> picture, int width, int height) {
  Inked ink;
  ink.left = width, ink.top = height;
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      const double here = picture[static_cast<std::size_t>(y * width + x)];
      if (here == 0) continue;
      ink.left = std::min<double>(ink.left, x), ink.right = std::max<double>(ink.right, x + 1);
      ink.top = std::min<double>(ink.top, y), ink.bottom = std::max<double>(ink.bottom, y + 1);
      ink.mass += here;
      ink.x += here * (x + 0.5), ink.y += here * (y + 0.5);
    }
  if (ink.mass > 0) ink.x /= ink.mass, ink.y /= ink.mass;
  return ink;
}

/// Points p become about + (p - from) * scale.
std::vector<PenStroke> moved(std::span<const PenStroke> strokes, generators::PenPoint from, double scale, generators::PenPoint to) {
  std::vector<PenStroke> out(strokes.begin(), strokes.end());
  for (PenStroke& stroke : out)
    for (generators::PenPoint& p : stroke.points) p = {to.x + (p.x - from.x) * scale, to.y + (p.y - from.y) * scale};
  return out;
}

}  // namespace

std::vector<std::uint8_t> rasterize(std::span<const PenStroke> strokes, int width, int height) {
  std::vector<std::uint8_t> picture(static_cast<std::size_t>(width) * static_cast<std::size_t>(height)), one(picture.size());
  for (const PenStroke& stroke : strokes) {
    if (stroke.points.empty()) continue;
    generators::Stroke line{generators::Stroke::Kind::Straight, stroke.points};
    if (line.points.size() == 1) line.points.push_back(line.points[0]);
    generators::render({line}, stroke.width, one, width, height);
    for (std::size_t i = 0; i < picture.size(); ++i)
      picture[i] = stroke.erases ? static_cast<std::uint8_t>((picture[i] * (255 - one[i]) + 127) / 255) : std::max(picture[i], one[i]);
  }
  return picture;
}

std::vector<PenStroke> centred(std::span<const PenStroke> strokes, int width, int height) {
  std::vector<PenStroke> out(strokes.begin(), strokes.end());
  double pen = 0;
  for (const PenStroke& stroke : strokes)
    if (!stroke.erases) pen = std::max(pen, stroke.width);
  const double side = kBox * std::min(width, height);
  const generators::PenPoint middle{width / 2.0, height / 2.0};
  Inked ink = measure(rasterize(out, width, height), width, height);
  if (ink.mass == 0) return out;
  // The pen keeps its width, so the way alone is scaled; the box of a thing that lay partly outside is known better the second time.
  for (int round = 0; round < 2; ++round) {
    const double longer = std::max(ink.right - ink.left, ink.bottom - ink.top);
    const double scale = longer > pen + 1 ? std::clamp((side - pen) / (longer - pen), 0.1, 8.0) : 1.0;
    out = moved(out, {(ink.left + ink.right) / 2, (ink.top + ink.bottom) / 2}, scale, middle);
    ink = measure(rasterize(out, width, height), width, height);
  }
  return moved(out, {ink.x, ink.y}, 1, middle);
}

}  // namespace glassbox
