#include "widgets/plots/bar_plot.h"

#include "widgets/common/number_format.h"
#include "widgets/common/punctuation.h"
#include "widgets/common/style_paint.h"
#include "widgets/common/theme_manager.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr int kRow = 24;
constexpr int kBar = 12;
constexpr int kGap = 8, kLeastBar = 40, kMostLeast = 220;

} // namespace

BarPlot::BarPlot(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void BarPlot::setContent(const BarPlotContent& content) {
  m_content = content;
  setAccessibleName(content.title);
  updateGeometry();
  update();
}

QString BarPlot::summary() const {
  QStringList parts;
  for (const BarItem& item : m_content.items) parts += item.name + u' ' + valueText(item.value);
  return parts.join(comma());
}

QString BarPlot::valueText(double value) const { return m_content.percent ? formatPercent(value) : formatNumber(value); }

QSize BarPlot::sizeHint() const { return {theme().px(240), theme().px(kRow) * static_cast<int>(m_content.items.size())}; }

/// Names and values whole, and a short bar between them, unless the names are sentences.
QSize BarPlot::minimumSizeHint() const {
  const Theme& t = theme();
  const QFontMetrics bold(t.font(FontRole::Bold));
  int names = 0, values = 0;
  for (const BarItem& item : m_content.items) {
    names = std::max(names, bold.horizontalAdvance(item.name) + 2);
    values = std::max(values, bold.horizontalAdvance(valueText(item.value)));
  }
  return {std::clamp(names + values + t.px(2 * kGap + kLeastBar), t.px(120), t.px(kMostLeast)), sizeHint().height()};
}

void BarPlot::paintEvent(QPaintEvent*) {
  const Theme& t = theme();
  QPainter p(this);
  const QFontMetrics plain(t.font(FontRole::Normal)), bold(t.font(FontRole::Bold));
  int names = 0, values = 0;
  double low = 0, high = m_content.percent ? 1 : 0;
  for (const BarItem& item : m_content.items) {
    names = std::max(names, bold.horizontalAdvance(item.name) + 2);
    values = std::max(values, bold.horizontalAdvance(valueText(item.value)));
    if (!std::isfinite(item.value)) continue;
    low = std::min(low, item.value);
    high = std::max(high, item.value);
  }
  names = std::min(names, std::max(width() / 2, width() - values - 2 * t.px(kGap) - t.px(kLeastBar))); // names before bars
  const int row = t.px(kRow), bar = t.px(kBar), left = names + t.px(kGap), right = width() - values - t.px(kGap);
  const double scale = high > low ? (right - left) / (high - low) : 0;
  const double zero = left - low * scale;
  for (std::size_t i = 0; i < m_content.items.size(); ++i) {
    const BarItem& item = m_content.items[i];
    const QRect line(0, static_cast<int>(i) * row, width(), row);
    p.setFont(t.font(item.strong ? FontRole::Bold : FontRole::Normal));
    p.setPen(t.color(item.strong ? ColorRole::Text : ColorRole::Text2));
    p.drawText(QRect(0, line.top(), names, row), Qt::AlignLeft | Qt::AlignVCenter,
               (item.strong ? bold : plain).elidedText(item.name, Qt::ElideRight, names));
    p.setPen(t.color(ColorRole::Text));
    p.drawText(line, Qt::AlignRight | Qt::AlignVCenter, valueText(item.value));
    if (!std::isfinite(item.value)) continue;
    const double end = zero + item.value * scale;
    const QRectF shape(std::min(zero, end), line.top() + (row - bar) / 2, std::max(1.0, std::abs(end - zero)), bar);
    style::box(p, shape, t.px(2), t.color(item.color), {});
  }
  if (hasFocus() && m_current < static_cast<int>(m_content.items.size())) {
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(t.color(ColorRole::Focus), 2));
    p.drawRect(QRect(0, m_current * row, width(), row).adjusted(1, 1, -1, -1));
  }
  p.fillRect(QRectF(std::floor(zero), 0, 1, row * static_cast<int>(m_content.items.size())), t.color(ColorRole::Ctrl));
}

void BarPlot::mousePressEvent(QMouseEvent* event) {
  const int index = static_cast<int>(event->position().y()) / theme().px(kRow);
  if (event->button() == Qt::LeftButton && index >= 0 && index < static_cast<int>(m_content.items.size())) emit itemClicked(index);
}

void BarPlot::setClickable() {
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
}

void BarPlot::keyPressEvent(QKeyEvent* event) {
  const int last = static_cast<int>(m_content.items.size()) - 1;
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (last < 0 || (!enter && event->key() != Qt::Key_Up && event->key() != Qt::Key_Down)) return QWidget::keyPressEvent(event);
  m_current = std::clamp(m_current + (enter ? 0 : event->key() == Qt::Key_Up ? -1 : 1), 0, last);
  const BarItem& item = m_content.items[static_cast<std::size_t>(m_current)];
  setAccessibleDescription(item.name + u' ' + valueText(item.value));
  update();
  if (enter) emit itemClicked(m_current);
}

void BarPlot::focusInEvent(QFocusEvent*) { update(); }

void BarPlot::focusOutEvent(QFocusEvent*) { update(); }

} // namespace glassbox
