// Decision surface, fitted curve and confusion matrix as pages of the Look tab.
#pragma once

#include "widgets/views/look_view.h"

namespace glassbox {

class ConfusionView;
class FitView;
class SurfaceView;

class SurfacePage : public LookView {
  Q_OBJECT

 public:
  static constexpr const char* kKey = "surface";
  static QString title() { return tr("Surface"); }
  static QString purpose();
  static bool suits(const ProbeSubject& subject, const Analysis& analysis);

  explicit SurfacePage(QWidget* parent = nullptr);
  SurfaceView* view() const { return m_view; }
  void setSubject(const ProbeSubject& subject) override;
  ProbeWish wish() const override;
  void setAnswer(const ProbeAnswer& answer) override;
  bool hasPicture() const override;
  /// "x1,x2" and the outputs, probabilities where there are classes, at every place that is drawn.
  QByteArray csv() const;

 private:
  SurfaceView* m_view;
};

class FitPage : public LookView {
  Q_OBJECT

 public:
  static constexpr const char* kKey = "fit";
  static QString title() { return tr("Fitted curve"); }
  static QString purpose();
  static bool suits(const ProbeSubject& subject, const Analysis& analysis);

  explicit FitPage(QWidget* parent = nullptr);
  FitView* view() const { return m_view; }
  void setSubject(const ProbeSubject& subject) override;
  ProbeWish wish() const override;
  void setAnswer(const ProbeAnswer& answer) override;
  bool hasPicture() const override;
  QByteArray csv() const;

 private:
  FitView* m_view;
};

class ConfusionPage : public LookView {
  Q_OBJECT

 public:
  static constexpr const char* kKey = "confusion";
  static QString title() { return tr("Confusion matrix"); }
  static QString purpose();
  static bool suits(const ProbeSubject& subject, const Analysis& analysis);

  explicit ConfusionPage(QWidget* parent = nullptr);
  ConfusionView* view() const { return m_view; }
  void setSubject(const ProbeSubject& subject) override;
  ProbeWish wish() const override;
  void setAnswer(const ProbeAnswer& answer) override;
  bool hasPicture() const override;
  /// One row for each true class, one column for each predicted one.
  QByteArray csv() const;

 private:
  DatasetPtr m_data;
  ConfusionView* m_view;
};

} // namespace glassbox
