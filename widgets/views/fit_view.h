// The fitted curve of a network with one input and one output, through the samples, with its misses.
#pragma once

#include "widgets/access/spoken_chart.h"
#include "widgets/plots/plot_axis.h"
#include "widgets/views/probe_answer.h"

#include <QPixmap>
#include <QWidget>

#include <optional>
#include <vector>

namespace glassbox {

struct FitContent {
  QString title{}; ///< "Fitted curve" when empty
  std::vector<PlanePoint> points{};
  PlaneRange range{};
  QString xName{}, yName{}; ///< "x" and "y" when empty
};

/// Samples, range and names of one-dimensional regression data.
FitContent fitContentOf(const Dataset& data);

class FitView : public QWidget, public SpokenChart {
  Q_OBJECT

 public:
  explicit FitView(QWidget* parent = nullptr);

  void setContent(const FitContent& content);
  void setCurve(const std::optional<FitCurve>& curve);
  const std::optional<FitCurve>& curve() const { return m_curve; }

  QRect plotRect() const;
  QPointF pixelOf(double x, double y) const;
  /// The network's value at `x`, between the computed points along a straight line.
  std::optional<double> valueAt(double x) const;
  QString summary() const override;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void makeBack();
  void moveTo(std::optional<double> x);
  QString xName() const;
  QString yName() const;

  FitContent m_content;
  std::optional<FitCurve> m_curve;
  std::optional<double> m_x; ///< under the pointer
  QPixmap m_back;            ///< axes and grid, drawn once for a size and theme
};

} // namespace glassbox
