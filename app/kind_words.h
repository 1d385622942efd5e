// What kinds of things are for: plots, heat maps, cards, lists. Each control with a duty of its own says more in its tooltip.
#pragma once

#include <QString>

class QWidget;

namespace glassbox {

/// Of the nearest kind that is known, `widget` itself or what it lies in; empty: none is.
QString kindExplained(const QWidget* widget);

} // namespace glassbox
