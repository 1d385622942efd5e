#include "app/settings.h"

#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace glassbox {
namespace {

constexpr int kMostRecent = 8;

QSettings store() {
  const QString own = qEnvironmentVariable("GLASSBOX_SETTINGS");
  if (!own.isEmpty()) return QSettings(own, QSettings::IniFormat);
  return QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("glassbox"), QStringLiteral("glassbox"));
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

QString Settings::progressFile() { return QFileInfo(store().fileName()).absolutePath() + QStringLiteral("/progress.json"); }

std::int64_t Settings::rewindMegabytes() {
  bool read = false;
  const qlonglong megabytes = store().value("rewind_mb").toLongLong(&read);
  return read ? std::clamp<qlonglong>(megabytes, 0, 1 << 20) : 256;
}
void Settings::setRewindMegabytes(std::int64_t megabytes) { store().setValue("rewind_mb", QVariant::fromValue<qlonglong>(megabytes)); }

QStringList Settings::recentFiles() {
  QStringList files = store().value("recent").toStringList();
  files.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
  return files;
}

void Settings::addRecentFile(const QString& path) {
  QStringList files = store().value("recent").toStringList();
  files.removeAll(path);
  files.prepend(path);
  while (files.size() > kMostRecent) files.removeLast();
  store().setValue("recent", files);
}

} // namespace glassbox
