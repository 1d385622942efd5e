// A grid of numbers as coloured cells: confusion matrices, weights, activations, gradients.
#pragma once

#include "widgets/access/spoken_chart.h"
#include "widgets/common/number_format.h"
#include "widgets/common/theme.h"
#include "widgets/plots/heat_map_source.h"

#include <QAbstractScrollArea>
#include <QImage>
#include <QStringList>

#include <functional>
#include <memory>
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
  std::vector<bool> hidden{};    // cells whose number is not told; empty: none
  /// In place of values, masked, hidden and heads; `scale` and `numbers` must then be given, for nobody looks at all cells.
  std::shared_ptr<const HeatMapSource> source{};
  std::optional<GridFormat> numbers{}; // fewer decimals are written where cells are narrow; found from the values when empty
  int tooLargeStep = 1;                // px: the cells of a map that does not fit at 1 px either, and scrolls
  bool scaleHidden = false;            // the ends of the bar are not told
  QStringList rowHeads{};              // fewer than rows: numbers from 0 are not made up, the head stays empty
  QStringList columnHeads{};
  QString rowTitle{};    // "true class"
  QString columnTitle{}; // "predicted class"
  QString remark{};      // beside the bar: "each array on its own scale"
  bool showBar = true;
  QString name{}; // for screen readers
  std::function<QString()> summary{}; // in place of size and extremes
};

/// A frame inside a cell: what a formula uses.
struct HeatMapMark {
  int row = 0;
  int column = 0;
  ColorRole color = ColorRole::Accent;
  bool operator==(const HeatMapMark&) const = default;
};

/// Takes the largest cell step of 72x32, 52x52, 40x24, 28x20, 11, 8, 4, 2, 1 px that fits; Ctrl and the wheel choose another,
/// and then the heads stay where they are while the cells scroll. Arrows move a cell cursor, Enter clicks its cell, + - 0 zoom.
/// Only what is seen is asked for and kept: a map of 50 257 x 768 cells costs what its window costs.
class HeatMap : public QAbstractScrollArea, public SpokenChart {
  Q_OBJECT

 public:
  explicit HeatMap(QWidget* parent = nullptr);

  void setContent(const HeatMapContent& content);
  const HeatMapContent& content() const { return m_content; }

  /// The cell drawn with an outline; (-1, -1) for none.
  void setSelected(int row, int column);
  /// Cells framed inside by 2 px, neighbours of one colour by one frame where cells are too small for numbers.
  void setMarked(std::vector<HeatMapMark> marks);
  /// Scrolls as far as needed for a cell to be seen.
  void ensureVisible(int row, int column);
  /// Size of a cell with its gap, in device-independent pixels at normal text size.
  QSize cellStep() const;
  /// Larger (+1) or smaller (-1) cells; 0 returns to what fits.
  void zoom(int direction);
  /// The zoom that was chosen, to be kept elsewhere; empty while the map takes what fits.
  std::optional<int> chosenZoom() const { return m_chosenStep; }
  void setChosenZoom(std::optional<int> zoom);
  /// The map with the largest cells that fit into `most`, heads and bar included; `most` where it has to scroll.
  QSize sizeWithin(QSize most) const;
  /// Where a cell is drawn, in viewport coordinates.
  QRect cellRect(int row, int column) const;
  QString cellText(int row, int column) const;
  QRgb cellColor(int row, int column) const;
  /// "row 2, column 3: 0.1716", or what the source says
  QString spokenCell(int row, int column) const;
  /// Name, size, and of at most kMostLookedAt cells the least and the greatest.
  QString summary() const override;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void cellClicked(int row, int column);
  void cellHovered(int row, int column); // (-1, -1) when the pointer leaves the cells
  void zoomed();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void scrollContentsBy(int dx, int dy) override;
  bool viewportEvent(QEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  struct Cell {
    int row = -1;
    int column = -1;
    bool operator==(const Cell&) const = default;
  };

  static constexpr int kGapAbove = 8; // px: larger cell steps have a gap of 1 px
  static constexpr int kBarWidth = 160;
  static constexpr qint64 kMostLookedAt = 1 << 20; // of an array that is asked for cell by cell
  static constexpr int kBarThick = 8;

  bool showsNumbers() const;
  double valueAt(int row, int column) const;
  CellKind kindOf(int row, int column) const;
  bool isClickable(Cell cell) const;
  std::optional<double> beforeOf(int row, int column) const;
  QString spokenLine(Qt::Orientation of, int index) const;
  HeatMapHead rowHead(int row) const;
  HeatMapHead columnHead(int column) const;
  bool hasRowHeads() const;
  bool hasColumnHeads() const;
  int widestHead(Qt::Orientation of) const;
  Cell cellAt(QPoint position) const;
  Cell cursor() const;
  Cell neighbour(Cell from, int down, int right) const;
  QSize stepPixels(int step) const;
  QSize stepPixels() const { return stepPixels(m_step); }
  int stepWithin(QSize room) const;
  QSize measureHeads() const;
  int barHeight() const;
  int barLength(int cells) const;
  QString barEnd(int sign) const;
  QRect cellArea() const;
  QRect seenCells() const;
  void layOut();
  void chooseDecimals();
  int widestNumber(const QFont& font) const;
  QFont cellFont() const;
  void zoomAt(int direction, QPoint anchor);
  void hover(Cell cell);
  QRgb pixelColor(int row, int column) const;
  void paintCells(QPainter& painter) const;
  void paintCell(QPainter& painter, int row, int column) const;
  void paintImage(QPainter& painter, const QRect& cells) const;
  void paintChange(QPainter& painter, int row, int column) const;
  void paintMarks(QPainter& painter, const QRect& cells) const;
  void paintFrame(QPainter& painter, Cell cell, ColorRole role) const;
  void paintHeads(QPainter& painter) const;
  void paintColumnHeads(QPainter& painter) const;
  void paintRowHeads(QPainter& painter) const;
  void paintBar(QPainter& painter) const;

  HeatMapContent m_content;
  GridFormat m_format;
  QSize m_heads; // room for the heads on the left and above; measured when the content or the theme changes
  double m_scale = 1;
  int m_step = 0; // index of the cell step in use
  std::optional<int> m_chosenStep;
  bool m_smallNumbers = false; // the widest number needs the small font even in the largest cells
  // One pixel a cell, for steps without numbers: the cells seen last, kept for paintings that change only frames.
  mutable QImage m_image;
  mutable QRect m_imageCells;
  std::vector<HeatMapMark> m_marks; // by row, then column
  Cell m_hovered, m_selected;
  bool m_byKeyboard = false; // the focus came by a key: the cursor is shown before it moves
};

} // namespace glassbox
