// The left dock's lessons: the list, the open lesson's page, and the checks of its tasks on the learner's own run.
#pragma once

#include "app/lesson_controls.h"
#include "app/welcome_page.h"
#include "engine/experiment/sweep.h"
#include "engine/lesson/bookmarks.h"
#include "engine/lesson/lesson.h"
#include "engine/lesson/learners.h"
#include "engine/lesson/progress.h"
#include "widgets/lesson/work_bar.h"
#include "widgets/model/language.h"
#include "widgets/model/training_session.h"

#include <QTimer>
#include <QWidget>

#include <set>

#include <filesystem>
#include <functional>
#include <vector>

class QMenu;
class QPushButton;
class QTimer;
class QStackedWidget;

namespace glassbox {

class KeyButton;
class LearnerHead;
class LessonList;
class LessonMeter;
class LessonSearch;
struct LessonHit;
class LessonView;

/// Owner: the main window. The progress is of one learner at a time and lies in their folder.
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
  const Bookmarks& bookmarks() const { return m_bookmarks; }
  /// Shows the lessons of another folder. Fails, and changes nothing, when it cannot be listed or holds no lesson.
  Result<void> showFolder(const std::filesystem::path& folder);

  const LearnerStore& learners() const { return m_store; }
  const std::string& learner() const { return m_learner; }
  /// Goes on with the progress of another learner; a lesson that is open is left. Fails, and changes nothing, when something of the
  /// learner who was there could not be kept.
  Result<void> useLearner(const std::string& id);
  Result<void> renameLearner(const std::string& name);
  /// The progress is empty from now on, and is not saved before another learner is chosen.
  void forgetProgress();
  /// Time with the lesson: counts only while its page is seen in the active window.
  void countTime(double seconds);
  LearnerHead* head() const { return m_head; }
  Language language() const { return m_language; }

  const Lesson* findLesson(const std::string& id) const;
  /// The first lesson that is not done, for the welcome page.
  std::optional<WelcomeContent::LessonCard> nextLesson() const;

  /// The lesson whose project is open; null: none.
  const Lesson* current() const { return m_current; }
  void open(const Lesson* lesson);
  void setTongue(LanguageSwitch::Tongue tongue);
  /// The learner has let a sweep run to its end; has worked out a hidden number of a step, right or wrong.
  void noteSweep(const std::vector<SweepAxis>& axes, int seeds);
  void noteAnswer(const QString& element, bool right);
  /// Why Run must wait; empty: it need not.
  QString runLockReason() const;
  /// False when a prediction is still to be made; then says so, and shows where.
  bool mayTrain();
  LessonView* view() const { return m_view; }
  /// Over the page: what became of the learner's network in this lesson.
  WorkBar* workBar() const { return m_work; }
  /// Beside "All lessons"; shown where there is such a lesson.
  QPushButton* previousButton() const { return m_previous; }
  QPushButton* nextButton() const { return m_next; }
  /// What can be done with the page: its zoom, and the search.
  KeyButton* pageButton() const { return m_pageButton; }
  LessonSearch* search() const { return m_search; }

  /// Asked before the open lesson is closed from here, while the learner is still the same: keeps their work in it and closes it.
  /// It may stay open.
  void setKeeper(std::function<void()> keepAndClose) { m_keepAndClose = std::move(keepAndClose); }
  /// Writes what is not on the disk yet.
  void keepProgress();
  /// Why the progress is not on the disk; nothing: it is.
  const std::optional<Error>& progressFault() const { return m_saveFault; }

 signals:
  /// The open lesson is about to be closed from here, and nothing of it is wanted.
  void leaving();
  /// The progress is on the disk now, or it is not: progressFault().
  void progressKept();
  /// The window is to put this lesson's project in place.
  void lessonChosen(const QString& id);
  void runLockChanged();
  /// Progress could not be read or saved.
  void failed(const glassbox::Error& error);
  /// Why something is not done now.
  void told(const QString& sentence);

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  bool isDone(const Lesson& lesson) const;
  void fillList();
  void choose(const QString& id);
  const Lesson* neighbour(int step) const;
  void showNeighbours();
  void readProgress();
  void readBookmarks();
  void toggleBookmark(int section);
  void showBookmarks();
  void openBookmark(const QString& lesson, int section);
  void fillPageMenu();
  void askSearch();
  void fillSearch();
  void openHit(LessonHit hit);
  void countAttempt();
  bool leave();
  void runBegins();
  void followState(TrainingSession::State state);
  void check();
  RecordedCurves curvesAsked() const;
  void saveProgress();
  void settle(const std::optional<Error>& fault);
  LessonProgress& progressOfCurrent();

  TrainingSession* m_session;
  LessonControls* m_controls = nullptr;
  const Document* m_document = nullptr;
  LessonMeter* m_meter;
  std::vector<LessonEntry> m_lessons;
  Progress m_progress;
  Bookmarks m_bookmarks;
  bool m_mayReplaceBookmarks = true;
  LearnerStore m_store;
  std::string m_learner = LearnerStore::kFirst;
  bool m_mayReplace = true;   ///< a progress file that could not be read at all is left as it is
  std::optional<Error> m_fault;  ///< what is wrong with the file of the progress
  double m_unsavedSeconds = 0;
  std::optional<Error> m_saveFault; ///< why the last saving did not come about; it is tried again
  QTimer m_again;
  std::function<void()> m_keepAndClose;
  QTimer* m_clock;
  LearnerHead* m_head;
  QWidget* m_all;              ///< head and list
  bool m_passedNow = false;    ///< the run passed a task, and counts for that one
  bool m_ran = false;          ///< the run has trained since it is here, measured or not: it is an attempt
  bool m_broughtEdited = false; ///< its weights had been set by hand before it came here
  Language m_language = Language::English;
  const Lesson* m_current = nullptr;
  std::uint64_t m_startData = 0;
  std::vector<RunRecord> m_earlier;
  Deeds m_deeds;
  std::set<QString> m_worked;  ///< numbers of the step that were worked out right
  Analysis m_analysis;                ///< of the network of the run
  std::optional<RunMoment> m_moment;  ///< of the run, as last measured
  std::optional<RunRecord> m_now;     ///< the run at its last check
  QStackedWidget* m_stack;
  LessonList* m_list;
  LessonSearch* m_search;
  LessonView* m_view;
  WorkBar* m_work;
  QPushButton* m_back;
  QPushButton* m_previous;
  QPushButton* m_next;
  KeyButton* m_pageButton;
  QMenu* m_pageMenu;
  QWidget* m_page;
};

} // namespace glassbox
