// Who the program is to the desktop: its name, its version, its entry in the menu, its icon.
#pragma once

namespace glassbox {

/// To be called before the first window: the desktop joins windows with the menu entry by what is set here.
void introduceToDesktop();

}  // namespace glassbox
