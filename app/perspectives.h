// Arrangements of the window for one kind of work each, and the one that the user left behind.
#pragma once

#include "app/window_layout.h"

#include <QObject>

#include <array>

namespace glassbox {

class Actions;
class TabStrip;

enum class Perspective { Learn, Build, Watch, Step, Compare };

/// Owner: the main window. What is arranged here can be rearranged by hand at once: nothing is held.
class Perspectives : public QObject {
  Q_OBJECT

 public:
  struct Parts {
    DockFrame* docks;
    TabStrip* left;    ///< lessons, layers, data
    TabStrip* centre;  ///< build, step, look
    TabStrip* bottom;  ///< plots, issues, arrays of the step, runs, code
  };
  Perspectives(const Parts& parts, Actions* actions, QObject* parent);

  void use(Perspective perspective);
  WindowLayout layout() const;
  void setLayout(const WindowLayout& layout);

 signals:
  /// The lab is to be seen, whatever page is.
  void chosen();

 private:
  Parts m_parts;
};

} // namespace glassbox
