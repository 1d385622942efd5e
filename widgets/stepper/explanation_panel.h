// The right dock of the Step tab: one number of the step as the formula that made it, with its numbers.
#pragma once

#include "widgets/common/scroll_page.h"
#include "widgets/stepper/stepper.h"
#include "widgets/stepper/term_table.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace glassbox {

class ChangeRow;
class CheckTable;
class DerivationList;
class EmptyState;
class FormulaWidget;
class PathList;
class QuizRow;
class SectionLabel;
class Segmented;
class TrailRow;

/// What it is in one sentence, the formula in letters, the same with numbers; then the check by differences, the ways
/// from the loss, and for what can be changed a field: what if it were another number.
class ExplanationPanel : public ScrollPage {
  Q_OBJECT

 public:
  explicit ExplanationPanel(Stepper* stepper, QWidget* parent = nullptr);

  TermTable* terms() const { return m_terms; }
  TermTable* arguments() const { return m_arguments; }
  FormulaWidget* formula() const { return m_formula; }
  /// The formula with the numbers in it, where a function makes the number; else hidden.
  FormulaWidget* numbers() const { return m_numbers; }
  DerivationList* derivation() const { return m_derivation; }
  TrailRow* trail() const { return m_trail; }
  CheckTable* checks() const { return m_checks; }
  PathList* paths() const { return m_paths; }
  /// Where a number can be changed: the field, and the button that takes all changes back.
  QLineEdit* changeField() const;
  QPushButton* takeBackButton() const;
  /// The explanation that is shown; nothing when there is none.
  const std::optional<Explanation>& explanation() const { return m_explanation; }
  QString title() const;
  QString sentence() const;
  /// Quiz: where the learner writes the number, and what gives it away.
  QLineEdit* answerField() const;
  QPushButton* showAnswerButton() const;
  /// For paper: what can only be clicked is away, and the steps in between are unfolded.
  void setPrinting();
  /// In place of an explanation.
  void setNotice(const QString& sentence);

 signals:
  /// A link to this number is pointed at; empty when it has left.
  void pointedAt(const QString& element);

 protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void explainElement();
  void write();
  void writeChecks();
  void writePaths();
  TermTableContent contentFor(const Explanation& explanation) const;

  Stepper* m_stepper;
  std::optional<Explanation> m_explanation;
  QString m_notice;
  EmptyState* m_empty;
  QLabel* m_title;
  QLabel* m_name;
  QLabel* m_sentence;
  TrailRow* m_trail;
  QWidget* m_card;
  FormulaWidget* m_formula;
  FormulaWidget* m_numbers;
  DerivationList* m_derivation;
  TermTable* m_terms;
  QPushButton* m_unfold;
  QLabel* m_remark;
  QWidget* m_argumentsRule;
  SectionLabel* m_argumentsTitle;
  TermTable* m_arguments;
  QuizRow* m_quiz;
  ChangeRow* m_change;
  QWidget* m_checksRule;
  SectionLabel* m_checksTitle;
  Segmented* m_step;
  CheckTable* m_checks;
  QLabel* m_checkWord;
  QWidget* m_pathsRule;
  SectionLabel* m_pathsTitle;
  PathList* m_paths;
};

} // namespace glassbox
