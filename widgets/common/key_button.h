// A tool button that Space and Enter press also where the window has shortcuts of its own for them: Space is Run there.
#pragma once

#include <QToolButton>

namespace glassbox {

class KeyButton : public QToolButton {
  Q_OBJECT

 public:
  explicit KeyButton(QWidget* parent = nullptr);

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
};

} // namespace glassbox
