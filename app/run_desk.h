// Comparing runs: the Runs tab, and the curves of the chosen ones drawn together.
#pragma once

#include "widgets/runs/side_by_side.h"
#include "widgets/runs/sweep_dialog.h"

#include <QObject>
#include <QPointer>

namespace glassbox {

class CurvesPanel;
class Document;
class RunList;
class RunsPanel;
class TrainingSession;

/// Owner: the main window.
class RunDesk : public QObject {
  Q_OBJECT

 public:
  RunDesk(Document* document, TrainingSession* session, RunList* runs, CurvesPanel* curves, QWidget* bottom);

  /// For the bottom dock.
  RunsPanel* panel() const { return m_panel; }
  /// Opens the sweep beside the lab, or brings the open one to the front.
  void askSweep(QWidget* window);
  SweepDialog* sweep() const { return m_sweep; }
  /// Opens the networks that train side by side, or brings them to the front.
  void askSideBySide(QWidget* window);
  /// The network in the lab beside a copy with the cure of what the doctor found; both train at once.
  void tryCure(const Finding& finding, QWidget* window);
  SideBySide* sideBySide() const { return m_sideBySide; }

 signals:
  void failed(const glassbox::Error& error);
  void sweepCompleted(const std::vector<glassbox::SweepAxis>& axes, int seeds);

 private:
  void openSideBySide(QWidget* window);
  void overlay();

  Document* m_document;
  TrainingSession* m_session;
  RunList* m_runs;
  CurvesPanel* m_curves;
  RunsPanel* m_panel;
  QPointer<SweepDialog> m_sweep;
  QPointer<SideBySide> m_sideBySide;
};

} // namespace glassbox
