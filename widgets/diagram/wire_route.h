// The way of a wire: a Bezier curve, or a detour beside the tiles that would lie under it.
#pragma once

#include "widgets/diagram/auto_layout.h"

#include <QPainterPath>
#include <QPointF>
#include <QRectF>

#include <optional>
#include <span>

namespace glassbox {

struct WireRoute {
  QPainterPath path;
  QPointF middle;        ///< where the shape is written
  bool back = false;     ///< runs from right to left: drawn with an arrow
  bool detour = false;
  double laneY = 0;      ///< of a detour
};

/// The plain curve of the diagram: control points max(24, dx/2) away, horizontally.
QPainterPath wireCurve(QPointF from, QPointF to);

/// Along a way of the auto-layout: level beside tiles, from one height to the next in the channels. All wires of a channel bend
/// alike, so that those which keep their order do not cross. Nothing when it would lie over one of the `obstacles`, or the
/// ends do not stand before and behind the way.
std::optional<WireRoute> routeAlong(QPointF from, QPointF to, const Way& way, std::span<const QRectF> obstacles);

/// `obstacles` are the tiles the wire does not belong to; `lane` counts the detours that already run along there.
WireRoute routeWire(QPointF from, QPointF to, std::span<const QRectF> obstacles, int lane = 0);

} // namespace glassbox
