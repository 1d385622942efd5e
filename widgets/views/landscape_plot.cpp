#include "widgets/views/landscape_plot.h"

#include "widgets/common/number_format.h"
#include "widgets/common/theme_manager.h"
#include "widgets/plots/plot_axis.h"
#include "widgets/plots/title_row.h"
#include "widgets/views/contour.h"
#include "widgets/views/spoken_views.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr int kLeft = 56, kRight = 16, kBottom = 70;
constexpr int kLines = 10;         // lines of equal loss
constexpr double kLeastLoss = 1e-6; // under it a logarithm tells nothing

} // namespace

LandscapePlot::LandscapePlot(QWidget* parent) : QWidget(parent) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setAccessibleName(tr("Loss landscape"));
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] {
    draw();
    updateGeometry();
  });
}

void LandscapePlot::setLandscape(const std::optional<Landscape>& landscape) {
  m_landscape = landscape;
  if (!landscape) m_cell.reset();
  draw();
}

void LandscapePlot::setLogarithmic(bool on) {
  m_logarithmic = on;
  draw();
}

double LandscapePlot::shareOf(float loss) const {
  if (!std::isfinite(loss)) return 1;
  if (!m_logarithmic) return m_high > m_low ? (loss - m_low) / (m_high - m_low) : 0;
  const double low = std::log(std::max(kLeastLoss, m_low)), high = std::log(std::max(kLeastLoss, m_high));
  return high > low ? (std::log(std::max(kLeastLoss, static_cast<double>(loss))) - low) / (high - low) : 0;
}

void LandscapePlot::draw() {
  m_image = {};
  m_lines.clear();
  update();
  if (!m_landscape) return;
  const Landscape& l = *m_landscape;
  m_low = HUGE_VAL, m_high = -HUGE_VAL;
  for (const float loss : l.losses)
    if (std::isfinite(loss)) m_low = std::min<double>(m_low, loss), m_high = std::max<double>(m_high, loss);
  if (m_high < m_low) m_low = 0, m_high = 1;
  m_image = QImage(l.side, l.side, QImage::Format_ARGB32_Premultiplied);
  std::vector<float> shares;
  for (int row = 0; row < l.side; ++row)
    for (int column = 0; column < l.side; ++column) {
      const float loss = l.loss(row, column);
      shares.push_back(static_cast<float>(std::isnan(loss) ? std::nan("") : shareOf(loss)));
      m_image.setPixel(column, row, std::isnan(loss) ? 0 : theme().sequential(shareOf(loss)));
    }
  if (std::any_of(l.losses.begin(), l.losses.end(), [](float v) { return std::isnan(v); })) return; // lines when all is known
  for (int i = 1; i < kLines; ++i) {
    const std::vector<QLineF> lines = contourLines(shares, l.side, static_cast<double>(i) / kLines);
    m_lines.insert(m_lines.end(), lines.begin(), lines.end());
  }
}

QSize LandscapePlot::sizeHint() const { return {theme().px(520), theme().px(460)}; }
QSize LandscapePlot::minimumSizeHint() const { return {theme().px(280), theme().px(240)}; }

QRect LandscapePlot::plotRect() const {
  const Theme& t = theme();
  return rect().adjusted(t.px(kLeft), titleRowHeight() + t.px(8), -t.px(kRight), -t.px(kBottom));
}

/// Grid points lie in the middle of their cells.
QPointF LandscapePlot::pixelOf(double x, double y) const {
  const QRectF r = plotRect();
  const Landscape& l = *m_landscape;
  return {r.left() + ((x - l.left) / l.stepX + 0.5) / l.side * r.width(), r.bottom() - ((y - l.bottom) / l.stepY + 0.5) / l.side * r.height()};
}

QString LandscapePlot::placeText() const {
  if (!m_cell || !m_landscape) return {};
  const Landscape& l = *m_landscape;
  const float loss = l.loss(m_cell->row, m_cell->column);
  const QString place = QStringLiteral("%1, %2").arg(formatFixed(l.x(m_cell->column), 2), formatFixed(l.y(m_cell->row), 2));
  return std::isnan(loss) ? place : tr("%1: loss %2", "0.50, −0.25: loss 0.6931").arg(place, formatNumber(loss));
}

void LandscapePlot::paintEvent(QPaintEvent*) {
  const Theme& t = theme();
  QPainter p(this);
  TitleRow row;
  row.title = tr("Loss landscape");
  row.place = placeText();
  paintTitleRow(p, QRect(0, 0, width(), titleRowHeight()), row);
  if (!m_landscape) return;
  const Landscape& l = *m_landscape;
  const QRectF r = plotRect();
  const int line = t.lineHeight(FontRole::Tick), hint = t.lineHeight(FontRole::Hint);
  p.drawImage(r, m_image);
  p.save();
  p.setClipRect(r);
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(QPen(t.color(ColorRole::Text, 0.45), 1));
  for (const QLineF& s : m_lines)
    p.drawLine(QPointF(r.left() + s.x1() * r.width(), r.top() + s.y1() * r.height()), QPointF(r.left() + s.x2() * r.width(), r.top() + s.y2() * r.height()));
  QPolygonF path;
  for (const LandscapePlace& place : l.path) path << pixelOf(place.x, place.y);
  p.setBrush(Qt::NoBrush);
  p.setPen(QPen(t.color(ColorRole::Canvas), 4 * t.scale(), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  p.drawPolyline(path);
  p.setPen(QPen(t.color(ColorRole::Bwd), 2 * t.scale(), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  p.drawPolyline(path);
  p.setBrush(t.color(ColorRole::Bwd));
  p.setPen(QPen(t.color(ColorRole::Canvas), 1));
  for (const QPointF& at : path) p.drawEllipse(at, 2.5 * t.scale(), 2.5 * t.scale());
  p.setBrush(t.color(ColorRole::Accent));
  p.drawEllipse(pixelOf(0, 0), 5 * t.scale(), 5 * t.scale());
  p.restore();
  p.setRenderHint(QPainter::Antialiasing, false);
  if (m_cell) {
    const QSizeF size(r.width() / l.side, r.height() / l.side);
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(t.color(ColorRole::Accent), 2));
    p.drawRect(QRectF(r.left() + m_cell->column * size.width(), r.top() + m_cell->row * size.height(), size.width(), size.height()));
  }
  p.setBrush(Qt::NoBrush);
  p.setPen(QPen(t.color(hasFocus() ? ColorRole::Focus : ColorRole::Ctrl), hasFocus() ? 2 : 1));
  p.drawRect(r);
  p.setFont(t.font(FontRole::Tick));
  p.setPen(t.color(ColorRole::Text3));
  for (const AxisTick& tick : linearTicks(l.left, l.left + (l.side - 1) * l.stepX, ValueFormat::Number))
    p.drawText(QRectF(pixelOf(tick.value, 0).x() - 50, r.bottom() + t.px(4), 100, line), Qt::AlignHCenter | Qt::AlignTop, tick.label);
  for (const AxisTick& tick : linearTicks(l.bottom, l.bottom + (l.side - 1) * l.stepY, ValueFormat::Number))
    p.drawText(QRectF(0, pixelOf(0, tick.value).y() - line / 2.0, r.left() - t.px(6), line), Qt::AlignRight | Qt::AlignVCenter, tick.label);
  p.setFont(t.font(FontRole::Hint));
  const bool known = l.plane == LandscapePlane::Path;
  const QString across = known ? tr("first direction of the path, %1 of its variance").arg(formatPercent(l.firstShare)) : tr("first random direction");
  const QString up = known ? tr("↑ second direction, %1").arg(formatPercent(l.secondShare)) : tr("↑ second random direction");
  p.drawText(QRectF(r.left(), r.bottom() + t.px(4) + line, r.width(), hint), Qt::AlignRight | Qt::AlignTop, across);
  p.drawText(QRectF(r.left(), r.bottom() + t.px(4) + line, r.width(), hint), Qt::AlignLeft | Qt::AlignTop, up);
  // The bar, with its ends.
  const double top = r.bottom() + t.px(12) + line + hint;
  const QRectF bar(r.left(), top, std::min<double>(t.px(160), r.width() / 3), t.px(8));
  for (int x = 0; x < static_cast<int>(bar.width()); ++x)
    p.fillRect(QRectF(bar.left() + x, bar.top(), 1, bar.height()), QColor::fromRgb(t.sequential(x / (bar.width() - 1))));
  p.setFont(t.font(FontRole::Tick));
  p.setPen(t.color(ColorRole::Text2));
  p.drawText(QRectF(bar.right() + t.px(8), bar.center().y() - line / 2.0, r.right() - bar.right(), line), Qt::AlignLeft | Qt::AlignVCenter,
             (m_logarithmic ? tr("loss %1 to %2, log scale") : tr("loss %1 to %2")).arg(formatNumber(m_low), formatNumber(m_high)));
}

QString LandscapePlot::summary() const { return m_landscape ? spokenLandscape(*m_landscape) : QString(); }

void LandscapePlot::moveTo(std::optional<Cell> cell) {
  if (cell == m_cell) return;
  m_cell = cell;
  setAccessibleDescription(placeText());
  update();
}

void LandscapePlot::mouseMoveEvent(QMouseEvent* event) {
  const QRectF r = plotRect();
  if (!m_landscape || !r.contains(event->position())) return moveTo(std::nullopt);
  const int side = m_landscape->side;
  moveTo(Cell{std::clamp(static_cast<int>((event->position().y() - r.top()) / r.height() * side), 0, side - 1),
              std::clamp(static_cast<int>((event->position().x() - r.left()) / r.width() * side), 0, side - 1)});
}

void LandscapePlot::leaveEvent(QEvent*) { moveTo(std::nullopt); }

void LandscapePlot::keyPressEvent(QKeyEvent* event) {
  if (!m_landscape) return QWidget::keyPressEvent(event);
  const int last = m_landscape->side - 1;
  Cell next = m_cell.value_or(Cell{m_landscape->centerRow, m_landscape->centerColumn});
  switch (event->key()) {
  case Qt::Key_Left:
    --next.column;
    break;
  case Qt::Key_Right:
    ++next.column;
    break;
  case Qt::Key_Up:
    --next.row;
    break;
  case Qt::Key_Down:
    ++next.row;
    break;
  case Qt::Key_Escape:
    if (m_cell) return moveTo(std::nullopt);
    [[fallthrough]];
  default:
    return QWidget::keyPressEvent(event);
  }
  moveTo(Cell{std::clamp(next.row, 0, last), std::clamp(next.column, 0, last)});
}

void LandscapePlot::focusInEvent(QFocusEvent*) { update(); }

void LandscapePlot::focusOutEvent(QFocusEvent*) { moveTo(std::nullopt), update(); }

void LandscapePlot::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    setAccessibleName(tr("Loss landscape"));
    update();
  }
  QWidget::changeEvent(event);
}

} // namespace glassbox
