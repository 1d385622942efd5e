// A small histogram of signed numbers: how the weights, activations or gradients of one array are spread.
#pragma once

#include "widgets/access/spoken_chart.h"

#include <QWidget>

#include <cstdint>
#include <span>
#include <vector>

namespace glassbox {

struct HistogramContent {
  std::vector<std::uint64_t> bins{}; // equal bins from low to high
  double low = -1;
  double high = 1;
  std::uint64_t notFinite = 0; // values that no bin can hold
  QString name{};              // for screen readers: "weights of Dense 2"
};

/// Bins of `values` over [-m, m], m the largest magnitude, or [0, m] when none is negative. An odd number of bins keeps 0 in the middle.
HistogramContent histogramOf(std::span<const float> values, int bins = 13);

/// Bars coloured like the heat map beside it; 0 and the ends stand below.
class Histogram : public QWidget, public SpokenChart {
  Q_OBJECT

 public:
  explicit Histogram(QWidget* parent = nullptr);
  void setContent(const HistogramContent& content);
  const HistogramContent& content() const { return m_content; }
  /// "−0.35 to 0.35: 12 values"
  QString spokenBin(int bin) const;
  /// How many values, their range, and the bin with most of them.
  QString summary() const override;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  QRectF barRect(int bin) const;

  HistogramContent m_content;
};

} // namespace glassbox
