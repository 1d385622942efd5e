#include "app/settings.h"

#include "engine/lesson/learners.h"

#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace glassbox {
namespace {

constexpr int kMostRecent = 8;

struct ThemeName {
  ThemeChoice choice;
  const char* name; ///< in the file
};
constexpr ThemeName kThemes[] = {{ThemeChoice::System, "system"}, {ThemeChoice::Light, "light"}, {ThemeChoice::Dark, "dark"}, {ThemeChoice::LightHigh, "light_high_contrast"}, {ThemeChoice::DarkHigh, "dark_high_contrast"}};

QSettings store() {
  const QString own = qEnvironmentVariable("GLASSBOX_SETTINGS");
  if (!own.isEmpty()) return QSettings(own, QSettings::IniFormat);
  return QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("glassbox"), QStringLiteral("glassbox"));
}

/// The first learner has the list that was there before there were learners.
QString recentKey(const QString& learner) {
  return learner.isEmpty() || learner == QLatin1String(LearnerStore::kFirst) ? QStringLiteral("recent") : QStringLiteral("recent_of/") + learner;
}

} // namespace

std::optional<LanguageSwitch::Tongue> Settings::tongue() {
  const QString code = store().value("language").toString();
  if (code.isEmpty()) return std::nullopt;
  return LanguageSwitch::fromCode(code);
}
void Settings::setTongue(LanguageSwitch::Tongue tongue) { store().setValue("language", LanguageSwitch::code(tongue)); }

ThemeChoice Settings::themeChoice() {
  const QString name = store().value("theme").toString();
  for (const ThemeName& known : kThemes)
    if (name == QLatin1String(known.name)) return known.choice;
  return ThemeChoice::System;
}
void Settings::setThemeChoice(ThemeChoice choice) {
  for (const ThemeName& known : kThemes)
    if (choice == known.choice) store().setValue("theme", known.name);
}

int Settings::textPercent() {
  bool read = false;
  const int percent = store().value("text_percent").toInt(&read);
  return read ? std::clamp(percent, kLeastTextPercent, kMostTextPercent) : 100;
}
void Settings::setTextPercent(int percent) { store().setValue("text_percent", percent); }

bool Settings::reduceMotion() { return store().value("reduce_motion").toBool(); }
void Settings::setReduceMotion(bool reduce) { store().setValue("reduce_motion", reduce); }

void Settings::dress(ThemeManager& look) {
  look.setChoice(themeChoice());
  look.setTextPercent(textPercent());
  look.setReduceMotion(reduceMotion());
}

bool Settings::knowsTour() { return store().value("knows_tour").toBool(); }
void Settings::setKnowsTour() { store().setValue("knows_tour", true); }

QByteArray Settings::windowGeometry() { return store().value("geometry").toByteArray(); }
void Settings::setWindowGeometry(const QByteArray& geometry) { store().setValue("geometry", geometry); }

QByteArray Settings::windowLayout() { return store().value("layout").toByteArray(); }
void Settings::setWindowLayout(const QByteArray& layout) { store().setValue("layout", layout); }

QString Settings::earlierProgressFile() { return QFileInfo(store().fileName()).absolutePath() + QStringLiteral("/progress.json"); }

QString Settings::dataFolder() {
  if (qEnvironmentVariableIsSet("GLASSBOX_SETTINGS")) return QFileInfo(store().fileName()).absolutePath() + QStringLiteral("/data");
  return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/glassbox");
}

QString Settings::learner() { return store().value("learner").toString(); }
void Settings::setLearner(const QString& id) { store().setValue("learner", id); }

void Settings::forgetLearner(const QString& id) {
  QSettings all = store();
  if (all.value("learner").toString() == id) all.remove("learner");
  all.remove(recentKey(id));
  for (const QString& key : all.allKeys()) // whatever else is kept of them stands under their id
    if (key.split(u'/').contains(id)) all.remove(key);
}

std::int64_t Settings::rewindMegabytes() {
  bool read = false;
  const qlonglong megabytes = store().value("rewind_mb").toLongLong(&read);
  return read ? std::clamp<qlonglong>(megabytes, 0, 1 << 20) : 256;
}
void Settings::setRewindMegabytes(std::int64_t megabytes) { store().setValue("rewind_mb", QVariant::fromValue<qlonglong>(megabytes)); }

int Settings::lessonZoom() {
  bool read = false;
  const int percent = store().value("lesson_zoom").toInt(&read);
  return read ? percent : 100;
}
void Settings::setLessonZoom(int percent) { store().setValue("lesson_zoom", percent); }

QStringList Settings::recentFiles() {
  QStringList files = store().value(recentKey(learner())).toStringList();
  files.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
  return files;
}

void Settings::addRecentFile(const QString& path) {
  QStringList files = store().value(recentKey(learner())).toStringList();
  files.removeAll(path);
  files.prepend(path);
  while (files.size() > kMostRecent) files.removeLast();
  store().setValue(recentKey(learner()), files);
}

} // namespace glassbox
