#include "widgets/inspector/scroll_page.h"

#include "widgets/common/theme_manager.h"

#include <QEvent>
#include <QScrollBar>
#include <QVBoxLayout>

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
  verticalScrollBar()->installEventFilter(this);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &ScrollPage::setMargins);
  setMargins();
}

QWidget* ScrollPage::addRule() {
  auto* rule = new QWidget(widget());
  rule->setFixedHeight(1);
  setFillRole(rule, ColorRole::Line);
  m_column->addSpacing(theme().px(12));
  m_column->addWidget(rule);
  m_column->addSpacing(theme().px(12));
  return rule;
}

void ScrollPage::setMargins() {
  const int taken = verticalScrollBar()->isVisibleTo(this) ? verticalScrollBar()->sizeHint().width() : 0;
  m_column->setContentsMargins(theme().px(12), theme().px(8), std::max(0, theme().px(12) - taken), theme().px(12));
}

void ScrollPage::resizeEvent(QResizeEvent* event) {
  QScrollArea::resizeEvent(event);
  setMargins();
}

bool ScrollPage::eventFilter(QObject* watched, QEvent* event) {
  if (watched == verticalScrollBar() && (event->type() == QEvent::Show || event->type() == QEvent::Hide || event->type() == QEvent::HideToParent ||
                                         event->type() == QEvent::ShowToParent))
    setMargins();
  return QScrollArea::eventFilter(watched, event);
}

} // namespace glassbox
