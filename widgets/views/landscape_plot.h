// The loss over a plane of weights: colours, lines of equal loss, and the path of the training drawn on it.
#pragma once

#include "widgets/access/spoken_chart.h"
#include "widgets/views/landscape.h"

#include <QImage>
#include <QLineF>
#include <QWidget>

#include <optional>
#include <vector>

namespace glassbox {

class LandscapePlot : public QWidget, public SpokenChart {
  Q_OBJECT

 public:
  explicit LandscapePlot(QWidget* parent = nullptr);

  void setLandscape(const std::optional<Landscape>& landscape);
  const std::optional<Landscape>& landscape() const { return m_landscape; }
  void setLogarithmic(bool on); ///< colours and lines follow the logarithm of the loss
  QRect plotRect() const;
  QPointF pixelOf(double x, double y) const;
  /// "0.5, −0.25: loss 0.6931"; empty where the pointer is on no point.
  QString placeText() const;
  QString summary() const override;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  struct Cell {
    int row = 0, column = 0;
    bool operator==(const Cell&) const = default;
  };
  void draw();
  double shareOf(float loss) const;
  void moveTo(std::optional<Cell> cell);

  std::optional<Landscape> m_landscape;
  bool m_logarithmic = true;
  double m_low = 0, m_high = 1; // losses of the ends of the ramp
  QImage m_image;               // one pixel a grid point
  std::vector<QLineF> m_lines;  // of equal loss, in the unit square
  std::optional<Cell> m_cell;
};

} // namespace glassbox
