// Loss landscape: the loss around the present weights and around the path that led to them, computed when asked for.
#pragma once

#include "widgets/views/kept_steps.h"
#include "widgets/views/landscape.h"
#include "widgets/views/look_view.h"
#include "widgets/views/side_job.h"

#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;

namespace glassbox {

class LandscapePlot;
class Segmented;

class LandscapeView : public LookView {
  Q_OBJECT

 public:
  static constexpr const char* kKey = "landscape";
  /// Weights of earlier steps that are kept, and the memory for them.
  static constexpr std::size_t kMostKept = 60, kMostBytes = 48u << 20;
  static QString title();
  static QString purpose();
  static bool suits(const ProbeSubject& subject, const Analysis& analysis);

  explicit LandscapeView(QWidget* parent = nullptr);

  void setSubject(const ProbeSubject& subject) override;
  ProbeWish wish() const override;
  void setAnswer(const ProbeAnswer& answer) override;
  bool hasPicture() const override;

  using Weights = std::shared_ptr<const Buffer<float>>;
  const KeptSteps<Weights>& path() const { return m_path; }
  LandscapePlot* plot() const { return m_plot; }
  QPushButton* computeButton() const { return m_compute; }
  Segmented* planeChoice() const { return m_planes; }
  bool isComputing() const { return m_job.isRunning(); }
  QString message() const;

 public slots:
  void compute(); ///< while it computes: stop

 protected:
  void changeEvent(QEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  void retranslate();
  void showState();
  void showLandscape(const Landscape& landscape);
  void fail(const Error& error);
  QByteArray csv() const;

  ProbeSubject m_subject;
  KeptSteps<Weights> m_path;
  QString m_sentence; // what the newest landscape is made of, or why there is none
  std::uint64_t m_round = 0; // what a job before the last reports is dropped
  Segmented *m_planes, *m_scales;
  QPushButton* m_compute;
  QProgressBar* m_progress;
  LandscapePlot* m_plot;
  QLabel* m_state;
  SideJob m_job; // the last member: it ends before the rest goes
};

} // namespace glassbox
