#include "widgets/diagram/weights_item.h"

#include "widgets/common/number_format.h"
#include "widgets/diagram/ribbon_raster.h"
#include "widgets/diagram/wire_route.h"

#include <QPaintEngine>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace glassbox {
namespace {

constexpr double kWidest = 4;
constexpr int kSamples = 24;
constexpr double kMostPixels = 1.5e6;

QPointF onCurve(QPointF a, QPointF b, double t) {
  const double reach = std::max(24.0, std::abs(b.x() - a.x()) / 2), u = 1 - t;
  const QPointF c = a + QPointF(reach, 0), d = b - QPointF(reach, 0);
  return u * u * u * a + 3 * u * u * t * c + 3 * u * t * t * d + t * t * t * b;
}

// As small as can be read at this zoom, and 10 where there is room.
QFont labelFont(double zoom) { return sceneFont(FontRole::Tick, std::max(10.0, std::ceil(kLeastText / std::max(zoom, 0.1)))); }

} // namespace

WeightsItem::WeightsItem(TileWire wire) : m_wire(std::move(wire)) { setZValue(2); }

void WeightsItem::setEnds(std::vector<QPointF> from, std::vector<QPointF> to) {
  if (from == m_from && to == m_to) return;
  prepareGeometryChange();
  m_from = std::move(from);
  m_to = std::move(to);
  m_curves.clear();
  for (const QPointF& end : m_to)
    for (const QPointF& start : m_from) {
      Curve curve;
      for (int i = 0; i < kPoints; ++i) {
        const double t = static_cast<double>(i) / (kPoints - 1);
        const QPointF d = onCurve(start, end, std::min(1.0, t + 1e-3)) - onCurve(start, end, std::max(0.0, t - 1e-3));
        const double length = std::max(1e-12, std::hypot(d.x(), d.y()));
        curve.point[static_cast<std::size_t>(i)] = onCurve(start, end, t);
        curve.normal[static_cast<std::size_t>(i)] = QPointF(-d.y(), d.x()) / (2 * length);
      }
      m_curves.push_back(curve);
    }
  update();
}

void WeightsItem::setWeights(std::vector<float> weights, float largest, DiagramLive::Wires kind) {
  m_weights = std::move(weights);
  m_largest = largest;
  m_kind = kind;
  m_order.resize(m_weights.size());
  std::iota(m_order.begin(), m_order.end(), 0u);
  std::sort(m_order.begin(), m_order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const float wa = std::abs(m_weights[a]), wb = std::abs(m_weights[b]);
    return wa != wb ? wa < wb : a < b;
  });
  update();
}

void WeightsItem::setFaded(bool faded) {
  if (faded == m_faded) return;
  m_faded = faded;
  update();
}

void WeightsItem::setMarked(int to, int from) {
  if (to == m_markedTo && from == m_markedFrom) return;
  m_markedTo = to;
  m_markedFrom = from;
  update();
}

void WeightsItem::setDropTarget(bool on) {
  if (on == m_dropTarget) return;
  m_dropTarget = on;
  update();
}

void WeightsItem::setNumbersShown(bool shown) {
  if (shown == m_numbersShown) return;
  m_numbersShown = shown;
  update();
}

std::vector<WeightsItem::Label> WeightsItem::labels(double zoom) const {
  constexpr std::size_t kMost = 8;  // more would be a blot: then only the one that is spoken of
  constexpr double kPlaces[] = {0.5, 0.36, 0.64, 0.28, 0.72};
  std::vector<Label> all;
  if (!known() || detailAt(zoom) < Detail::Name) return all;
  const QFontMetricsF metrics(labelFont(zoom));
  const std::size_t inputs = m_from.size();
  const auto add = [&](std::size_t at) {
    const QString text = formatFixed(static_cast<double>(m_weights[at]), 2);
    const QSizeF size(metrics.horizontalAdvance(text) + 8, metrics.height() + 2);
    for (const double t : kPlaces) {
      const QPointF middle = onCurve(m_from[at % inputs], m_to[at / inputs], t);
      const QRectF rect(middle.x() - size.width() / 2, middle.y() - size.height() / 2, size.width(), size.height());
      if (rect.left() < m_from.front().x() + 4 || rect.right() > m_to.front().x() - 4) continue;
      if (std::any_of(all.begin(), all.end(), [&](const Label& other) { return other.rect.adjusted(-2, -2, 2, 2).intersects(rect); })) continue;
      all.push_back({at, rect, text});
      return;
    }
  };
  if (m_markedTo >= 0 && m_markedFrom >= 0) add(static_cast<std::size_t>(m_markedTo) * inputs + static_cast<std::size_t>(m_markedFrom));
  if (m_weights.size() > kMost) return all;
  for (auto at = m_order.rbegin(); at != m_order.rend(); ++at)
    if (std::none_of(all.begin(), all.end(), [&](const Label& label) { return label.weight == *at; })) add(*at);
  return all;
}

void WeightsItem::paintLabels(QPainter& painter, double zoom) const {
  painter.setFont(labelFont(zoom));
  for (const Label& label : labels(zoom)) {
    const bool marked = m_markedTo >= 0 && label.weight == static_cast<std::size_t>(m_markedTo) * m_from.size() + static_cast<std::size_t>(m_markedFrom);
    const ColorRole sign = m_weights[label.weight] < 0 ? ColorRole::Neg : ColorRole::Pos;
    painter.setPen(QPen(theme().color(marked ? sign : ColorRole::Line), marked ? 1.5 : 1));
    painter.setBrush(theme().color(ColorRole::Canvas));
    painter.drawRoundedRect(label.rect, 3, 3);
    painter.setPen(theme().color(sign));
    painter.drawText(label.rect, Qt::AlignCenter, label.text);
  }
}

WeightsItem::Hit WeightsItem::nearest(QPointF point) const {
  Hit best;
  for (std::size_t to = 0; to < m_to.size(); ++to)
    for (std::size_t from = 0; from < m_from.size(); ++from)
      for (int i = 1; i < kSamples; ++i) {
        const QPointF d = onCurve(m_from[from], m_to[to], static_cast<double>(i) / kSamples) - point;
        const double distance = std::hypot(d.x(), d.y());
        if (distance < best.distance) best = {static_cast<int>(to), static_cast<int>(from), distance};
      }
  return best;
}

QRectF WeightsItem::gap() const {
  if (m_from.empty() || m_to.empty()) return {};
  const QRectF all = boundingRect();
  const double margin = 18;  // the tile's own part beside its pictures
  return {m_from.front().x() + margin, all.top(), m_to.front().x() - m_from.front().x() - 2 * margin, all.height()};
}

QRectF WeightsItem::boundingRect() const {
  if (m_from.empty() || m_to.empty()) return {};
  const double top = std::min(m_from.front().y(), m_to.front().y()), bottom = std::max(m_from.back().y(), m_to.back().y());
  const double left = std::min(m_from.front().x(), m_to.front().x()), right = std::max(m_from.front().x(), m_to.front().x());
  const double margin = kWidest + (right > left + 24 ? 0 : 40);
  return QRectF(left, top, right - left, bottom - top).adjusted(-margin, -margin, margin, margin);
}

QPainterPath WeightsItem::shape() const {
  QPainterPath path;
  path.addRect(boundingRect());
  return path;
}

double WeightsItem::shareOf(std::size_t at) const {
  return m_largest > 0 ? std::min(1.0, std::abs(static_cast<double>(m_weights[at])) / static_cast<double>(m_largest)) : 0;
}

double WeightsItem::widthOf(std::size_t at, double zoom) const { return std::max(0.5 + 3.5 * shareOf(at), 1 / zoom); }

QColor WeightsItem::colorOf(std::size_t at, double fade) const {
  const ColorRole role = m_kind == DiagramLive::Wires::Gradients ? ColorRole::Bwd : m_weights[at] < 0 ? ColorRole::Neg : ColorRole::Pos;
  return theme().color(role, (0.22 + 0.68 * shareOf(at)) * fade);
}

bool WeightsItem::canRaster(const QPainter& painter) const {
  const QTransform world = painter.worldTransform();
  const bool upright = world.type() <= QTransform::TxScale && painter.paintEngine()->type() == QPaintEngine::Raster;
  // A curve over less than two control points' reach swings back and is no function of x.
  const bool wide = m_to.front().x() - m_from.front().x() >= 48;
  const QRectF size = world.mapRect(boundingRect());
  const double ratio = painter.device()->devicePixelRatioF();
  return upright && wide && size.width() * size.height() * ratio * ratio < kMostPixels;
}

void WeightsItem::paintFast(QPainter& painter, double fade) const {
  const double ratio = painter.device()->devicePixelRatioF();
  QTransform toPixels = painter.worldTransform();
  toPixels *= QTransform::fromScale(ratio, ratio);
  const QRect area = toPixels.mapRect(boundingRect()).toAlignedRect();
  if (area.isEmpty()) return;
  const double scale = toPixels.m11(), zoom = zoomOf(painter);
  RibbonRaster raster(area.size());
  std::array<QPointF, kPoints> points;
  for (const std::uint32_t at : m_order) {
    for (std::size_t i = 0; i < kPoints; ++i) points[i] = toPixels.map(m_curves[at].point[i]) - area.topLeft();
    raster.draw(points, widthOf(at, zoom) * scale, colorOf(at, fade));
  }
  QImage image = raster.image();
  image.setDevicePixelRatio(ratio);
  painter.save();
  painter.resetTransform();
  painter.drawImage(QPointF(area.topLeft()) / ratio, image);
  painter.restore();
}

void WeightsItem::paintRibbon(QPainter& painter, std::size_t at, double extraWidth, const QColor& color) const {
  const double width = widthOf(at, zoomOf(painter)) + extraWidth;
  std::array<QPointF, 2 * kPoints> ribbon;
  const Curve& curve = m_curves[at];
  for (std::size_t i = 0; i < kPoints; ++i) {
    ribbon[i] = curve.point[i] + width * curve.normal[i];
    ribbon[2 * kPoints - 1 - i] = curve.point[i] - width * curve.normal[i];
  }
  painter.setPen(Qt::NoPen);
  painter.setBrush(color);
  painter.drawPolygon(ribbon.data(), static_cast<int>(ribbon.size()), Qt::WindingFill);
}

void WeightsItem::paintRibbons(QPainter& painter, double fade) const {
  for (const std::uint32_t at : m_order) paintRibbon(painter, at, 0, colorOf(at, fade));
}

void WeightsItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  const double zoom = zoomOf(*painter);
  if (detailAt(zoom) < Detail::Name) return;  // the wire item draws the bundle as one
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setBrush(Qt::NoBrush);
  if (m_dropTarget) {
    painter->setPen(QPen(theme().color(ColorRole::Accent), 2));
    painter->setBrush(theme().color(ColorRole::Tint, 0.5));
    painter->drawRoundedRect(gap().adjusted(4, -4, -4, 4), 6, 6);
    painter->setBrush(Qt::NoBrush);
  }
  const double fade = m_faded ? 0.45 : 1;
  if (!known()) {
    painter->setPen(QPen(theme().color(ColorRole::Ctrl, 0.35 * fade), std::max(0.75, 1 / zoom)));
    for (const QPointF& to : m_to)
      for (const QPointF& from : m_from) painter->drawPath(wireCurve(from, to));
    return;
  }
  if (canRaster(*painter)) paintFast(*painter, fade);
  else paintRibbons(*painter, fade);
  const std::size_t inputs = m_from.size();
  const bool marked = m_markedTo >= 0 && m_markedFrom >= 0;
  const std::size_t chosen = marked ? static_cast<std::size_t>(m_markedTo) * inputs + static_cast<std::size_t>(m_markedFrom) : m_weights.size();
  if (chosen < m_weights.size()) {
    QColor color = colorOf(chosen, 1);
    color.setAlpha(255);
    paintRibbon(*painter, chosen, 1.5, color);
  }
  if (m_numbersShown) paintLabels(*painter, zoom);
  if (m_kind == DiagramLive::Wires::Gradients && detailAt(zoom) == Detail::Numbers) {
    painter->setFont(sceneFont(FontRole::Tick, 8));
    painter->setPen(theme().color(ColorRole::Text2));
    for (const std::uint32_t at : m_order) {
      if (shareOf(at) < 0.5) continue;  // signs of the strong ones: all of them would be a blot
      const QPointF where = onCurve(m_from[at % inputs], m_to[at / inputs], 0.35);
      painter->drawText(QRectF(where.x() - 6, where.y() - 12, 12, 10), Qt::AlignCenter, m_weights[at] < 0 ? QString(kMinus) : QStringLiteral("+"));
    }
  }
}

} // namespace glassbox
