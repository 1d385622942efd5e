// A sample's picture and, beside it, a map of the same size laid over it, with its colour bar.
#pragma once

#include "widgets/access/spoken_chart.h"

#include <QImage>
#include <QWidget>

#include <vector>

namespace glassbox {

struct MapOverlayContent {
  QImage picture{};            ///< height x width
  std::vector<float> values{}; ///< (height, width); empty: only the picture
  bool isSigned = false;       ///< diverging, else from 0 on
  QString leftTitle{}, rightTitle{};
  QString unit{};              ///< beside the bar: what the numbers are
  QString name{};              ///< for screen readers
};

class MapOverlay : public QWidget, public SpokenChart {
  Q_OBJECT

 public:
  explicit MapOverlay(QWidget* parent = nullptr);

  void setContent(const MapOverlayContent& content);
  const MapOverlayContent& content() const { return m_content; }
  /// Where the picture and the map lie.
  QRect pictureRect() const;
  QRect mapRect() const;
  /// "row 3, column 7: 0.0412" for the pixel under the pointer, in either of both.
  QString placeText(QPoint point) const;
  QString summary() const override;
  /// The magnitude of the full colour.
  double largest() const { return m_largest; }

  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;

 private:
  QRgb colorOf(double value) const;
  int side() const;

  MapOverlayContent m_content;
  double m_largest = 0;
};

} // namespace glassbox
