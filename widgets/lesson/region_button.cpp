#include "widgets/lesson/region_button.h"

#include "widgets/common/button_keys.h"
#include "widgets/common/theme_manager.h"

#include <QPainter>

namespace glassbox {

RegionButton::RegionButton(QWidget* parent) : QAbstractButton(parent) {
  setCheckable(true);
  setFocusPolicy(Qt::TabFocus);
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setProperty("ownFocus", true);
  keepButtonKeys(this);
}

void RegionButton::setOutline(const QPainterPath& outline) {
  m_outline = outline;
  update();
}

void RegionButton::setPointed(bool pointed) {
  if (m_pointed == pointed) return;
  m_pointed = pointed;
  update();
}

void RegionButton::paintEvent(QPaintEvent*) {
  const Theme& t = theme();
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  const bool strong = isChecked() || hasFocus();
  if (isChecked() || m_pointed) p.fillPath(m_outline, t.color(ColorRole::Accent, isChecked() ? 0.25 : 0.12));
  p.setPen(QPen(t.color(hasFocus() ? ColorRole::Focus : isChecked() || m_pointed ? ColorRole::Accent : ColorRole::Text3), strong ? 2 : 1, strong ? Qt::SolidLine : Qt::DashLine));
  p.drawPath(m_outline);
}

void RegionButton::focusInEvent(QFocusEvent* event) {
  QAbstractButton::focusInEvent(event);
  update();
}

void RegionButton::focusOutEvent(QFocusEvent* event) {
  QAbstractButton::focusOutEvent(event);
  update();
}

} // namespace glassbox
