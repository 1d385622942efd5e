#include "app/rewind_desk.h"

#include "app/settings.h"
#include "widgets/common/number_format.h"
#include "widgets/model/run_list.h"
#include "widgets/model/training_session.h"
#include "widgets/plots/curves_panel.h"
#include "widgets/plots/rewind_bar.h"

#include <QEvent>
#include <QInputDialog>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>

#include <limits>

namespace glassbox {
namespace {

constexpr std::int64_t kMegabytes[] = {0, 64, 256, 1024, 4096};

} // namespace

RewindDesk::RewindDesk(Document* document, TrainingSession* session, RunList* runs, CurvesPanel* curves, QWidget* window)
    : QObject(window), m_document(document), m_session(session), m_runs(runs), m_curves(curves), m_window(window) {
  session->setTimelineBytes(static_cast<std::size_t>(Settings::rewindMegabytes()) << 20);
  connect(session, &TrainingSession::ticked, this, &RewindDesk::show);
  connect(session, &TrainingSession::rewound, this, &RewindDesk::show);
  connect(session, &TrainingSession::replaying, this, &RewindDesk::show);
  connect(session, &TrainingSession::stateChanged, this, &RewindDesk::show);
  connect(session, &TrainingSession::restarted, this, &RewindDesk::show);
  connect(document, &Document::changed, this, &RewindDesk::show);
  connect(bar(), &RewindBar::stepRequested, session, &TrainingSession::goTo);
  connect(bar(), &RewindBar::stopRequested, session, &TrainingSession::pause);
  connect(bar(), &RewindBar::branchRequested, this, &RewindDesk::askBranch);
  connect(bar(), &RewindBar::memoryRequested, this, &RewindDesk::askMemory);
  show();
}

RewindBar* RewindDesk::bar() const { return m_curves->rewind(); }

void RewindDesk::show() {
  using State = TrainingSession::State;
  RewindContent content;
  const State state = m_session->state();
  content.step = m_session->status().step;
  content.furthest = m_session->furthest();
  content.enabled = m_session->trainer() && !m_session->isStale() && state != State::Preparing && content.furthest > 0;
  const bool atRest = !m_session->isRunning() && !m_session->isReplaying();
  content.rewound = atRest && content.step < content.furthest;
  if (m_session->isReplaying()) content.replayTo = m_session->replayTarget();
  if (m_session->timelineBytes() == 0) content.memory = tr("off");
  else if (atRest) content.memory = tr("%1 of %2", "memory kept of memory allowed").arg(formatBytes(static_cast<qint64>(m_session->keptBytes())), formatBytes(static_cast<qint64>(m_session->timelineBytes())));
  bar()->setContent(content);
  m_curves->setFadeAfter(content.enabled && content.step < content.furthest ? std::optional<double>(static_cast<double>(content.step)) : std::nullopt);
}

void RewindDesk::askBranch() {
  if (!m_session->trainer() || m_session->isStale()) return emit told(tr("There is no run to branch from: press Run first."));
  m_session->rest();
  BranchContent content;
  content.step = m_session->status().step;
  content.run = m_runs->nameOf(m_session->runId());
  content.plan = m_session->planNow();
  Params whole;
  for (const ParamDef& def : planParams()) whole.set(def.key, valueOf(content.plan, def));
  for (const ParamDef& def : planParams())
    if (TrainingSession::canBranchBy(def) && counts(def.key, whole)) content.settings.push_back(def);
  if (m_sheet) m_sheet->close();
  m_sheet = new BranchSheet(content, m_window);
  connect(m_sheet, &BranchSheet::chosen, this, [this](const std::string& key, const ParamValue& value) {
    if (Result<void> done = m_session->branch(key, value); !done) emit failed(done.error());
  });
  m_sheet->open();
}

void RewindDesk::askStep() {
  auto* ask = new QInputDialog(m_window);
  ask->setAttribute(Qt::WA_DeleteOnClose);
  ask->setWindowTitle(tr("Run to step"));
  ask->setLabelText(tr("To which step? An earlier one is gone back to; a later one is trained to."));
  ask->setInputMode(QInputDialog::IntInput);
  ask->setIntRange(0, std::numeric_limits<int>::max());
  ask->setIntValue(static_cast<int>(std::min<std::int64_t>(m_session->status().step + 100, std::numeric_limits<int>::max())));
  ask->findChild<QSpinBox*>()->setToolTip(tr("<b>Step</b><br>Counted from 0, the start weights.<br>Be at the very step you talk about."));
  ask->setOkButtonText(tr("Go"));
  ask->setCancelButtonText(tr("Cancel"));
  connect(ask, &QInputDialog::intValueSelected, m_session, [this](int step) { m_session->runTo(step); });
  ask->open();
}

void RewindDesk::askMemory() {
  auto* menu = new QMenu(m_window);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->setToolTipsVisible(true);
  for (const std::int64_t megabytes : kMegabytes) {
    QAction* action = menu->addAction(memoryName(megabytes));
    action->setCheckable(true);
    action->setChecked(static_cast<std::size_t>(megabytes) << 20 == m_session->timelineBytes());
    connect(action, &QAction::triggered, this, [this, megabytes] { setMemory(megabytes); });
  }
  const QPushButton* button = bar()->memoryButton();
  menu->popup(button->mapToGlobal(QPoint(0, button->height())));
}

std::span<const std::int64_t> RewindDesk::memoryChoices() { return kMegabytes; }

QString RewindDesk::memoryName(std::int64_t megabytes) { return megabytes == 0 ? tr("Off: runs cannot go back") : formatBytes(megabytes << 20); }

void RewindDesk::setMemory(std::int64_t megabytes) {
  Settings::setRewindMegabytes(megabytes);
  m_session->setTimelineBytes(static_cast<std::size_t>(megabytes) << 20);
  show();
}

} // namespace glassbox
