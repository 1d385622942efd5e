// One issue in words, with its sign and its repairs as buttons; of a finding of the doctor its formula, and its cure to be tried.
#pragma once

#include "engine/experiment/doctor.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace glassbox {

class Document;
class FormulaWidget;

class IssueCard : public QWidget {
  Q_OBJECT

 public:
  enum class Look {
    Card, ///< filled, inside an inspector
    Row,  ///< in a list: flat, the whole row is a button
  };

  IssueCard(Document& document, Look look, QWidget* parent = nullptr);
  void setContent(const Issue& issue);
  const Issue& issue() const { return m_issue; }
  QString sentence() const;
  /// Null where the issue is no finding; without a TeX formula hidden.
  QPushButton* cureButton() const { return m_cure; }
  FormulaWidget* formula() const { return m_formula; }

 signals:
  void activated(const glassbox::NodeId& node);
  /// The cure shall be tried beside the sick run.
  void cureClicked(const glassbox::Finding& finding);

 protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  void write();
  void repair(std::size_t index);
  void addCure();

  Document& m_document;
  Look m_look;
  Issue m_issue;
  QLabel* m_sign;
  QLabel* m_sentence;
  QBoxLayout* m_buttons;
  FormulaWidget* m_formula;
  QPushButton* m_cure = nullptr;
};

} // namespace glassbox
