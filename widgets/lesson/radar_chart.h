// The skills of a learner as a radar chart: one axis each, with its name and its figures in words.
#pragma once

#include "engine/lesson/report.h"
#include "widgets/access/spoken_chart.h"
#include "widgets/common/theme.h"

#include <QRectF>
#include <QWidget>

#include <vector>

namespace glassbox {

struct RadarAxis {
  QString name{};
  int passed = 0, tasks = 0;  ///< 0 tasks: no lesson trains this yet, and the axis has no value
  double share() const { return tasks > 0 ? static_cast<double>(passed) / tasks : 0; }
  bool operator==(const RadarAxis&) const = default;
};

class RadarChart : public QWidget, public SpokenChart {
  Q_OBJECT

 public:
  explicit RadarChart(QWidget* parent = nullptr);

  /// The axes of a report in the language in use, in the order of `lessonSkills`.
  static std::vector<RadarAxis> axesOf(const Report& report);
  /// "4 of 6 tasks", or that there is no lesson yet.
  static QString valueOf(const RadarAxis& axis);
  /// All axes in one sentence each.
  static QString spoken(const std::vector<RadarAxis>& axes);
  QString summary() const override { return spoken(m_axes); }
  /// Paints into `rect`, clockwise from the top; `current`: the axis that is pointed at, -1: none. Also for paper.
  static void paint(QPainter& painter, const QRectF& rect, const std::vector<RadarAxis>& axes, const Theme& theme, int current = -1);

  void setContent(const std::vector<RadarAxis>& axes);
  /// The axis that arrow keys or the pointer have chosen, -1: none.
  int current() const { return m_current; }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void choose(int axis);
  void setTexts();

  std::vector<RadarAxis> m_axes;
  int m_current = -1;
};

} // namespace glassbox
