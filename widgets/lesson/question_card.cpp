#include "widgets/lesson/question_card.h"

#include "widgets/common/number_format.h"
#include "widgets/common/theme_manager.h"
#include "widgets/lesson/curve_paper.h"
#include "widgets/lesson/region_button.h"

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

#include <algorithm>

namespace glassbox {
namespace {

/// A number as people type it: a point, a true or a plain minus.
std::optional<double> numberIn(QString text) {
  text = text.trimmed().replace(kMinus, u'-').remove(u' ').remove(kThinSpace);
  bool ok = false;
  const double value = QLocale::c().toDouble(text, &ok);
  return ok ? std::optional(value) : std::nullopt;
}

int indexOf(const std::vector<QuestionChoice>& choices, const std::string& key) {
  const auto at = std::find_if(choices.begin(), choices.end(), [&](const QuestionChoice& choice) { return choice.key.toStdString() == key; });
  return at == choices.end() ? -1 : static_cast<int>(at - choices.begin());
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
      m_group(new QButtonGroup(this)), m_numberRow(new QWidget), m_number(new QLineEdit), m_paper(new CurvePaper), m_picture(new RegionPicture), m_commit(new QPushButton),
      m_clear(new QPushButton), m_given(new QLabel),
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
  for (QWidget* part : std::initializer_list<QWidget*>{m_head, m_text, m_choices, m_numberRow, m_paper, m_picture}) column->addWidget(part);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(t.px(8));
  buttons->addWidget(m_commit);
  buttons->addWidget(m_clear);
  buttons->addStretch(1);
  column->addLayout(buttons);
  column->addWidget(m_given);
  column->addWidget(m_reveal);

  connect(m_group, &QButtonGroup::idToggled, this, [this] { m_commit->setEnabled(chosen().has_value()); });
  connect(m_number, &QLineEdit::textChanged, this, [this] { m_commit->setEnabled(chosen().has_value()); });
  connect(m_number, &QLineEdit::returnPressed, this, &QuestionCard::commit);
  connect(m_paper, &CurvePaper::changed, this, &QuestionCard::showParts);
  connect(m_picture, &RegionPicture::regionChosen, this, [this] {
    setTexts();
    showParts();
  });
  connect(m_clear, &QPushButton::clicked, m_paper, &CurvePaper::clear);
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
  m_measured.clear();
  m_paper->setContent(content.axes);
  RegionPictureContent picture = content.picture;
  for (const QuestionChoice& choice : content.choices) picture.names.push_back(choice.text);
  m_picture->setContent(picture);
  QWidget* before = m_paper; // the regions come before the button that commits one of them
  for (RegionButton* button : m_picture->buttons()) {
    setTabOrder(before, button);
    before = button;
  }
  setTabOrder(before, m_commit);
  for (std::size_t i = 0; i < content.choices.size() && content.kind == QuestionKind::Choice; ++i)
    m_choiceColumn->addWidget(new Choice(content.choices[i].text, m_group, static_cast<int>(i)));
  setAnswer(std::nullopt);
}

/// A file of progress may be of another edition of the lesson.
bool QuestionCard::fits(const AnswerValue& answer) const {
  if (m_content.kind == QuestionKind::Number) return std::holds_alternative<double>(answer);
  if (m_content.kind == QuestionKind::Curve) {
    const DrawnCurve* curve = std::get_if<DrawnCurve>(&answer);
    return curve && curve->axes == m_content.axes && curve->heights.size() >= 2;
  }
  return std::holds_alternative<std::string>(answer) && indexOf(m_content.choices, std::get<std::string>(answer)) >= 0;
}

void QuestionCard::setAnswer(const std::optional<AnswerValue>& answer) {
  m_answer = answer && fits(*answer) ? answer : std::nullopt;
  const std::string* key = m_answer ? std::get_if<std::string>(&*m_answer) : nullptr;
  const int chosen = key ? indexOf(m_content.choices, *key) : -1;
  if (chosen >= 0 && m_group->button(chosen)) m_group->button(chosen)->setChecked(true);
  if (chosen >= 0) m_picture->setChosen(chosen);
  if (const double* number = m_answer ? std::get_if<double>(&*m_answer) : nullptr; number && numberIn(m_number->text()) != *number) m_number->setText(formatShort(*number));
  const DrawnCurve* curve = m_answer ? std::get_if<DrawnCurve>(&*m_answer) : nullptr;
  m_paper->setCommitted(curve ? std::optional(*curve) : std::nullopt);
  setTexts();
  showParts();
}

void QuestionCard::setMeasured(const RecordedCurves& curves) {
  m_measured = curves;
  showMeasured();
}

void QuestionCard::showMeasured() {
  const std::vector<RecordedPoint>* points = m_answer && m_revealed ? measuredCurve(m_measured, m_content.axes.metric) : nullptr;
  m_paper->setMeasured(points ? *points : std::vector<RecordedPoint>());
}

void QuestionCard::setZoom(double zoom) {
  m_paper->setZoom(zoom);
  m_picture->setZoom(zoom);
}

void QuestionCard::setRevealed(bool revealed) {
  m_revealed = revealed;
  showMeasured();
  setTexts();
  showParts();
}

std::optional<AnswerValue> QuestionCard::chosen() const {
  if (m_content.kind == QuestionKind::Number) {
    const std::optional<double> number = numberIn(m_number->text());
    return number ? std::optional<AnswerValue>(*number) : std::nullopt;
  }
  if (m_content.kind == QuestionKind::Curve) {
    const std::optional<DrawnCurve> curve = m_paper->curve();
    return curve ? std::optional<AnswerValue>(*curve) : std::nullopt;
  }
  const int id = m_content.kind == QuestionKind::Region ? m_picture->chosen() : m_group->checkedId();
  return id >= 0 && id < static_cast<int>(m_content.choices.size())
             ? std::optional<AnswerValue>(m_content.choices[static_cast<std::size_t>(id)].key.toStdString())
             : std::nullopt;
}

QString QuestionCard::answerText() const {
  if (!m_answer) return {};
  if (const double* number = std::get_if<double>(&*m_answer)) return formatShort(*number);
  const std::string* key = std::get_if<std::string>(&*m_answer);
  return key ? m_content.choices[static_cast<std::size_t>(indexOf(m_content.choices, *key))].text : QString();
}

/// What stands under the question: the prediction, or the region that is chosen now.
QString QuestionCard::givenText() const {
  if (m_content.predict && m_answer) return m_content.kind == QuestionKind::Curve ? QString() : tr("You predicted: %1").arg(answerText());
  const int region = m_content.kind == QuestionKind::Region ? m_picture->chosen() : -1;
  return region >= 0 ? tr("Chosen: %1").arg(m_content.choices[static_cast<std::size_t>(region)].text) : QString();
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
  m_paper->setVisible(m_content.kind == QuestionKind::Curve);
  m_picture->setVisible(m_content.kind == QuestionKind::Region);
  m_picture->setSettled(settled);
  m_clear->setVisible(m_content.kind == QuestionKind::Curve && !settled);
  m_clear->setEnabled(!m_paper->isEmpty());
  m_commit->setVisible(!settled);
  m_commit->setEnabled(chosen().has_value());
  m_given->setVisible(!m_given->text().isEmpty());
  m_reveal->setVisible(m_answer && (m_revealed || !m_content.predict));
}

void QuestionCard::setTexts() {
  m_head->setText(!m_content.predict ? tr("Question")
                  : !m_answer        ? tr("First predict")
                  : m_revealed       ? tr("Predicted, and what happened")
                                     : tr("Your prediction stands"));
  m_commit->setText(m_content.predict ? tr("This is my prediction") : tr("Answer"));
  m_clear->setText(tr("Draw again"));
  m_given->setText(givenText());
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
