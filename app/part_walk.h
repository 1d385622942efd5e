// F6 and Shift+F6: the keyboard goes from part to part of the window, and in each it comes back to where it was.
#pragma once

#include <QObject>
#include <QPointer>

#include <vector>

class QWidget;

namespace glassbox {

class Actions;
class DockFrame;

/// Owner: the main window. Parts that cannot be seen are passed over.
class PartWalk : public QObject {
  Q_OBJECT

 public:
  struct Part {
    QWidget* whole;
    QWidget* home = nullptr; ///< where one wants to be in it; null or hidden: its first stop
  };
  /// `parts` in the order in which they are visited.
  PartWalk(std::vector<Part> parts, DockFrame* docks, Actions* actions, QObject* parent);

  /// One part on (1) or back (-1), from the last to the first.
  void go(int direction);
  /// Where Tab goes from `from`: to all stops of one part before those of the next, whenever they were made. Null: nothing is seen.
  QWidget* nextStop(QWidget* from, bool forward) const;

 private:
  int partOf(const QWidget* widget) const;
  QWidget* stopIn(const Part& part) const;

  std::vector<Part> m_parts;
  std::vector<QPointer<QWidget>> m_last; ///< the focus of each part, when it was left this way
  DockFrame* m_docks;
};

} // namespace glassbox
