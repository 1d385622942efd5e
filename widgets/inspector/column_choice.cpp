#include "widgets/inspector/column_choice.h"

#include "widgets/common/section_label.h"
#include "widgets/common/theme_manager.h"
#include "widgets/inspector/param_editor.h"

#include <QEvent>
#include <QListWidget>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace glassbox {
namespace {

constexpr int kMostRows = 8;  // seen at once

} // namespace

ColumnChoice::ColumnChoice(QWidget* parent) : QWidget(parent), m_label(new SectionLabel(SectionLabel::Kind::Group, this)), m_list(new QListWidget(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  column->addWidget(m_label);
  column->addWidget(m_list);
  m_list->setUniformItemSizes(true);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setTextElideMode(Qt::ElideRight);
  connect(m_list, &QListWidget::itemChanged, this, [this] {
    std::vector<std::size_t> out;
    for (int row = 0; row < m_list->count(); ++row)
      if (m_list->item(row)->checkState() != Qt::Checked) out.push_back(m_list->item(row)->data(Qt::UserRole).value<std::size_t>());
    emit changed(out);
  });
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &ColumnChoice::fill);
}

void ColumnChoice::setContent(const ColumnChoiceContent& content) {
  if (content == m_content) return;
  m_content = content;
  fill();
}

void ColumnChoice::fill() {
  const QSignalBlocker quiet(m_list);
  m_label->setContent(tr("Input columns"));
  m_list->setAccessibleName(tr("Input columns"));
  const QString tip = tipText(tr("Input columns"), tr("What the network is given. Leave out what it must not know: a number of the row, a name, anything that tells the target."));
  m_list->setToolTip(m_content.lockedBecause.isEmpty() ? tip : m_content.lockedBecause);
  const int current = m_list->currentRow();
  m_list->clear();
  for (std::size_t i = 0; i < m_content.names.size(); ++i) {
    if (i == m_content.target) continue;
    auto* item = new QListWidgetItem(QString::fromStdString(m_content.names[i]), m_list);
    item->setData(Qt::UserRole, QVariant::fromValue(i));
    item->setFlags(m_content.lockedBecause.isEmpty() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable : Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setCheckState(std::find(m_content.out.begin(), m_content.out.end(), i) != m_content.out.end() ? Qt::Unchecked : Qt::Checked);
  }
  m_list->setCurrentRow(current);
  const int rows = std::min(kMostRows, std::max(1, m_list->count()));
  m_list->setFixedHeight(rows * std::max(theme().px(24), m_list->sizeHintForRow(0)) + 2 * m_list->frameWidth());
}

void ColumnChoice::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) fill();
  QWidget::changeEvent(event);
}

} // namespace glassbox
