#include "app/run_desk.h"

#include "app/cli/picture_decoder.h"
#include "engine/core/parallel.h"
#include "widgets/plots/curves_panel.h"
#include "widgets/runs/runs_panel.h"

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
  connect(m_sweep, &SweepDialog::openRequested, this, [this](const NetworkSpec& spec, const TrainingPlan& plan) {
    EditValue after = m_document->value();
    after.spec = spec;
    after.plan = plan;
    if (const std::optional<Error> kept = brokenLock(m_document->locks(), m_document->value(), after)) return emit failed(*kept);
    m_document->apply(after, GB_TEXT("runs", "Open a run of the sweep"));
    m_session->reset();
    m_session->run();
  });
  m_sweep->show();
}

void RunDesk::askSideBySide(QWidget* window) {
  if (m_sideBySide) {
    m_sideBySide->raise();
    return m_sideBySide->activateWindow();
  }
  m_session->pause();  // the processors belong to the comparison
  m_sideBySide = new SideBySide({m_document, m_session, m_runs, {cli::decodePicture, nullptr}}, window);
  m_sideBySide->addUsual();
  m_sideBySide->show();
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
