// One line of a form: the parameter's name, its control, a padlock where it cannot be set, and why a value was refused.
#pragma once

#include "widgets/inspector/param_editor.h"

class QBoxLayout;
class QLabel;
class QLineEdit;

namespace glassbox {

struct ParamRowContent {
  ParamDef def;
  ParamValue value;
  QString locked{};     // not empty: it can be read but not set, and this says why
  QString word{};       // see ParamEditor::setContent
  bool changed = false; // while the run goes on: the name is bold
  int fieldWidth = 56;  // of the number beside a slider
};

class ParamRow : public QWidget {
  Q_OBJECT

 public:
  ParamRow(ParamEditor::Look look, QWidget* parent);

  void setContent(const ParamRowContent& content);
  /// `width` is what the row will have; `narrow`: names stand above in the whole form. A list that would cut its choices
  /// has its name above in any case.
  void fit(int width, bool narrow);
  void setRefusal(const QString& sentence);

  const std::string& key() const { return m_content.def.key; }
  ParamEditor::Look look() const { return m_look; }
  ParamEditor* editor() const { return m_editor; }
  QLabel* label() const { return m_label; }
  QLabel* refusal() const { return m_refusal; }
  QLineEdit* lockedField() const { return m_lockedField; }
  /// What Tab visits, in order. The editor as a whole: one that stays behind when only its field is moved in the order still hands
  /// the focus to that field, and Tab runs in a circle (QWidget::setFocusProxy).
  QList<QWidget*> tabStops() const;
  bool isLocked() const { return !m_content.locked.isEmpty(); }

 signals:
  void chosen(const glassbox::ParamValue& value);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void write();
  void layOut();

  ParamEditor::Look m_look;
  ParamRowContent m_content;
  bool m_narrow = false, m_above = false;
  int m_width = 0;
  QBoxLayout* m_line;
  QBoxLayout* m_column;
  QLabel* m_label;
  ParamEditor* m_editor;
  QLineEdit* m_lockedField;
  QLabel* m_padlock; // of a locked check box
  QLabel* m_refusal;
};

} // namespace glassbox
