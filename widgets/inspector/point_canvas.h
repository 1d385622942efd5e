// The plane that one paints on: click sets a point, a drag paints or erases, the keyboard does all of it too.
#pragma once

#include "widgets/inspector/point_brush.h"

#include <QWidget>

#include <set>

namespace glassbox {

enum class PaintTool { Point, Brush, Eraser };

struct PointCanvasContent {
  std::vector<PaintedPoint> points{};
  bool values = false; ///< points of a curve: x is the input, y the answer; no classes
  int classIndex = 0;  ///< of what is set next
  PaintTool tool = PaintTool::Point;
  PointBrush brush{};
  std::uint64_t seed = 1;
  QString lockedBecause{};
};

/// Holds no points of its own but those of a stroke that is not finished: a stroke is reported once, when it ends.
class PointCanvas : public QWidget {
  Q_OBJECT

 public:
  static constexpr int kClasses = 5;

  explicit PointCanvas(QWidget* parent = nullptr);
  void setContent(const PointCanvasContent& content);

  QPointF pixelOf(double x, double y) const;
  QPointF placeOf(QPointF pixel) const;

  QSize sizeHint() const override;
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override { return width; }

 signals:
  void painted(const std::vector<glassbox::PaintedPoint>& points);
  /// Indices into the points of the content, rising.
  void erased(const std::vector<std::size_t>& indices);
  void classChosen(int classIndex);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  enum class Stroke { None, Paint, Erase };
  double extent() const;
  double unitsPerPixel() const;
  void begin(QPointF place, bool erase);
  void touch(QPointF place);
  void finish();
  void moveCursor(QPointF place);
  void describe();
  void paintPoint(QPainter& p, const PaintedPoint& point, int classes) const;

  PointCanvasContent m_content;
  double m_extent = 1.2; ///< the plane reaches from -extent to extent; it stays while a stroke goes on
  Stroke m_stroke = Stroke::None;
  QPointF m_last;
  std::vector<PaintedPoint> m_fresh;
  std::set<std::size_t> m_gone;
  QPointF m_cursor;
  bool m_showCursor = false;
};

} // namespace glassbox
