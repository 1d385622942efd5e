// A grid of numbers as coloured cells: confusion matrices, weights, activations, gradients.
#pragma once

#include "widgets/common/number_format.h"

#include <QAbstractScrollArea>
#include <QImage>
#include <QStringList>

#include <optional>
#include <vector>

namespace glassbox {

enum class HeatRamp {
  Diverging,   // signed values, 0 in the middle
  Sequential,  // values >= 0
  Probability, // values in [0, 1], drawn at v^0.8
};

enum class CellFormat { Number, Integer, Percent };

struct HeatMapContent {
  int rows = 0;
  int columns = 0;
  std::vector<double> values{}; // row after row, rows * columns of them
  HeatRamp ramp = HeatRamp::Diverging;
  CellFormat format = CellFormat::Number;
  std::optional<double> scale{}; // magnitude of the full colour; the largest |value| when empty
  double wash = 1;               // 0.8 where numbers stand on the colour
  std::vector<bool> masked{};    // cells that do not exist; empty: none
  QStringList rowHeads{};        // fewer than rows: numbers from 0 are not made up, the head stays empty
  QStringList columnHeads{};
  QString rowTitle{};    // "true class"
  QString columnTitle{}; // "predicted class"
  QString remark{};      // beside the bar: "each array on its own scale"
  bool showBar = true;
  QString name{}; // for screen readers
};

/// Takes the largest cell step of 72x32, 52x52, 40x24, 28x20, 11, 8, 4, 2, 1 px that fits; Ctrl and the wheel choose another,
/// and then the heads stay where they are while the cells scroll.
class HeatMap : public QAbstractScrollArea {
  Q_OBJECT

 public:
  explicit HeatMap(QWidget* parent = nullptr);

  void setContent(const HeatMapContent& content);
  const HeatMapContent& content() const { return m_content; }

  /// The cell drawn with an outline; (-1, -1) for none.
  void setSelected(int row, int column);
  /// Size of a cell with its gap, in device-independent pixels at normal text size.
  QSize cellStep() const;
  /// Larger (+1) or smaller (-1) cells; 0 returns to what fits.
  void zoom(int direction);
  /// Where a cell is drawn, in viewport coordinates.
  QRect cellRect(int row, int column) const;
  QString cellText(int row, int column) const;
  QRgb cellColor(int row, int column) const;
  /// "row 2, column 3: 0.1716"
  QString spokenCell(int row, int column) const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void cellClicked(int row, int column);
  void cellHovered(int row, int column); // (-1, -1) when the pointer leaves the cells

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void scrollContentsBy(int dx, int dy) override;
  bool viewportEvent(QEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  struct Cell {
    int row = -1;
    int column = -1;
    bool operator==(const Cell&) const = default;
  };

  static constexpr int kGapAbove = 8; // px: larger cell steps have a gap of 1 px
  static constexpr int kBarWidth = 160;
  static constexpr int kBarThick = 8;

  bool showsNumbers() const;
  double valueAt(int row, int column) const;
  bool isMasked(int row, int column) const;
  Cell cellAt(QPoint position) const;
  QSize stepPixels() const;
  QSize measureHeads() const;
  int barHeight() const;
  QRect cellArea() const;
  void layOut();
  void chooseDecimals();
  QFont cellFont() const;
  void makeImage();
  void hover(Cell cell);
  void paintCells(QPainter& painter) const;
  void paintCell(QPainter& painter, int row, int column) const;
  void paintHeads(QPainter& painter) const;
  void paintBar(QPainter& painter) const;

  HeatMapContent m_content;
  GridFormat m_format;
  QSize m_heads; // room for the heads on the left and above; measured when the content or the theme changes
  double m_scale = 1;
  int m_step = 0; // index of the cell step in use
  std::optional<int> m_chosenStep;
  QImage m_image; // one pixel a cell, for steps without numbers
  Cell m_hovered, m_selected;
};

} // namespace glassbox
