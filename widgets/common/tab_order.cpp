#include "widgets/common/tab_order.h"

namespace glassbox {
namespace {

/// In the order they have among each other; the field in a spin box goes with its box.
QWidgetList stopsOf(QWidget* part) {
  QWidgetList stops;
  const auto take = [&](QWidget* widget) {
    const bool inner = widget->focusProxy() && widget->focusProxy()->isAncestorOf(widget);
    if (widget->focusPolicy() != Qt::NoFocus && !inner) stops << widget;
  };
  take(part);
  for (QWidget* next = part->nextInFocusChain(); next != part; next = next->nextInFocusChain())
    if (part->isAncestorOf(next)) take(next);
  return stops;
}

} // namespace

void tabThrough(QWidget* container, const QWidgetList& parts) {
  const Qt::FocusPolicy policy = container->focusPolicy();
  if (policy == Qt::NoFocus) container->setFocusPolicy(Qt::TabFocus); // or Qt does not take it as a place in the order
  QWidget* before = container;
  for (QWidget* part : parts)
    for (QWidget* stop : stopsOf(part)) {
      QWidget::setTabOrder(before, stop);
      before = stop;
    }
  container->setFocusPolicy(policy);
}

} // namespace glassbox
