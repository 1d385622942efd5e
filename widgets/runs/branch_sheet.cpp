#include "widgets/runs/branch_sheet.h"

#include "widgets/common/number_format.h"
#include "widgets/common/theme_manager.h"
#include "widgets/inspector/param_editor.h"
#include "widgets/model/language.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace glassbox {

BranchSheet::BranchSheet(const BranchContent& content, QWidget* parent)
    : QDialog(parent), m_content(content), m_title(new QLabel(this)), m_why(new QLabel(this)), m_settingName(new QLabel(this)), m_valueName(new QLabel(this)), m_problem(new QLabel(this)), m_setting(new QComboBox(this)),
      m_place(new QWidget(this)), m_branch(new QPushButton(this)), m_cancel(new QPushButton(this)) {
  setAttribute(Qt::WA_DeleteOnClose);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(theme().px(24), theme().px(24), theme().px(24), theme().px(24));
  column->setSpacing(theme().px(8));
  setFontRole(m_title, FontRole::CardTitle);
  setTextRole(m_why, ColorRole::Text2);
  setTextRole(m_problem, ColorRole::Err);
  for (QLabel* label : {m_title, m_why, m_problem}) {
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
  }
  column->addWidget(m_title);
  column->addWidget(m_why);
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(theme().px(8));
  grid->setVerticalSpacing(theme().px(8));
  grid->setColumnMinimumWidth(0, theme().px(92));
  grid->setColumnStretch(1, 1);
  for (QLabel* label : {m_settingName, m_valueName}) setTextRole(label, ColorRole::Text2);
  grid->addWidget(m_settingName, 0, 0);
  grid->addWidget(m_setting, 0, 1);
  grid->addWidget(m_valueName, 1, 0);
  grid->addWidget(m_place, 1, 1);
  auto* place = new QVBoxLayout(m_place);
  place->setContentsMargins(0, 0, 0, 0);
  column->addSpacing(theme().px(8));
  column->addLayout(grid);
  column->addWidget(m_problem);
  column->addStretch(1);
  auto* row = new QHBoxLayout;
  row->addStretch(1);
  row->addWidget(m_cancel);
  row->addWidget(m_branch);
  column->addLayout(row);
  m_branch->setProperty("primary", true);
  m_branch->setDefault(true);
  setFixedWidth(theme().px(480));
  connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_branch, &QPushButton::clicked, this, [this] {
    emit chosen(m_content.settings[static_cast<std::size_t>(m_setting->currentIndex())].key, m_value);
    accept();
  });
  write();
  connect(m_setting, &QComboBox::currentIndexChanged, this, &BranchSheet::choose);
  choose(m_setting->currentIndex());
}

void BranchSheet::write() {
  setWindowTitle(tr("Branch"));
  m_title->setText(tr("Branch at step %1: what is to change?").arg(formatInteger(m_content.step)));
  m_why->setText(tr("A new run goes on from these very weights, with this one setting changed. Run %1 stays as it is.").arg(m_content.run));
  m_settingName->setText(tr("Setting"));
  m_valueName->setText(tr("New value"));
  m_setting->setAccessibleName(tr("Setting"));
  m_setting->setToolTip(tr("Only settings that can be changed while a run goes; others need a new run."));
  m_branch->setText(tr("Branch"));
  m_cancel->setText(tr("Cancel"));
  const QSignalBlocker quiet(m_setting);
  const int chosen = std::max(0, m_setting->currentIndex());
  m_setting->clear();
  for (const ParamDef& def : m_content.settings) m_setting->addItem(translated(def.label));
  m_setting->setCurrentIndex(chosen);
}

void BranchSheet::choose(int place) {
  if (place < 0 || place >= static_cast<int>(m_content.settings.size())) return;
  const ParamDef& def = m_content.settings[static_cast<std::size_t>(place)];
  if (m_editor) m_editor->deleteLater();
  m_editor = ParamEditor::make(ParamEditor::lookOf(def), m_place);
  m_place->layout()->addWidget(m_editor);
  m_editor->setContent(def, valueOf(m_content.plan, def), QString());
  m_editor->setToolTip(tipText(translated(def.label), translated(def.help)));
  setTabOrder(m_setting, m_editor);
  setTabOrder(m_editor, m_branch);
  connect(m_editor, &ParamEditor::chosen, this, &BranchSheet::take);
  connect(m_editor, &ParamEditor::refused, this, [this](const Error& error) {
    m_problem->setText(translated(error));
    m_branch->setEnabled(false);
  });
  take(valueOf(m_content.plan, def));
}

void BranchSheet::take(const ParamValue& value) {
  const ParamDef& def = m_content.settings[static_cast<std::size_t>(m_setting->currentIndex())];
  m_value = value;
  m_problem->clear();
  const ParamValue now = valueOf(m_content.plan, def);
  m_branch->setEnabled(value != now);
  m_branch->setToolTip(value != now ? tr("<b>Branch</b> Enter<br>%1: %2 → %3").arg(translated(def.label).toHtmlEscaped(), paramText(def, now), paramText(def, value))
                                    : tr("The value is still the same: %1.").arg(paramText(def, now)));
}

void BranchSheet::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) write();
  QDialog::changeEvent(event);
}

} // namespace glassbox
