#include "widgets/common/key_button.h"

#include <QKeyEvent>

namespace glassbox {
namespace {

bool isEnter(int key) { return key == Qt::Key_Return || key == Qt::Key_Enter; }

} // namespace

KeyButton::KeyButton(QWidget* parent) : QToolButton(parent) {
  setAutoRaise(true);
  setFocusPolicy(Qt::TabFocus);
}

bool KeyButton::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Space || isEnter(key)) {
      event->accept();
      return true;
    }
  }
  return QToolButton::event(event);
}

void KeyButton::keyPressEvent(QKeyEvent* event) {
  if (isEnter(event->key())) return click();
  QToolButton::keyPressEvent(event);
}

} // namespace glassbox
