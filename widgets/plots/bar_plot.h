// Horizontal bars with their names and values: the probabilities of the classes, the words that may come next.
#pragma once

#include "widgets/access/spoken_chart.h"
#include "widgets/common/theme.h"

#include <QWidget>

#include <vector>

namespace glassbox {

struct BarItem {
  QString name{};
  double value = 0;
  ColorRole color = ColorRole::Accent;
  bool strong = false; // name and value bold: the answer, the chosen one
};

struct BarPlotContent {
  std::vector<BarItem> items{};
  bool percent = false; // values are shares in [0, 1]; a full bar is 100 %
  QString title{};      // for screen readers
};

/// One row of 24 px an item, in the order given. Signed values grow from a common 0. Where items can be clicked (setClickable), Up
/// and Down choose one and Enter clicks it.
class BarPlot : public QWidget, public SpokenChart {
  Q_OBJECT

 public:
  explicit BarPlot(QWidget* parent = nullptr);
  void setContent(const BarPlotContent& content);
  void setClickable();
  /// All bars with their values.
  QString summary() const override;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void itemClicked(int index);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  QString valueText(double value) const;

  BarPlotContent m_content;
  int m_current = 0; // the row that Enter clicks; framed while the plot has the focus
};

} // namespace glassbox
