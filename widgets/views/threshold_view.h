// Precision, recall and F1 of one class against the rest, for a threshold that one moves.
#pragma once

#include "widgets/views/look_view.h"
#include "widgets/views/threshold_probe.h"

class QComboBox;
class QLabel;

namespace glassbox {

class HeatMap;
class Segmented;
class SliderField;
class UnitPlot;

class ThresholdView : public LookView {
  Q_OBJECT

 public:
  static constexpr const char* kKey = "threshold";
  static QString title() { return tr("Precision and recall"); }
  static QString purpose();
  static bool suits(const ProbeSubject& subject, const Analysis& analysis);

  explicit ThresholdView(QWidget* parent = nullptr);

  void setSubject(const ProbeSubject& subject) override;
  ProbeWish wish() const override;
  void setAnswer(const ProbeAnswer& answer) override;
  bool hasPicture() const override { return m_scores.has_value(); }

  double threshold() const;
  ThresholdCounts counts() const;
  SliderField* slider() const { return m_threshold; }
  UnitPlot* overThreshold() const { return m_byThreshold; }
  UnitPlot* overRecall() const { return m_byRecall; }
  HeatMap* table() const { return m_table; }
  QComboBox* classes() const { return m_classes; }
  /// All that a threshold can give: counts, precision, recall and F1 at each distinct score.
  QByteArray csv() const;

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void fillClasses();
  void retranslate();
  void takeScores();
  void refresh();

  ProbeSubject m_subject;
  std::optional<PositiveScores> m_scores;
  std::vector<ThresholdPoint> m_curve;
  QLabel *m_className, *m_thresholdName, *m_sentence;
  QComboBox* m_classes;
  Segmented* m_part;
  SliderField* m_threshold;
  UnitPlot *m_byThreshold, *m_byRecall;
  HeatMap* m_table;
};

} // namespace glassbox
