// Points of an embedding map with their names; the pointer or the arrow keys choose one.
#pragma once

#include "widgets/access/spoken_chart.h"

#include <QColor>
#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

namespace glassbox {

struct PointsPlotContent {
  struct Point {
    double x = 0, y = 0;
    QString name{};
    int group = 0; ///< its class: colour and sign
  };
  std::vector<Point> points{};
  int groups = 0;     ///< 0: no classes
  bool named = false; ///< names stand beside the points where there is room
  QString title{}, xName{}, yName{};
};

class PointsPlot : public QWidget, public SpokenChart {
  Q_OBJECT

 public:
  explicit PointsPlot(QWidget* parent = nullptr);

  void setContent(const PointsPlotContent& content);
  const PointsPlotContent& content() const { return m_content; }
  void setCurrent(std::optional<int> point);
  /// Points with a line to the current one.
  void setNear(std::vector<int> points);
  std::optional<int> current() const { return m_current; }
  QPointF pixelOf(int point) const;
  /// How many points, of how many classes, and the extent of both axes.
  QString summary() const override;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void hovered(int point); ///< -1: none
  void chosen(int point);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  int pointAt(QPointF place) const;
  QRect plotRect() const;

  PointsPlotContent m_content;
  double m_left = -1, m_bottom = -1, m_width = 2, m_height = 2;
  std::optional<int> m_current;
  std::vector<int> m_near;
  int m_hovered = -1;
};

} // namespace glassbox
