// Filters and feature maps: all maps of a layer on one scale, and the chosen one large with its numbers.
#pragma once

#include "widgets/views/look_view.h"
#include "widgets/views/maps_probe.h"

#include <vector>

class QComboBox;
class QLabel;
class QScrollArea;

namespace glassbox {

class HeatMap;
class MapGrid;
class SampleStepper;
class SectionLabel;

/// One class for both; FilterView and FeatureMapView are the two entries of the list of views.
class MapView : public LookView {
  Q_OBJECT

 public:
  MapView(MapKind kind, QWidget* parent);

  void setSubject(const ProbeSubject& subject) override;
  ProbeWish wish() const override;
  void setAnswer(const ProbeAnswer& answer) override;
  bool hasPicture() const override { return m_maps.has_value(); }
  void setSample(std::int64_t row) override;
  void setSelected(const NodeId& node) override;

  const NodeId& node() const { return m_node; }
  MapGrid* grid() const { return m_grid; }
  HeatMap* large() const { return m_large; }
  QComboBox* layers() const { return m_layers; }
  /// "map,row,column,value": of all maps, or of one.
  QByteArray csv(std::optional<int> only = std::nullopt) const;
  SampleStepper* samples() const { return m_samples; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void choose(const NodeId& node);
  void showLarge();
  void retranslate();

  const MapKind m_kind;
  ProbeSubject m_subject;
  std::vector<NodeId> m_nodes;
  NodeId m_node, m_selected;
  std::int64_t m_row = 0;
  std::optional<MapSet> m_maps;
  QLabel* m_layerName;
  QComboBox* m_layers;
  SampleStepper* m_samples;
  QScrollArea* m_scroll;
  MapGrid* m_grid;
  SectionLabel *m_head, *m_largeHead;
  HeatMap* m_large;
};

class FilterView : public MapView {
  Q_OBJECT

 public:
  static constexpr const char* kKey = "filters";
  static QString title() { return tr("Filters"); }
  static QString purpose();
  static bool suits(const ProbeSubject& subject, const Analysis& analysis);
  explicit FilterView(QWidget* parent = nullptr) : MapView(MapKind::Filters, parent) {}
};

class FeatureMapView : public MapView {
  Q_OBJECT

 public:
  static constexpr const char* kKey = "maps";
  static QString title() { return tr("Feature maps"); }
  static QString purpose();
  static bool suits(const ProbeSubject& subject, const Analysis& analysis);
  explicit FeatureMapView(QWidget* parent = nullptr) : MapView(MapKind::Features, parent) {}
};

} // namespace glassbox
