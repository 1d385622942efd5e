// What a learner builds in a lesson is kept for the next time; their own project waits until the lesson is closed.
#pragma once

#include "engine/lesson/lesson.h"
#include "engine/io/work_shelf.h"
#include "widgets/lesson/work_bar.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace glassbox {

class Document;
class LessonDesk;
class Recovery;
class RunList;
class TrainingSession;

/// Owner: the main window, which puts in place what this hands out. Files lie in the learner's folder: one project a lesson, and the one
/// before "Start afresh". The learner's own, where it was not saved, is kept for recovery.
class LessonWork : public QObject {
  Q_OBJECT

 public:
  /// The learner's own project, as it was when the lesson began.
  struct Own {
    ShelvedWork work;
    QString path;          ///< its file; empty: none yet
    bool unsaved = false;  ///< something would be lost without this
  };

  LessonWork(const Document* document, TrainingSession* session, RunList* runs, LessonDesk* lessons, Recovery* recovery, QWidget* window);

  /// The project that is open is the learner's own, and waits from now on.
  void setOwn(bool unsaved);
  /// It waits no longer. Nothing: there was none.
  std::optional<Own> takeOwn();
  bool hasUnsavedOwn() const { return m_own && m_own->unsaved; }

  /// What the lesson opens with: the learner's network as they left it, or the set-up.
  ShelvedWork startOf(const Lesson& lesson);
  /// Keeps the open lesson's network; one that is still the set-up needs no keeping. Fails when it cannot be written.
  Result<void> keep();
  /// Writes the open lesson's network to where it is kept, from any thread; one that is still the set-up is not kept.
  std::function<Result<void>(const ShelvedWork&)> place() const;
  /// Keeps the open lesson's network aside and gives the set-up. Nothing: it could not be kept, and that has been said.
  std::optional<ShelvedWork> startAfresh();
  /// Gives back what was kept aside, and keeps what is there now in its place.
  std::optional<ShelvedWork> bringBack();
  WorkBar::State state() const { return m_state; }

 signals:
  void failed(const glassbox::Error& error);

 private:
  WorkShelf shelf() const;
  ShelvedWork present() const;
  bool isTouched(const ShelvedWork& work) const;
  Result<void> write(const WorkShelf& shelf, const std::string& name, const ShelvedWork& work) const;
  Result<void> write(const std::function<Result<void>()>& save) const;

  const Document* m_document;
  TrainingSession* m_session;
  RunList* m_runs;
  LessonDesk* m_lessons;
  Recovery* m_recovery;
  QWidget* m_window;
  std::optional<Own> m_own;
  WorkBar::State m_state = WorkBar::State::Nothing;
};

} // namespace glassbox
