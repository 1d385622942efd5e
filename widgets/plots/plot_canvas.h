// The drawing area of a plot: axes, grid, curves and annotations. The only user of QCustomPlot.
#pragma once

#include "widgets/plots/plot_scene.h"

#include <QWidget>

#include <functional>
#include <memory>

class QPaintDevice;
class QPainter;

namespace glassbox {

class PlotCanvas : public QWidget {
  Q_OBJECT

 public:
  explicit PlotCanvas(QWidget* parent = nullptr);
  ~PlotCanvas() override;

  /// Draws the scene at once.
  void setContent(PlotScene scene);

  /// The rectangle between the axes, in coordinates of this widget.
  QRect plotRect() const;
  double xAt(double pixel) const;
  double pixelOfX(double x) const;
  double pixelOfY(double y) const;

  /// Draws the scene of the moment on another device, `size` large at `origin`; `before` is called first with the same painter.
  /// `vector` keeps lines and texts as such.
  void paintOn(QPaintDevice& device, QPoint origin, QSize size, bool vector, const std::function<void(QPainter&)>& before);

 private:
  class Private;
  std::unique_ptr<Private> d;
};

} // namespace glassbox
