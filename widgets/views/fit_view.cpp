#include "widgets/views/fit_view.h"

#include "widgets/common/number_format.h"
#include "widgets/common/theme_manager.h"
#include "widgets/plots/title_row.h"
#include "widgets/views/spoken_views.h"
#include "widgets/views/surface_picture.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr int kLeft = 52, kRight = 16, kBottom = 36, kGap = 4;
constexpr std::size_t kMostMisses = 100; // more dashed lines than that hide the points

} // namespace

FitContent fitContentOf(const Dataset& data) {
  FitContent content;
  content.points = planePoints(data);
  content.range = curveRangeOf(data);
  if (isCurve(data)) {
    if (!data.inputs[0].labels.empty()) content.xName = QString::fromStdString(data.inputs[0].labels[0]);
    if (!data.target.labels.empty()) content.yName = QString::fromStdString(data.target.labels[0]);
  }
  return content;
}

FitView::FitView(QWidget* parent) : QWidget(parent) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Fitted curve"));
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] { m_back = {}; });
}

void FitView::setContent(const FitContent& content) {
  m_content = content;
  m_back = {};
  update();
}

void FitView::setCurve(const std::optional<FitCurve>& curve) {
  m_curve = curve;
  update();
}

QString FitView::xName() const { return m_content.xName.isEmpty() ? QStringLiteral("x") : m_content.xName; }
QString FitView::yName() const { return m_content.yName.isEmpty() ? QStringLiteral("y") : m_content.yName; }

QRect FitView::plotRect() const {
  const Theme& t = theme();
  return rect().adjusted(t.px(kLeft), titleRowHeight() + t.px(kGap + 12), -t.px(kRight), -t.px(kBottom));
}

QPointF FitView::pixelOf(double x, double y) const {
  const QRectF r = plotRect();
  const PlaneRange& plane = m_content.range;
  return {r.left() + (x - plane.left) / plane.width() * r.width(), r.top() + (plane.top - y) / plane.height() * r.height()};
}

std::optional<double> FitView::valueAt(double x) const {
  if (!m_curve || m_curve->x.size() < 2 || x < m_curve->x.front() || x > m_curve->x.back()) return std::nullopt;
  const auto right = std::max(std::lower_bound(m_curve->x.begin(), m_curve->x.end(), x), m_curve->x.begin() + 1);
  const auto i = static_cast<std::size_t>(right - m_curve->x.begin());
  const double share = (x - m_curve->x[i - 1]) / (m_curve->x[i] - m_curve->x[i - 1]);
  return m_curve->y[i - 1] + share * (m_curve->y[i] - m_curve->y[i - 1]);
}

QString FitView::summary() const { return spokenFit(accessibleName(), m_curve.value_or(FitCurve()), m_content.points); }

QSize FitView::sizeHint() const { return {theme().px(520), theme().px(360)}; }
QSize FitView::minimumSizeHint() const { return {theme().px(240), theme().px(180)}; }

void FitView::makeBack() {
  const Theme& t = theme();
  const qreal dense = devicePixelRatioF();
  m_back = QPixmap(size() * dense);
  m_back.setDevicePixelRatio(dense);
  m_back.fill(Qt::transparent);
  QPainter p(&m_back);
  const QRect r = plotRect();
  const PlaneRange& plane = m_content.range;
  p.fillRect(r, t.color(ColorRole::Canvas));
  p.setFont(t.font(FontRole::Tick));
  const int line = t.lineHeight(FontRole::Tick);
  for (const AxisTick& tick : linearTicks(plane.left, plane.right, ValueFormat::Number)) {
    const int x = qRound(pixelOf(tick.value, plane.bottom).x());
    p.setPen(t.color(ColorRole::Grid));
    p.drawLine(x, r.top(), x, r.bottom());
    p.setPen(t.color(ColorRole::Text3));
    p.drawText(QRect(x - 40, r.bottom() + t.px(5), 80, line), Qt::AlignHCenter | Qt::AlignTop, tick.label);
  }
  for (const AxisTick& tick : linearTicks(plane.bottom, plane.top, ValueFormat::Number)) {
    const int y = qRound(pixelOf(plane.left, tick.value).y());
    p.setPen(t.color(ColorRole::Grid));
    p.drawLine(r.left(), y, r.right(), y);
    p.setPen(t.color(ColorRole::Text3));
    p.drawText(QRect(0, y - line / 2, r.left() - t.px(6), line), Qt::AlignRight | Qt::AlignVCenter, tick.label);
  }
  p.setPen(t.color(ColorRole::Ctrl));
  p.drawLine(r.bottomLeft(), r.bottomRight());
  p.drawLine(r.topLeft(), r.bottomLeft());
  p.setFont(t.font(FontRole::Hint));
  p.setPen(t.color(ColorRole::Text3));
  const int hint = t.lineHeight(FontRole::Hint);
  p.drawText(QRect(r.left(), r.bottom() + t.px(4) + line, r.width(), hint), Qt::AlignRight | Qt::AlignTop, xName());
  p.drawText(QRect(r.left() - t.px(20), r.top() - hint - t.px(1), r.width(), hint), Qt::AlignLeft | Qt::AlignVCenter, yName());
}

void FitView::paintEvent(QPaintEvent*) {
  const Theme& t = theme();
  if (m_back.isNull() || !qFuzzyCompare(m_back.devicePixelRatio(), devicePixelRatioF())) makeBack();
  QPainter p(this);
  p.drawPixmap(0, 0, m_back);

  const bool anyTest =
      std::any_of(m_content.points.begin(), m_content.points.end(), [](const PlanePoint& q) { return q.part != Part::Train; });
  TitleRow row;
  row.title = m_content.title.isEmpty() ? tr("Fitted curve") : m_content.title;
  if (m_x) row.place = QStringLiteral("%1 = %2").arg(xName(), formatShort(std::round(*m_x * 1000) / 1000));
  const double here = m_x ? valueAt(*m_x).value_or(std::nan("")) : std::nan(""); // NaN: not known there
  row.entries.push_back(
      {LegendSign::Swatch, t.color(ColorRole::Fwd), tr("network"), std::isnan(here) ? QString() : formatNumber(here), {}});
  row.entries.push_back({LegendSign::Disc, t.color(ColorRole::Train), tr("training"), {}, {}});
  if (anyTest) row.entries.push_back({LegendSign::Circle, t.color(ColorRole::Test), tr("test"), {}, {}});
  if (m_content.points.size() <= kMostMisses) row.remark = tr("dashed: how far off");
  paintTitleRow(p, QRect(t.px(12), 0, width() - t.px(24), titleRowHeight()), row);

  const QRect r = plotRect();
  p.setClipRect(r.adjusted(0, 0, 1, 1));
  p.setRenderHint(QPainter::Antialiasing);
  if (m_content.points.size() <= kMostMisses) {
    QPen dashed(t.color(ColorRole::Text3, 0.8), 1, Qt::CustomDashLine);
    dashed.setDashPattern({3, 3});
    p.setPen(dashed);
    for (const PlanePoint& point : m_content.points)
      if (const std::optional<double> y = valueAt(point.x)) p.drawLine(pixelOf(point.x, point.y), pixelOf(point.x, *y));
  }
  const double grow = t.scale() * (m_content.points.size() > 500 ? 0.7 : 1);
  for (const Part part : {Part::Train, Part::Validation, Part::Test})
    for (const PlanePoint& point : m_content.points)
      if (point.part == part) {
        const bool test = part != Part::Train;
        paintMark(p, pixelOf(point.x, point.y), 3 * grow, 0, test ? MarkFill::Hollow : MarkFill::Full,
                  t.color(test ? ColorRole::Test : ColorRole::Train), t);
      }
  if (m_curve) {
    QPolygonF line;
    for (std::size_t i = 0; i < m_curve->x.size(); ++i)
      if (std::isfinite(m_curve->y[i])) line << pixelOf(m_curve->x[i], m_curve->y[i]);
    p.setPen(QPen(t.color(ColorRole::Fwd), 2 * t.scale(), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    p.setBrush(Qt::NoBrush);
    p.drawPolyline(line);
  }
  if (m_x) {
    const double x = std::round(pixelOf(*m_x, 0).x()) + 0.5;
    p.setPen(QPen(t.color(ColorRole::Text2), 1));
    p.drawLine(QPointF(x, r.top()), QPointF(x, r.bottom()));
    if (!std::isnan(here)) {
      p.setPen(Qt::NoPen);
      p.setBrush(t.color(ColorRole::Fwd));
      p.drawEllipse(pixelOf(*m_x, here), 3.5 * t.scale(), 3.5 * t.scale());
    }
  }
}

void FitView::moveTo(std::optional<double> x) {
  if (x == m_x) return;
  m_x = x;
  const std::optional<double> y = x ? valueAt(*x) : std::nullopt;
  setAccessibleDescription(y ? tr("At %1 the network gives %2.").arg(formatNumber(*x), formatNumber(*y)) : QString());
  update();
}

void FitView::mouseMoveEvent(QMouseEvent* event) {
  const QRect r = plotRect();
  const PlaneRange& plane = m_content.range;
  if (!r.contains(event->position().toPoint())) return moveTo(std::nullopt);
  moveTo(plane.left + (event->position().x() - r.left()) / r.width() * plane.width());
}

void FitView::leaveEvent(QEvent*) { moveTo(std::nullopt); }

void FitView::keyPressEvent(QKeyEvent* event) {
  const PlaneRange& plane = m_content.range;
  const double now = m_x.value_or(plane.left + plane.width() / 2), step = plane.width() / 40;
  switch (event->key()) {
  case Qt::Key_Left:
    return moveTo(std::max(plane.left, now - step));
  case Qt::Key_Right:
    return moveTo(std::min(plane.right, now + step));
  case Qt::Key_Home:
    return moveTo(plane.left);
  case Qt::Key_End:
    return moveTo(plane.right);
  case Qt::Key_Escape:
    return moveTo(std::nullopt);
  default:
    QWidget::keyPressEvent(event);
  }
}

void FitView::resizeEvent(QResizeEvent*) { m_back = {}; }

void FitView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    setAccessibleName(tr("Fitted curve"));
    m_back = {};
    update();
  }
  QWidget::changeEvent(event);
}

} // namespace glassbox
