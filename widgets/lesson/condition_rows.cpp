#include "widgets/lesson/condition_rows.h"

#include "engine/lesson/task_check.h"
#include "widgets/common/number_format.h"
#include "widgets/common/theme_manager.h"
#include "widgets/lesson/state_icon.h"
#include "widgets/model/language.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>

#include <cmath>

namespace glassbox {
namespace {

QString readingText(const Reading& reading) {
  if (!reading.words.empty()) return translated(reading.words);
  if (!reading.number) return QStringLiteral("–");
  const double value = *reading.number;
  return value == std::floor(value) && std::abs(value) < 1e9 ? formatInteger(static_cast<qint64>(value)) : formatNumber(value);
}

/// The least number of digits with which two numbers that are written alike are seen to differ; 0 when they are not alike.
int digitsApart(double one, double other) {
  if (one == other || formatNumber(one) != formatNumber(other)) return 0;
  for (int digits = 5; digits <= 9; ++digits)
    if (QString::number(one, 'g', digits) != QString::number(other, 'g', digits)) return digits;
  return 0;
}

QString withDigits(double value, int digits) { return formatShort(QString::number(value, 'g', digits).toDouble()); }

/// A bound is written as short as it was typed; one that was computed gets the digits of the value beside it, and so many
/// that it is on the right side of it.
QString boundText(double bound, const ConditionState& c) {
  const QString brief = formatShort(bound);
  if (brief.size() <= 7) return brief;
  const int digits = c.met || !c.now.number ? 0 : digitsApart(*c.now.number, bound);
  return digits ? withDigits(bound, digits) : formatNumber(bound);
}

QString neededText(const ConditionState& c) { return c.needed.words.empty() && c.needed.number ? boundText(*c.needed.number, c) : readingText(c.needed); }

} // namespace

QString askedText(const ConditionState& c) {
  const QString label = translated(c.label);
  if (c.needed.words.empty() && !c.needed.number) return label;
  if (c.met && !c.needed.words.empty()) return label; // the words beside it are the same
  const QString needed = neededText(c);
  switch (c.bound) {
  case Bound::AtMost:
    return label + QStringLiteral(" ≤\u00A0") + needed;
  case Bound::AtLeast:
    return label + QStringLiteral(" ≥\u00A0") + needed;
  case Bound::Between:
    return QCoreApplication::translate("glassbox::ConditionRows", "%1 from %2 to %3", "both ends of what is asked").arg(label, boundText(c.least, c), needed);
  case Bound::Equal:
    break;
  }
  return c.needed.number ? label + QStringLiteral(" =\u00A0") + needed
                         : QCoreApplication::translate("glassbox::ConditionRows", "%1: %2", "what is asked of a model").arg(label, needed);
}

QString nowText(const ConditionState& c) {
  const QString text = readingText(c.now);
  if (c.met || !c.now.number || !c.needed.number || !c.now.words.empty()) return text;
  for (const double bound : {*c.needed.number, c.bound == Bound::Between ? c.least : *c.needed.number})
    if (const int digits = digitsApart(*c.now.number, bound)) return withDigits(*c.now.number, digits);
  return text;
}

ConditionRows::ConditionRows(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
  m_grid->setContentsMargins(0, 0, 0, 0);
  m_grid->setHorizontalSpacing(theme().px(8));
  m_grid->setVerticalSpacing(theme().px(4));
  m_grid->setColumnStretch(0, 1);
}

void ConditionRows::setConditions(const std::vector<ConditionState>& conditions) {
  while (m_rows.size() > conditions.size()) {
    for (QWidget* widget :
         {static_cast<QWidget*>(m_rows.back().asked), static_cast<QWidget*>(m_rows.back().now), static_cast<QWidget*>(m_rows.back().icon)})
      delete widget;
    m_rows.pop_back();
  }
  while (m_rows.size() < conditions.size()) {
    const int line = static_cast<int>(m_rows.size());
    Row row{new QLabel, new QLabel, new StateIcon(16)};
    row.asked->setWordWrap(true);
    row.now->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setTextRole(row.asked, ColorRole::Text2);
    m_grid->addWidget(row.asked, line, 0);
    m_grid->addWidget(row.now, line, 1);
    m_grid->addWidget(row.icon, line, 2);
    m_rows.push_back(row);
  }
  for (std::size_t i = 0; i < conditions.size(); ++i) {
    const ConditionState& c = conditions[i];
    Row& row = m_rows[i];
    if (const QString asked = askedText(c); row.asked->text() != asked) row.asked->setText(asked);
    if (const QString now = nowText(c); row.now->text() != now) row.now->setText(now);
    const FontRole font = c.met ? FontRole::Normal : FontRole::Bold;
    if (row.font != font) setFontRole(row.now, font);
    row.font = font;
    row.icon->setStage(c.met ? TaskStage::Done : TaskStage::Open);
    row.icon->setAccessibleName(c.met ? tr("met") : tr("not met yet"));
  }
}

} // namespace glassbox
