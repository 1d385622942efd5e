// Lessons in the window: each in a project of its own that is kept, with the learner's own project waiting behind it.
#include "app/autosave.h"
#include "app/lesson_desk.h"
#include "app/lesson_work.h"
#include "app/main_window.h"
#include "widgets/model/doctor_watch.h"

#include <QMessageBox>
#include <QPushButton>

namespace glassbox {

bool MainWindow::openLesson(const std::string& id) {
  const Lesson* lesson = m_lessons->findLesson(id);
  if (!lesson) return false;
  const Autosave::Rest rest(m_autosave);
  if (!m_lessons->current()) m_lessonWork->setOwn(isWorthSaving());
  else if (!keepLesson()) return false;
  beginLesson(*lesson, m_lessonWork->startOf(*lesson));
  return true;
}

void MainWindow::beginLesson(const Lesson& lesson, ShelvedWork work) {
  putInPlace(std::move(work), {}, &lesson);
  m_lessons->workBar()->setState(m_lessonWork->state());
  setLeftTab(0);
  updateRunLock();
}

bool MainWindow::keepLesson() {
  const Autosave::Rest rest(m_autosave);
  const Result<void> kept = m_lessonWork->keep();
  if (kept) return true;
  QMessageBox ask(this);
  ask.setWindowTitle(tr("Leave the lesson all the same?"));
  ask.setTextFormat(Qt::PlainText);
  ask.setText(tr("Your network in this lesson could not be kept: %1").arg(translated(kept.error())));
  ask.setInformativeText(tr("File, Save as… keeps it in another place."));
  QPushButton* leave = ask.addButton(tr("Leave"), QMessageBox::DestructiveRole);
  ask.setDefaultButton(ask.addButton(tr("Stay"), QMessageBox::RejectRole));
  ask.exec();
  return ask.clickedButton() == leave;
}

void MainWindow::leaveLesson() {
  if (m_lessons->current() && keepLesson()) endLesson();
}

void MainWindow::endLesson() {
  std::optional<LessonWork::Own> own = m_lessonWork->takeOwn();
  if (!own) { // there was none: the lesson's network is theirs now
    m_doctor->setEnabled(true);
    return m_lessons->open(nullptr);
  }
  putInPlace(std::move(own->work), own->path, nullptr);
  if (own->unsaved) m_document.setModified(true);
}

void MainWindow::startLessonAfresh() {
  if (!m_lessons->current()) return;
  const Autosave::Rest rest(m_autosave);
  std::optional<ShelvedWork> start = m_lessonWork->startAfresh();
  if (start) beginLesson(*m_lessons->current(), std::move(*start));
}

void MainWindow::bringLessonBack() {
  if (!m_lessons->current()) return;
  const Autosave::Rest rest(m_autosave);
  std::optional<ShelvedWork> before = m_lessonWork->bringBack();
  if (before) beginLesson(*m_lessons->current(), std::move(*before));
  else m_lessons->workBar()->setState(m_lessonWork->state());
}

} // namespace glassbox
