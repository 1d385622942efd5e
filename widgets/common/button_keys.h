// Lets a push button have Space and Enter where the window has shortcuts of its own for them: Space is Run there.
#pragma once

class QAbstractButton;

namespace glassbox {

/// Space and Enter press `button` while it has the focus.
void keepButtonKeys(QAbstractButton* button);

} // namespace glassbox
