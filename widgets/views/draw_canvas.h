// Paper to draw on with the mouse, a pen or the arrow keys; it shows the very pixels that the drawing becomes.
#pragma once

#include "engine/data/drawing.h"

#include <QWidget>

#include <vector>

namespace glassbox {

class DrawCanvas : public QWidget {
  Q_OBJECT

 public:
  explicit DrawCanvas(QWidget* parent = nullptr);

  /// Pixels of the picture; another size empties the paper.
  void setPicture(int width, int height);
  void setPen(double width) { m_pen = width; } ///< in pixels of the picture
  void setErasing(bool erases) { m_erasing = erases; }

  const std::vector<PenStroke>& strokes() const { return m_strokes; }
  /// The strokes as pixels, as they were drawn.
  const std::vector<std::uint8_t>& pixels() const { return m_pixels; }
  bool isBlank() const;
  void removeLast();
  void clear();

  /// Where a place of the picture lies on the widget.
  QPointF pixelOf(double x, double y) const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;

 signals:
  /// Also while a stroke is being drawn.
  void changed();

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  QRectF paper() const;
  generators::PenPoint placeOf(QPointF pixel) const;
  void begin(generators::PenPoint at);
  void extend(generators::PenPoint to);
  void redraw();
  void describe();

  int m_width = 28, m_height = 28;
  double m_pen = 2.5;
  bool m_erasing = false;
  std::vector<PenStroke> m_strokes;
  std::vector<std::uint8_t> m_pixels;
  bool m_drawing = false;           // with the mouse
  bool m_keyDown = false;           // the pen is down and follows the arrow keys
  generators::PenPoint m_cursor{14, 14};
};

} // namespace glassbox
