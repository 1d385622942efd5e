// Attention maps: per layer and head, which step takes how much from which, now and at earlier steps of the training.
#pragma once

#include "widgets/views/kept_steps.h"
#include "widgets/views/look_view.h"

#include <QStringList>

#include <vector>

class QComboBox;
class QLabel;
class QSlider;

namespace glassbox {

class EmptyState;
class HeatMap;
class SampleStepper;
class SectionLabel;
class ViewExport;

class AttentionView : public LookView {
  Q_OBJECT

 public:
  static constexpr const char* kKey = "attention";
  /// Maps that are kept of earlier steps, and the memory for them.
  static constexpr std::size_t kMostKept = 100, kMostBytes = 24u << 20;

  static QString title();
  static QString purpose();
  static bool suits(const ProbeSubject& subject, const Analysis& analysis);

  explicit AttentionView(QWidget* parent = nullptr);

  void setSubject(const ProbeSubject& subject) override;
  ProbeWish wish() const override;
  void setAnswer(const ProbeAnswer& answer) override;
  bool hasPicture() const override { return !m_kept.empty(); }
  void setSample(std::int64_t row) override;
  void setSelected(const NodeId& node) override;

  const KeptSteps<AttentionAnswer>& kept() const { return m_kept; }
  HeatMap* map() const { return m_map; }
  QSlider* scrubber() const { return m_scrubber; }
  QComboBox* layerChoice() const { return m_layers; }
  QComboBox* headChoice() const { return m_heads; }
  SampleStepper* sampleChoice() const { return m_samples; }
  QString scrubberText() const;
  ViewExport* exporter() const { return m_export; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void keep(std::int64_t step, const AttentionAnswer& maps);
  void listHeads();
  void showMap();
  QStringList steps(std::int64_t time) const;
  QByteArray csv() const;
  const AttentionLayer* shown() const;

  ProbeSubject m_subject;
  std::vector<NodeId> m_nodes;
  std::int64_t m_row = 0;
  KeptSteps<AttentionAnswer> m_kept;
  QComboBox *m_layers, *m_heads;
  SampleStepper* m_samples;
  SectionLabel* m_head;
  HeatMap* m_map;
  QSlider* m_scrubber;
  QLabel* m_steps;
  EmptyState* m_empty;
  ViewExport* m_export;
};

} // namespace glassbox
