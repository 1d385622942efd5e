#include "widgets/access/spoken_chart.h"

#include "widgets/access/spoken_number.h"

#include <QAccessibleWidget>
#include <QWidget>

namespace glassbox {
namespace {

class ChartAccess : public QAccessibleWidget {
public:
  explicit ChartAccess(QWidget* widget) : QAccessibleWidget(widget, QAccessible::Chart) {}

  QString text(QAccessible::Text which) const override {
    if (which != QAccessible::Description) return QAccessibleWidget::text(which);
    const auto* chart = dynamic_cast<const SpokenChart*>(object()); // null while the widget is being taken down
    const QString place = widget()->accessibleDescription(), summary = chart ? chart->summary() : QString();
    if (place.isEmpty() || place == summary) return spokenNumbers(summary);
    return spokenNumbers(summary.isEmpty() ? place : place + u'\n' + summary);
  }
};

QAccessibleInterface* chartAccess(const QString&, QObject* object) {
  auto* widget = qobject_cast<QWidget*>(object);
  return widget && dynamic_cast<const SpokenChart*>(object) ? new ChartAccess(widget) : nullptr;
}

} // namespace

SpokenChart::SpokenChart() {
  static const bool installed = (QAccessible::installFactory(chartAccess), true);
  Q_UNUSED(installed);
}

} // namespace glassbox
