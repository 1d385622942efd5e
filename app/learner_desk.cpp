#include "app/learner_desk.h"

#include "app/class_dialog.h"
#include "app/cli/paths.h"
#include "app/learner_sheet.h"
#include "app/lesson_desk.h"
#include "app/report_dialog.h"
#include "app/settings.h"
#include "widgets/lesson/learner_head.h"

#include <QActionGroup>
#include <QDate>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace glassbox {
namespace {

QString shown(const QString& name) { return QString(name).replace(u'&', QStringLiteral("&&")); }

} // namespace

LearnerDesk::LearnerDesk(LessonDesk* lessons, Actions* actions, QWidget* window)
    : QObject(window), m_lessons(lessons), m_actions(actions), m_window(window), m_menu(new QMenu(window)), m_group(new QActionGroup(this)) {
  lessons->head()->setMenu(m_menu);
  connect(m_menu, &QMenu::aboutToShow, this, &LearnerDesk::fillMenu);
  connect(lessons->head(), &LearnerHead::reportRequested, this, &LearnerDesk::showReport);
  const auto on = [&](Do what, auto slot) { connect((*actions)[what], &QAction::triggered, this, slot); };
  on(Do::NewLearner, &LearnerDesk::addLearner);
  on(Do::RenameLearner, &LearnerDesk::renameLearner);
  on(Do::DeleteLearner, &LearnerDesk::askRemoval);
  on(Do::Report, &LearnerDesk::showReport);
  on(Do::ClassTable, &LearnerDesk::showClass);
  on(Do::LessonFolder, &LearnerDesk::askLessonFolder);
  on(Do::OwnLessons, [this] { openLessonFolder(QString::fromStdString(sharedFolder("lessons").string())); });
  fillMenu();
}

void LearnerDesk::retranslate() {
  m_menu->setTitle(tr("Learner"));
  fillMenu();
}

QString LearnerDesk::nameNow() const {
  const QString name = QString::fromStdString(m_lessons->progress().learner);
  return name.isEmpty() ? tr("Learner") : name;
}

/// Anew each time: another window may have added one.
void LearnerDesk::fillMenu() {
  m_menu->clear();
  const Result<std::vector<LearnerEntry>> learners = m_lessons->learners().list();
  if (learners)
    for (const LearnerEntry& learner : *learners) {
      const QString name = QString::fromStdString(learner.name);
      QAction* action = m_menu->addAction(name.isEmpty() ? tr("Learner") : shown(name));
      action->setCheckable(true);
      action->setChecked(learner.id == m_lessons->learner());
      action->setActionGroup(m_group);
      connect(action, &QAction::triggered, this, [this, id = learner.id] { use(id); });
    }
  m_menu->addSeparator();
  m_menu->addActions({(*m_actions)[Do::NewLearner], (*m_actions)[Do::RenameLearner], (*m_actions)[Do::DeleteLearner]});
}

void LearnerDesk::use(const std::string& id) {
  if (id == m_lessons->learner()) return;
  if (const Result<void> used = m_lessons->useLearner(id); !used) return emit failed(used.error());
  Settings::setLearner(QString::fromStdString(id));
  emit learnerChanged();
  emit told(tr("The lessons now keep the progress of %1.").arg(nameNow()));
}

void LearnerDesk::addLearner() {
  LearnerSheet sheet(LearnerSheet::Purpose::New, {}, [this](const std::string& name) -> Result<void> {
    const Result<std::string> id = m_lessons->learners().add(name);
    if (!id) return id.error();
    use(*id);
    return {};
  }, m_window);
  sheet.exec();
}

void LearnerDesk::renameLearner() {
  LearnerSheet sheet(LearnerSheet::Purpose::Rename, QString::fromStdString(m_lessons->progress().learner), [this](const std::string& name) { return m_lessons->renameLearner(name); }, m_window);
  sheet.exec();
}

void LearnerDesk::askRemoval() {
  QMessageBox ask(m_window);
  ask.setWindowTitle(tr("Delete this learner?"));
  ask.setTextFormat(Qt::PlainText);
  ask.setText(tr("All that this computer keeps of %1 is removed: progress, predictions, time, bookmarks, lesson projects and the list of last files. This cannot be undone.").arg(nameNow()));
  ask.setInformativeText(tr("Files that were saved elsewhere stay."));
  QPushButton* remove = ask.addButton(tr("Delete"), QMessageBox::DestructiveRole);
  QPushButton* keep = ask.addButton(tr("Cancel"), QMessageBox::RejectRole);
  ask.setDefaultButton(keep);
  ask.exec();
  if (ask.clickedButton() == remove) removeLearner(m_lessons->learner());
}

bool LearnerDesk::removeLearner(const std::string& id) {
  const QString name = nameNow();
  emit removing();
  m_lessons->forgetProgress(); // nothing of it may be written again
  const Result<void> removed = m_lessons->learners().remove(id);
  Settings::forgetLearner(QString::fromStdString(id));
  Settings::setLearner(QString::fromLatin1(LearnerStore::kFirst));
  if (const Result<void> first = m_lessons->useLearner(LearnerStore::kFirst); !first) emit failed(first.error());
  emit learnerChanged();
  if (!removed) emit failed(removed.error());
  else emit told(tr("Nothing of %1 is kept on this computer any more.").arg(name));
  return removed.ok();
}

void LearnerDesk::showReport() {
  auto* dialog = new ReportDialog([this] { return reportPage(m_lessons->progress(), m_lessons->lessons(), m_lessons->language(), QDate::currentDate().toString(Qt::ISODate).toStdString()); }, m_window);
  dialog->setModal(true); // the figures are of now
  dialog->show();
}

void LearnerDesk::showClass() {
  auto* dialog = new ClassDialog(m_window);
  dialog->setModal(true);
  dialog->show();
}

void LearnerDesk::askLessonFolder() {
  const QString folder = QFileDialog::getExistingDirectory(m_window, tr("Folder of lessons"));
  if (!folder.isEmpty()) openLessonFolder(folder);
}

bool LearnerDesk::openLessonFolder(const QString& folder) {
  const Result<void> shownNow = m_lessons->showFolder(folder.toStdString());
  if (!shownNow) return emit failed(shownNow.error()), false;
  const auto& all = m_lessons->lessons();
  const auto sound = std::count_if(all.begin(), all.end(), [](const LessonEntry& entry) { return entry.lesson.ok(); });
  const auto broken = static_cast<std::ptrdiff_t>(all.size()) - sound;
  emit told(broken == 0 ? tr("Lessons of the folder %1: %2.").arg(QFileInfo(folder).fileName()).arg(sound)
                        : tr("Lessons of the folder %1: %2. Cannot be opened: %3; the list says why.").arg(QFileInfo(folder).fileName()).arg(sound).arg(broken));
  return true;
}

} // namespace glassbox
