#include "widgets/views/map_overlay.h"

#include "widgets/common/number_format.h"
#include "widgets/common/oklab.h"
#include "widgets/common/theme_manager.h"
#include "widgets/plots/spoken_grid.h"

#include <QHelpEvent>
#include <QLinearGradient>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr int kGap = 24, kTitle = 24, kFoot = 40, kBarWidth = 160, kBar = 8;
constexpr int kUnitGap = 12;

} // namespace

MapOverlay::MapOverlay(QWidget* parent) : QWidget(parent) {
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, qOverload<>(&QWidget::update));
}

void MapOverlay::setContent(const MapOverlayContent& content) {
  m_content = content;
  m_largest = 0;
  for (const float v : content.values)
    if (std::isfinite(v)) m_largest = std::max<double>(m_largest, std::abs(v));
  setAccessibleName(content.name);
  update();
}

QString MapOverlay::summary() const {
  const int columns = m_content.picture.width();
  SpokenGrid grid{m_content.unit, m_content.picture.height(), columns, {}, formatNumber, {}};
  if (!m_content.values.empty()) grid.value = [this, columns](int row, int column) { return std::optional<double>(m_content.values[static_cast<std::size_t>(row * columns + column)]); };
  grid.place = [](int row, int column) { return tr("row %1, column %2").arg(row + 1).arg(column + 1); };
  return m_content.picture.isNull() ? QString() : spokenGrid(grid);
}

QRgb MapOverlay::colorOf(double value) const {
  const double t = m_largest > 0 ? value / m_largest : 0;
  return m_content.isSigned ? theme().diverging(t) : theme().sequential(t);
}

/// Height of both pictures: whole pixels a number.
int MapOverlay::side() const {
  if (m_content.picture.isNull()) return 0;
  const int high = height() - theme().px(kTitle) - theme().px(kFoot), wide = (width() - theme().px(kGap)) / 2;
  const int cell = std::max(1, std::min({high / m_content.picture.height(), wide / m_content.picture.width(), theme().px(400) / m_content.picture.height()}));
  return cell * m_content.picture.height();
}

QRect MapOverlay::pictureRect() const {
  if (m_content.picture.isNull()) return {};
  return {0, theme().px(kTitle), side() * m_content.picture.width() / m_content.picture.height(), side()};
}

QRect MapOverlay::mapRect() const { return pictureRect().translated(pictureRect().width() + theme().px(kGap), 0); }

QString MapOverlay::placeText(QPoint point) const {
  for (const QRect& r : {pictureRect(), mapRect()}) {
    if (!r.contains(point) || m_content.values.empty()) continue;
    const int row = (point.y() - r.top()) * m_content.picture.height() / r.height(), column = (point.x() - r.left()) * m_content.picture.width() / r.width();
    return tr("row %1, column %2: %3").arg(row + 1).arg(column + 1).arg(formatNumber(m_content.values[static_cast<std::size_t>(row * m_content.picture.width() + column)]));
  }
  return {};
}

QSize MapOverlay::minimumSizeHint() const { return {theme().px(280), theme().px(160)}; }

void MapOverlay::paintEvent(QPaintEvent*) {
  const QImage& picture = m_content.picture;
  if (picture.isNull()) return;
  const Theme& t = theme();
  QPainter p(this);
  const QRect left = pictureRect(), right = mapRect();
  p.setFont(t.font(FontRole::Bold));
  p.setPen(t.color(ColorRole::Text));
  p.drawText(QRect(left.left(), 0, left.width() + t.px(kGap), t.px(kTitle)), Qt::AlignVCenter | Qt::AlignLeft, m_content.leftTitle);
  p.drawImage(left, picture);
  p.setPen(t.color(ColorRole::Line));
  p.drawRect(left.adjusted(-1, -1, 0, 0));
  if (m_content.values.empty()) return;

  p.setFont(t.font(FontRole::Bold));
  p.setPen(t.color(ColorRole::Text));
  p.drawText(QRect(right.left(), 0, width() - right.left(), t.px(kTitle)), Qt::AlignVCenter | Qt::AlignLeft, m_content.rightTitle);
  // The map in its own colours, as the bar has them; the picture shows through as a lighter or darker shade where the map is weak.
  QImage image(picture.size(), QImage::Format_RGB32);
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) {
      const double v = m_content.values[static_cast<std::size_t>(y * image.width() + x)];
      const double strong = m_largest > 0 ? std::abs(v) / m_largest : 0;
      image.setPixel(x, y, mixOklab(QColor(colorOf(v)), QColor(picture.pixel(x, y)), 0.35 * (1 - std::sqrt(strong))).rgb());
    }
  p.drawImage(right, image);
  p.setPen(t.color(ColorRole::Line));
  p.drawRect(right.adjusted(-1, -1, 0, 0));

  const QRect bar(right.left(), right.bottom() + t.px(9), std::min(t.px(kBarWidth), right.width()), t.px(kBar));
  QLinearGradient ramp(bar.topLeft(), bar.topRight());
  for (int i = 0; i <= 16; ++i) {
    const double u = i / 16.0;
    ramp.setColorAt(u, QColor(colorOf((m_content.isSigned ? 2 * u - 1 : u) * m_largest)));
  }
  p.fillRect(bar, ramp);
  p.setFont(t.font(FontRole::Tick));
  p.setPen(t.color(ColorRole::Text3));
  const QRect ends(bar.left(), bar.bottom() + 2, bar.width(), t.lineHeight(FontRole::Tick));
  p.drawText(ends, Qt::AlignLeft, m_content.isSigned ? formatNumber(-m_largest) : QStringLiteral("0"));
  p.drawText(ends, Qt::AlignRight, formatNumber(m_largest));
  p.setFont(t.font(FontRole::Hint));
  p.drawText(QRect(bar.right() + t.px(kUnitGap), bar.top() - t.px(4), width() - bar.right() - t.px(kUnitGap), t.px(kBar) + t.px(8)), Qt::AlignVCenter | Qt::AlignLeft, m_content.unit);
}

bool MapOverlay::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    auto* help = static_cast<QHelpEvent*>(event);
    const QString text = placeText(help->pos());
    if (text.isEmpty()) QToolTip::hideText();
    else QToolTip::showText(help->globalPos(), text, this);
    return true;
  }
  return QWidget::event(event);
}

} // namespace glassbox
