// The quiz under a hidden number: a field for the learner's answer, and what is said to it.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace glassbox {

class Stepper;

class QuizRow : public QWidget {
  Q_OBJECT

 public:
  explicit QuizRow(Stepper* stepper, QWidget* parent = nullptr);

  /// `explained`: there is a number whose terms stand above.
  void write(bool explained);
  /// While it is printed, what can only be clicked is away.
  void hideButtons() { m_row->hide(); }
  QLineEdit* answerField() const { return m_answer; }
  QPushButton* showAnswerButton() const { return m_show; }

 private:
  void takeAnswer();

  Stepper* m_stepper;
  QWidget* m_row;
  QLabel* m_name;
  QLineEdit* m_answer;
  QPushButton* m_show;
  QLabel* m_word;
};

} // namespace glassbox
