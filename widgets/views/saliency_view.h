// Why this answer: the sample, and over it what the gradient says and what covering patches takes away.
#pragma once

#include "widgets/views/look_view.h"
#include "widgets/views/saliency_probe.h"

#include <QImage>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;

namespace glassbox {

class BarPlot;
class MapOverlay;
class SampleStepper;
class Segmented;
class SideJob;
class SliderField;

class SaliencyView : public LookView {
  Q_OBJECT

 public:
  static constexpr const char* kKey = "saliency";
  static QString title() { return tr("Saliency"); }
  static QString purpose();
  static bool suits(const ProbeSubject& subject, const Analysis& analysis);

  enum class Method { Gradient, Occlusion };

  explicit SaliencyView(QWidget* parent = nullptr);
  ~SaliencyView() override;

  void setSubject(const ProbeSubject& subject) override;
  ProbeWish wish() const override;
  void setAnswer(const ProbeAnswer& answer) override;
  bool hasPicture() const override;
  void setSample(std::int64_t row) override;
  void setLive(bool live) override;

  Method method() const;
  void setMethod(Method method);
  const std::optional<Saliency>& saliency() const { return m_saliency; }
  const std::optional<Occlusion>& occlusion() const { return m_occlusion; }
  MapOverlay* overlay() const { return m_overlay; }
  Segmented* methods() const { return m_methods; }
  QComboBox* classes() const { return m_classes; }
  QPushButton* button() const { return m_button; }
  SliderField* patch() const { return m_patch; }
  SideJob* job() const { return m_job; }
  /// "row,column,value" of a picture's map, else "input,value".
  QByteArray csv() const;

 protected:
  void changeEvent(QEvent* event) override;

 private:
  int chosenClass() const;
  OcclusionWish occlusionWish() const;
  bool isPictureData() const;
  void startOrStop();
  void drop();
  void fillClasses();
  void retranslate();
  void refresh();
  QString answerText(const std::vector<float>& shares) const;

  ProbeSubject m_subject;
  std::int64_t m_row = 0;
  bool m_live = false;
  std::shared_ptr<const Buffer<float>> m_weights;
  std::optional<Saliency> m_saliency;
  std::optional<Occlusion> m_occlusion;
  SideJob* m_job;
  QLabel* m_className;
  QComboBox* m_classes;
  SampleStepper* m_samples;
  Segmented* m_methods;
  QWidget* m_settings; ///< of occlusion
  QLabel *m_patchName, *m_strideName;
  SliderField *m_patch, *m_stride;
  Segmented* m_fill;
  QPushButton* m_button;
  QProgressBar* m_progress;
  QLabel* m_sentence;
  MapOverlay* m_overlay;
  QScrollArea* m_scroll;
  BarPlot* m_bars;
};

} // namespace glassbox
