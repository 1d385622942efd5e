// The order of the Tab key for what is made later than its neighbours: Qt puts it last in the window.
#pragma once

#include <QWidget>

namespace glassbox {

/// Tab goes from `container` through its `stops`, one after the other, then on to what followed before.
void tabThrough(QWidget* container, const QWidgetList& stops);

} // namespace glassbox
