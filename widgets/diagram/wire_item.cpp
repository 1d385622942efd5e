#include "widgets/diagram/wire_item.h"

#include <QFontMetricsF>

#include <cmath>

namespace glassbox {
namespace {

constexpr double kHit = 7, kMargin = 22;
constexpr double kPillOnWire = 44;  // a narrower gap has no room for it
constexpr double kReasonWidth = 260, kLeastZoom = 0.25;

void paintArrow(QPainter& painter, QPointF tip, double angle, const QPen& pen) {
  QPen solid = pen;
  solid.setStyle(Qt::SolidLine);
  solid.setWidthF(2);
  solid.setCapStyle(Qt::RoundCap);
  solid.setJoinStyle(Qt::RoundJoin);
  painter.save();
  painter.setPen(solid);
  painter.translate(tip);
  painter.rotate(angle);
  painter.drawPolyline(QPolygonF({{-9, -5}, {0, 0}, {-9, 5}}));
  painter.restore();
}

} // namespace

WireItem::WireItem(TileWire wire) : m_wire(std::move(wire)) { setZValue(m_wire.bundle ? 2.5 : 0); }

void WireItem::setWire(const TileWire& wire) {
  if (wire == m_wire) return;
  prepareGeometryChange();
  m_wire = wire;
  setZValue(m_wire.bundle ? 2.5 : 0);
  update();
}

void WireItem::setRoute(const WireRoute& route) {
  if (route.path == m_route.path && route.middle == m_route.middle) return;
  prepareGeometryChange();
  m_route = route;
  update();
}

void WireItem::setMarks(const WireMarks& marks) {
  if (marks == m_marks) return;
  m_marks = marks;
  update();
}

void WireItem::setGap(double gap) {
  if (gap == m_gap) return;
  prepareGeometryChange();
  m_gap = gap;
  update();
}

double WireItem::distanceTo(QPointF point) const {
  const double length = m_route.path.length();
  const int steps = std::max(8, static_cast<int>(length / 6));
  double least = 1e300;
  for (int i = 0; i <= steps; ++i) {
    const QPointF d = m_route.path.pointAtPercent(static_cast<double>(i) / steps) - point;
    least = std::min(least, std::hypot(d.x(), d.y()));
  }
  return least;
}

QRectF WireItem::pill() const {
  if (m_wire.shape.isEmpty()) return {};
  const QFontMetricsF metrics(sceneFont(FontRole::Tick));
  const double width = std::max(14.0, metrics.horizontalAdvance(m_wire.shape) + 8);
  QPointF at = m_route.middle;
  const bool above = m_wire.bundle ? width > m_gap + 30 : !m_route.detour && (m_gap < kPillOnWire || width > m_gap - 12);
  if (above) at.ry() -= 14;
  return {at.x() - width / 2, at.y() - 8, width, 16};
}

QRectF WireItem::boundingRect() const {
  return m_route.path.controlPointRect().united(pill()).adjusted(-kMargin, -kMargin, kMargin, kMargin);
}

QPainterPath WireItem::shape() const {
  QPainterPathStroker stroker;
  stroker.setWidth(2 * kHit);
  QPainterPath path = stroker.createStroke(m_route.path);
  path.addRect(pill());
  return path;
}

void WireItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  const double zoom = zoomOf(*painter);
  const Detail detail = detailAt(zoom);
  const double least = 1 / zoom;  // wires thin to one pixel of the screen, not below
  painter->setRenderHint(QPainter::Antialiasing);
  if (m_marks.faded) painter->setOpacity(0.45);
  QPen pen(theme().color(ColorRole::Ctrl), std::max(1.5, least));
  const bool told = m_marks.selected || m_marks.dropTarget;
  if (told) pen = QPen(theme().color(ColorRole::Accent), std::max(m_marks.dropTarget ? 4.0 : 3.0, 2 * least));
  else if (m_marks.flow)
    pen = QPen(theme().color(*m_marks.flow == DiagramFlow::Direction::Forward ? ColorRole::Fwd : ColorRole::Bwd), std::max(3.0, 2 * least));
  else if (m_marks.hovered) pen = QPen(theme().color(ColorRole::Text2), std::max(2.5, 1.5 * least));
  pen.setCapStyle(Qt::FlatCap);
  const bool drawn = !m_wire.bundle || told || m_marks.flow || detail < Detail::Name;
  if (drawn) {
    if (m_wire.bundle && detail < Detail::Name && !told && !m_marks.flow) pen.setWidthF(std::max(4.0, 2 * least));  // the weights as one
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(m_route.path);
    if (m_route.back) paintArrow(*painter, m_route.path.pointAtPercent(1), m_route.path.angleAtPercent(1) * -1, pen);
    else if (m_marks.flow == DiagramFlow::Direction::Forward) paintArrow(*painter, m_route.path.pointAtPercent(1) - QPointF(3, 0), 0, pen);
    else if (m_marks.flow) paintArrow(*painter, m_route.path.pointAtPercent(0) + QPointF(3, 0), 180, pen);
    if (m_marks.flow && m_marks.dot >= 0) {
      const double t = *m_marks.flow == DiagramFlow::Direction::Forward ? m_marks.dot : 1 - m_marks.dot;
      painter->setPen(QPen(theme().color(ColorRole::Canvas), 1));
      painter->setBrush(pen.color());
      painter->drawEllipse(m_route.path.pointAtPercent(std::clamp(t, 0.0, 1.0)), 5, 5);
    }
  }
  if (m_marks.current) {
    QPen focus(theme().color(ColorRole::Focus), 2, Qt::CustomDashLine, Qt::RoundCap);
    focus.setDashPattern({0.01, 2});
    painter->setPen(focus);
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(m_route.middle.x() - 14, m_route.middle.y() - 12, 28, 24), 5, 5);
  }
  if (detail < Detail::All || m_wire.shape.isEmpty()) return;
  if (!m_wire.bundle && !m_route.detour && pill().width() > m_gap) return;  // the tiles would hide its ends; the tooltip says it
  painter->setOpacity(1);  // what can be read stays readable
  const QRectF where = pill();
  painter->setPen(QPen(theme().color(told ? ColorRole::Accent : ColorRole::Line), 1));
  painter->setBrush(theme().color(ColorRole::Canvas));
  painter->drawRoundedRect(where.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
  painter->setFont(sceneFont(FontRole::Tick));
  painter->setPen(theme().color(ColorRole::Text2));
  painter->drawText(where, Qt::AlignCenter, m_wire.shape);
}

DraftWireItem::DraftWireItem() { setZValue(5); }

void DraftWireItem::setDraft(QPointF from, QPointF to, bool refused, const QString& reason) {
  prepareGeometryChange();
  m_from = from;
  m_to = to;
  m_refused = refused;
  m_reason = reason;
  update();
}

// Beside the pointer and always at the text size of the screen, whatever the zoom.
QRectF DraftWireItem::bubble(double zoom) const {
  if (m_reason.isEmpty()) return {};
  const QFontMetricsF metrics(theme().font(FontRole::Hint));
  const QRectF text = metrics.boundingRect(QRectF(0, 0, theme().px(kReasonWidth), 400), Qt::TextWordWrap, m_reason);
  return {m_to.x() + 14 / zoom, m_to.y() + 12 / zoom, (text.width() + 18) / zoom, (text.height() + 10) / zoom};
}

QRectF DraftWireItem::boundingRect() const {
  return wireCurve(m_from, m_to).controlPointRect().united(bubble(kLeastZoom)).adjusted(-8, -8, 8, 8);
}

void DraftWireItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  const double zoom = zoomOf(*painter);
  painter->setRenderHint(QPainter::Antialiasing);
  QPen pen(theme().color(m_refused ? ColorRole::Err : ColorRole::Accent), 2, Qt::CustomDashLine, m_refused ? Qt::RoundCap : Qt::FlatCap);
  if (m_refused) pen.setDashPattern({0.5, 2.2});
  else pen.setDashPattern({3, 2});  // 6 and 4, in units of the width
  painter->setPen(pen);
  painter->setBrush(Qt::NoBrush);
  painter->drawPath(wireCurve(m_from, m_to));
  if (m_reason.isEmpty()) return;
  painter->save();
  const QRectF where = bubble(zoom);
  painter->translate(where.topLeft());
  painter->scale(1 / zoom, 1 / zoom);
  const QRectF box(0, 0, where.width() * zoom, where.height() * zoom);
  painter->setPen(QPen(theme().color(m_refused ? ColorRole::Err : ColorRole::Line), 1));
  painter->setBrush(theme().color(m_refused ? ColorRole::ErrBg : ColorRole::Raised));
  painter->drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
  painter->setFont(theme().font(FontRole::Hint));
  painter->setPen(theme().color(m_refused ? ColorRole::Err : ColorRole::Text));
  painter->drawText(box.adjusted(8, 4, -8, -4), Qt::TextWordWrap | Qt::AlignVCenter, m_reason);
  painter->restore();
}

} // namespace glassbox
