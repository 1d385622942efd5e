// The rules for who works without seeing or without a mouse: every control has a name, and Tab comes to all of them.
#pragma once

#include "look_rules.h"

namespace glassbox::test {

/// What the Tab key should come to in `shown`: visible, enabled, with a policy for Tab and no proxy that takes its place.
std::vector<QWidget*> stopsIn(QWidget& shown);

// Each rule gives one sentence for each fault; empty: nothing to find.

/// Stops that a screen reader has no name for.
QStringList nameless(QWidget& shown);

/// Stops that "What is this?" has nothing to say about, or that say it in the other language.
QStringList unexplained(QWidget& shown, LanguageSwitch::Tongue tongue, const Words& words);

/// Names and descriptions in the other language, of all that a screen reader finds below `shown`: tiles and wires too.
QStringList spokenForeign(QWidget& shown, LanguageSwitch::Tongue tongue, const Words& words);

/// Stops in `shown` that Tab, pressed again and again in its window, does not come to.
QStringList missedByTab(QWidget& shown);

} // namespace glassbox::test
