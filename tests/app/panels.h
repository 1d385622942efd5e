// Every panel of the program in a state a user meets: one list for the pictures and for the rules of the look.
#pragma once

#include <QString>

#include <functional>
#include <vector>

class QWidget;

namespace glassbox::test {

class Stage;

/// Is called while the panel can be seen; a dialog or a menu is gone afterwards.
using Look = std::function<void(QWidget& shown)>;

struct Panel {
  QString name; ///< of the picture's file: "inspector-dense"
  std::function<void(Stage& stage, const Look& look)> show;
};

/// Time and comparing (panels_runs.cpp): the scrubber at an earlier step, the list of runs, the sheet of a branch, a sweep.
void addRuns(std::vector<Panel>& panels);

/// One panel for each page, dock, layer, generator, optimizer, view, dialog and menu.
std::vector<Panel> allPanels();

} // namespace glassbox::test
