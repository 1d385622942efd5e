#include "widgets/common/scroll_page.h"

#include "widgets/common/theme_manager.h"

#include <QVBoxLayout>

#include <algorithm>

namespace glassbox {

ScrollPage::ScrollPage(QWidget* parent) : QScrollArea(parent), m_column(nullptr) {
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::NoFocus);
  auto* body = new QWidget(this);
  m_column = new QVBoxLayout(body);
  m_column->setSpacing(0);
  setWidget(body);
  setFillRole(body, ColorRole::Panel);
  setFillRole(viewport(), ColorRole::Panel);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &ScrollPage::setMargins);
  setMargins();
}

QWidget* ScrollPage::addRule() {
  auto* room = new QWidget(widget());  // hidden, it takes its room with it
  room->setObjectName(QStringLiteral("rule"));
  auto* rule = new QWidget(room);
  rule->setFixedHeight(1);
  setFillRole(rule, ColorRole::Line);
  auto* column = new QVBoxLayout(room);
  column->setContentsMargins(0, theme().px(12), 0, theme().px(12));
  column->addWidget(rule);
  m_column->addWidget(room);
  return room;
}

void ScrollPage::setMargins() {
  const int taken = std::max(0, width() - viewport()->width());
  m_column->setContentsMargins(theme().px(12), theme().px(8), std::max(0, theme().px(12) - taken), theme().px(12));
}

// Of the viewport too: it is narrower while the scroll bar is there.
void ScrollPage::resizeEvent(QResizeEvent* event) {
  setMargins();
  QScrollArea::resizeEvent(event);
}

} // namespace glassbox
