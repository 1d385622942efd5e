// Recall beside the rows and precision under the columns of a confusion matrix, and the bar of its colours.
#pragma once

#include <QWidget>

#include <optional>
#include <vector>

namespace glassbox {

class HeatMap;

/// Lies under the heat map and paints around it: the map's own geometry says where the cells are.
class ConfusionMargins : public QWidget {
  Q_OBJECT

 public:
  ConfusionMargins(const HeatMap* map, QWidget* parent);

  struct Content {
    std::vector<std::optional<double>> recall, precision;
    std::optional<double> accuracy;
    double largest = 0; ///< count of the full colour
  };
  void setContent(const Content& content);

  /// Room for the words beside the map and below it.
  static int rightMargin();
  static int bottomMargin();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const HeatMap* m_map;
  Content m_content;
};

} // namespace glassbox
