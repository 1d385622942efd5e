// One line of a form: the parameter's name, its control, a padlock where it cannot be set, and why a value was refused.
#pragma once

#include "widgets/inspector/param_editor.h"

class QAction;
class QBoxLayout;
class QLabel;
class QLineEdit;

namespace glassbox {

struct ParamRowContent {
  ParamDef def;
  ParamValue value;
  QString locked{};      // not empty: it can be read but not set, and this says why
  QString word{};        // see ParamEditor::setContent
  bool changed = false;  // while the run goes on: the name is bold
  int fieldWidth = 56;   // of the number beside a slider
};

class ParamRow : public QWidget {
  Q_OBJECT

public:
  ParamRow(ParamEditor::Look look, QWidget* parent);

  void setContent(const ParamRowContent& content);
  /// The name above the control in place of beside it: for docks too narrow for both.
  void setStacked(bool stacked);
  void setRefusal(const QString& sentence);

  const std::string& key() const { return m_content.def.key; }
  ParamEditor::Look look() const { return m_look; }
  ParamEditor* editor() const { return m_editor; }
  QLabel* label() const { return m_label; }
  QLabel* refusal() const { return m_refusal; }
  QLineEdit* lockedField() const { return m_lockedField; }
  bool isLocked() const { return !m_content.locked.isEmpty(); }

signals:
  void chosen(const glassbox::ParamValue& value);

protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

private:
  void write();
  void layOut();
  bool isAbove() const;

  ParamEditor::Look m_look;
  ParamRowContent m_content;
  bool m_stacked = false;
  QBoxLayout* m_line;
  QBoxLayout* m_column;
  QLabel* m_label;
  ParamEditor* m_editor;
  QLineEdit* m_lockedField;
  QLabel* m_padlock; // of a locked check box
  QLabel* m_refusal;
};

} // namespace glassbox
