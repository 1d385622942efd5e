// A person without a mouse: keys go where the program has the focus, and the focus is moved by keys.
#pragma once

#include <QApplication>
#include <QMenu>
#include <QMenuBar>
#include <QTest>
#include <QTimer>
#include <QWindow>

#include <functional>

namespace glassbox {

/// Presses keys in the window that is in front, as the window system does. Nothing here gives a widget the focus.
class Keyboard {
 public:
  void press(int key, Qt::KeyboardModifiers held = Qt::NoModifier) {
    ++m_presses;
    if (QWindow* front = QGuiApplication::focusWindow()) QTest::keyClick(front, static_cast<Qt::Key>(key), held);
  }
  void type(const QString& text) {
    for (const QChar letter : text) {
      ++m_presses;
      if (QWindow* front = QGuiApplication::focusWindow()) QTest::keyClick(front, letter.toLatin1());
    }
  }

  static QWidget* at() { return QApplication::focusWidget(); }
  static bool isIn(const QWidget* part) { return part && at() && (at() == part || part->isAncestorOf(at())); }
  /// Tab until the focus is `wanted` or in it; false when `most` presses do not lead there.
  bool tabTo(const QWidget* wanted, int most = 40) {
    for (int i = 0; i <= most; ++i) {
      if (isIn(wanted)) return true;
      press(Qt::Key_Tab);
    }
    return false;
  }
  /// Shift+Tab, in the same way.
  bool backTo(const QWidget* wanted, int most = 40) {
    for (int i = 0; i <= most; ++i) {
      if (isIn(wanted)) return true;
      press(Qt::Key_Backtab, Qt::ShiftModifier);
    }
    return false;
  }
  /// F6 from part to part of the window.
  bool partTo(const QWidget* wanted) {
    for (int i = 0; i < 8; ++i) {
      if (isIn(wanted)) return true;
      press(Qt::Key_F6);
    }
    return false;
  }
  /// Writes over what stands in the field that has the focus.
  void overwrite(const QString& text) {
    press(Qt::Key_A, Qt::ControlModifier);
    type(text);
    press(Qt::Key_Return);
  }
  /// Through the menus: Alt, arrows, Enter. `entry` is an action of a menu of `bar`.
  bool choose(QMenuBar* bar, const QAction* entry) {
    press(Qt::Key_Alt);
    for (int menu = 0; menu < bar->actions().size(); ++menu) {
      const QAction* open = bar->activeAction();
      if (!open || !open->menu()) return false;
      if (!open->menu()->actions().contains(const_cast<QAction*>(entry))) {
        press(Qt::Key_Right);
        continue;
      }
      if (!open->menu()->isVisible()) press(Qt::Key_Down);
      for (int i = 0; i < open->menu()->actions().size() && open->menu()->activeAction() != entry; ++i) press(Qt::Key_Down);
      if (open->menu()->activeAction() != entry) return false;
      press(Qt::Key_Return);
      return true;
    }
    return false;
  }
  /// What is done in a dialog that holds the program up, once it is there.
  static void meanwhile(QObject* context, const std::function<void()>& done) {
    auto* timer = new QTimer(context);
    QObject::connect(timer, &QTimer::timeout, context, [timer, done] {
      if (!QApplication::activeModalWidget() || QGuiApplication::focusWindow() != QApplication::activeModalWidget()->windowHandle()) return;
      timer->stop();
      timer->deleteLater();
      done();
    });
    timer->start(0);
  }

  /// How many keys have been pressed.
  int presses() const { return m_presses; }

 private:
  int m_presses = 0;
};

} // namespace glassbox
