// The embedding map: vectors of tokens, or of samples inside the network, on the plane in which they differ most, and who is near whom.
#pragma once

#include "widgets/views/look_view.h"

#include <optional>
#include <vector>

class QComboBox;

namespace glassbox {

class BarPlot;
class EmptyState;
class PointsPlot;
class SectionLabel;
class ViewExport;

class PointsView : public LookView {
  Q_OBJECT

 public:
  static constexpr const char* kKey = "embedding";
  static constexpr std::size_t kNeighbors = 10;
  static QString title();
  static QString purpose();
  static bool suits(const ProbeSubject& subject, const Analysis& analysis);

  explicit PointsView(QWidget* parent = nullptr);

  void setSubject(const ProbeSubject& subject) override;
  ProbeWish wish() const override;
  void setAnswer(const ProbeAnswer& answer) override;
  bool hasPicture() const override { return m_map.has_value(); }
  void setSelected(const NodeId& node) override;

  const std::optional<PointMap>& map() const { return m_map; }
  PointsPlot* plot() const { return m_plot; }
  const std::vector<Neighbor>& neighbors() const { return m_neighbors; }
  QComboBox* layerChoice() const { return m_layers; }
  void choose(int point);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void showMap();
  void showNeighbors();
  QString nameOf(std::size_t point) const;
  QByteArray csv() const;

  ProbeSubject m_subject;
  std::vector<NodeId> m_nodes;
  std::optional<PointMap> m_map;
  std::vector<Neighbor> m_neighbors; // of the chosen point
  QComboBox* m_layers;
  SectionLabel *m_head, *m_nearHead;
  PointsPlot* m_plot;
  BarPlot* m_near;
  EmptyState* m_empty;
};

} // namespace glassbox
