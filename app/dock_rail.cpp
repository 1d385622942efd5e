#include "app/dock_rail.h"

#include "widgets/common/icons.h"
#include "widgets/common/key_button.h"
#include "widgets/common/tab_strip.h"
#include "widgets/common/theme_manager.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace glassbox {

DockRail::DockRail(TabStrip* tabs, QWidget* parent) : QWidget(parent), m_tabs(tabs), m_column(new QVBoxLayout(this)) {
  m_column->setContentsMargins(4, 4, 4, 4);
  m_column->setSpacing(4);
  m_column->addStretch(1);
  connect(m_tabs, &TabStrip::tabsChanged, this, &DockRail::follow);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &DockRail::applySizes);
  follow();
  applySizes();
}

KeyButton* DockRail::makeButton(int index) {
  auto* button = new KeyButton(this);
  button->setCheckable(true);
  m_column->insertWidget(index, button, 0, Qt::AlignHCenter);
  connect(button, &KeyButton::clicked, this, [this, index] {
    setOpen(m_open); // a click asks; what lies open is told by the frame
    emit chosen(index);
  });
  return button;
}

void DockRail::follow() {
  const std::vector<TabStrip::Tab> tabs = m_tabs->tabs();
  const std::size_t before = m_buttons.size();
  while (m_buttons.size() < tabs.size()) m_buttons.push_back(makeButton(static_cast<int>(m_buttons.size())));
  for (std::size_t i = 0; i < m_buttons.size(); ++i) {
    KeyButton* button = m_buttons[i];
    button->setVisible(i < tabs.size() && tabs[i].shown);
    if (i >= tabs.size()) continue;
    if (hasIcon(tabs[i].icon)) button->setIcon(icon(tabs[i].icon, ColorRole::Text2));
    button->setAccessibleName(tabs[i].name);
    button->setToolTip(QStringLiteral("<b>%1</b><br>%2<br>%3").arg(tabs[i].name.toHtmlEscaped(), tr("Opens the folded dock over the canvas."), tr("Esc, or a click elsewhere, closes it again.")));
  }
  if (m_buttons.size() > before) applySizes();
}

void DockRail::applySizes() {
  const Theme& t = theme();
  setFixedWidth(t.px(40));
  for (KeyButton* button : m_buttons) {
    button->setFixedSize(t.px(32), t.px(32));
    button->setIconSize(QSize(t.px(20), t.px(20)));
  }
}

void DockRail::setOpen(int index) {
  m_open = index;
  for (std::size_t i = 0; i < m_buttons.size(); ++i) m_buttons[i]->setChecked(static_cast<int>(i) == index);
}

void DockRail::focusTab(int index) {
  if (index >= 0 && index < static_cast<int>(m_buttons.size())) m_buttons[static_cast<std::size_t>(index)]->setFocus(Qt::OtherFocusReason);
}

void DockRail::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), theme().color(ColorRole::Panel)); }

void DockRail::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) follow();
  QWidget::changeEvent(event);
}

} // namespace glassbox
