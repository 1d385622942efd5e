// A question on the page: the learner commits to a number, a choice, a curve or a place in a picture; what happened is revealed afterwards, never called wrong.
#pragma once

#include "engine/lesson/lab_state.h"
#include "engine/lesson/lesson.h"
#include "widgets/lesson/prose_view.h"
#include "widgets/lesson/region_picture.h"

#include <QFrame>

#include <optional>
#include <vector>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace glassbox {

class CurvePaper;

struct QuestionChoice {
  QString key{}, text{}; ///< formulas already plain
};

struct QuestionContent {
  QString id{};
  QuestionKind kind = QuestionKind::Choice;
  bool predict = false; ///< made once, before Run
  ProseContent text{};
  std::vector<QuestionChoice> choices{}; ///< of a Region their names, in the order of the picture's regions
  CurveAxes axes{};                      ///< of a Curve
  RegionPictureContent picture{};        ///< of a Region; without names
  ProseContent reveal{};
};

class QuestionCard : public QFrame {
  Q_OBJECT

 public:
  explicit QuestionCard(QWidget* parent = nullptr);

  void setContent(const QuestionContent& content);
  const QuestionContent& content() const { return m_content; }
  /// As it was committed earlier; nothing: open. An answer that this question cannot have counts as none.
  void setAnswer(const std::optional<AnswerValue>& answer);
  const std::optional<AnswerValue>& answer() const { return m_answer; }
  /// What happened is now known: the reveal is shown under the committed answer.
  void setRevealed(bool revealed);
  bool isRevealed() const { return m_revealed; }
  /// The curves of the run: laid over the drawn one when it is revealed.
  void setMeasured(const RecordedCurves& curves);
  void setZoom(double zoom);
  /// A prediction that is still to be made.
  bool isWaited() const { return m_content.predict && !m_answer; }

  QPushButton* commitButton() const { return m_commit; }
  QPushButton* clearButton() const { return m_clear; }
  CurvePaper* paper() const { return m_paper; }
  RegionPicture* picture() const { return m_picture; }

  ProseView* text() const { return m_text; }

 signals:
  void committed(const QString& question, const glassbox::AnswerValue& answer);
  void linkClicked(const QString& link);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  std::optional<AnswerValue> chosen() const;
  bool fits(const AnswerValue& answer) const;
  QString answerText() const;
  QString givenText() const;
  void showMeasured();
  void commit();
  void setTexts();
  void showParts();

  QuestionContent m_content;
  std::optional<AnswerValue> m_answer;
  bool m_revealed = false;
  RecordedCurves m_measured;
  QLabel* m_head;
  ProseView* m_text;
  QWidget* m_choices;
  QVBoxLayout* m_choiceColumn;
  QButtonGroup* m_group;
  QWidget* m_numberRow;
  QLineEdit* m_number;
  CurvePaper* m_paper;
  RegionPicture* m_picture;
  QPushButton* m_commit;
  QPushButton* m_clear; ///< of a curve
  QLabel* m_given;
  ProseView* m_reveal;
};

} // namespace glassbox
