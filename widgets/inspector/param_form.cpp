#include "widgets/inspector/param_form.h"

#include "widgets/common/tab_order.h"
#include "widgets/common/theme_manager.h"
#include "widgets/inspector/param_row.h"
#include "widgets/model/language.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace glassbox {
namespace {

constexpr int kLeastBeside = 92 + 8 + 112; // label, gap, and a slider with its field

} // namespace

ParamForm::ParamForm(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this)) {
  m_column->setContentsMargins(0, 0, 0, 0);
  m_column->setSpacing(0);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &ParamForm::fitRows);
}

ParamRow* ParamForm::makeRow(const ParamDef& def) {
  auto* row = new ParamRow(ParamEditor::lookOf(def), this);
  const std::string key = def.key;
  connect(row, &ParamRow::chosen, this, [this, key](const ParamValue& value) { emit valueChanged(key, value); });
  return row;
}

void ParamForm::setContent(const ParamFormContent& content) {
  m_content = content;
  std::stable_partition(m_content.defs.begin(), m_content.defs.end(), [](const ParamDef& def) { return def.kind != ParamKind::Switch; });
  std::vector<ParamRow*> old = std::exchange(m_rows, {});
  for (const ParamDef& def : m_content.defs) {
    auto at = std::find_if(old.begin(), old.end(),
                           [&](ParamRow* row) { return row->key() == def.key && row->look() == ParamEditor::lookOf(def); });
    ParamRow* row = at == old.end() ? makeRow(def) : *at;
    if (at != old.end()) old.erase(at);
    const int place = static_cast<int>(m_rows.size());
    if (m_column->indexOf(row) != place) {
      m_column->removeWidget(row);
      m_column->insertWidget(place, row);
    }
    m_rows.push_back(row);
    const ParamValue* value = m_content.values.find(def.key);
    const auto locked = m_content.locked.find(def.key);
    const auto word = m_content.words.find(def.key);
    row->setContent({def, value ? *value : def.fallback, locked == m_content.locked.end() ? QString() : locked->second,
                     word == m_content.words.end() ? QString() : word->second, m_content.changed.count(def.key) != 0,
                     m_content.fieldWidth});
    row->show();
  }
  for (ParamRow* row : old) {
    m_column->removeWidget(row);
    row->hide();
    row->deleteLater(); // it may be the one that is reporting
  }
  QWidgetList stops;
  for (ParamRow* row : m_rows) stops += row->tabStops();
  tabThrough(this, stops);
  fitRows();
}

ParamRow* ParamForm::row(const std::string& key) const {
  auto at = std::find_if(m_rows.begin(), m_rows.end(), [&](ParamRow* row) { return row->key() == key; });
  return at == m_rows.end() ? nullptr : *at;
}

void ParamForm::refuse(const std::string& key, const Error& error) {
  if (ParamRow* at = row(key)) at->setRefusal(translated(error));
}

void ParamForm::fitRows() {
  const bool narrow = width() < theme().px(kLeastBeside);
  for (ParamRow* row : m_rows) row->fit(width(), narrow);
}

void ParamForm::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  // The rows get their news after this widget: other words want other widths.
  if (event->type() == QEvent::LanguageChange) QMetaObject::invokeMethod(this, &ParamForm::fitRows, Qt::QueuedConnection);
}

void ParamForm::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fitRows();
}

} // namespace glassbox
