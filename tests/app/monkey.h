// Random mouse and key events as a desktop delivers them: to whatever window is open, also inside menus and dialogs.
#pragma once

#include <QEvent>
#include <QObject>
#include <QPoint>
#include <QStringList>

#include <functional>
#include <random>

class QWidget;
class QWindow;

namespace glassbox::test {

/// Sends `count` events, one at each turn of the event loop. Equal seeds choose equal events as long as the windows are equal;
/// training in the background makes them differ a little. File dialogs are refused as soon as they open: what is random must not
/// meet the user's files. A dialog that stays is left, and what is still open at the end. The window itself stays open.
class Monkey : public QObject {
  Q_OBJECT

 public:
  /// `between` runs when no menu, dialog or drag is open, after every `kEvery` events.
  Monkey(QWidget& home, unsigned seed, int count, std::function<void()> between);
  static constexpr int kEvery = 25;

  bool isDone() const { return m_done; }
  int sent() const { return m_sent; }
  /// The latest events, oldest first: how it came to what was found.
  QStringList trail() const { return m_trail; }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void act();
  void leave(QWidget& widget);
  void mouse(QWidget& window);
  void key(QWidget& window);
  void send(QWidget& window, QPoint place, Qt::MouseButtons held, Qt::MouseButton button, QEvent::Type type);
  void note(const QString& what);
  int dice(int sides) { return static_cast<int>(m_random() % static_cast<unsigned>(sides)); }

  QWidget& m_home;
  std::mt19937 m_random;
  int m_count;
  int m_sent = 0;
  bool m_done = false;
  int m_sinceChange = 0;            ///< events since another window came to the front
  QWidget* m_front = nullptr;       ///< compared only
  Qt::MouseButton m_held = Qt::NoButton;
  int m_dragLeft = 0;               ///< moves until the button is let go
  QPoint m_place;
  QStringList m_trail;
  std::function<void()> m_between;
};

} // namespace glassbox::test
