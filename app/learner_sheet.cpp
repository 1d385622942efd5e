#include "app/learner_sheet.h"

#include "widgets/common/theme_manager.h"
#include "widgets/model/language.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace glassbox {

LearnerSheet::LearnerSheet(Purpose purpose, const QString& name, std::function<Result<void>(const std::string&)> take, QWidget* parent)
    : QDialog(parent), m_purpose(purpose), m_take(std::move(take)), m_title(new QLabel(this)), m_why(new QLabel(this)), m_problem(new QLabel(this)), m_field(new QLineEdit(name, this)), m_accept(new QPushButton(this)),
      m_cancel(new QPushButton(this)) {
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
  column->addSpacing(theme().px(8));
  column->addWidget(m_field);
  column->addWidget(m_problem);
  auto* row = new QHBoxLayout;
  row->setSpacing(theme().px(8));
  row->addStretch(1);
  row->addWidget(m_cancel);
  row->addWidget(m_accept);
  column->addSpacing(theme().px(8));
  column->addLayout(row);
  m_accept->setProperty("primary", true);
  m_accept->setDefault(true);
  m_cancel->setAutoDefault(false);
  m_problem->hide();
  m_field->setProperty("anyLanguage", true); // a name
  m_field->selectAll();
  setFixedWidth(theme().px(480));
  connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_accept, &QPushButton::clicked, this, &LearnerSheet::tryIt);
  connect(m_field, &QLineEdit::textEdited, this, [this] {
    m_problem->hide();
    m_field->setProperty("wrong", false);
    m_field->update();
  });
  setTexts();
}

QString LearnerSheet::problem() const { return m_problem->isHidden() ? QString() : m_problem->text(); }

void LearnerSheet::tryIt() {
  const Result<void> taken = m_take(m_field->text().toStdString());
  if (taken) return accept();
  m_problem->setText(translated(taken.error()));
  m_problem->show();
  m_field->setProperty("wrong", true);
  m_field->update();
  m_field->setFocus();
}

void LearnerSheet::setTexts() {
  const bool fresh = m_purpose == Purpose::New;
  m_title->setText(fresh ? tr("What is the new learner called?") : tr("What is the learner to be called?"));
  setWindowTitle(m_title->text());
  m_why->setText(tr("A nickname will do. It stays on this computer and stands on the report."));
  m_accept->setText(fresh ? tr("Add") : tr("Rename"));
  m_accept->setToolTip(fresh ? tr("<b>Add</b> Enter<br>Adds the learner and opens the lessons for them.<br>Everybody's progress is kept apart.")
                             : tr("<b>Rename</b> Enter<br>Changes the nickname; the progress stays.<br>It stands on reports and certificates."));
  m_cancel->setText(tr("Cancel"));
  m_cancel->setToolTip(tr("<b>Cancel</b> Esc<br>Changes nothing."));
  m_field->setAccessibleName(tr("Nickname"));
  m_field->setPlaceholderText(tr("Nickname"));
  m_field->setToolTip(tr("<b>Nickname</b><br>Up to 40 characters, in any script.<br>It tells the learners of this computer apart."));
}

void LearnerSheet::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) setTexts();
  QDialog::changeEvent(event);
}

} // namespace glassbox
