// The themes one can choose, and what they are called on the screen.
#pragma once

#include "widgets/common/theme_manager.h"

#include <QString>

#include <array>

namespace glassbox {

/// In the order in which lists offer them: the ordinary ones first.
inline constexpr std::array kThemeChoices{ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::LightHigh, ThemeChoice::DarkHigh};

inline constexpr std::size_t kOrdinaryThemes = 3;

QString nameOf(ThemeChoice choice);

} // namespace glassbox
