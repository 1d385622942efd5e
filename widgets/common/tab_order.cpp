#include "widgets/common/tab_order.h"

namespace glassbox {

void tabThrough(QWidget* container, const QWidgetList& stops) {
  const Qt::FocusPolicy policy = container->focusPolicy();
  if (policy == Qt::NoFocus) container->setFocusPolicy(Qt::TabFocus); // or Qt does not take it as a place in the order
  QWidget* before = container;
  for (QWidget* stop : stops) {
    QWidget::setTabOrder(before, stop);
    before = stop;
  }
  container->setFocusPolicy(policy);
}

} // namespace glassbox
