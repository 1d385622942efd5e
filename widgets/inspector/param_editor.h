// One value of a ParamDef as the control that sets it: slider, list, check box or line of text.
#pragma once

#include "engine/core/params.h"

#include <QString>
#include <QWidget>

namespace glassbox {

/// Reports a value only when its definition allows it; what it refuses, it says, and the old value comes back.
class ParamEditor : public QWidget {
  Q_OBJECT

 public:
  enum class Look { Slider, Line, List, Check };

  /// The control that a definition asks for. A whole number without a natural end (a seed, a number of steps) is a line:
  /// a slider over nine decades sets nothing.
  static Look lookOf(const ParamDef& def);
  static ParamEditor* make(Look look, QWidget* parent);
  ~ParamEditor() override { setFocusProxy(nullptr); }  ///< before ~QWidget takes the focus from it: see SliderField

  /// `word`: beside a check box (in place of a name that is too long), or in an empty line that stands for 0 ("no limit"). Changes nothing
  /// that is being typed while the value stays the same.
  virtual void setContent(const ParamDef& def, const ParamValue& value, const QString& word) = 0;
  /// What takes the keyboard.
  virtual QWidget* control() const = 0;
  /// Of the number beside a slider, so that the fields of a form stand under each other; px at normal text size.
  virtual void setFieldWidth(int width) { Q_UNUSED(width) }
  /// Width of a list that shows its longest choice whole; 0 for other controls.
  virtual int wantedWidth() const { return 0; }

 signals:
  /// At every change the user makes, also while a slider is dragged.
  void chosen(const glassbox::ParamValue& value);
  void refused(const glassbox::Error& error);
  /// The user went on: an earlier refusal is out of date.
  void resumed();

 protected:
  using QWidget::QWidget;
};

/// The value as the user reads it: "tanh", "1×28×28", "0.003", "on".
QString paramText(const ParamDef& def, const ParamValue& value);

/// Reads what a person typed ("1 000", "10⁻⁵", "−0.5", "1×28×28"). The refusal names the parameter by its label.
Result<ParamValue> readTyped(const ParamDef& def, const QString& text);

/// "name" in bold over what it does: wraps, unlike plain text.
QString tipText(const QString& name, const QString& help);

} // namespace glassbox
