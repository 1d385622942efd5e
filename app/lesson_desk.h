// The left dock's lessons: the list, the open lesson's page, and the checks of its tasks on the learner's own run.
#pragma once

#include "app/lesson_controls.h"
#include "app/welcome_page.h"
#include "engine/lesson/lesson.h"
#include "engine/lesson/progress.h"
#include "widgets/model/language.h"
#include "widgets/model/training_session.h"

#include <QWidget>

#include <filesystem>
#include <vector>

class QPushButton;
class QStackedWidget;

namespace glassbox {

class LessonList;
class LessonMeter;
class LessonView;

/// Owner: the main window. Progress lies in one file of the user's data folder.
class LessonDesk : public QWidget {
  Q_OBJECT

 public:
  explicit LessonDesk(TrainingSession* session, QWidget* parent = nullptr);
  ~LessonDesk() override;

  /// The rest of the window, once it is there: what a lesson locks, hides and leads to.
  void attach(const LabParts& parts);
  LessonControls* controls() const { return m_controls; }

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
  /// False when a prediction is still to be made; then says so, and shows where.
  bool mayTrain();
  LessonView* view() const { return m_view; }
  /// Beside "All lessons"; shown where there is such a lesson.
  QPushButton* previousButton() const { return m_previous; }
  QPushButton* nextButton() const { return m_next; }

 signals:
  /// The window is to put this lesson's project in place.
  void lessonChosen(const QString& id);
  void runLockChanged();
  /// Progress could not be read or saved.
  void failed(const glassbox::Error& error);
  /// Why something is not done now.
  void told(const QString& sentence);

 private:
  bool isDone(const Lesson& lesson) const;
  void fillList();
  void choose(const QString& id);
  const Lesson* neighbour(int step) const;
  void showNeighbours();
  void runBegins();
  void followState(TrainingSession::State state);
  void check();
  void saveProgress();
  LessonProgress& progressOfCurrent();

  TrainingSession* m_session;
  LessonControls* m_controls = nullptr;
  LessonMeter* m_meter;
  std::vector<LessonEntry> m_lessons;
  Progress m_progress;
  bool m_mayReplace = true;   ///< a progress file that could not be read is left as it is
  Language m_language = Language::English;
  const Lesson* m_current = nullptr;
  std::uint64_t m_startData = 0;
  std::vector<RunRecord> m_earlier;
  Analysis m_analysis;                ///< of the network of the run
  std::optional<RunMoment> m_moment;  ///< of the run, as last measured
  std::optional<RunRecord> m_now;     ///< the run at its last check
  QStackedWidget* m_stack;
  LessonList* m_list;
  LessonView* m_view;
  QPushButton* m_back;
  QPushButton* m_previous;
  QPushButton* m_next;
  QWidget* m_page;
};

} // namespace glassbox
