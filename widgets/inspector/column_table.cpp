#include "widgets/inspector/column_table.h"

#include "widgets/common/number_format.h"
#include "widgets/common/punctuation.h"
#include "widgets/common/theme_manager.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace glassbox {
namespace {

constexpr std::size_t kMostRows = 12;
constexpr int kRow = 20, kNumber = 62;

} // namespace

ColumnTable::ColumnTable(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &QWidget::updateGeometry);
}

void ColumnTable::setContent(const std::vector<ColumnFacts>& columns) {
  m_columns = columns;
  setVisible(!columns.empty());
  describe();
  updateGeometry();
  update();
}

std::size_t ColumnTable::shown() const { return std::min(m_columns.size(), kMostRows); }

QString ColumnTable::nameOf(std::size_t column) const {
  const std::string& name = m_columns[column].name;
  return name.empty() ? tr("column %1").arg(column + 1) : QString::fromStdString(name);
}

QString ColumnTable::sentence(std::size_t column) const {
  const ColumnFacts& facts = m_columns[column];
  const QString text = tr("%1: mean %2, standard deviation %3, from %4 to %5").arg(nameOf(column), formatNumber(facts.mean), formatNumber(facts.deviation), formatNumber(facts.least), formatNumber(facts.most));
  return facts.missing == 0 ? text : text + tr(", missing values: %1").arg(formatInteger(facts.missing));
}

void ColumnTable::describe() {
  QStringList all;
  for (std::size_t i = 0; i < m_columns.size(); ++i) all += sentence(i);
  setAccessibleName(all.join(semicolon()));
}

QSize ColumnTable::sizeHint() const {
  const std::size_t rows = shown() + (shown() < m_columns.size() ? 1 : 0);
  return {theme().px(184), m_columns.empty() ? 0 : theme().px(kRow) * static_cast<int>(rows + 1)};
}

QSize ColumnTable::minimumSizeHint() const { return {theme().px(150), sizeHint().height()}; }

void ColumnTable::paintEvent(QPaintEvent*) {
  if (m_columns.empty()) return;
  const Theme& t = theme();
  QPainter p(this);
  const int line = t.px(kRow), number = t.px(kNumber), names = width() - 2 * number;
  const auto row = [&](std::size_t at, const QString& name, const QString& mean, const QString& deviation, bool head) {
    const int top = line * static_cast<int>(at);
    p.setFont(t.font(head ? FontRole::Hint : FontRole::Normal));
    p.setPen(t.color(head ? ColorRole::Text3 : ColorRole::Text2));
    p.drawText(QRect(0, top, names - t.px(4), line), Qt::AlignLeft | Qt::AlignVCenter, p.fontMetrics().elidedText(name, Qt::ElideRight, names - t.px(4)));
    if (!head) p.setPen(t.color(ColorRole::Text));
    p.drawText(QRect(names, top, number - t.px(2), line), Qt::AlignRight | Qt::AlignVCenter, mean);
    p.drawText(QRect(names + number, top, number - t.px(2), line), Qt::AlignRight | Qt::AlignVCenter, deviation);
  };
  const auto brief = [](double value) { return std::abs(value) >= 0.001 && std::abs(value) < 1000 ? formatFixed(value, 2) : formatNumber(value); };
  row(0, tr("column"), tr("mean"), tr("std dev"), true);
  for (std::size_t i = 0; i < shown(); ++i) row(i + 1, nameOf(i), brief(m_columns[i].mean), brief(m_columns[i].deviation), false);
  if (shown() < m_columns.size()) row(shown() + 1, tr("%1 more").arg(m_columns.size() - shown()), {}, {}, true);
}

bool ColumnTable::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const int at = help->pos().y() / std::max(1, theme().px(kRow)) - 1;
    if (at >= 0 && at < static_cast<int>(shown())) QToolTip::showText(help->globalPos(), sentence(static_cast<std::size_t>(at)), this);
    else QToolTip::hideText();
    return true;
  }
  return QWidget::event(event);
}

void ColumnTable::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) describe();
  QWidget::changeEvent(event);
}

} // namespace glassbox
