#include "widgets/stepper/quiz_row.h"

#include "widgets/common/slider_field.h"
#include "widgets/common/style.h"
#include "widgets/common/theme_manager.h"
#include "widgets/stepper/stepper.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <cmath>

namespace glassbox {

QuizRow::QuizRow(Stepper* stepper, QWidget* parent)
    : QWidget(parent), m_stepper(stepper), m_row(new QWidget(this)), m_name(new QLabel(m_row)), m_answer(new QLineEdit(m_row)), m_show(new QPushButton(m_row)), m_word(new QLabel(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* row = new QHBoxLayout(m_row);
  row->setContentsMargins(0, theme().px(12), 0, 0);
  row->setSpacing(theme().px(8));
  m_answer->setFixedWidth(theme().px(96));
  row->addWidget(m_name);
  row->addWidget(m_answer);
  row->addWidget(m_show);
  row->addStretch(1);
  column->addWidget(m_row);
  m_word->setWordWrap(true);
  m_word->setTextFormat(Qt::PlainText);
  setTextRole(m_word, ColorRole::Text2);
  column->addWidget(m_word);
  connect(m_answer, &QLineEdit::returnPressed, this, &QuizRow::takeAnswer);
  connect(m_show, &QPushButton::clicked, m_stepper, [this] { m_stepper->showAnswer(m_stepper->element()); });
}

void QuizRow::write(bool explained) {
  const QString& element = m_stepper->element();
  const Stepper::Answer answer = m_stepper->answerOf(element);
  const bool asked = explained && m_stepper->isHidden(element), said = explained && m_stepper->quiz() && (asked || answer != Stepper::Answer::Open);
  setVisible(asked || said);
  m_row->setVisible(asked);
  m_word->setVisible(said);
  m_name->setText(tr("Your number"));
  m_answer->setAccessibleName(tr("Your number"));
  m_show->setText(tr("Show it"));
  if (!asked || answer == Stepper::Answer::Open) m_answer->clear();
  switch (answer) {
  case Stepper::Answer::Open: m_word->setText(tr("Work the number out from the terms above. Two right digits are enough.")); break;
  case Stepper::Answer::Wrong: m_word->setText(tr("Not this one. Look at the signs and at every term once more.")); break;
  case Stepper::Answer::Right: m_word->setText(tr("Right.")); break;
  case Stepper::Answer::Shown: m_word->setText(tr("Here it is. Try the next one yourself.")); break;
  }
}

void QuizRow::takeAnswer() {
  const double value = typedNumber(m_answer->text());
  m_answer->setProperty("wrong", std::isnan(value));
  m_answer->update();
  if (!std::isnan(value)) m_stepper->answer(m_stepper->element(), value);
}

} // namespace glassbox
