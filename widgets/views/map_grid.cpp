#include "widgets/views/map_grid.h"

#include "widgets/common/theme_manager.h"
#include "widgets/views/spoken_views.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace glassbox {
namespace {

constexpr int kGap = 8;
constexpr int kLeast = 40, kMost = 84; // px of a picture's longer side
constexpr int kMostInARow = 4;         // input channels that stand beside each other

} // namespace

MapGrid::MapGrid(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] {
    updateGeometry();
    update();
  });
}

void MapGrid::setMaps(const std::optional<MapSet>& maps) {
  const bool same = maps && m_maps && maps->count() == m_maps->count() && maps->height == m_maps->height && maps->width == m_maps->width;
  m_maps = maps;
  if (!same) {
    m_current = 0;
    updateGeometry();
  }
  setAccessibleDescription(m_maps ? nameOf(m_current) : QString());
  update();
}

void MapGrid::setCurrent(int index) {
  if (!m_maps || index < 0 || index >= m_maps->count() || index == m_current) return;
  m_current = index;
  setAccessibleDescription(nameOf(index));
  update();
  emit shown(tileRect(index));
  emit chosen(index);
}

QString MapGrid::summary() const { return m_maps ? spokenMaps(accessibleName(), *m_maps) : QString(); }

QString MapGrid::nameOf(int index) const {
  if (!m_maps) return {};
  if (m_maps->of.kind == MapKind::Features) return tr("Map %1").arg(index + 1);
  if (m_maps->perGroup == 1) return tr("Filter %1").arg(index + 1);
  return tr("Filter %1, input %2").arg(index / m_maps->perGroup + 1).arg(index % m_maps->perGroup + 1);
}

QRgb MapGrid::colorOf(float value) const {
  const double t = m_maps && m_maps->largest > 0 ? value / m_maps->largest : 0;
  return m_maps && m_maps->negative ? theme().diverging(t) : theme().sequential(t);
}

/// Whole pixels a number, so that all cells are alike; a map larger than the most is drawn as it is.
QSize MapGrid::picture() const {
  const int longer = std::max({m_maps->width, m_maps->height, 1}), most = m_maps->count() > 32 ? kLeast : kMost;
  const int cell = std::max(1, std::min(theme().px(most) / longer, theme().px(18)));
  return {m_maps->width * cell, std::max(m_maps->height * cell, m_maps->height == 1 ? theme().px(16) : 1)};
}

QSize MapGrid::tile() const {
  const QSize p = picture();
  const int caption = QFontMetrics(theme().font(FontRole::Tick)).horizontalAdvance(QStringLiteral("%1 ← %1").arg(m_maps->count()));
  return {std::max(p.width(), m_maps->perGroup > 1 && m_maps->groups > 1 ? caption : theme().px(24)) + theme().px(kGap), p.height() + theme().lineHeight(FontRole::Tick) + theme().px(kGap)};
}

int MapGrid::columns(int width) const {
  const int fit = std::max(1, width / tile().width());
  // Filters with few input channels: whole filters in a row.
  if (m_maps->groups > 1 && m_maps->perGroup > 1 && m_maps->perGroup <= kMostInARow && fit >= m_maps->perGroup) return fit / m_maps->perGroup * m_maps->perGroup;
  return fit;
}

QRect MapGrid::tileRect(int index) const {
  if (!m_maps) return {};
  const QSize t = tile();
  const int perRow = columns(width());
  return {index % perRow * t.width(), index / perRow * t.height(), t.width(), t.height()};
}

int MapGrid::indexAt(QPoint point) const {
  if (!m_maps || point.x() < 0 || point.y() < 0) return -1;
  const QSize t = tile();
  const int perRow = columns(width()), column = point.x() / t.width(), index = point.y() / t.height() * perRow + column;
  return column < perRow && index < m_maps->count() ? index : -1;
}

QSize MapGrid::sizeHint() const { return {theme().px(320), heightForWidth(theme().px(320))}; }

int MapGrid::heightForWidth(int width) const {
  if (!m_maps || m_maps->count() == 0) return theme().px(40);
  const int perRow = columns(width);
  return (m_maps->count() + perRow - 1) / perRow * tile().height();
}

void MapGrid::paintEvent(QPaintEvent* event) {
  if (!m_maps) return;
  const Theme& t = theme();
  QPainter p(this);
  p.setFont(t.font(FontRole::Tick));
  const QSize size = picture();
  const int half = t.px(kGap) / 2, perRow = columns(width()), high = tile().height();
  // Only what is seen: a layer may have a quarter of a million filters.
  const int first = std::max(0, event->rect().top() / high * perRow), last = std::min(m_maps->count(), (event->rect().bottom() / high + 1) * perRow);
  QImage image(m_maps->width, m_maps->height, QImage::Format_RGB32);
  for (int i = first; i < last; ++i) {
    const QRect c = tileRect(i);
    const float* v = m_maps->map(i);
    for (int y = 0; y < m_maps->height; ++y) {
      auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
      for (int x = 0; x < m_maps->width; ++x) line[x] = colorOf(*v++);
    }
    const QRect place(c.left() + half, c.top() + half, size.width(), size.height());
    p.drawImage(place, image);
    const bool chosen = i == m_current;
    p.setPen(QPen(t.color(chosen ? ColorRole::Accent : ColorRole::Line), chosen ? t.px(2) : 1));
    p.setBrush(Qt::NoBrush);
    p.drawRect(chosen ? place.adjusted(-2, -2, 1, 1) : place.adjusted(-1, -1, 0, 0));
    p.setPen(t.color(chosen ? ColorRole::Accent : ColorRole::Text3));
    const QString name = m_maps->groups > 1 && m_maps->perGroup > 1 ? QStringLiteral("%1 ← %2").arg(i / m_maps->perGroup + 1).arg(i % m_maps->perGroup + 1) : QString::number(i + 1);
    p.drawText(QRect(c.left() + half, place.bottom() + 2, c.width() - half, t.lineHeight(FontRole::Tick)), Qt::AlignLeft | Qt::AlignVCenter, name);
  }
  if (hasFocus() && m_current < m_maps->count()) {
    p.setPen(QPen(t.color(ColorRole::Focus), t.px(2), Qt::DotLine));
    p.drawRect(tileRect(m_current).adjusted(1, 1, -2, -2));
  }
}

void MapGrid::mousePressEvent(QMouseEvent* event) { setCurrent(indexAt(event->pos())); }

void MapGrid::keyPressEvent(QKeyEvent* event) {
  if (!m_maps) return QWidget::keyPressEvent(event);
  const int perRow = columns(width());
  int step = 0;
  switch (event->key()) {
  case Qt::Key_Left: step = -1; break;
  case Qt::Key_Right: step = 1; break;
  case Qt::Key_Up: step = -perRow; break;
  case Qt::Key_Down: step = perRow; break;
  case Qt::Key_Home: return setCurrent(0);
  case Qt::Key_End: return setCurrent(m_maps->count() - 1);
  default: return QWidget::keyPressEvent(event);
  }
  setCurrent(m_current + step);
}

void MapGrid::focusInEvent(QFocusEvent*) { update(); }
void MapGrid::focusOutEvent(QFocusEvent*) { update(); }

bool MapGrid::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    auto* help = static_cast<QHelpEvent*>(event);
    const int i = indexAt(help->pos());
    if (i < 0) QToolTip::hideText();
    else QToolTip::showText(help->globalPos(), tr("<b>%1</b><br>Shows this map large, with its numbers.").arg(nameOf(i)), this, tileRect(i));
    return true;
  }
  return QWidget::event(event);
}

} // namespace glassbox
