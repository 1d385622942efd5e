// The name of a field in a form: 92 px wide, and of the one height that QFormLayout centres on the field.
#pragma once

#include <QLabel>

namespace glassbox {

class FormLabel : public QLabel {
  Q_OBJECT

 public:
  explicit FormLabel(const QString& text, QWidget* parent = nullptr);
};

} // namespace glassbox
