// What the window keeps while it is worked in, and gives back after a crash.
#include "app/autosave.h"
#include "app/keeping_bar.h"
#include "app/lesson_desk.h"
#include "app/lesson_work.h"
#include "app/main_window.h"
#include "app/recovery.h"
#include "app/recovery_bar.h"
#include "engine/lesson/learners.h"

#include <QVBoxLayout>

namespace glassbox {

void MainWindow::buildRecovery() {
  m_recovery = new Recovery([this](const std::string& title) { return nameOf(title); }, this);
  m_over->insertWidget(0, m_recovery->bar());
  m_autosave = new Autosave(&m_document, m_session, m_runs, [this] { return placeOfWork(); }, this);
  connect(m_recovery, &Recovery::restoreAsked, this, &MainWindow::restoreWork);
  connect(m_recovery, &Recovery::failed, this, &MainWindow::tell);
  m_keeping = new KeepingBar(this);
  m_over->insertWidget(0, m_keeping);
  connect(m_keeping, &KeepingBar::saveAsked, this, &MainWindow::saveAs);
  connect(m_autosave, &Autosave::failed, m_keeping, [this](const Error& error) { m_keeping->setFault(KeepingBar::Thing::Work, error); });
  connect(m_autosave, &Autosave::kept, m_keeping, [this] { m_keeping->setFault(KeepingBar::Thing::Work, std::nullopt); });
  connect(m_lessons, &LessonDesk::progressKept, m_keeping, [this] { m_keeping->setFault(KeepingBar::Thing::Progress, m_lessons->progressFault()); });
}

/// In a lesson where the lesson's network is kept; else in this program's folder, as long as something would be lost.
std::optional<std::function<Result<void>(const ShelvedWork&)>> MainWindow::placeOfWork() {
  if (m_lessons->current()) return m_lessonWork->place();
  if (isWorthSaving()) return m_recovery->writer(m_document.path());
  m_recovery->clear();
  m_keeping->setFault(KeepingBar::Thing::Work, std::nullopt); // there is nothing that could be lost
  return std::nullopt;
}

void MainWindow::useLearnersFolder() {
  const Autosave::Rest rest(m_autosave);
  m_recovery->use(m_lessons->learners().folderOf(m_lessons->learner()) / "recovery");
}

void MainWindow::restoreWork() {
  if (!mayClose()) return;
  const Autosave::Rest rest(m_autosave);
  Result<ShelvedWork> work = m_recovery->adopt();
  if (!work) return tell(work.error());
  m_lessonWork->takeOwn(); // `mayClose` has asked
  putInPlace(std::move(*work), m_recovery->path(), nullptr);
  m_document.setModified(true);
}

} // namespace glassbox
