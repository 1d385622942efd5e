// A live plot of curves over steps: title with values, axes, markers, a line under the pointer, and files of all that.
#pragma once

#include "widgets/access/spoken_chart.h"
#include "widgets/plots/curve_data.h"
#include "widgets/plots/plot_export.h"
#include "widgets/plots/plot_scene.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <span>
#include <variant>
#include <vector>

class QMenu;

namespace glassbox {

class EmptyState;
class PlotCanvas;
class PlotOverlay;
struct TitleRow;

enum class LogMode { Auto, On, Off };
enum class CurveLine { Solid, Dashed };
enum class CurveMarks { None, Hollow };
using PlotColor = std::variant<ColorRole, QColor>;

struct CurveSpec {
  QString id{};
  QString name{};
  QString shortName{}; // where there is little room: at the end of the curve, and in the legend while a step is looked at
  PlotColor color = ColorRole::Train;
  CurveLine line = CurveLine::Solid;
  CurveMarks marks = CurveMarks::None;
  bool smoothed = false; // follows setSmoothing; the raw curve stays behind it
  bool visible = true;
  bool labelled = true; // with labelsAtEnd: its name stands there
};

struct PlotContent {
  QString title{};
  QString remark{}; // after the curves, for example "per layer"
  ValueFormat format = ValueFormat::Number;
  LogMode logMode = LogMode::Auto; // Auto is never logarithmic for percent
  std::vector<CurveSpec> curves{};
  bool labelsAtEnd = false; // names at the right end of the curves in place of the legend
  QString xName{};          // "step" when empty
  QString emptyText{};      // in place of "No runs yet …"
  QString emptyButton{};
  bool quietWhenEmpty = false; // only the title: another plot beside it says why
};

/// Data come by append(), which only stores; refresh(), called by the GUI's timer, draws when there is something new.
class Plot : public QWidget, public SpokenChart {
  Q_OBJECT

 public:
  explicit Plot(QWidget* parent = nullptr);
  ~Plot() override;

  /// What is shown. Curves that keep their id keep their points.
  void setContent(const PlotContent& content);
  const PlotContent& content() const { return m_content; }
  void append(const QString& curve, std::span<const CurvePoint> points);
  /// Drops what lies behind step `x` in all curves: the run was rewound.
  void truncateAfter(double x);
  void clear();

  void setMarkers(std::vector<PlotMarker> markers);
  /// What lies behind step `x` is drawn pale: the run went back to it.
  void setFadeAfter(std::optional<double> x);
  void setReferences(std::vector<PlotReference> references);
  void setSmoothing(double k);
  void setLogMode(LogMode mode);
  /// Live: thin lines, and room to the right for the steps to come.
  void setLive(bool live);
  /// The colour of what the plot stands on (Panel).
  void setSurface(ColorRole role);

  /// Draws if there is something new and the plot can be seen; says whether it drew.
  bool refresh();

  /// The step under the pointer, or the one another plot shows.
  std::optional<double> hoverX() const { return m_hover; }
  void setHoverX(std::optional<double> x);
  std::optional<double> pinnedX() const { return m_pin; }
  void setPinnedX(std::optional<double> x);

  /// The value that the legend shows for a curve: the end of the line that is drawn.
  std::optional<double> shownValue(const QString& curve) const;
  const CurveData* curve(const QString& id) const;
  bool isLogarithmic() const { return m_yAxis.logarithmic; }
  const PlotAxis& xAxis() const { return m_xAxis; }
  const PlotAxis& yAxis() const { return m_yAxis; }
  /// The rectangle between the axes and the pixel of a step, for what lies under or over the plot with the same x.
  QRect plotRect() const;
  double pixelOfX(double x) const;
  /// The content of the moment, or of the step that is looked at, as a sentence.
  QString spoken() const;
  /// Where all visible curves stand and whether they fall or rise.
  QString summary() const override;
  TitleRow titleRow() const;
  /// What the canvas draws, with main lines of this width.
  PlotScene makeScene(qreal lineWidth) const;

  std::optional<QString> exportPicture(const QString& path, PictureFormat format);
  std::optional<QString> exportCsv(const QString& path) const;
  /// The entries of the context menu: scale and export.
  void fillMenu(QMenu& menu);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  /// The axes or the place of the plot between them are others.
  void laidOut();
  void hoverChanged(std::optional<double> x);
  void pinned(std::optional<double> x);
  void logModeChanged(glassbox::LogMode mode);
  void emptyButtonClicked();
  void exported(const QString& path);
  void exportFailed(const QString& reason);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;

 private:
  struct Curve {
    CurveSpec spec;
    CurveData data;
  };
  struct Extent;

  Curve* find(const QString& id);
  const Curve* find(const QString& id) const;
  QColor colorOf(const Curve& curve) const;
  bool hasData() const;
  QString formatValue(double value) const;
  Extent extent() const;
  void chooseAxes();
  void addCurve(PlotScene& scene, const Curve& curve, qreal lineWidth) const;
  void rescale();
  void draw();
  void updateOverlay();
  void announce();
  void moveHover(std::optional<double> x);
  void stepHover(int direction, bool far);
  double snapped(double x) const;
  QRect titleRect() const;

  PlotContent m_content;
  std::vector<std::unique_ptr<Curve>> m_curves;
  std::vector<PlotMarker> m_markers;
  std::vector<PlotReference> m_references;
  double m_smoothing = 0;
  LogMode m_logMode = LogMode::Auto;
  bool m_live = false;
  bool m_dirty = true;
  bool m_rescale = true; // the y axis may be chosen anew although the pointer is inside
  bool m_pointerInside = false;
  bool m_ring = false; // the keyboard brought the focus here
  ColorRole m_surface = ColorRole::Panel;
  PlotAxis m_xAxis, m_yAxis;
  std::optional<double> m_hover, m_pin, m_measureFrom, m_fadeAfter;
  PlotCanvas* m_canvas;
  PlotOverlay* m_overlay;
  EmptyState* m_empty;
};

} // namespace glassbox
