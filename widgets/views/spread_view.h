// Histograms over time: how the weights, gradients and activations of each layer are spread, and how that changes while the network learns.
#pragma once

#include "widgets/views/look_view.h"
#include "widgets/views/spread_history.h"

#include <QStringList>

class QComboBox;
class QLabel;

namespace glassbox {

class EmptyState;
class Segmented;
class SpreadPlot;
class ViewExport;

class SpreadView : public LookView {
  Q_OBJECT

 public:
  static constexpr const char* kKey = "histograms";
  static QString title() { return tr("Histograms"); }
  static QString purpose();
  static bool suits(const ProbeSubject& subject, const Analysis& analysis);

  explicit SpreadView(QWidget* parent = nullptr);

  void setSubject(const ProbeSubject& subject) override;
  ProbeWish wish() const override;
  void setAnswer(const ProbeAnswer& answer) override;
  bool hasPicture() const override;
  void setSelected(const NodeId& node) override;

  SpreadPlot* plot() const { return m_plot; }
  const SpreadHistory& history() const { return m_history; }
  QString facts() const;
  /// What is shown: a layer that has numbers of this kind.
  void choose(const NodeId& node, SpreadKind kind);
  SpreadKind kind() const { return m_kind; }
  NodeId node() const;
  void useLogarithmicAxis(bool on);
  Segmented* kindChoice() const { return m_kinds; }
  Segmented* scaleChoice() const { return m_scales; }
  QComboBox* layerChoice() const { return m_layers; }
  ViewExport* exporter() const { return m_export; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void nameControls();
  void listLayers();
  void showHistory();
  QString titleOf(const NodeId& node) const;
  QString kindName(SpreadKind kind) const;

  ProbeSubject m_subject;
  SpreadHistory m_history;
  SpreadKind m_kind = SpreadKind::Weights;
  std::vector<NodeId> m_nodes; // of the layers in the list
  NodeId m_wanted;             // the layer that is shown where it can be
  QComboBox* m_layers;
  Segmented* m_kinds;
  Segmented* m_scales;
  QLabel* m_facts;
  SpreadPlot* m_plot;
  EmptyState* m_empty;
  ViewExport* m_export;
};

} // namespace glassbox
