#include "widgets/common/button_keys.h"

#include <QAbstractButton>
#include <QKeyEvent>

namespace glassbox {
namespace {

class ButtonKeys : public QObject {
 public:
  using QObject::QObject;

  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress) return false;
    auto* keys = static_cast<QKeyEvent*>(event);
    const bool enter = keys->key() == Qt::Key_Return || keys->key() == Qt::Key_Enter;
    if (event->type() == QEvent::ShortcutOverride) {
      if (enter || keys->key() == Qt::Key_Space) event->accept();
      return false;
    }
    if (enter) static_cast<QAbstractButton*>(watched)->click();
    return enter;
  }
};

} // namespace

void keepButtonKeys(QAbstractButton* button) { button->installEventFilter(new ButtonKeys(button)); }

} // namespace glassbox
