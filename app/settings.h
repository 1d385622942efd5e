// What the program remembers between starts: language, look, sizes of the window, the last files.
#pragma once

#include "widgets/common/theme_manager.h"
#include "widgets/model/language.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace glassbox {

/// Kept in the user's configuration folder. $GLASSBOX_SETTINGS names another file: tests must not change the user's.
class Settings {
 public:
  static std::optional<LanguageSwitch::Tongue> tongue();
  static void setTongue(LanguageSwitch::Tongue tongue);
  static ThemeChoice themeChoice();
  static void setThemeChoice(ThemeChoice choice);
  /// Size of all texts, in percent.
  static int textPercent();
  static void setTextPercent(int percent);
  static bool reduceMotion();
  static void setReduceMotion(bool reduce);
  /// The look of the last start is put on.
  static void dress(ThemeManager& look);
  /// The tour has been taken or declined: it is not offered again.
  static bool knowsTour();
  static void setKnowsTour();
  static QByteArray windowGeometry();
  static void setWindowGeometry(const QByteArray& geometry);
  /// Docks and tabs, as WindowLayout writes them.
  static QByteArray windowLayout();
  static void setWindowLayout(const QByteArray& layout);
  /// Where earlier versions kept the one progress there was.
  static QString earlierProgressFile();
  /// Where learners are kept: the user's data folder, or beside $GLASSBOX_SETTINGS.
  static QString dataFolder();
  /// The learner of the last start; empty: none was chosen.
  static QString learner();
  static void setLearner(const QString& id);
  /// Removes all that is kept here of a learner.
  static void forgetLearner(const QString& id);
  /// Memory for going back to earlier steps of a run; 0: none.
  static std::int64_t rewindMegabytes();
  static void setRewindMegabytes(std::int64_t megabytes);
  /// Zoom of the lessons' pages, in percent.
  static int lessonZoom();
  static void setLessonZoom(int percent);
  /// Of the learner.
  static QStringList recentFiles();
  static void addRecentFile(const QString& path);
};

} // namespace glassbox
