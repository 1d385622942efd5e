#include "app/lesson_controls.h"

#include "app/actions.h"
#include "app/dock_frame.h"
#include "app/tool_bar.h"
#include "engine/train/plan.h"
#include "widgets/common/icons.h"
#include "widgets/common/tab_strip.h"
#include "widgets/common/theme_manager.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/diagram/palette.h"
#include "widgets/inspector/data_panel.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/inspector/node_page.h"
#include "widgets/inspector/training_form.h"
#include "widgets/inspector/weight_editor.h"
#include "widgets/model/language.h"

#include <QAbstractButton>
#include <QDesktopServices>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

#include <algorithm>

namespace glassbox {
namespace {

enum LeftTab { Lessons, Layers, Data };
enum CentreTab { Build, Step, Look };

bool names(const std::vector<std::string>& list, const std::string& control) { return std::find(list.begin(), list.end(), control) != list.end(); }

} // namespace

LessonControls::LessonControls(const LabParts& parts, QObject* parent)
    : QObject(parent), m_parts(parts), m_padlock(new QLabel(parts.centreTabs)), m_words(new QLabel(parts.centreTabs)) {
  setFontRole(m_words, FontRole::Hint);
  setTextRole(m_words, ColorRole::Text2);
  m_parts.centreTabs->addCorner(m_padlock);
  m_parts.centreTabs->addCorner(m_words);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &LessonControls::showNetwork);
  showNetwork();
}

void LessonControls::setLesson(const Lesson* lesson) {
  m_lesson = lesson;
  EditLocks locks;
  if (lesson)
    for (const auto* list : {&lesson->setup.locked, &lesson->setup.hidden})
      for (const std::string& control : *list) locks.emplace(control, lockSentence(control));
  m_parts.document->setLocks(std::move(locks));
  m_parts.docks->setReading(lesson != nullptr);
  refresh();
}

bool LessonControls::isHidden(const std::string& control) const { return m_lesson && names(m_lesson->setup.hidden, control); }

QString LessonControls::reasonOf(const std::string& control) const {
  const std::optional<Error> lock = m_parts.document->lockOf(control);
  return lock ? translated(*lock) : QString();
}

void LessonControls::refresh() {
  showNetwork();
  showData();
  showSettings();
  m_parts.weights->setLocked(reasonOf("weights"));
  for (const Do what : {Do::StartAfresh, Do::LeaveLesson}) (*m_parts.actions)[what]->setEnabled(m_lesson != nullptr);
}

void LessonControls::showNetwork() {
  const QString reason = reasonOf("network");
  const bool hidden = isHidden("network");
  m_parts.diagram->setReadOnly(DiagramView::Keeper::Lesson, !reason.isEmpty(), reason);
  m_parts.palette->setLocked(reason);
  m_parts.inspector->nodePage()->setLocked(reason);
  m_parts.inspector->nodePage()->setFormShown(!hidden);
  m_parts.leftTabs->setTabShown(Layers, !hidden);
  m_padlock->setPixmap(iconPixmap(QStringLiteral("lock"), theme().iconPx(16), m_padlock->devicePixelRatioF(), theme().color(ColorRole::Text2)));
  m_words->setText(tr("Network locked"));
  m_words->setToolTip(reason);
  m_padlock->setVisible(!reason.isEmpty());
  m_words->setVisible(!reason.isEmpty());
}

void LessonControls::showData() {
  m_parts.data->setLocked(reasonOf("data"));
  m_parts.leftTabs->setTabShown(Data, !isHidden("data"));
  (*m_parts.actions)[Do::OpenData]->setEnabled(reasonOf("data").isEmpty());
}

void LessonControls::showSettings() {
  std::map<std::string, QString> locked;
  std::set<std::string> hidden;
  for (const auto& [control, sentence] : m_parts.document->locks()) {
    // The share that is kept back for validation is a matter of the data, though it stands among the settings.
    const std::string row = control == "data" ? "validation" : control;
    if (isHidden(control)) hidden.insert(row);
    else locked[row] = translated(sentence);
  }
  m_parts.inspector->trainingForm()->setHidden(hidden);
  m_parts.inspector->trainingForm()->setLocked(locked);
  m_parts.toolBar->setFixed(ToolBar::Control::Pace, reasonOf("pace"), isHidden("pace"));
  m_parts.toolBar->setFixed(ToolBar::Control::Seed, reasonOf("seed"), isHidden("seed"));
  QAction* newSeed = (*m_parts.actions)[Do::NewSeed];
  const QString seed = reasonOf("seed");
  newSeed->setEnabled(seed.isEmpty() && (*m_parts.actions)[Do::Run]->isEnabled());
  newSeed->setVisible(!isHidden("seed"));
  newSeed->setStatusTip(seed);
}

void LessonControls::goTo(int leftTab, const std::string& control) {
  if (isHidden(control)) return void(emit told(reasonOf(control)));
  m_parts.leftTabs->setCurrent(leftTab);
  m_parts.docks->reveal(DockFrame::Side::Left);
}

void LessonControls::follow(const QString& link) {
  const auto trigger = [this](Do what, const std::string& control = {}) {
    QAction* action = (*m_parts.actions)[what];
    if (action->isEnabled()) action->trigger();
    else emit told(reasonOf(control));
  };
  if (link == QLatin1String("lab:run")) return trigger(Do::Run);
  if (link == QLatin1String("lab:step")) return trigger(Do::Step);
  if (link == QLatin1String("lab:epoch")) return trigger(Do::Epoch);
  if (link == QLatin1String("lab:reset")) return trigger(Do::Reset);
  if (link == QLatin1String("lab:new_seed")) return trigger(Do::NewSeed, "seed");
  if (link == QLatin1String("lab:build")) return m_parts.centreTabs->setCurrent(Build);
  if (link == QLatin1String("lab:stepping")) return m_parts.centreTabs->setCurrent(Step);
  if (link == QLatin1String("lab:look")) return m_parts.centreTabs->setCurrent(Look);
  if (link == QLatin1String("lab:data")) return goTo(Data, "data");
  if (link == QLatin1String("lab:training")) {
    m_parts.inspector->showTraining();
    return m_parts.docks->reveal(DockFrame::Side::Right);
  }
  const QUrl address(link, QUrl::StrictMode);
  if (address.isValid() && address.scheme() == QLatin1String("https") && !address.host().isEmpty()) return askBrowser(address);
  emit told(tr("This link cannot be followed here: %1").arg(link));
}

/// The address is shown as it is sent: letters that look like others cannot hide in it.
void LessonControls::askBrowser(const QUrl& address) {
  QString shown = address.toString(QUrl::FullyEncoded);
  for (const QChar end : {u'/', u'?', u'&', u'-', u'_', u'='}) shown.replace(end, end + QString(QChar(0x200B))); // it may be broken there
  QMessageBox ask(m_parts.centreTabs->window());
  ask.setWindowTitle(tr("Open in the browser?"));
  ask.setTextFormat(Qt::PlainText);
  ask.setText(tr("This link leads out of the lab, to a page on the internet:"));
  ask.setInformativeText(shown);
  QPushButton* open = ask.addButton(tr("Open in the browser"), QMessageBox::AcceptRole);
  ask.addButton(tr("Cancel"), QMessageBox::RejectRole);
  ask.setDefaultButton(open);
  ask.exec();
  if (ask.clickedButton() != open) return;
  if (!QDesktopServices::openUrl(address)) emit told(tr("No browser could be opened for %1.").arg(address.toString(QUrl::FullyEncoded)));
}

} // namespace glassbox
