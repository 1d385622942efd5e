#include "widgets/lesson/question_card.h"

#include "widgets/common/number_format.h"
#include "widgets/common/theme_manager.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace glassbox {
namespace {

/// A number as people type it: a point, a true or a plain minus.
std::optional<double> numberIn(QString text) {
  text = text.trimmed().replace(kMinus, u'-').remove(u' ').remove(kThinSpace);
  bool ok = false;
  const double value = QLocale::c().toDouble(text, &ok);
  return ok ? std::optional(value) : std::nullopt;
}

/// A radio button whose words may take several lines.
class Choice : public QWidget {
 public:
  Choice(const QString& text, QButtonGroup* group, int id) : m_button(new QRadioButton), m_words(new QLabel(text)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().px(8));
    m_words->setWordWrap(true);
    m_button->setAccessibleName(text);
    row->addWidget(m_button, 0, Qt::AlignTop);
    row->addWidget(m_words, 1);
    group->addButton(m_button, id);
  }

 protected:
  void mouseReleaseEvent(QMouseEvent*) override {
    if (m_button->isEnabled()) m_button->click();
  }

 private:
  QRadioButton* m_button;
  QLabel* m_words;
};

} // namespace

QuestionCard::QuestionCard(QWidget* parent)
    : QFrame(parent), m_head(new QLabel), m_text(new ProseView), m_choices(new QWidget), m_choiceColumn(new QVBoxLayout(m_choices)),
      m_group(new QButtonGroup(this)), m_numberRow(new QWidget), m_number(new QLineEdit), m_commit(new QPushButton), m_given(new QLabel),
      m_reveal(new ProseView) {
  const Theme& t = theme();
  setFontRole(m_head, FontRole::Bold);
  setFontRole(m_given, FontRole::Bold);
  m_given->setWordWrap(true);
  m_choiceColumn->setContentsMargins(0, 0, 0, 0);
  m_choiceColumn->setSpacing(t.px(8));
  auto* row = new QHBoxLayout(m_numberRow);
  row->setContentsMargins(0, 0, 0, 0);
  m_number->setFixedWidth(t.px(120));
  row->addWidget(m_number);
  row->addStretch(1);
  m_commit->setProperty("primary", true);

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(t.px(16), t.px(12), t.px(16), t.px(14));
  column->setSpacing(t.px(10));
  for (QWidget* part : {static_cast<QWidget*>(m_head), static_cast<QWidget*>(m_text), m_choices, m_numberRow}) column->addWidget(part);
  column->addWidget(m_commit, 0, Qt::AlignLeft);
  column->addWidget(m_given);
  column->addWidget(m_reveal);

  connect(m_group, &QButtonGroup::idToggled, this, [this] { m_commit->setEnabled(chosen().has_value()); });
  connect(m_number, &QLineEdit::textChanged, this, [this] { m_commit->setEnabled(chosen().has_value()); });
  connect(m_number, &QLineEdit::returnPressed, this, &QuestionCard::commit);
  connect(m_commit, &QPushButton::clicked, this, &QuestionCard::commit);
  connect(m_text, &ProseView::linkClicked, this, &QuestionCard::linkClicked);
  connect(m_reveal, &ProseView::linkClicked, this, &QuestionCard::linkClicked);
}

void QuestionCard::setContent(const QuestionContent& content) {
  m_content = content;
  m_text->setContent(content.text);
  m_reveal->setContent(content.reveal);
  for (QAbstractButton* button : m_group->buttons()) m_group->removeButton(button);
  while (QLayoutItem* item = m_choiceColumn->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  for (std::size_t i = 0; i < content.choices.size(); ++i)
    m_choiceColumn->addWidget(new Choice(content.choices[i].text, m_group, static_cast<int>(i)));
  setAnswer(std::nullopt);
}

void QuestionCard::setAnswer(const std::optional<AnswerValue>& answer) {
  m_answer = answer;
  if (answer) {
    if (const std::string* key = std::get_if<std::string>(&*answer)) {
      for (std::size_t i = 0; i < m_content.choices.size(); ++i)
        if (m_content.choices[i].key.toStdString() == *key && m_group->button(static_cast<int>(i)))
          m_group->button(static_cast<int>(i))->setChecked(true);
    } else if (numberIn(m_number->text()) != std::get<double>(*answer)) {
      m_number->setText(formatShort(std::get<double>(*answer)));
    }
  }
  setTexts();
  showParts();
}

void QuestionCard::setRevealed(bool revealed) {
  m_revealed = revealed;
  setTexts();
  showParts();
}

std::optional<AnswerValue> QuestionCard::chosen() const {
  if (m_content.kind == QuestionKind::Number) {
    const std::optional<double> number = numberIn(m_number->text());
    return number ? std::optional<AnswerValue>(*number) : std::nullopt;
  }
  const int id = m_group->checkedId();
  return id >= 0 && id < static_cast<int>(m_content.choices.size())
             ? std::optional<AnswerValue>(m_content.choices[static_cast<std::size_t>(id)].key.toStdString())
             : std::nullopt;
}

QString QuestionCard::answerText() const {
  if (!m_answer) return {};
  if (const double* number = std::get_if<double>(&*m_answer)) return formatShort(*number);
  for (const QuestionChoice& choice : m_content.choices)
    if (choice.key.toStdString() == std::get<std::string>(*m_answer)) return choice.text;
  return {};
}

void QuestionCard::commit() {
  const std::optional<AnswerValue> answer = chosen();
  if (!answer || (m_content.predict && m_answer)) return;
  setAnswer(answer);
  emit committed(m_content.id, *answer);
}

void QuestionCard::showParts() {
  const bool settled = m_content.predict && m_answer; // a prediction stands; other answers may be given again
  m_choices->setVisible(m_content.kind == QuestionKind::Choice && !settled);
  m_numberRow->setVisible(m_content.kind == QuestionKind::Number && !settled);
  m_commit->setVisible(!settled);
  m_commit->setEnabled(chosen().has_value());
  m_given->setVisible(settled);
  m_reveal->setVisible(m_answer && (m_revealed || !m_content.predict));
}

void QuestionCard::setTexts() {
  m_head->setText(!m_content.predict ? tr("Question")
                  : !m_answer        ? tr("First predict")
                  : m_revealed       ? tr("Predicted, and what happened")
                                     : tr("Your prediction stands"));
  m_commit->setText(m_content.predict ? tr("This is my prediction") : tr("Answer"));
  m_given->setText(tr("You predicted: %1").arg(answerText()));
  m_number->setPlaceholderText(tr("a number"));
  m_number->setAccessibleName(tr("Your prediction"));
  setAccessibleName(m_head->text());
}

void QuestionCard::paintEvent(QPaintEvent*) {
  const Theme& t = theme();
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(QPen(t.color(isWaited() ? ColorRole::Accent : ColorRole::Line), 1));
  p.setBrush(t.color(ColorRole::Raised));
  p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), t.px(6), t.px(6));
}

void QuestionCard::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) setTexts();
  QFrame::changeEvent(event);
}

} // namespace glassbox
