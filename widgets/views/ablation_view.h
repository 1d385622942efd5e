// Switch off: units of a layer, what the network loses without them, and which of them it needs most.
#pragma once

#include "widgets/views/ablation_probe.h"
#include "widgets/views/look_view.h"

#include <map>
#include <set>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;

namespace glassbox {

class Segmented;
class SideJob;
class UnitList;

class AblationView : public LookView {
  Q_OBJECT

 public:
  static constexpr const char* kKey = "ablation";
  static QString title() { return tr("Switch off"); }
  static QString purpose();
  static bool suits(const ProbeSubject& subject, const Analysis& analysis);

  explicit AblationView(QWidget* parent = nullptr);
  ~AblationView() override;

  void setSubject(const ProbeSubject& subject) override;
  ProbeWish wish() const override;
  void setAnswer(const ProbeAnswer& answer) override;
  bool hasPicture() const override { return m_whole.has_value(); }
  void setSelected(const NodeId& node) override;

  const std::optional<AblationScore>& whole() const { return m_whole; }
  const std::optional<AblationScore>& without() const { return m_without; }
  UnitList* list() const { return m_list; }
  QComboBox* layers() const { return m_layers; }
  QPushButton* rankButton() const { return m_rank; }
  QPushButton* allOnButton() const { return m_allOn; }
  QLabel* sentence() const { return m_sentence; }
  SideJob* scoring() const { return m_scoring; }
  SideJob* ranking() const { return m_ranking; }
  /// "unit,loss change,accuracy change" as the rows stand; nothing before they were ranked.
  QByteArray csv() const;

 protected:
  void changeEvent(QEvent* event) override;

 private:
  const AblationLayer* layer() const;
  Part part() const;
  std::vector<UnitsOff> offList() const;
  void toggle(int unit);
  void chooseLayer(int index);
  void forget();
  void score();
  void rank();
  void fillRows();
  void retranslate();
  void refresh();

  ProbeSubject m_subject;
  std::shared_ptr<const Buffer<float>> m_weights;
  std::vector<AblationLayer> m_known;
  NodeId m_layer;
  std::map<NodeId, std::set<int>> m_off; ///< by the layer's own id; several layers at once
  std::optional<AblationScore> m_whole, m_without;
  std::map<NodeId, std::vector<AblationScore>> m_each; ///< of ranked layers: without each unit alone
  Part m_judged = Part::Test;
  std::int64_t m_total = 0;
  SideJob *m_scoring, *m_ranking;
  QLabel *m_layerName, *m_sentence, *m_head;
  QComboBox* m_layers;
  Segmented* m_part;
  QPushButton *m_rank, *m_allOn;
  QProgressBar* m_progress;
  QScrollArea* m_scroll;
  UnitList* m_list;
};

} // namespace glassbox
