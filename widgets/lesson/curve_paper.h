// Empty axes on which the learner draws a curve, by mouse or keys, before the run; afterwards the measured one lies over it.
#pragma once

#include "engine/lesson/drawn_curve.h"
#include "widgets/access/spoken_chart.h"
#include "widgets/common/theme.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace glassbox {

class CurvePaper : public QWidget, public SpokenChart {
  Q_OBJECT

 public:
  explicit CurvePaper(QWidget* parent = nullptr);

  /// Empty axes; what was drawn and measured is gone.
  void setContent(const CurveAxes& axes);
  /// The committed curve: it cannot be changed any more. Nothing: it can.
  void setCommitted(const std::optional<DrawnCurve>& curve);
  /// The run's points of the metric, in ascending order of steps; empty: not known.
  void setMeasured(std::vector<RecordedPoint> points);

  /// Once it reaches from the left edge to the right one. Between two drawn places it is a straight line.
  std::optional<DrawnCurve> curve() const;
  void clear();
  /// Of the page it stands on.
  void setZoom(double zoom);
  bool isEmpty() const;

  QPointF pixelOf(double step, double value) const;
  QString summary() const override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  /// Something was drawn, or taken away.
  void changed();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  int px(double n) const;
  QFont font(FontRole role) const;
  int row() const;
  QRectF plot() const;
  double stepOf(int point) const;
  void drawTo(QPointF pixel, bool first);
  void raise(double by);
  void moveCursor(int point);
  void describe();
  std::optional<double> heightOf(int point) const;
  void paintAxes(QPainter& p) const;
  void paintDrawn(QPainter& p) const;
  void paintMeasured(QPainter& p) const;
  void paintLegend(QPainter& p) const;

  CurveAxes m_axes;
  std::vector<std::optional<double>> m_heights; ///< at DrawnCurve::kPoints places
  std::optional<DrawnCurve> m_committed;
  std::vector<RecordedPoint> m_measured;
  double m_zoom = 1;
  int m_cursor = 0;
  int m_last = 0; ///< place that the stroke was at
};

} // namespace glassbox
