// Histograms of one array over time as a strip of colours: to the right the step, up the value, the colour how many; the newest as bars beside.
#pragma once

#include "widgets/access/spoken_chart.h"
#include "widgets/plots/plot_axis.h"
#include "widgets/views/spread_history.h"

#include <QImage>
#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

namespace glassbox {

struct SpreadPlotContent {
  QString title{};
  std::vector<SpreadColumn> columns{}; ///< by step
  bool logarithmic = false;            ///< of the value axis; counts are always coloured by their logarithm
};

/// The arrow keys move a cursor over columns and bins, as the pointer does; the bars beside are those of its column.
class SpreadPlot : public QWidget, public SpokenChart {
  Q_OBJECT

 public:
  explicit SpreadPlot(QWidget* parent = nullptr);

  void setContent(const SpreadPlotContent& content);
  const SpreadPlotContent& content() const { return m_content; }

  /// A bin of the value axis that is drawn.
  struct Bin {
    double low = 0, high = 0;
  };
  const std::vector<Bin>& bins() const { return m_bins; } ///< from low to high values
  std::uint32_t countAt(std::size_t column, std::size_t bin) const { return m_counts[column * m_bins.size() + bin]; }
  /// "step 400: 37 values from 0.10 to 0.12"; empty where the pointer is on no bin.
  QString placeText() const;
  QString summary() const override;
  QRect stripRect() const;
  /// Rows step,low,high,count of what is drawn.
  QByteArray csv() const;

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
  struct Place {
    int column = 0, bin = 0;
    bool operator==(const Place&) const = default;
  };

  void layBins();
  void draw();
  void moveTo(std::optional<Place> place);
  QRect barsRect() const;
  double columnLeft(std::size_t column) const; // pixel
  double binTop(std::size_t bin) const;        // pixel of its upper border
  void paintStrip(QPainter& painter) const;
  void paintBars(QPainter& painter) const;
  void paintAxes(QPainter& painter) const;
  void paintScale(QPainter& painter) const;

  SpreadPlotContent m_content;
  std::vector<Bin> m_bins;
  std::vector<std::uint32_t> m_counts; // (column, bin)
  std::uint32_t m_most = 0;
  QImage m_image; // one pixel a bin; row 0 is the highest value
  std::optional<Place> m_place;
};

} // namespace glassbox
