#include "widgets/views/surface_picture.h"

#include "widgets/common/oklab.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace glassbox {
namespace {

constexpr double kWash = 0.5;  // of surfaces, so that points stand out
constexpr double kGamma = 0.8; // of all ramps
constexpr int kShades = 32;    // of a class colour

using Shades = std::array<QRgb, kShades + 1>;

Shades shadesOf(QColor color, const Theme& theme) {
  Shades shades;
  for (int i = 0; i <= kShades; ++i)
    shades[static_cast<std::size_t>(i)] =
        mixOklab(theme.color(ColorRole::Zero), color, kWash * std::pow(i / double{kShades}, kGamma)).rgb();
  return shades;
}

QPainterPath star(QPointF c, double outer, double inner, int points) {
  QPainterPath path;
  for (int i = 0; i < 2 * points; ++i) {
    const double angle = std::numbers::pi * (i / double(points) - 0.5), r = i % 2 ? inner : outer;
    const QPointF p(c.x() + r * std::cos(angle), c.y() + r * std::sin(angle));
    i == 0 ? path.moveTo(p) : path.lineTo(p);
  }
  path.closeSubpath();
  return path;
}

QPainterPath polygon(QPointF c, double r, int corners, double turn = -0.5) {
  QPainterPath path;
  for (int i = 0; i < corners; ++i) {
    const double angle = std::numbers::pi * (2.0 * i / corners + turn);
    const QPointF p(c.x() + r * std::cos(angle), c.y() + r * std::sin(angle));
    i == 0 ? path.moveTo(p) : path.lineTo(p);
  }
  path.closeSubpath();
  return path;
}

QPainterPath markPath(QPointF c, double r, int shape) {
  QPainterPath path;
  switch (((shape % 10) + 10) % 10) {
  case 1:
    path.addRect(QRectF(c.x() - 0.89 * r, c.y() - 0.89 * r, 1.78 * r, 1.78 * r));
    return path;
  case 2:
    return polygon({c.x(), c.y() + 0.2 * r}, 1.4 * r, 3);
  case 3:
    return polygon(c, 1.25 * r, 4);
  case 4:
  case 5: {
    const double w = 0.42 * r, l = 1.25 * r;
    QPainterPath a, b;
    a.addRect(QRectF(-w, -l, 2 * w, 2 * l));
    b.addRect(QRectF(-l, -w, 2 * l, 2 * w));
    return QTransform().translate(c.x(), c.y()).rotate(shape % 10 == 5 ? 45 : 0).map(a.united(b));
  }
  case 6:
    return star(c, 1.45 * r, 0.62 * r, 5);
  case 7:
    return polygon(c, 1.15 * r, 5);
  case 8:
    path.addRect(QRectF(c.x() - 0.5 * r, c.y() - 1.3 * r, r, 2.6 * r));
    return path;
  case 9:
    path.addEllipse(c, 1.1 * r, 1.1 * r);
    path.addEllipse(c, 0.5 * r, 0.5 * r);
    return path;
  default:
    path.addEllipse(c, r, r);
    return path;
  }
}

} // namespace

QColor groupColor(int group, int groups, const Theme& theme) {
  if (groups <= 2) return theme.color(group == 0 ? ColorRole::Neg : ColorRole::Pos);
  return theme.classColor(group);
}

QImage surfaceImage(const Surface& s, const Theme& theme) {
  QImage image(s.side, s.side, QImage::Format_RGB32);
  if (s.kind != SurfaceKind::Classes) {
    for (int row = 0; row < s.side; ++row) {
      auto* line = reinterpret_cast<QRgb*>(image.scanLine(row));
      for (int column = 0; column < s.side; ++column)
        line[column] = theme.diverging(std::clamp((*s.at(row, column) - s.center) / s.spread, -1.0, 1.0) * kWash);
    }
    return image;
  }
  std::vector<Shades> shades;
  for (int k = 0; k < s.outputs; ++k) shades.push_back(shadesOf(groupColor(k, s.outputs, theme), theme));
  const float even = 1.0f / static_cast<float>(s.outputs); // no class is preferred
  for (int row = 0; row < s.side; ++row) {
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(row));
    for (int column = 0; column < s.side; ++column) {
      const float* p = s.at(row, column);
      const auto best = static_cast<std::size_t>(std::max_element(p, p + s.outputs) - p);
      const float lead = std::clamp((p[best] - even) / (1 - even), 0.0f, 1.0f);
      line[column] = shades[best][static_cast<std::size_t>(std::lround(lead * kShades))];
    }
  }
  return image;
}

void paintSurfaceBar(QPainter& p, const QRectF& rect, SurfaceKind kind, const Theme& theme) {
  const Shades grey = shadesOf(theme.color(ColorRole::Text), theme);
  const int width = std::max(1, qRound(rect.width()));
  QImage bar(width, 1, QImage::Format_RGB32);
  auto* line = reinterpret_cast<QRgb*>(bar.scanLine(0));
  for (int x = 0; x < width; ++x) {
    const double t = width > 1 ? x / (width - 1.0) : 0;
    line[x] =
        kind == SurfaceKind::Classes ? grey[static_cast<std::size_t>(std::lround(t * kShades))] : theme.diverging((2 * t - 1) * kWash);
  }
  p.drawImage(rect, bar);
}

void paintMark(QPainter& p, QPointF center, double radius, int shape, MarkFill fill, const QColor& color, const Theme& theme) {
  const bool full = fill == MarkFill::Full;
  p.setPen(QPen(full ? theme.color(ColorRole::Raised) : color, full ? 0.7 : 1));
  p.setBrush(full ? color : theme.color(ColorRole::Raised));
  p.drawPath(markPath(center, radius, shape));
}

} // namespace glassbox
