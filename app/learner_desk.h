// The learners of this computer in the window: choose, add, rename, delete; their report; the table of a class; a folder of lessons.
#pragma once

#include "app/actions.h"
#include "engine/core/result.h"

#include <QObject>

class QActionGroup;
class QMenu;
class QWidget;

namespace glassbox {

class LessonDesk;

/// Owner: the main window. The progress itself is the lesson desk's.
class LearnerDesk : public QObject {
  Q_OBJECT

 public:
  LearnerDesk(LessonDesk* lessons, Actions* actions, QWidget* window);

  /// Lessons > Learner; also opened by the name above the list of lessons.
  QMenu* menu() const { return m_menu; }
  void retranslate();
  /// Shows the lessons of a folder in place of the program's own. False when it cannot be listed or holds none.
  bool openLessonFolder(const QString& folder);
  /// Removes all that is kept of the learner, and goes on with the first one.
  bool removeLearner(const std::string& id);

 signals:
  void failed(const glassbox::Error& error);
  void told(const QString& sentence);
  /// The last files are another learner's now.
  void learnerChanged();
  /// All that is kept of the learner is about to be removed: nothing may be written there any more.
  void removing();

 private:
  void fillMenu();
  void addLearner();
  void renameLearner();
  void askRemoval();
  void showReport();
  void showClass();
  void askLessonFolder();
  void use(const std::string& id);
  QString nameNow() const;

  LessonDesk* m_lessons;
  Actions* m_actions;
  QWidget* m_window;
  QMenu* m_menu;
  QActionGroup* m_group;
};

} // namespace glassbox
