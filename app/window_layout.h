// How the window is arranged: which docks are folded, how large they are, which of their tabs are open. Kept over restarts.
#pragma once

#include "app/dock_frame.h"

#include <QByteArray>

namespace glassbox {

struct WindowLayout {
  DockFrame::Arrangement docks;
  int leftTab = 1;   ///< lessons, layers, data
  int bottomTab = 0; ///< plots, issues, arrays of the step, runs, code
  bool operator==(const WindowLayout&) const = default;
};

QByteArray writeLayout(const WindowLayout& layout);
/// Of what cannot be read, the layout that a first start has; of a number that cannot be, the nearest that can.
WindowLayout readLayout(const QByteArray& text);

} // namespace glassbox
