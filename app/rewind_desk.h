// Going back in time: the scrubber under the loss, "Run to step", and the branch at the step that is shown.
#pragma once

#include "widgets/runs/branch_sheet.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <cstdint>
#include <span>

namespace glassbox {

class CurvesPanel;
class Document;
class Error;
class RewindBar;
class RunList;
class TrainingSession;

/// Owner: the main window.
class RewindDesk : public QObject {
  Q_OBJECT

 public:
  RewindDesk(Document* document, TrainingSession* session, RunList* runs, CurvesPanel* curves, QWidget* window);

  /// Asks what the new run does otherwise, and begins it.
  void askBranch();
  /// Asks for a step.
  void askStep();
  /// Shows the choices of the memory for going back.
  void askMemory();
  void setMemory(std::int64_t megabytes);
  /// What is offered for it, in megabytes; 0: runs cannot go back.
  static std::span<const std::int64_t> memoryChoices();
  static QString memoryName(std::int64_t megabytes);
  RewindBar* bar() const;
  BranchSheet* sheet() const { return m_sheet; }
  /// Says anew what is shown, in the language of now.
  void show();

 signals:
  /// One line for the status bar.
  void told(const QString& line);
  void failed(const glassbox::Error& error);

 private:
  Document* m_document;
  TrainingSession* m_session;
  RunList* m_runs;
  CurvesPanel* m_curves;
  QWidget* m_window;
  QPointer<BranchSheet> m_sheet;
};

} // namespace glassbox
