// The bottom dock's plots: loss, accuracy, gradient norm and update ratio per layer, fed by a training run. The last two need room.
#pragma once

#include "engine/io/project.h"
#include "engine/train/trainer.h"
#include "widgets/plots/plot.h"

#include <QWidget>

#include <array>
#include <map>
#include <vector>

namespace glassbox {

class RewindBar;

/// What the curves are of.
struct CurvesContent {
  std::vector<QString> layers;   ///< titles of the nodes whose norms come, in their order
  bool hasAccuracy = true;       ///< else R²
  bool hasValidation = false, hasTest = true;
};

/// Another run, drawn with the one that is shown.
struct OverlaidRun {
  std::string id;
  QString name;
  ColorRole color = ColorRole::C0;
  std::int64_t from = 0;       ///< where it branched: what came before is its parent's
  RecordedCurves curves;
};

/// Several runs together: the shown one gets a colour and a name as well.
struct CurvesOverlay {
  QString name;
  ColorRole color = ColorRole::C0;
  std::vector<OverlaidRun> others;          ///< none: the shown run is alone
  std::vector<PlotMarker> branches;         ///< where runs left one another
};

class CurvesPanel : public QWidget {
  Q_OBJECT

 public:
  explicit CurvesPanel(QWidget* parent = nullptr);

  /// Names and kinds of the curves; points stay where the curves stay.
  void setContent(const CurvesContent& content);
  /// A new run: no points, no markers.
  void clear();
  void append(const std::vector<StepPoint>& points, const std::vector<EvalPoint>& evals);
  /// The curves of a run that goes on; `layers` are the nodes whose norms it has, as in the content.
  void restore(const RecordedCurves& recorded, const std::vector<NodeId>& layers);
  void addMarker(const PlotMarker& marker);
  /// Draws the loss and accuracy of other runs too; all in their colours, training solid, test dashed, with names at their ends.
  void setOverlay(CurvesOverlay overlay);
  /// What lies behind this step is pale in all plots.
  void setFadeAfter(std::optional<double> x);
  /// Under the plot of the loss, as wide as it; nothing else may lie in that column.
  RewindBar* rewind() const { return m_rewind; }
  void setSmoothing(double k);
  void setLive(bool live);
  /// Draws one plot that has something new, each in its turn: all four together would take too long at once. Says whether it drew.
  bool refreshNext();
  /// Draws all that have something new.
  void refreshAll();

  /// Of two plots.
  QSize minimumSizeHint() const override;

  Plot* loss() const { return m_plots[0]; }
  Plot* accuracy() const { return m_plots[1]; }
  Plot* gradients() const { return m_plots[2]; }
  Plot* updates() const { return m_plots[3]; }

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void describe();
  void leaveOut();
  void putOverlay();
  void showMarkers();

  std::array<Plot*, 4> m_plots{};
  RewindBar* m_rewind;
  std::size_t m_next = 0;
  CurvesContent m_content;
  std::vector<PlotMarker> m_markers;
  CurvesOverlay m_overlay;
};

} // namespace glassbox
