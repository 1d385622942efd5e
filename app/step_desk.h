// The Step tab: what of the window belongs to it, and how its parts follow one another.
#pragma once

#include "widgets/diagram/diagram_content.h"
#include "widgets/stepper/stepper.h"

#include <QTimer>
#include <QWidget>

class QMenu;
class QPagedPaintDevice;
class QPushButton;
class QVariantAnimation;

namespace glassbox {

class ArrayBoard;
class DecimalsChooser;
class DiagramView;
class DockFrame;
class Document;
class ExplanationPanel;
class InspectorPanel;
class Segmented;
class StepStrip;
class TabStrip;
class TrainingSession;

/// Owner: the main window. While the tab is closed, nothing here costs anything.
class StepDesk : public QWidget {
  Q_OBJECT

 public:
  explicit StepDesk(Document* document, TrainingSession* session, QWidget* parent = nullptr);
  ~StepDesk() override;

  struct Parts {
    DiagramView* diagram;
    InspectorPanel* inspector;
    DockFrame* docks;
    TabStrip* bottomTabs;
    int arraysTab;         ///< of the bottom tabs: the board's, shown while the step is open
  };
  void attach(const Parts& parts) { m_parts = parts; }

  /// Opens or closes the step: the strip over the diagram, the explanation at the right, larger docks.
  void setOpen(bool open);
  bool isOpen() const { return m_open; }
  /// The network, its data, settings or weights are others now.
  void refresh();

  /// Explains a weight's gradient where there is one.
  void followWeight(const NodeId& node, const std::string& weight, const std::vector<std::int64_t>& index);

  Stepper* stepper() const { return m_stepper; }
  /// Over the diagram at the right: which sample is shown, and the choice of samples.
  QWidget* corner() const { return m_corner; }
  QPushButton* samplesButton() const { return m_samples; }
  QPushButton* quizButton() const { return m_quiz; }
  QPushButton* exportButton() const { return m_export; }
  /// The explanation that is shown, on paper.
  Result<void> exportPdf(const QString& path);
  /// The step as a PyTorch script that prints the same numbers.
  Result<void> exportScript(const QString& path);
  StepStrip* strip() const { return m_strip; }
  ExplanationPanel* explanation() const { return m_explanation; }
  /// For the bottom dock.
  ArrayBoard* board() const { return m_board; }
  /// Beside its tab.
  DecimalsChooser* decimals() const { return m_decimals; }

 signals:
  /// One line for the status bar.
  void told(const QString& line);
  /// What was to be written was not.
  void notSaved(const glassbox::Error& error);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void light();
  void keepNetwork();
  void showLive();
  void showArrays();
  void markUsed(const QString& pointed);
  void hideForQuiz();
  void tellStop();
  void writeCorner();
  void chooseSamples();
  void fillExports();
  void printOn(QPagedPaintDevice& paper);
  void print();
  QString askPath(const QString& title, const QString& suffix, const QString& filter);
  std::optional<TraceRequest> subject() const;

  Document* m_document;
  TrainingSession* m_session;
  Parts m_parts{};
  Stepper* m_stepper;
  StepStrip* m_strip;
  QWidget* m_corner;
  Segmented* m_sample;
  QPushButton* m_samples;
  QPushButton* m_quiz;
  QPushButton* m_export;
  ExplanationPanel* m_explanation;
  ArrayBoard* m_board;
  DecimalsChooser* m_decimals;
  QVariantAnimation* m_travel;  ///< of the dot on the lit wires
  DiagramFlow m_flow;
  QMenu* m_exports;
  QTimer m_patience;
  double m_pace = 1;
  int m_tabBefore = 0;
  bool m_open = false;
};

} // namespace glassbox
