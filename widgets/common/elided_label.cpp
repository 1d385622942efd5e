#include "widgets/common/elided_label.h"

#include "widgets/common/theme_manager.h"

#include <QEvent>
#include <QPainter>

namespace glassbox {

ElidedLabel::ElidedLabel(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] {
    updateGeometry();
    measure();
  });
}

void ElidedLabel::setContent(const QString& text) {
  if (text == m_text) return;
  m_text = text;
  setAccessibleName(text);
  updateGeometry();
  measure();
}

void ElidedLabel::setLook(FontRole font, ColorRole color) {
  m_font = font;
  m_color = color;
  updateGeometry();
  measure();
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode) {
  m_mode = mode;
  measure();
}

void ElidedLabel::setAlignment(Qt::Alignment alignment) {
  m_alignment = alignment;
  update();
}

QSize ElidedLabel::sizeHint() const {
  return {QFontMetrics(theme().font(m_font)).horizontalAdvance(m_text) + 1, theme().lineHeight(m_font)};
}

QSize ElidedLabel::minimumSizeHint() const { return {theme().px(24), theme().lineHeight(m_font)}; }

void ElidedLabel::measure() {
  m_shown = QFontMetrics(theme().font(m_font)).elidedText(m_text, m_mode, width());
  const bool elided = m_shown != m_text;
  update();
  if (elided == m_elided) {
    if (elided) setToolTip(m_text);
    return;
  }
  m_elided = elided;
  setToolTip(elided ? m_text : QString());
  emit elidedChanged(elided);
}

void ElidedLabel::paintEvent(QPaintEvent*) {
  QPainter p(this);
  p.setFont(theme().font(m_font));
  p.setPen(theme().color(isEnabled() ? m_color : ColorRole::Off));
  p.drawText(rect().adjusted(0, 0, -1, 0), static_cast<int>(m_alignment) | Qt::TextSingleLine, m_shown);
}

void ElidedLabel::resizeEvent(QResizeEvent*) { measure(); }

void ElidedLabel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::EnabledChange) update();
  QWidget::changeEvent(event);
}

} // namespace glassbox
