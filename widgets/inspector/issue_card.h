// One issue in words, with its sign and its repairs as buttons.
#pragma once

#include "engine/graph/analysis.h"

#include <QWidget>

class QBoxLayout;
class QLabel;

namespace glassbox {

class Document;

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

 signals:
  void activated(const glassbox::NodeId& node);

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

  Document& m_document;
  Look m_look;
  Issue m_issue;
  QLabel* m_sign;
  QLabel* m_sentence;
  QBoxLayout* m_buttons;
};

} // namespace glassbox
