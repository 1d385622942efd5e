// What the window opens, saves and asks before it gives something up.
#include "app/autosave.h"
#include "app/dock_frame.h"
#include "app/dropped.h"
#include "app/keeping_bar.h"
#include "app/learner_desk.h"
#include "app/lesson_desk.h"
#include "app/lesson_work.h"
#include "app/main_window.h"
#include "app/present_work.h"
#include "app/recovery.h"
#include "app/settings.h"
#include "app/tool_bar.h"
#include "engine/io/templates.h"
#include "widgets/common/in_background.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/inspector/data_panel.h"
#include "widgets/model/doctor_watch.h"
#include "widgets/model/run_list.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

namespace glassbox {
namespace {

constexpr double kWorthSaving = 30;          // seconds of training after which an example is somebody's work
constexpr std::int64_t kSlowNetwork = 1000;  // fewer parameters: 60 steps a second

} // namespace

bool MainWindow::openTemplate(const std::string& name, bool run) {
  if (!mayClose()) return false;
  Result<Project> project = makeTemplate(name);
  if (!project) return tell(project.error()), false;
  openProject(std::move(*project), {}, run);
  return true;
}

void MainWindow::openProject(Project project, const QString& path, bool run) {
  m_lessonWork->takeOwn(); // another one is wanted, and `mayClose` has asked
  m_runWhenLoaded = run;
  putInPlace({std::move(project), std::nullopt}, path, nullptr);
}

void MainWindow::putInPlace(ShelvedWork work, const QString& path, const Lesson* lesson) {
  const Autosave::Rest rest(m_autosave);
  m_lessons->open(nullptr);
  m_doctor->setEnabled(lesson == nullptr);  // a lesson asks its learner
  m_document.open(std::move(work.project), path);
  m_session->openSaved(m_document.project(), path, work.weights ? std::make_shared<const TensorFile>(std::move(*work.weights)) : nullptr);
  if (lesson) m_lessons->open(lesson);
  else lockProject(path);
  m_paceChosen = false;
  suggestPace();
  const bool fromElsewhere = !m_lab->isVisible();
  showLab();
  if (fromElsewhere && !lesson) m_diagram->setFocus(Qt::OtherFocusReason); // its letters and Space are what one needs first
  m_diagram->fit();
  // The same data as before are not loaded again: nothing else will tell.
  if (!m_dataPanel->isLoading()) takeData(m_dataPanel->dataset());
}

/// Slow enough to look at while the network is small, until the user has chosen a pace.
void MainWindow::suggestPace() {
  if (!m_paceChosen) m_toolBar->setPace(m_document.analysis().parameters < kSlowNetwork ? 60 : 0);
  m_session->setPace(m_toolBar->pace());
}

void MainWindow::updateRunLock() { m_toolBar->setRunLocked(m_lessons->runLockReason()); }

bool MainWindow::openFile(const QString& path) {
  if (!mayClose()) return false;
  std::optional<Result<Project>> project = unlessCancelled(this, tr("Opening…"), [file = path.toStdString()](const Cancelled&) { return readProject(file); });
  if (!project) return false;
  if (!project->ok()) {
    QMessageBox::warning(this, tr("This file cannot be opened"), translated(project->error()));
    return false;
  }
  openProject(std::move(**project), path, false);
  Settings::addRecentFile(path);
  return true;
}

bool MainWindow::openData(const QString& path) {
  const std::optional<Result<DataSpec>> spec = unlessCancelled(this, tr("Looking at the data…"), [file = path.toStdString()](const Cancelled&) { return sniff(file); });
  if (!spec) return false;
  if (!spec->ok()) {
    QMessageBox::warning(this, tr("These data cannot be opened"), translated(spec->error()));
    return false;
  }
  if (const std::optional<Error> kept = m_document.lockOf("data")) return tell(*kept), false;
  m_dataPanel->allowPath(path.toStdString());
  showLab();
  m_document.setData(**spec);
  setLeftTab(2);
  m_frame->reveal(DockFrame::Side::Left);
  return true;
}

QString MainWindow::sentenceOf(const Dropped& dropped) {
  const QString name = QFileInfo(dropped.path).fileName();
  switch (dropped.kind) {
  case DroppedKind::Project:
    return tr("Drop it to open the project %1.").arg(name);
  case DroppedKind::LessonFolder:
    return tr("Drop it to see the lessons of the folder %1.").arg(name);
  case DroppedKind::Data:
    return tr("Drop it to train on %1.").arg(name);
  }
  return {};
}

void MainWindow::warn(const QString& title, const Error& error) {
  auto* box = new QMessageBox(QMessageBox::Warning, title, translated(error), QMessageBox::Ok, this);
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setTextFormat(Qt::PlainText);
  box->open();
}

void MainWindow::openDropped(const Result<Dropped>& dropped) {
  if (!dropped) {
    warn(tr("This cannot be opened"), dropped.error());
    return;
  }
  switch (dropped->kind) {
  case DroppedKind::Project:
    openFile(dropped->path);
    return;
  case DroppedKind::LessonFolder:
    if (!m_learners->openLessonFolder(dropped->path)) return;
    showLab();
    setLeftTab(0);
    m_frame->reveal(DockFrame::Side::Left);
    return;
  case DroppedKind::Data:
    openData(dropped->path);
    return;
  }
}

/// The file of another program that runs is looked at, and not overwritten.
void MainWindow::lockProject(const QString& path) {
  if (m_lock.hold(path) == ProjectLock::State::Taken)
    say(tr("This project is open in another Glassbox on %1. Here it can be looked at and changed, and saved under another name.").arg(m_lock.holder().isEmpty() ? tr("this computer") : m_lock.holder()));
  showTitle();
}

bool MainWindow::saveTo(const QString& path) {
  ProjectLock other; // lets go again, when the project stays where it was
  ProjectLock& lock = path == m_lock.path() ? m_lock : other;
  if (lock.hold(path) == ProjectLock::State::Taken) {
    QMessageBox::warning(this, tr("The project was not saved"), tr("%1 is open in another Glassbox. Save it under another name: File, Save as…").arg(QFileInfo(path).fileName()));
    return false;
  }
  const Autosave::Rest rest(m_autosave);
  const ShelvedWork work = presentWork(m_document, *m_session, *m_runs);
  m_document.setRuns(work.project.runs, work.project.shownRun);
  const Project project = m_document.project();  // data that arrive meanwhile may change the document
  const Result<WeightsRef> saved = inBackground(this, tr("Saving…"), [&]() -> Result<WeightsRef> {
    const std::filesystem::path file = path.toStdString();
    if (work.weights) return saveProjectWithWeights(project, *work.weights, file);
    if (Result<void> done = saveProject(project, file); !done) return done.error();
    return project.weights;
  });
  if (!saved) {
    QMessageBox::warning(this, tr("The project was not saved"), translated(saved.error()));
    return false;
  }
  const bool changedMeanwhile = m_document.project() != project;
  m_document.setSaved(path, *saved);
  if (&lock == &other) m_lock = std::move(other);
  if (changedMeanwhile) m_document.setModified(true);
  m_savedStep = m_session->status().step;
  if (!m_lessons->current() && !isWorthSaving()) {
    m_recovery->clear();
    m_keeping->setFault(KeepingBar::Thing::Work, std::nullopt);
  }
  Settings::addRecentFile(path);
  say(tr("Saved: %1").arg(path));
  return true;
}

void MainWindow::newProject() {
  if (!mayClose()) return;
  openProject({}, {}, false);
}

void MainWindow::askOpen() {
  const QString path = QFileDialog::getOpenFileName(this, tr("Open a project"), {}, tr("Glassbox projects (*.glassbox)"));
  if (!path.isEmpty()) openFile(path);
}

void MainWindow::askOpenData() {
  QMessageBox ask(this);
  ask.setWindowTitle(tr("Which data?"));
  ask.setText(tr("Is it one file, or a folder such as the four MNIST files, CIFAR-10, or pictures in a folder for each class?"));
  QPushButton* file = ask.addButton(tr("File…"), QMessageBox::AcceptRole);
  QPushButton* folder = ask.addButton(tr("Folder…"), QMessageBox::AcceptRole);
  ask.addButton(tr("Cancel"), QMessageBox::RejectRole);
  ask.exec();
  QString path;
  if (ask.clickedButton() == file) path = QFileDialog::getOpenFileName(this, tr("Open data"));
  if (ask.clickedButton() == folder) path = QFileDialog::getExistingDirectory(this, tr("Open data"));
  if (!path.isEmpty()) openData(path);
}

bool MainWindow::save() { return m_document.path().isEmpty() || m_lock.state() == ProjectLock::State::Taken ? saveAs() : saveTo(m_document.path()); }

bool MainWindow::saveAs() {
  QString path = QFileDialog::getSaveFileName(this, tr("Save the project"), m_document.path(), tr("Glassbox projects (*.glassbox)"));
  if (path.isEmpty()) return false;
  if (!path.endsWith(QStringLiteral(".glassbox"))) path += QStringLiteral(".glassbox");
  return saveTo(path);
}

/// Asked when the program is to end: what is held in memory only would be gone.
bool MainWindow::mayLoseProgress() {
  m_lessons->keepProgress();
  const std::optional<Error> fault = m_lessons->progressFault();
  if (!fault) return true;
  QMessageBox ask(this);
  ask.setWindowTitle(tr("Close all the same?"));
  ask.setTextFormat(Qt::PlainText);
  ask.setText(tr("Your progress in the lessons could not be kept: %1").arg(translated(*fault)));
  QPushButton* close = ask.addButton(tr("Close"), QMessageBox::DestructiveRole);
  ask.setDefaultButton(ask.addButton(tr("Stay"), QMessageBox::RejectRole));
  ask.exec();
  return ask.clickedButton() == close;
}

bool MainWindow::isWorthSaving() const {
  if (m_document.isModified()) return true;
  if (m_session->runId().empty() || m_session->status().step == m_savedStep) return false;
  // An example that has only just been looked at is not worth a question.
  return !m_document.path().isEmpty() || m_session->status().seconds > kWorthSaving;
}

bool MainWindow::mayClose() {
  if (m_lessons->current()) {
    if (!keepLesson()) return false;
    if (!m_lessonWork->hasUnsavedOwn()) return true;
    endLesson(); // what is asked about is seen
  }
  if (!isWorthSaving()) return true;
  QMessageBox ask(this);
  ask.setWindowTitle(tr("Save the changes?"));
  ask.setText(tr("The project has changes that are not saved."));
  QPushButton* keep = ask.addButton(tr("Save"), QMessageBox::AcceptRole);
  QPushButton* discard = ask.addButton(tr("Discard"), QMessageBox::DestructiveRole);
  ask.addButton(tr("Cancel"), QMessageBox::RejectRole);
  ask.setDefaultButton(keep);
  ask.exec();
  if (ask.clickedButton() == keep) return save();
  return ask.clickedButton() == discard;
}

void MainWindow::fillRecent() {
  m_recent->clear();
  for (const QString& path : Settings::recentFiles()) connect(m_recent->addAction(QFileInfo(path).fileName()), &QAction::triggered, this, [this, path] { openFile(path); });
  m_recent->setEnabled(true);
  if (m_recent->isEmpty()) m_recent->addAction(tr("No files yet"))->setEnabled(false);
}

} // namespace glassbox
