// Curves in the unit square: precision and recall over the threshold, precision over recall.
#pragma once

#include "widgets/access/spoken_chart.h"
#include "widgets/common/theme.h"

#include <QPolygonF>
#include <QWidget>

#include <optional>
#include <vector>

namespace glassbox {

struct UnitCurve {
  QString name{};
  QString value{};  ///< at the chosen place, beside the name
  ColorRole color = ColorRole::Text;
  QPolygonF points{}; ///< in [0, 1] x [0, 1]
};

struct UnitPlotContent {
  QString title{}, xName{}, yName{};
  std::vector<UnitCurve> curves{};
  std::optional<double> line{};   ///< a vertical line: the threshold
  std::optional<QPointF> point{}; ///< the chosen point
};

class UnitPlot : public QWidget, public SpokenChart {
  Q_OBJECT

 public:
  explicit UnitPlot(QWidget* parent = nullptr);
  void setContent(const UnitPlotContent& content);
  const UnitPlotContent& content() const { return m_content; }
  QRect plotRect() const;
  /// Each curve with its value at the chosen place, its least and its greatest.
  QString summary() const override;
  QSize minimumSizeHint() const override;

 signals:
  /// x of a click or drag, in [0, 1].
  void placeChosen(double x, double y);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;

 private:
  QPointF pixel(QPointF at) const;

  UnitPlotContent m_content;
};

} // namespace glassbox
