#include "widgets/access/spoken_chart.h"

#include "widgets/access/spoken_number.h"

#include <QAccessibleWidget>

namespace glassbox {
namespace {

class ChartAccess : public QAccessibleWidget {
public:
  ChartAccess(QWidget* widget, const SpokenChart* chart) : QAccessibleWidget(widget, QAccessible::Chart), m_chart(chart) {}

  QString text(QAccessible::Text which) const override {
    if (which != QAccessible::Description) return QAccessibleWidget::text(which);
    const QString place = widget()->accessibleDescription(), summary = m_chart->summary();
    if (place.isEmpty() || place == summary) return spokenNumbers(summary);
    return spokenNumbers(summary.isEmpty() ? place : place + u'\n' + summary);
  }

private:
  const SpokenChart* m_chart; // the widget itself
};

QAccessibleInterface* chartAccess(const QString&, QObject* object) {
  auto* widget = qobject_cast<QWidget*>(object);
  const auto* chart = dynamic_cast<const SpokenChart*>(object);
  return widget && chart ? new ChartAccess(widget, chart) : nullptr;
}

} // namespace

SpokenChart::SpokenChart() {
  static const bool installed = (QAccessible::installFactory(chartAccess), true);
  Q_UNUSED(installed);
}

} // namespace glassbox
