// The grid of a sweep: a cell for each choice of values, with its mean and one ring for each seed, filled as runs end.
#pragma once

#include "engine/experiment/sweep.h"
#include "widgets/access/spoken_chart.h"

#include <QWidget>

#include <vector>

namespace glassbox {

/// One cell as it stands now.
struct SweepMapCell {
  std::vector<SweepRun> runs;
  int begun = 0;
  std::optional<Error> error;
};

struct SweepMapContent {
  std::vector<SweepAxis> axes;      ///< the first downwards, the second to the right; a single one to the right
  std::vector<QString> axisNames;
  int seeds = 1;
  std::vector<SweepMapCell> cells;  ///< in the order of the grid, the last axis fastest
};

class SweepMap : public QWidget, public SpokenChart {
  Q_OBJECT

 public:
  explicit SweepMap(QWidget* parent = nullptr);

  void setContent(SweepMapContent content);
  /// One cell has changed.
  void setCell(std::size_t place, SweepMapCell cell);
  const SweepMapContent& content() const { return m_content; }

  int rows() const;
  int columns() const;
  QRect cellRect(std::size_t place) const;
  /// The mean of a cell whose seeds have all ended: accuracy where there is one, else loss. Nothing while it is not known.
  std::optional<double> meanOf(std::size_t place) const;
  bool hasAccuracy() const;
  /// The least and the largest finite figure of all runs: the ends of the ramp. Low is above high while there is none.
  std::pair<double, double> range() const;
  /// The cell with the best mean; nothing before the first is done.
  std::optional<std::size_t> best() const;
  std::optional<std::size_t> chosen() const { return m_chosen; }
  /// How many cells are done, the range of all runs, and the best cell.
  QString summary() const override;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 signals:
  void chosenChanged();
  void activated(std::size_t place);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;

 private:
  void choose(std::size_t place);
  QString spoken(std::size_t place) const;
  int left() const;

  SweepMapContent m_content;
  std::optional<std::size_t> m_chosen;
};

} // namespace glassbox
