// Whether drawn wires cross, by the lines themselves.
#pragma once

#include <QLineF>
#include <QPainterPath>
#include <QPolygonF>
#include <QTransform>

#include <algorithm>
#include <cmath>
#include <vector>

namespace glassbox {

/// The drawn line as short straight pieces.
inline std::vector<QPointF> pointsOf(const QPainterPath& path) {
  std::vector<QPointF> points;
  for (const QPolygonF& part : path.toSubpathPolygons(QTransform::fromScale(8, 8)))
    for (const QPointF& at : part) points.push_back(at / 8);
  return points;
}

/// How far the line runs level from its first point.
inline double levelUntil(const std::vector<QPointF>& line) {
  std::size_t i = 1;
  while (i < line.size() && std::abs(line[i].y() - line.front().y()) < 0.01) ++i;
  return line[i - 1].x();
}

/// Whether two lines, both from left to right, meet anywhere but at ends that they share; two wires of one tile may begin on one
/// level piece.
inline bool cross(const std::vector<QPointF>& a, const std::vector<QPointF>& b) {
  const auto near = [](QPointF p, QPointF q) { return std::hypot(p.x() - q.x(), p.y() - q.y()) < 1; };
  const double levelEnd = std::min(levelUntil(a), levelUntil(b)) + 1;
  for (std::size_t i = 1, k = 1; i < a.size() && k < b.size();) {
    QPointF at;
    if (QLineF(a[i - 1], a[i]).intersects(QLineF(b[k - 1], b[k]), &at) == QLineF::BoundedIntersection) {
      const bool shared = (near(a.front(), b.front()) && at.x() <= levelEnd) || (near(a.back(), b.back()) && near(at, a.back()));
      if (!shared) return true;
    }
    a[i].x() < b[k].x() ? ++i : ++k;
  }
  return false;
}

} // namespace glassbox
