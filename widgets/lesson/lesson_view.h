// The page of a lesson: text with formulas and pictures, questions, tasks with live conditions, hints, misconception, summary.
#pragma once

#include "engine/lesson/lesson.h"
#include "engine/lesson/progress.h"
#include "engine/lesson/task_check.h"

#include <QWidget>

#include <map>
#include <set>
#include <string>
#include <vector>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace glassbox {

class LessonHead;
class ProseView;
class QuestionCard;
class TaskCard;
struct ProseContent;

class LessonView : public QWidget {
  Q_OBJECT

 public:
  explicit LessonView(QWidget* parent = nullptr);

  /// Shows `lesson` in `language`; null: an empty page. The lesson must outlive its being shown. With the same lesson in another
  /// language the place on the page, the answers and the hints stay.
  void setContent(const Lesson* lesson, Language language);
  /// Lessons of the course, for the head ("lesson 1 of 24"); 0: not said.
  void setCourse(int lessons);

  /// Of the whole page, in percent; kept within 70 and 200. The place on the page stays.
  static constexpr int kLeastZoom = 70, kMostZoom = 200, kZoomStep = 10;
  void setZoom(int percent);
  int zoom() const { return m_zoom; }

  /// What was done before: hints asked for, tasks done, answers committed.
  void setProgress(const LessonProgress& progress);
  const LessonProgress& progress() const { return m_progress; }
  /// Live, at most thirty times a second: by task id. A task that passed once stays done. It passes when all tasks before it are done
  /// or skipped, and the predictions before it are made.
  void setTaskStates(const std::map<std::string, TaskState>& states);
  /// Which hint of each grade fits what the learner did, by task id; a hint that is shown changes with it.
  void setHints(const std::map<std::string, HintIds>& hints);
  /// A run has ended: what the predictions committed by now were about is known. `measured`: its curves.
  void revealPredictions(const RecordedCurves& measured = {});

  /// Run stays locked until the page's first prediction is committed, and again when the learner comes to a later one: all tasks
  /// before it are done or skipped.
  bool isRunLocked() const;
  /// Why, for the Run button: "First predict".
  QString runLockReason() const;

  /// The section that is read, counted from 1 in every language alike.
  int section() const;
  void showSection(int section);
  /// Marks the words on the page and scrolls to a paragraph of its running text; `piece` as of `searchedPieces`, -1: the title.
  void showPlace(int piece, int line, const QString& words);
  /// Sections of this lesson that have a bookmark.
  void setBookmarks(std::set<int> sections);
  LessonHead* head() const { return m_head; }

  /// Scrolls to the first block that waits for the learner.
  void showWaiting();
  const std::vector<TaskCard*>& taskCards() const { return m_tasks; }
  const std::vector<QuestionCard*>& questionCards() const { return m_questions; }
  /// All that stands on the page, as plain text.
  QString plainText() const;

 signals:
  /// By the wheel or by keys.
  void zoomChanged(int percent);
  void runLockChanged(bool locked);
  /// The bookmark of this section is to be set, or removed.
  void bookmarkAsked(int section);
  void answerCommitted(const QString& question, const glassbox::AnswerValue& answer);
  void hintAsked(const QString& task, int grade);
  void taskSkipped(const QString& task, bool skipped);
  /// A task passed for the first time.
  void taskPassed(const QString& task);
  /// "lab:run", "lab:reset" … or an https address.
  void linkClicked(const QString& link);

 protected:
  bool event(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void build();
  void addProse(const std::string& markdown);
  void addBox(const PageBlock& block);
  void addHeading(const char* text);
  void addTask(const PageBlock& block, bool withHead);
  void addQuestion(const PageBlock& block);
  void addSources();
  ProseContent prose(const std::string& markdown, bool small = false) const;
  ProseContent hint(const std::string& task, int grade) const;
  ProseView* newProse(const ProseContent& content);
  void applyProgress();
  void tellLock();
  bool isReached(std::size_t question) const;
  bool isPredicted(const TaskCard* task) const;
  bool locksRun(std::size_t question) const;
  void updateStages();
  void updateSection();
  void fitMargins();
  void layOut();
  void scrollTo(int y);
  double placeShare() const;
  void keepPlace(double share);

  const Lesson* m_lesson = nullptr;
  Language m_language = Language::English;
  int m_lessons = 0;
  int m_zoom = 100;
  LessonProgress m_progress;
  std::map<std::string, HintIds> m_hints; ///< that fit, by task
  std::set<QString> m_revealed; ///< questions
  std::map<QString, RecordedCurves> m_measured; ///< by question: of the run that revealed a drawn curve
  bool m_locked = false; ///< as last told
  std::set<int> m_bookmarks;
  LessonHead* m_head;
  QScrollArea* m_scroll;
  QWidget* m_page;
  QVBoxLayout* m_column;
  QLabel* m_title = nullptr;
  std::vector<ProseView*> m_pieces; // as of searchedPieces
  std::vector<ProseView*> m_prose; // that may hold headings, in the order of the page
  std::vector<TaskCard*> m_tasks;  // in the order of the page
  std::vector<QuestionCard*> m_questions;
  std::vector<std::size_t> m_tasksBefore; ///< of each question
  std::vector<std::pair<QLabel*, const char*>> m_headings; // own words, translated anew
};

} // namespace glassbox
