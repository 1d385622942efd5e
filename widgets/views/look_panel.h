// The Look tab: the pictures that make sense for the network and its data, one tab each.
#pragma once

#include "widgets/views/probe_answer.h"
#include "widgets/views/prober.h"

#include <QWidget>

#include <vector>

class QStackedWidget;

namespace glassbox {

class ConfusionView;
class EmptyState;
class FitView;
class SurfaceView;
class TabStrip;

enum class LookKind { Surface, Fit, Confusion };

/// What can be shown of a network on these data, the best first.
std::vector<LookKind> looksFor(const ProbeSubject& subject);

class LookPanel : public QWidget {
  Q_OBJECT

 public:
  explicit LookPanel(QWidget* parent = nullptr);

  void setSubject(const ProbeSubject& subject);
  void setAnswer(const ProbeAnswerPtr& answer);

  /// What the probe shall compute for the picture that is looked at; empty while the panel is hidden.
  ProbeWish wish() const;
  const std::vector<LookKind>& looks() const { return m_looks; }
  void setCurrent(LookKind kind);
  LookKind current() const;

  SurfaceView* surfaceView() const { return m_surface; }
  FitView* fitView() const { return m_fit; }
  ConfusionView* confusionView() const { return m_confusion; }

 signals:
  void wishChanged();
  void cellChosen(int truth, int guess, const std::vector<std::int64_t>& rows);
  void sampleClicked(std::int64_t row);

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  QWidget* widgetOf(LookKind kind) const;
  void nameTabs();
  void showCurrent();

  std::vector<LookKind> m_looks;
  TabStrip* m_tabs;
  QStackedWidget* m_stack;
  SurfaceView* m_surface;
  FitView* m_fit;
  ConfusionView* m_confusion;
  EmptyState* m_empty;
};

} // namespace glassbox
