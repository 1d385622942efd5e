#include "monkey.h"

#include <QApplication>
#include <QFileDialog>
#include <QMetaEnum>
#include <QTimer>
#include <QWidget>
#include <QWindow>

// What Qt Test itself sends events with.
QT_BEGIN_NAMESPACE
Q_GUI_EXPORT void qt_handleMouseEvent(QWindow* window, const QPointF& local, const QPointF& global, Qt::MouseButtons state, Qt::MouseButton button, QEvent::Type type,
                                      Qt::KeyboardModifiers mods, int timestamp);
Q_GUI_EXPORT void qt_handleKeyEvent(QWindow* window, QEvent::Type t, int k, Qt::KeyboardModifiers mods, const QString& text, bool autorep, ushort count);
QT_END_NAMESPACE

namespace glassbox::test {
namespace {

constexpr int kTrail = 40;
constexpr int kBored = 40;   // events that one menu or dialog gets before Escape
constexpr auto kPause = std::chrono::milliseconds(1);
constexpr int kStepMs = 40;  // of the events' own clock: two clicks of one place are a double click now and then

const Qt::Key kKeys[] = {Qt::Key_Tab,   Qt::Key_Backtab, Qt::Key_Left,  Qt::Key_Right, Qt::Key_Up,     Qt::Key_Down,      Qt::Key_Return, Qt::Key_Escape,
                         Qt::Key_Space, Qt::Key_Delete,  Qt::Key_Home,  Qt::Key_End,   Qt::Key_PageUp, Qt::Key_PageDown,  Qt::Key_F2,     Qt::Key_F5,
                         Qt::Key_F9,    Qt::Key_F10,     Qt::Key_F11,   Qt::Key_F12,   Qt::Key_Plus,   Qt::Key_Backspace, Qt::Key_Menu,   Qt::Key_Minus};
const Qt::KeyboardModifiers kModifiers[] = {Qt::NoModifier, Qt::NoModifier, Qt::NoModifier, Qt::ShiftModifier, Qt::ControlModifier, Qt::ControlModifier, Qt::AltModifier,
                                            Qt::ControlModifier | Qt::ShiftModifier};

} // namespace

Monkey::Monkey(QWidget& home, unsigned seed, int count, std::function<void()> between)
    : m_home(home), m_random(seed), m_count(count), m_between(std::move(between)) {
  home.installEventFilter(this);
  QTimer::singleShot(kPause, this, &Monkey::act);
}

bool Monkey::eventFilter(QObject* watched, QEvent* event) {
  if (watched != &m_home || event->type() != QEvent::Close) return QObject::eventFilter(watched, event);
  note(QStringLiteral("the window is not closed"));
  event->ignore();
  return true;
}

void Monkey::note(const QString& what) {
  m_trail << what;
  if (m_trail.size() > kTrail) m_trail.removeFirst();
}

void Monkey::leave(QWidget& widget) {
  note(QStringLiteral("leaves %1").arg(QLatin1String(widget.metaObject()->className())));
  widget.close();
}

void Monkey::act() {
  if (m_done) return;
  QTimer::singleShot(kPause, this, &Monkey::act); // set now: what is sent may open a menu, which has a loop of its own
  QWidget* popup = QApplication::activePopupWidget();
  QWidget* modal = QApplication::activeModalWidget();
  QWidget* front = popup ? popup : modal ? modal : &m_home;
  const bool over = m_sent >= m_count;
  if (over && front == &m_home) {
    m_done = true;
    return;
  }
  if (over || qobject_cast<QFileDialog*>(front) || front->inherits("QAbstractPrintDialog")) return leave(*front);
  m_sinceChange = front == m_front ? m_sinceChange + 1 : 0;
  m_front = front;
  if (front != &m_home && m_sinceChange > kBored && m_sinceChange % kBored == 0) return leave(*front);
  if (!front->isVisible()) return;
  ++m_sent;
  const bool atRest = front == &m_home && m_held == Qt::NoButton;
  if (atRest && m_sent % kEvery == 0) m_between();
  if (m_held != Qt::NoButton || dice(5) < 3) mouse(*front);
  else key(*front);
}

void Monkey::send(QWidget& window, QPoint place, Qt::MouseButtons held, Qt::MouseButton button, QEvent::Type type) {
  QWindow* handle = window.window()->windowHandle();
  if (!handle) return;
  note(QStringLiteral("%1 %2 at %3, %4 of %5").arg(QLatin1String(QMetaEnum::fromType<QEvent::Type>().valueToKey(type)), button == Qt::LeftButton ? QLatin1String("left") : button == Qt::RightButton ? QLatin1String("right") : QLatin1String("no button"))
           .arg(place.x()).arg(place.y()).arg(QLatin1String(window.metaObject()->className())));
  qt_handleMouseEvent(handle, place, window.window()->mapToGlobal(place), held, button, type, Qt::NoModifier, m_sent * kStepMs);
}

void Monkey::mouse(QWidget& window) {
  const QSize size = window.window()->size();
  if (m_held == Qt::NoButton) {
    // Near the last place as often as anywhere: what has opened lies there, and two clicks there are a double click. And on
    // something, however small it is beside the rest.
    const int way = dice(4);
    if (way == 0) m_place = {dice(std::max(1, size.width())), dice(std::max(1, size.height()))};
    if (way == 1) m_place += QPoint(dice(41) - 20, dice(41) - 20);
    if (way == 2) {
      QList<QWidget*> parts = window.window()->findChildren<QWidget*>();
      parts.removeIf([&](const QWidget* part) { return !part->isVisible() || part->visibleRegion().isEmpty() || part->window() != window.window(); });
      if (!parts.isEmpty()) {
        const QWidget* part = parts[dice(static_cast<int>(parts.size()))];
        const QRect seen = part->visibleRegion().boundingRect();
        m_place = part->mapTo(window.window(), seen.topLeft() + QPoint(dice(seen.width()), dice(seen.height())));
      }
    }
    m_place = {std::clamp(m_place.x(), 0, size.width() - 1), std::clamp(m_place.y(), 0, size.height() - 1)};
    send(window, m_place, Qt::NoButton, Qt::NoButton, QEvent::MouseMove);
    if (dice(3) == 0) return;
    m_held = dice(6) == 0 ? Qt::RightButton : Qt::LeftButton;
    m_dragLeft = dice(4) == 0 ? 2 + dice(6) : 0;
    return send(window, m_place, m_held, m_held, QEvent::MouseButtonPress);
  }
  if (m_dragLeft > 0) {
    --m_dragLeft;
    m_place += QPoint(dice(161) - 80, dice(161) - 80);
    return send(window, m_place, m_held, Qt::NoButton, QEvent::MouseMove);
  }
  const Qt::MouseButton button = m_held;
  m_held = Qt::NoButton;
  send(window, m_place, Qt::NoButton, button, QEvent::MouseButtonRelease);
}

void Monkey::key(QWidget& window) {
  QWindow* handle = window.window()->windowHandle();
  if (!handle) return;
  const bool letter = dice(3) == 0;
  const int key = letter ? (dice(3) == 0 ? Qt::Key_0 + dice(10) : Qt::Key_A + dice(26)) : static_cast<int>(kKeys[dice(std::size(kKeys))]);
  const Qt::KeyboardModifiers modifiers = kModifiers[dice(std::size(kModifiers))];
  const QString text = letter && !(modifiers & (Qt::ControlModifier | Qt::AltModifier)) ? QString(QChar(key)).toLower() : QString();
  note(QStringLiteral("key %1").arg(QKeySequence(key | modifiers).toString()));
  qt_handleKeyEvent(handle, QEvent::KeyPress, key, modifiers, text, false, 1);
  qt_handleKeyEvent(handle, QEvent::KeyRelease, key, modifiers, text, false, 1);
}

} // namespace glassbox::test
