// The engine's texts in the language in use.
#pragma once

#include "engine/core/text.h"

#include <QString>

namespace glassbox {

/// Defined in widgets/model/language.cpp. Its header cannot stand beside engine/lesson/page.h: both name something Language.
QString translated(const Text& text);

} // namespace glassbox
