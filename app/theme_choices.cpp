#include "app/theme_choices.h"

#include <QCoreApplication>

namespace glassbox {

QString nameOf(ThemeChoice choice) {
  const auto say = [](const char* text) { return QCoreApplication::translate("ThemeChoices", text); };
  switch (choice) {
  case ThemeChoice::System:
    return say(QT_TRANSLATE_NOOP("ThemeChoices", "Follow system"));
  case ThemeChoice::Light:
    return say(QT_TRANSLATE_NOOP("ThemeChoices", "Light"));
  case ThemeChoice::Dark:
    return say(QT_TRANSLATE_NOOP("ThemeChoices", "Dark"));
  case ThemeChoice::LightHigh:
    return say(QT_TRANSLATE_NOOP("ThemeChoices", "Light, high contrast"));
  case ThemeChoice::DarkHigh:
    return say(QT_TRANSLATE_NOOP("ThemeChoices", "Dark, high contrast"));
  }
  return {};
}

} // namespace glassbox
