#include "app/settings.h"

#include "engine/lesson/learners.h"

#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace glassbox {
namespace {

constexpr int kMostRecent = 8;

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
  return name == "dark" ? ThemeChoice::Dark : name == "light" ? ThemeChoice::Light : ThemeChoice::System;
}
void Settings::setThemeChoice(ThemeChoice choice) {
  store().setValue("theme", choice == ThemeChoice::Dark ? "dark" : choice == ThemeChoice::Light ? "light" : "system");
}

QByteArray Settings::windowGeometry() { return store().value("geometry").toByteArray(); }
void Settings::setWindowGeometry(const QByteArray& geometry) { store().setValue("geometry", geometry); }

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
