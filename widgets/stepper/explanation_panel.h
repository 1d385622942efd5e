// The right dock of the Step tab: one number of the step as the formula that made it, with its numbers.
#pragma once

#include "widgets/common/scroll_page.h"
#include "widgets/stepper/stepper.h"
#include "widgets/stepper/term_table.h"

class QLabel;
class QPushButton;

namespace glassbox {

class EmptyState;
class FormulaWidget;
class SectionLabel;

/// What it is in one sentence, the formula in letters, the same with numbers term by term.
class ExplanationPanel : public ScrollPage {
  Q_OBJECT

 public:
  explicit ExplanationPanel(Stepper* stepper, QWidget* parent = nullptr);

  TermTable* terms() const { return m_terms; }
  TermTable* arguments() const { return m_arguments; }
  FormulaWidget* formula() const { return m_formula; }
  /// The explanation that is shown; nothing when there is none.
  const std::optional<Explanation>& explanation() const { return m_explanation; }
  QString title() const;
  QString sentence() const;
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
  TermTableContent contentFor(const Explanation& explanation) const;

  Stepper* m_stepper;
  std::optional<Explanation> m_explanation;
  QString m_notice;
  EmptyState* m_empty;
  QLabel* m_title;
  QLabel* m_name;
  QLabel* m_sentence;
  QWidget* m_card;
  FormulaWidget* m_formula;
  TermTable* m_terms;
  QPushButton* m_unfold;
  QLabel* m_remark;
  QWidget* m_argumentsRule;
  SectionLabel* m_argumentsTitle;
  TermTable* m_arguments;
  QWidget* m_backRule;
  QPushButton* m_back;
};

} // namespace glassbox
