// What a colour says, in words: every colour of the screen that carries a meaning can be asked for it.
#pragma once

#include "widgets/common/theme.h"

#include <QStringList>

#include <vector>

namespace glassbox {

/// Roles whose colour says something; surfaces, frames and plain text do not.
std::vector<ColorRole> tellingRoles();

/// One sentence on what `role` says; empty for a role that says nothing.
QString meaningOf(ColorRole role);

/// Sentences on what `color` says in `theme`: one colour may have two duties that never meet. Colours between the ends of a ramp are
/// found too. Empty: it says nothing.
QStringList meaningsOf(QColor color, const Theme& theme);

} // namespace glassbox
