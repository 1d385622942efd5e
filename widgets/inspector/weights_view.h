// The arrays of one layer as they are now: a small heat map, and how the values are spread.
#pragma once

#include "engine/core/shape.h"

#include <QPoint>
#include <QString>
#include <QWidget>

#include <string>
#include <vector>

namespace glassbox {

class HeatMap;
class Histogram;
class SectionLabel;
class Segmented;

/// One array of a layer, copied out of a snapshot.
struct LiveArray {
  std::string name; // "weight", "bias"
  QString title;    // in the language in use
  Shape shape;
  std::vector<float> values;
};

class WeightsView : public QWidget {
  Q_OBJECT

 public:
  explicit WeightsView(QWidget* parent = nullptr);
  void setContent(const std::vector<LiveArray>& arrays);

  HeatMap* heatMap() const { return m_heat; }
  Histogram* histogram() const { return m_histogram; }

 signals:
  /// A number was clicked, or Enter pressed on it; never where a cell stands for several.
  void numberActivated(const glassbox::LiveArray& array, const std::vector<std::int64_t>& index, QPoint where);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void fill();
  void activate(int row, int column);

  std::vector<LiveArray> m_arrays;
  bool m_toScale = false; ///< each number has its cell
  SectionLabel* m_title;
  Segmented* m_choice;
  HeatMap* m_heat;
  Histogram* m_histogram;
};

} // namespace glassbox
