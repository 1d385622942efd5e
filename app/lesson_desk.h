// The left dock's lessons: the list, the open lesson's page, and the checks of its tasks on the learner's own run.
#pragma once

#include "app/welcome_page.h"
#include "engine/lesson/lesson.h"
#include "engine/lesson/progress.h"
#include "widgets/model/document.h"
#include "widgets/model/language.h"
#include "widgets/model/training_session.h"

#include <QWidget>

#include <filesystem>
#include <vector>

class QPushButton;
class QStackedWidget;

namespace glassbox {

class LessonList;
class LessonView;

/// Owner: the main window. Progress lies in one file of the user's data folder.
class LessonDesk : public QWidget {
  Q_OBJECT

 public:
  LessonDesk(Document* document, TrainingSession* session, QWidget* parent = nullptr);
  ~LessonDesk() override;

  /// Reads the lessons of a folder; those that cannot be opened stand in the list with the reason.
  void load(const std::filesystem::path& folder);
  const std::vector<LessonEntry>& lessons() const { return m_lessons; }
  const Progress& progress() const { return m_progress; }
  const Lesson* findLesson(const std::string& id) const;
  /// The first lesson that is not done, for the welcome page.
  std::optional<WelcomeContent::LessonCard> nextLesson() const;

  /// The lesson whose project is open; null: none.
  const Lesson* current() const { return m_current; }
  void open(const Lesson* lesson);
  void setTongue(LanguageSwitch::Tongue tongue);
  /// Why Run must wait; empty: it need not.
  QString runLockReason() const;
  LessonView* view() const { return m_view; }

  /// Looks at the run, which must be at rest, and shows what is met.
  void check();

 signals:
  /// The window is to put this lesson's project in place.
  void lessonChosen(const QString& id);
  void runLockChanged();
  /// Progress could not be read or saved.
  void failed(const glassbox::Error& error);
  void linkClicked(const QString& link);

 private:
  bool isDone(const Lesson& lesson) const;
  void fillList();
  void runBegins();
  void saveProgress();
  LessonProgress& progressOfCurrent();

  Document* m_document;
  TrainingSession* m_session;
  std::vector<LessonEntry> m_lessons;
  Progress m_progress;
  bool m_mayReplace = true;   ///< a progress file that could not be read is left as it is
  Language m_language = Language::English;
  const Lesson* m_current = nullptr;
  std::uint64_t m_startData = 0;
  std::vector<RunRecord> m_earlier;
  std::optional<RunRecord> m_now;   ///< the run at its last check
  QStackedWidget* m_stack;
  LessonList* m_list;
  LessonView* m_view;
  QPushButton* m_back;
  QWidget* m_page;
};

} // namespace glassbox
