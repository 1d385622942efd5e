// All panels looked at by all rules of the look: one call for each theme, size and language a user can choose.
#pragma once

#include "look_rules.h"
#include "widgets/common/theme.h"

namespace glassbox::test {

class Stage;

/// One sentence for each fault of each panel, with the panel's name before it. Environment GLASSBOX_PANEL: only panels whose
/// name holds it, for whoever mends one.
QStringList faultsOfEveryPanel(Stage& stage, const Words& words, const Theme& look, LanguageSwitch::Tongue tongue);

} // namespace glassbox::test
