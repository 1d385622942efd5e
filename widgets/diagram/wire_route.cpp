#include "widgets/diagram/wire_route.h"

#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <vector>

namespace glassbox {
namespace {

constexpr double kReach = 24;      // least distance of a control point
constexpr double kClear = 16;      // between a lane and the tiles beside it
constexpr double kLanePitch = 12;  // between two lanes
constexpr double kTurn = 40;       // how far a wire that runs back swings out

// Whether the piece from `a` to `b` has points within the tile (Liang and Barsky 1984).
bool enters(QPointF a, QPointF b, const QRectF& tile) {
  double first = 0, last = 1;
  const auto clip = [&](double step, double room) {  // step * t <= room
    if (step == 0) return room >= 0;
    const double t = room / step;
    if (step > 0) last = std::min(last, t);
    else first = std::max(first, t);
    return first <= last;
  };
  const QPointF d = b - a;
  return clip(d.x(), tile.right() - a.x()) && clip(-d.x(), a.x() - tile.left()) && clip(d.y(), tile.bottom() - a.y()) && clip(-d.y(), a.y() - tile.top());
}

std::vector<QRectF> tilesUnder(const QPainterPath& path, std::span<const QRectF> tiles) {
  const QPolygonF points = path.toSubpathPolygons().value(0);
  std::vector<QRectF> under;
  for (const QRectF& tile : tiles)
    for (int i = 1; i < points.size(); ++i)
      if (enters(points[i - 1], points[i], tile)) {
        under.push_back(tile);
        break;
      }
  return under;
}

// The first free height at or beyond `y` for a horizontal line from x1 to x2; `down` is +1 or -1.
double freeLane(double y, double x1, double x2, int down, std::span<const QRectF> obstacles) {
  for (bool moved = true; moved;) {
    moved = false;
    for (const QRectF& tile : obstacles) {
      if (tile.right() < x1 || tile.left() > x2 || y <= tile.top() - kClear || y >= tile.bottom() + kClear) continue;
      y = down > 0 ? tile.bottom() + kClear : tile.top() - kClear;
      moved = true;
    }
  }
  return y;
}

} // namespace

QPainterPath wireCurve(QPointF from, QPointF to) {
  const double reach = std::max(kReach, std::abs(to.x() - from.x()) / 2);
  QPainterPath path(from);
  path.cubicTo(from + QPointF(reach, 0), to - QPointF(reach, 0), to);
  return path;
}

std::optional<WireRoute> routeAlong(QPointF from, QPointF to, const Way& way, std::span<const QRectF> obstacles) {
  if (way.empty() || from.x() > way.front().left || to.x() < way.back().right) return std::nullopt;
  WireRoute route;
  QPainterPath path(from);
  double y = from.y(), levelFrom = from.x(), longest = 0;
  route.middle = {(way.front().left + way.front().right) / 2, (y + (way.size() > 1 ? way.front().height : to.y())) / 2};
  for (std::size_t i = 0; i < way.size(); ++i) {
    const Channel& channel = way[i];
    const double next = i + 1 < way.size() ? channel.height : to.y();
    if (next != y) {
      if (const double level = channel.left - levelFrom; i > 0 && level > longest) {
        longest = level;
        route.middle = {(levelFrom + channel.left) / 2, y};
      }
      path.lineTo(channel.left, y);
      const double reach = (channel.right - channel.left) / 2;
      path.cubicTo({channel.left + reach, y}, {channel.right - reach, next}, {channel.right, next});
      levelFrom = channel.right;
    }
    y = next;
  }
  path.lineTo(to);
  if (!tilesUnder(path, obstacles).empty()) return std::nullopt;
  route.detour = way.size() > 1;
  route.laneY = route.middle.y();
  route.path = path;
  return route;
}

WireRoute routeWire(QPointF from, QPointF to, std::span<const QRectF> obstacles, int lane) {
  WireRoute route;
  route.back = to.x() < from.x();
  if (!route.back) {
    route.path = wireCurve(from, to);
    route.middle = route.path.pointAtPercent(0.5);
    if (tilesUnder(route.path, obstacles).empty()) return route;
  }
  route.detour = true;
  double x1 = std::min(from.x(), to.x()), x2 = std::max(from.x(), to.x());
  std::vector<QRectF> passed;
  for (const QRectF& tile : obstacles)
    if (tile.right() > x1 && tile.left() < x2) passed.push_back(tile);
  if (!route.back && !passed.empty()) {
    // Down to the lane before the first tile, up again behind the last.
    double first = x2, last = x1;
    for (const QRectF& tile : passed) {
      first = std::min(first, tile.left());
      last = std::max(last, tile.right());
    }
    x1 = std::clamp(first, x1 + kReach, x2);
    x2 = std::clamp(last, x1, std::max(x1, x2 - kReach));
  }
  const double middle = (from.y() + to.y()) / 2;
  const double below = freeLane(middle, x1, x2, +1, passed) + lane * kLanePitch;
  const double above = freeLane(middle, x1, x2, -1, passed) - lane * kLanePitch;
  route.laneY = below - middle <= middle - above ? below : above;

  QPainterPath path(from);
  if (route.back) {
    route.laneY = std::max(route.laneY, middle + kTurn);
    path.cubicTo(from + QPointF(kTurn, 0), {from.x() + kTurn, route.laneY}, {from.x(), route.laneY});
    path.lineTo(to.x(), route.laneY);
    path.cubicTo({to.x() - kTurn, route.laneY}, to - QPointF(kTurn, 0), to);
  } else {
    const double in = std::max(kReach, (x1 - from.x()) / 2), out = std::max(kReach, (to.x() - x2) / 2);
    path.cubicTo(from + QPointF(in, 0), {x1 - in, route.laneY}, {x1, route.laneY});
    path.lineTo(x2, route.laneY);
    path.cubicTo({x2 + out, route.laneY}, to - QPointF(out, 0), to);
  }
  route.path = path;
  route.middle = {(x1 + x2) / 2, route.laneY};
  return route;
}

} // namespace glassbox
