#include "widgets/views/surface_view.h"

#include "widgets/common/class_name.h"
#include "widgets/common/icons.h"
#include "widgets/common/number_format.h"
#include "widgets/common/theme_manager.h"
#include "widgets/plots/plot_axis.h"
#include "widgets/views/spoken_views.h"
#include "widgets/views/surface_picture.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr int kMargin = 10, kTitle = 32; // of the card
constexpr int kBar = 8, kBarGap = 16;    // bar height, gap to the picture
constexpr int kPageBar = 200;            // longest bar of the page
constexpr int kLeftAxis = 44, kUnderAxis = 32;
constexpr double kCircle = 2.3, kSquare = 2; // radius, half the edge

QString numberOf(double v) { return formatFixed(v, 2); }

} // namespace

SurfaceContent surfaceContentOf(const Dataset& data) {
  SurfaceContent content;
  content.points = planePoints(data);
  content.range = planeOf(data);
  for (const std::string& name : data.classNames) content.classNames << QString::fromStdString(name);
  return content;
}

SurfaceView::SurfaceView(SurfaceLook look, QWidget* parent) : QWidget(parent), m_look(look) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  QSizePolicy policy(look == SurfaceLook::Card ? QSizePolicy::Preferred : QSizePolicy::Expanding, QSizePolicy::Expanding);
  policy.setHeightForWidth(look == SurfaceLook::Card);
  setSizePolicy(policy);
  setAccessibleName(title());
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] {
    if (m_surface) m_image = surfaceImage(*m_surface, theme());
    m_points = {};
    updateGeometry();
  });
}

void SurfaceView::setContent(const SurfaceContent& content) {
  m_content = content;
  m_points = {};
  setAccessibleName(title());
  update();
}

void SurfaceView::setSurface(const std::optional<Surface>& surface) {
  const bool moved = surface && (!m_surface || !(m_surface->range == surface->range) || m_surface->kind != surface->kind);
  m_surface = surface;
  if (surface) m_image = surfaceImage(*surface, theme());
  if (moved) m_points = {};
  update();
}

PlaneRange SurfaceView::range() const { return m_surface ? m_surface->range : m_content.range; }

SurfaceKind SurfaceView::kind() const {
  if (m_surface) return m_surface->kind;
  return m_content.classNames.size() > 2  ? SurfaceKind::Classes
         : m_content.classNames.isEmpty() ? SurfaceKind::Value
                                          : SurfaceKind::Probability;
}

int SurfaceView::groups() const { return static_cast<int>(m_content.classNames.size()); }

/// A number alone would not tell that it is a class.
QString SurfaceView::className(int k) const {
  const QString name = glassbox::className(m_content.classNames.value(k, QString::number(k)).toStdString());
  return std::all_of(name.begin(), name.end(), [](QChar c) { return c.isDigit(); }) ? tr("class %1").arg(name) : name;
}

QString SurfaceView::title() const {
  if (!m_content.title.isEmpty()) return m_content.title;
  return m_content.classNames.isEmpty() ? tr("Output over the plane") : tr("Decision surface");
}

// ---- places --------------------------------------------------------------------------------------------------------------

int SurfaceView::footHeight() const {
  const Theme& t = theme();
  const int ticks = t.lineHeight(FontRole::Tick), hint = t.lineHeight(FontRole::Hint);
  if (m_look == SurfaceLook::Page) return t.px(kUnderAxis + 8 + kBar + 3) + ticks + t.px(4) + hint + t.px(12);
  return t.px(kBarGap + kBar + 3) + 2 * ticks + t.px(8) + hint + t.px(kMargin);
}

QRect SurfaceView::pictureRect() const {
  const Theme& t = theme();
  if (m_look == SurfaceLook::Card) {
    const int side = width() - 2 * t.px(kMargin);
    return {t.px(kMargin), t.px(kTitle), side, side};
  }
  const int top = t.px(32), left = t.px(kLeftAxis);
  const int side = std::max(40, std::min(width() - left - t.px(16), height() - top - footHeight()));
  return {std::max(left, (width() - side) / 2), top, side, side};
}

QPointF SurfaceView::pixelOf(double x, double y) const {
  const QRectF r = QRectF(pictureRect()).adjusted(1, 1, -1, -1);
  const PlaneRange plane = range();
  return {r.left() + (x - plane.left) / plane.width() * r.width(), r.top() + (plane.top - y) / plane.height() * r.height()};
}

QPointF SurfaceView::placeOf(QPointF pixel) const {
  const QRectF r = QRectF(pictureRect()).adjusted(1, 1, -1, -1);
  const PlaneRange plane = range();
  return {plane.left + (pixel.x() - r.left()) / r.width() * plane.width(), plane.top - (pixel.y() - r.top()) / r.height() * plane.height()};
}

QRect SurfaceView::pinRect() const {
  const int side = theme().px(24);
  return {width() - side - theme().px(4), theme().px(4), side, side};
}

int SurfaceView::barTop() const { return pictureRect().bottom() + 1 + theme().px(kBarGap); }

QSize SurfaceView::sizeHint() const {
  const Theme& t = theme();
  if (m_look == SurfaceLook::Card) return {t.px(182), heightForWidth(t.px(182))};
  return {t.px(480), t.px(520)};
}

QSize SurfaceView::minimumSizeHint() const {
  const Theme& t = theme();
  return m_look == SurfaceLook::Card ? sizeHint() : QSize(t.px(240), t.px(260));
}

int SurfaceView::heightForWidth(int width) const {
  return m_look == SurfaceLook::Card ? theme().px(kTitle) + width - 2 * theme().px(kMargin) + footHeight() : -1;
}

// ---- painting --------------------------------------------------------------------------------------------------------------

/// The samples change rarely and the surface often: they are drawn once.
void SurfaceView::makePoints() {
  const QRect r = pictureRect();
  const qreal dense = devicePixelRatioF();
  m_points = QPixmap(r.size() * dense);
  m_points.setDevicePixelRatio(dense);
  m_points.fill(Qt::transparent);
  QPainter p(&m_points);
  p.setRenderHint(QPainter::Antialiasing);
  p.translate(-r.topLeft());
  p.setClipRect(QRect(r).adjusted(1, 1, -1, -1));
  const Theme& t = theme();
  const bool page = m_look == SurfaceLook::Page;
  const double grow = (page ? 1.5 : 1) * t.scale();
  // Test samples last: there are fewer of them.
  for (const Part part : {Part::Train, Part::Validation, Part::Test})
    for (const PlanePoint& point : m_content.points) {
      if (point.part != part) continue;
      const bool test = part != Part::Train;
      const QColor color = groups() == 0 ? t.color(ColorRole::Text2) : groupColor(point.group, groups(), t);
      const int shape = page && groups() > 0 ? point.group : test ? 1 : 0;
      paintMark(p, pixelOf(point.x, point.y), (!page && test ? kSquare / 0.89 : kCircle) * grow, shape,
                test ? MarkFill::Hollow : MarkFill::Full, color, t);
    }
}

void SurfaceView::paintEvent(QPaintEvent*) {
  const Theme& t = theme();
  QPainter p(this);
  const QRect r = pictureRect();
  p.setFont(t.font(FontRole::Bold));
  p.setPen(t.color(ColorRole::Text));
  const int titleLeft = m_look == SurfaceLook::Card ? t.px(kMargin) : r.left();
  const int titleRoom = (m_look == SurfaceLook::Card ? pinRect().left() : width()) - titleLeft;
  p.drawText(QRect(titleLeft, t.px(4), titleRoom, t.px(24)), Qt::AlignLeft | Qt::AlignVCenter,
             p.fontMetrics().elidedText(title(), Qt::ElideRight, titleRoom));
  if (m_look == SurfaceLook::Card)
    paintIcon(p, QRectF(pinRect()).adjusted(t.px(4), t.px(4), -t.px(4), -t.px(4)), QStringLiteral("pin"), t.color(ColorRole::Text3));

  p.fillRect(r, t.color(ColorRole::Zero));
  const QRectF inner = QRectF(r).adjusted(1, 1, -1, -1);
  if (m_surface) {
    p.setRenderHint(QPainter::SmoothPixmapTransform);
    p.drawImage(inner, m_image);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(t.color(ColorRole::Text), t.textSize() == TextSize::Presentation ? 1.4 : 1));
    p.save();
    p.setClipRect(inner);
    p.translate(inner.topLeft());
    std::vector<QLineF> lines;
    lines.reserve(m_surface->lines.size());
    for (const QLineF& l : m_surface->lines)
      lines.emplace_back(l.x1() * inner.width(), l.y1() * inner.height(), l.x2() * inner.width(), l.y2() * inner.height());
    p.drawLines(lines.data(), static_cast<int>(lines.size()));
    p.restore();
  }
  if (m_points.isNull() || !qFuzzyCompare(m_points.devicePixelRatio(), devicePixelRatioF())) makePoints();
  p.drawPixmap(r.topLeft(), m_points);
  p.setRenderHint(QPainter::Antialiasing, false);
  p.setBrush(Qt::NoBrush);
  p.setPen(QPen(t.color(ColorRole::Ctrl), 1));
  p.drawRect(r.adjusted(0, 0, -1, -1));
  if (m_place) {
    const QPointF at = pixelOf(m_place->x(), m_place->y());
    p.setPen(QPen(t.color(ColorRole::Text), 1, Qt::DotLine));
    p.drawLine(QPointF(inner.left(), at.y()), QPointF(inner.right(), at.y()));
    p.drawLine(QPointF(at.x(), inner.top()), QPointF(at.x(), inner.bottom()));
  }
  if (m_look == SurfaceLook::Page) paintAxes(p);
  paintBar(p);
}

void SurfaceView::paintAxes(QPainter& p) const {
  const Theme& t = theme();
  const QRect r = pictureRect();
  const PlaneRange plane = range();
  p.setFont(t.font(FontRole::Tick));
  p.setPen(t.color(ColorRole::Text3));
  const int line = t.lineHeight(FontRole::Tick);
  for (const AxisTick& tick : linearTicks(plane.left, plane.right, ValueFormat::Number)) {
    const int x = qRound(pixelOf(tick.value, plane.bottom).x());
    p.drawLine(x, r.bottom() + 1, x, r.bottom() + t.px(3));
    p.drawText(QRect(x - 40, r.bottom() + t.px(4), 80, line), Qt::AlignHCenter | Qt::AlignTop, tick.label);
  }
  for (const AxisTick& tick : linearTicks(plane.bottom, plane.top, ValueFormat::Number)) {
    const int y = qRound(pixelOf(plane.left, tick.value).y());
    p.drawLine(r.left() - t.px(3), y, r.left() - 1, y);
    p.drawText(QRect(0, y - line / 2, r.left() - t.px(6), line), Qt::AlignRight | Qt::AlignVCenter, tick.label);
  }
  p.setFont(t.font(FontRole::Hint));
  const int hint = t.lineHeight(FontRole::Hint);
  p.drawText(QRect(r.right() - 40, r.bottom() + t.px(4) + line, 41, hint), Qt::AlignRight | Qt::AlignTop, QStringLiteral("x₁"));
  p.drawText(QRect(0, r.top() - hint, r.left() - t.px(6), hint), Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("x₂"));
}

QString SurfaceView::placeText() const {
  if (!m_place) return {};
  const QString place = QStringLiteral("x₁ %1  x₂ %2").arg(numberOf(m_place->x()), numberOf(m_place->y()));
  if (!m_surface) return place;
  const PlaneRange plane = m_surface->range;
  const int side = m_surface->side;
  const int column = std::clamp(static_cast<int>((m_place->x() - plane.left) / plane.width() * side), 0, side - 1);
  const int row = std::clamp(static_cast<int>((plane.top - m_place->y()) / plane.height() * side), 0, side - 1);
  const float* v = m_surface->at(row, column);
  if (m_surface->kind == SurfaceKind::Probability) return place + QStringLiteral("  P %1").arg(numberOf(*v));
  if (m_surface->kind == SurfaceKind::Value) return place + QStringLiteral("  ŷ %1").arg(formatNumber(*v));
  const auto best = std::max_element(v, v + m_surface->outputs) - v;
  return place + QStringLiteral("  P(%1) %2").arg(className(static_cast<int>(best)), numberOf(v[best]));
}

QString SurfaceView::summary() const {
  if (!m_surface) return title();
  return spokenSurface(title(), *m_surface, [this](int k) { return className(k); });
}

void SurfaceView::paintBar(QPainter& p) const {
  const Theme& t = theme();
  const QRect r = pictureRect();
  const bool page = m_look == SurfaceLook::Page;
  const int ticks = t.lineHeight(FontRole::Tick), hint = t.lineHeight(FontRole::Hint);
  const SurfaceKind what = kind();
  QString low = QStringLiteral("0"), middle = QStringLiteral("0.5"), high = QStringLiteral("1"),
          name = QStringLiteral("P(%1)").arg(className(1));
  if (what == SurfaceKind::Classes) {
    low = formatShort(std::round(100.0 / std::max(1, groups())) / 100);
    middle.clear();
    name = tr("P of the likeliest class");
  } else if (what == SurfaceKind::Value) {
    const double c = m_surface ? m_surface->center : 0, s = m_surface ? m_surface->spread : 1;
    low = formatNumber(c - s), middle = formatShort(c), high = formatNumber(c + s);
    name = tr("output");
  }
  QRect bar;
  if (page) {
    const int top = r.bottom() + 1 + t.px(kUnderAxis) + t.px(8);
    bar = {r.left(), top, std::min(t.px(kPageBar), r.width() / 2), t.px(kBar)};
  } else {
    bar = {r.left(), barTop(), r.width(), t.px(kBar)};
  }
  paintSurfaceBar(p, bar, what, t);
  p.setFont(t.font(FontRole::Tick));
  p.setPen(t.color(ColorRole::Text2));
  const QRect under(bar.left(), bar.bottom() + 1 + t.px(3), bar.width(), ticks);
  p.drawText(under, Qt::AlignLeft | Qt::AlignTop, low);
  p.drawText(under, Qt::AlignHCenter | Qt::AlignTop, middle);
  p.drawText(under, Qt::AlignRight | Qt::AlignTop, high);
  p.setPen(t.color(ColorRole::Text3));
  if (page) {
    p.setFont(t.font(FontRole::Hint));
    p.drawText(QRect(bar.right() + t.px(12), bar.center().y() - hint / 2, width() - bar.right(), hint), Qt::AlignLeft | Qt::AlignVCenter,
               name);
    paintLegend(p, under.bottom() + t.px(4));
  } else {
    p.drawText(under.translated(0, ticks), Qt::AlignHCenter | Qt::AlignTop, p.fontMetrics().elidedText(name, Qt::ElideRight, bar.width()));
    paintLegend(p, under.bottom() + 1 + ticks + t.px(8));
  }
}

void SurfaceView::paintLegend(QPainter& p, int top) const {
  const Theme& t = theme();
  const int hint = t.lineHeight(FontRole::Hint);
  const int left = pictureRect().left();
  const bool page = m_look == SurfaceLook::Page;
  p.setFont(t.font(FontRole::Hint));
  const QFontMetrics metrics(p.font());
  if (m_place) { // the numbers of the place stand where the legend was: nothing else moves
    p.setPen(t.color(ColorRole::Text));
    p.drawText(QRect(left, top, width() - left, hint), Qt::AlignLeft | Qt::AlignVCenter,
               metrics.elidedText(placeText(), Qt::ElideRight, width() - left));
    return;
  }
  int x = left;
  const int gap = t.px(page ? 16 : 8);
  p.setRenderHint(QPainter::Antialiasing);
  const auto entry = [&](const QString& text, const auto& paintSign) {
    const int sign = t.px(page ? 12 : 10), wide = sign + t.px(4) + metrics.horizontalAdvance(text);
    if (x > left && x + wide > width() - t.px(4)) return;
    paintSign(QPointF(x + sign / 2.0, top + hint / 2.0 + 0.5), sign);
    p.setPen(t.color(ColorRole::Text2));
    p.drawText(QRect(x + sign + t.px(4), top, metrics.horizontalAdvance(text) + 2, hint), Qt::AlignLeft | Qt::AlignVCenter, text);
    x += wide + gap;
  };
  const auto mark = [&](int shape, MarkFill fill, const QColor& color) {
    return [&p, &t, shape, fill, color](QPointF at, int) { paintMark(p, at, 3.6 * t.scale(), shape, fill, color, t); };
  };
  if (page)
    for (int k = 0; k < groups(); ++k) entry(className(k), mark(k, MarkFill::Full, groupColor(k, groups(), t)));
  const bool anyTest =
      std::any_of(m_content.points.begin(), m_content.points.end(), [](const PlanePoint& q) { return q.part != Part::Train; });
  if (!page || groups() == 0) entry(tr("training"), mark(0, MarkFill::Full, t.color(ColorRole::Text2)));
  if (anyTest)
    entry(page && groups() > 0 ? tr("hollow: test") : tr("test"),
          mark(page && groups() > 0 ? 0 : 1, MarkFill::Hollow, t.color(ColorRole::Text2)));
  if (kind() == SurfaceKind::Probability)
    entry(QStringLiteral("P = 0.5"), [&](QPointF at, int sign) {
      p.setPen(QPen(t.color(ColorRole::Text), 1));
      p.drawLine(QPointF(at.x() - sign / 2.0, at.y()), QPointF(at.x() + sign / 2.0, at.y()));
    });
  p.setRenderHint(QPainter::Antialiasing, false);
}

// ---- pointer and keys ------------------------------------------------------------------------------------------------------

void SurfaceView::moveTo(std::optional<QPointF> place) {
  if (place == m_place) return;
  m_place = place;
  setAccessibleDescription(placeText());
  update();
  emit placeHovered(place);
}

void SurfaceView::mouseMoveEvent(QMouseEvent* event) {
  const QRectF r = pictureRect();
  setCursor(m_look == SurfaceLook::Card && pinRect().contains(event->position().toPoint()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
  if (!r.contains(event->position())) return moveTo(std::nullopt);
  moveTo(placeOf(event->position()));
}

void SurfaceView::mousePressEvent(QMouseEvent* event) {
  if (m_look == SurfaceLook::Card && event->button() == Qt::LeftButton && pinRect().contains(event->position().toPoint()))
    return emit pinClicked();
  if (const QRectF r = pictureRect(); r.contains(event->position()))
    emit placePressed(placeOf(event->position()), event->button(), event->modifiers(), 10 / r.width() * range().width());
  event->ignore(); // the card may be dragged by its owner
}

void SurfaceView::leaveEvent(QEvent*) { moveTo(std::nullopt); }

void SurfaceView::keyPressEvent(QKeyEvent* event) {
  const PlaneRange plane = range();
  const QPointF now = m_place.value_or(QPointF(plane.left + plane.width() / 2, plane.bottom + plane.height() / 2));
  const double dx = plane.width() / 40, dy = plane.height() / 40;
  QPointF next = now;
  switch (event->key()) {
  case Qt::Key_Left:
    next.rx() -= dx;
    break;
  case Qt::Key_Right:
    next.rx() += dx;
    break;
  case Qt::Key_Up:
    next.ry() += dy;
    break;
  case Qt::Key_Down:
    next.ry() -= dy;
    break;
  case Qt::Key_Escape:
    return moveTo(std::nullopt);
  default:
    return QWidget::keyPressEvent(event);
  }
  moveTo(QPointF(std::clamp(next.x(), plane.left, plane.right), std::clamp(next.y(), plane.bottom, plane.top)));
}

void SurfaceView::resizeEvent(QResizeEvent*) { m_points = {}; }

void SurfaceView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    setAccessibleName(title());
    update();
  }
  QWidget::changeEvent(event);
}

} // namespace glassbox
