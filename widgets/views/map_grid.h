// Many small maps on one scale, each a tile that can be chosen: filters, feature maps.
#pragma once

#include "widgets/access/spoken_chart.h"
#include "widgets/views/maps_probe.h"

#include <QWidget>

#include <optional>

namespace glassbox {

/// Filters of few input channels stand in rows, one row for each filter. Tiles grow with the room that there is; what has no
/// room is reached by the scroll area that holds the grid.
class MapGrid : public QWidget, public SpokenChart {
  Q_OBJECT

 public:
  explicit MapGrid(QWidget* parent = nullptr);

  /// The choice stays where there are as many maps as before.
  void setMaps(const std::optional<MapSet>& maps);
  int current() const { return m_current; }
  void setCurrent(int index);
  /// "Filter 3", "Filter 3, input 2", "Map 5"
  QString nameOf(int index) const;
  QString summary() const override;
  QRect tileRect(int index) const;
  /// The colour that a number of this layer has.
  QRgb colorOf(float value) const;

  QSize sizeHint() const override;
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;

 signals:
  void chosen(int index);
  /// The keyboard moved there: whoever scrolls shows it.
  void shown(const QRect& tile);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool event(QEvent* event) override;

 private:
  QSize picture() const;
  QSize tile() const;
  int columns(int width) const;
  int indexAt(QPoint point) const;

  std::optional<MapSet> m_maps;
  int m_current = 0;
};

} // namespace glassbox
