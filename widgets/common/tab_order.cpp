#include "widgets/common/tab_order.h"

#include <utility>
#include <vector>

namespace glassbox {
namespace {

/// Qt takes only what Tab may come to as a place in the order; a field's frame, which hands the focus on, is one for this while.
class AsStop {
 public:
  explicit AsStop(QWidget* widget) {
    if (widget->focusPolicy() != Qt::NoFocus) return;
    // A policy is handed on as the focus is: each of them gets its own back.
    for (QWidget* next = widget; next; next = next->focusProxy()) m_policies.emplace_back(next, next->focusPolicy());
    widget->setFocusPolicy(Qt::TabFocus);
  }
  ~AsStop() {
    for (const auto& [widget, policy] : m_policies) widget->setFocusPolicy(policy);
  }
  AsStop(const AsStop&) = delete;
  AsStop& operator=(const AsStop&) = delete;

 private:
  std::vector<std::pair<QWidget*, Qt::FocusPolicy>> m_policies;
};

} // namespace

void tabThrough(QWidget* container, const QWidgetList& stops) {
  QWidget* before = container;
  for (QWidget* stop : stops) {
    const AsStop first(before), second(stop);
    QWidget::setTabOrder(before, stop);
    before = stop;
  }
}

} // namespace glassbox
