#include "app/run_desk.h"

#include "app/cli/picture_decoder.h"
#include "engine/core/parallel.h"
#include "widgets/model/language.h"
#include "widgets/plots/curves_panel.h"
#include "widgets/runs/runs_panel.h"

#include <algorithm>

namespace glassbox {

RunDesk::RunDesk(Document* document, TrainingSession* session, RunList* runs, CurvesPanel* curves, QWidget* bottom)
    : QObject(bottom), m_document(document), m_session(session), m_runs(runs), m_curves(curves), m_panel(new RunsPanel(runs, session, bottom)) {
  connect(runs, &RunList::changed, this, &RunDesk::overlay);
  connect(m_panel, &RunsPanel::failed, this, &RunDesk::failed);
}

void RunDesk::askSweep(QWidget* window) {
  if (m_sweep) {
    m_sweep->raise();
    return m_sweep->activateWindow();
  }
  m_session->pause();  // the processors belong to the sweep
  m_sweep = new SweepDialog(m_document, m_session->dataset(), availableThreads(), window);
  connect(m_sweep, &SweepDialog::openRequested, this, [this, swept = m_session->dataset()](const KeptRun& run) {
    if (!m_session->dataset() || !swept || m_session->dataset()->hash != swept->hash) return m_sweep->say(tr("The lab has other data than the sweep was made with; undo that change to open its runs."), true);
    const auto same = [&](const KeptRun& other) { return other.record.fingerprint == run.record.fingerprint && other.record.steps == run.record.steps && *other.spec == *run.spec; };
    const auto& all = m_runs->runs();
    const auto known = std::find_if(all.begin(), all.end(), same);
    const std::string id = known != all.end() ? known->record.id : m_runs->keep(run);
    if (Result<void> done = m_runs->open(id); !done) m_sweep->say(translated(done.error()), true);
  });
  connect(m_sweep, &SweepDialog::completed, this, &RunDesk::sweepCompleted);
  m_sweep->show();
}

void RunDesk::askSideBySide(QWidget* window) {
  if (!m_sideBySide) {
    openSideBySide(window);
    m_sideBySide->addUsual();
  }
  m_sideBySide->show();
  m_sideBySide->raise();
  m_sideBySide->activateWindow();
}

void RunDesk::tryCure(const Finding& finding, QWidget* window) {
  if (!m_sideBySide) openSideBySide(window);
  m_sideBySide->tryCure(finding.cure);
  m_sideBySide->show();
  m_sideBySide->raise();
  m_sideBySide->activateWindow();
}

void RunDesk::openSideBySide(QWidget* window) {
  m_session->pause();  // the processors belong to the comparison
  m_sideBySide = new SideBySide({m_document, m_session, m_runs, {cli::decodePicture, nullptr}}, window);
}

void RunDesk::overlay() {
  CurvesOverlay overlay;
  const KeptRun* current = m_runs->current();
  const auto isDrawn = [&](const KeptRun& run) { return &run == current || run.record.overlaid; };
  for (const KeptRun& run : m_runs->runs()) {
    const QString name = QString::fromStdString(run.record.name);
    if (&run == current) {
      overlay.name = name;
      overlay.color = Theme::classRole(run.record.color);
    } else if (run.record.overlaid) {
      const bool parentDrawn = m_runs->find(run.record.parent) && isDrawn(*m_runs->find(run.record.parent));
      overlay.others.push_back({run.record.id, name, Theme::classRole(run.record.color), parentDrawn ? run.record.branchStep : 0, run.record.curves});
    }
  }
  for (const KeptRun& run : m_runs->runs()) {
    const KeptRun* parent = m_runs->find(run.record.parent);
    if (parent && isDrawn(run) && isDrawn(*parent)) overlay.branches.push_back({static_cast<double>(run.record.branchStep), QString::fromStdString(run.record.name).left(2), MarkerKind::Branch});
  }
  if (overlay.others.empty()) overlay.branches.clear();
  m_curves->setOverlay(std::move(overlay));
}

} // namespace glassbox
