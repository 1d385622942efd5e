#include "app/lesson_work.h"

#include "app/lesson_desk.h"
#include "app/present_work.h"
#include "app/recovery.h"
#include "engine/io/atomic_file.h"
#include "widgets/common/in_background.h"
#include "widgets/model/run_list.h"

#include <filesystem>

namespace glassbox {
namespace {

constexpr const char* kAside = ".before";      // what was there before "Start afresh"

/// A lesson whose set-up has changed, or another one of the same id, is another bench.
std::string nameOf(const Lesson& lesson) {
  std::string setup = writeProject(lesson.setup.project);
  for (const auto* list : {&lesson.setup.locked, &lesson.setup.hidden})
    for (const std::string& control : *list) setup += '\n' + control;
  return lesson.id + '-' + contentHash(setup).substr(0, 8);
}

bool differs(const ShelvedWork& work, const Project& start) {
  const Project& now = work.project;
  return work.weights || !now.runs.empty() || now.spec != start.spec || now.layout != start.layout || now.data != start.data || now.plan != start.plan;
}

} // namespace

LessonWork::LessonWork(const Document* document, TrainingSession* session, RunList* runs, LessonDesk* lessons, Recovery* recovery, QWidget* window)
    : QObject(window), m_document(document), m_session(session), m_runs(runs), m_lessons(lessons), m_recovery(recovery), m_window(window) {}

WorkShelf LessonWork::shelf() const { return WorkShelf(m_lessons->learners().folderOf(m_lessons->learner()) / "lessons"); }

ShelvedWork LessonWork::present() const { return presentWork(*m_document, *m_session, *m_runs); }

bool LessonWork::isTouched(const ShelvedWork& work) const { return differs(work, m_lessons->current()->setup.project); }

Result<void> LessonWork::write(const std::function<Result<void>()>& save) const { return inBackground(m_window, tr("Keeping the network…"), save); }

Result<void> LessonWork::write(const WorkShelf& shelf, const std::string& name, const ShelvedWork& work) const {
  return write([&] { return shelf.save(name, work); });
}

// ---- the learner's own project ---------------------------------------------------------------------------------------------

void LessonWork::setOwn(bool unsaved) {
  const QString path = m_document->path();
  if (!unsaved && path.isEmpty() && m_document->spec().nodes.empty() && m_document->project() == Project()) return; // nothing has been opened
  if (!unsaved && !path.isEmpty()) { // its file has all of it
    m_session->rest();
    m_own = Own{{}, path, false};
    return;
  }
  m_own = Own{present(), path, unsaved};
  if (!unsaved) return;
  const auto save = m_recovery->writer(path);
  if (Result<void> kept = write([&] { return save(m_own->work); }); !kept) emit failed(kept.error()); // it still waits in memory
}

std::optional<LessonWork::Own> LessonWork::takeOwn() {
  if (!m_own) return std::nullopt;
  std::optional<Own> own = std::exchange(m_own, std::nullopt);
  if (!own->unsaved) {
    if (own->path.isEmpty()) return own;
    const Result<Project> project = readProject(own->path.toStdString());
    if (!project) return emit failed(project.error()), std::nullopt;
    own->work.project = *project;
    return own;
  }
  return own;
}

// ---- lessons -----------------------------------------------------------------------------------------------------------------

ShelvedWork LessonWork::startOf(const Lesson& lesson) {
  const std::string name = nameOf(lesson);
  Result<std::optional<ShelvedWork>> kept = shelf().open(name);
  if (!kept) emit failed(kept.error());
  if (kept && *kept) {
    m_state = WorkBar::State::GoesOn;
    return std::move(**kept);
  }
  m_state = shelf().has(name + kAside) ? WorkBar::State::Afresh : WorkBar::State::Nothing;
  return {lesson.setup.project, std::nullopt};
}

Result<void> LessonWork::keep() {
  const std::string name = nameOf(*m_lessons->current());
  const ShelvedWork work = present();
  return isTouched(work) ? write(shelf(), name, work) : shelf().remove(name);
}

std::function<Result<void>(const ShelvedWork&)> LessonWork::place() const {
  return [shelf = shelf(), name = nameOf(*m_lessons->current()), start = m_lessons->current()->setup.project](const ShelvedWork& work) {
    return differs(work, start) ? shelf.save(name, work) : Result<void>();
  };
}

std::optional<ShelvedWork> LessonWork::startAfresh() {
  const std::string name = nameOf(*m_lessons->current());
  const ShelvedWork work = present();
  if (isTouched(work)) {
    Result<void> kept = write(shelf(), name + kAside, work);
    if (kept) kept = shelf().remove(name);
    if (!kept) return emit failed(kept.error()), std::nullopt;
  }
  m_state = shelf().has(name + kAside) ? WorkBar::State::Afresh : WorkBar::State::Nothing;
  return ShelvedWork{m_lessons->current()->setup.project, std::nullopt};
}

std::optional<ShelvedWork> LessonWork::bringBack() {
  const std::string name = nameOf(*m_lessons->current());
  Result<std::optional<ShelvedWork>> before = shelf().open(name + kAside);
  if (!before || !*before) {
    m_state = WorkBar::State::Nothing;
    if (!before) emit failed(before.error());
    return std::nullopt;
  }
  const ShelvedWork now = present();
  Result<void> kept = write(shelf(), name, **before); // first: at no time is it in no file
  if (kept) kept = isTouched(now) ? write(shelf(), name + kAside, now) : shelf().remove(name + kAside);
  if (!kept) return emit failed(kept.error()), std::nullopt;
  m_state = WorkBar::State::GoesOn;
  return std::move(**before);
}

} // namespace glassbox
