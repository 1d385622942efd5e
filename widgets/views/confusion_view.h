// The confusion matrix: counts of true against predicted classes, recall and precision at its margins, and the samples behind a cell.
#pragma once

#include "engine/data/dataset.h"
#include "widgets/views/probe_answer.h"

#include <QWidget>

#include <optional>
#include <vector>

class QScrollArea;

namespace glassbox {

class ConfusionMargins;
class HeatMap;
class SampleStrip;
class SectionLabel;

class ConfusionView : public QWidget {
  Q_OBJECT

 public:
  explicit ConfusionView(QWidget* parent = nullptr);

  /// Class names and sample pictures come from here.
  void setData(const DatasetPtr& dataset);
  void setCounts(const std::optional<ConfusionCounts>& counts);
  const std::optional<ConfusionCounts>& counts() const { return m_counts; }

  /// The cell whose samples are shown; (-1, -1): the worst mistakes.
  void select(int truth, int guess);
  std::vector<Judged> shownSamples() const;

  /// Shares of one class, nothing where they are not defined (no sample of it, or never predicted).
  std::optional<double> recall(int k) const;
  std::optional<double> precision(int k) const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  /// The rows of a cell that was clicked, in the order of the data.
  void cellChosen(int truth, int guess, const std::vector<std::int64_t>& rows);
  void sampleClicked(std::int64_t row);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void choose(int truth, int guess);
  void layOut();
  void showCounts();
  void showSamples();
  QString className(int k) const;

  DatasetPtr m_data;
  std::optional<ConfusionCounts> m_counts;
  int m_truth = -1, m_guess = -1;
  SectionLabel* m_head;
  HeatMap* m_map;
  ConfusionMargins* m_margins;
  SectionLabel* m_sampleHead;
  QScrollArea* m_scroll;
  SampleStrip* m_strip;
};

} // namespace glassbox
