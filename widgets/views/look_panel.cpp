#include "widgets/views/look_panel.h"

#include "widgets/common/empty_state.h"
#include "widgets/common/tab_strip.h"
#include "widgets/common/theme_manager.h"
#include "widgets/views/confusion_view.h"
#include "widgets/views/fit_view.h"
#include "widgets/views/surface_view.h"

#include <QEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace glassbox {

std::vector<LookKind> looksFor(const ProbeSubject& subject) {
  std::vector<LookKind> looks;
  if (!subject.spec || !subject.data) return looks;
  const Analysis analysis = analyse(*subject.spec);
  if (!analysis.sound() || analysis.loss.empty()) return looks;
  const TargetType& target = analysis.nodes.at(analysis.loss).target;
  const PortType* out = analysis.typeOf({analysis.output, "out"});
  const bool one = out && out->shape.count() == 1, classes = target.items == 1 && target.kind != TargetKind::Numbers;
  if (isPlane(*subject.data) && (one || classes)) looks.push_back(LookKind::Surface);
  if (isCurve(*subject.data) && one) looks.push_back(LookKind::Fit);
  if (classes) looks.push_back(LookKind::Confusion);
  return looks;
}

LookPanel::LookPanel(QWidget* parent)
    : QWidget(parent), m_tabs(new TabStrip), m_stack(new QStackedWidget), m_surface(new SurfaceView(SurfaceLook::Page)), m_fit(new FitView),
      m_confusion(new ConfusionView), m_empty(new EmptyState) {
  setFillRole(this, ColorRole::Canvas);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_tabs);
  column->addWidget(m_stack, 1);
  for (QWidget* view :
       {static_cast<QWidget*>(m_surface), static_cast<QWidget*>(m_fit), static_cast<QWidget*>(m_confusion), static_cast<QWidget*>(m_empty)})
    m_stack->addWidget(view);
  connect(m_tabs, &TabStrip::currentChanged, this, &LookPanel::showCurrent);
  connect(m_confusion, &ConfusionView::cellChosen, this, &LookPanel::cellChosen);
  connect(m_confusion, &ConfusionView::sampleClicked, this, &LookPanel::sampleClicked);
  nameTabs();
  showCurrent();
}

void LookPanel::setSubject(const ProbeSubject& subject) {
  m_looks = looksFor(subject);
  if (subject.data) {
    m_surface->setContent(isPlane(*subject.data) ? surfaceContentOf(*subject.data) : SurfaceContent());
    m_fit->setContent(isCurve(*subject.data) ? fitContentOf(*subject.data) : FitContent());
  }
  m_surface->setSurface(std::nullopt);
  m_fit->setCurve(std::nullopt);
  m_confusion->setData(subject.data);
  nameTabs();
  showCurrent();
}

void LookPanel::setAnswer(const ProbeAnswerPtr& answer) {
  if (answer->surface) m_surface->setSurface(answer->surface);
  if (answer->curve) m_fit->setCurve(answer->curve);
  if (answer->confusion) m_confusion->setCounts(answer->confusion);
}

LookKind LookPanel::current() const {
  const auto i = static_cast<std::size_t>(std::max(0, m_tabs->current()));
  return i < m_looks.size() ? m_looks[i] : m_looks.empty() ? LookKind::Surface : m_looks.front();
}

void LookPanel::setCurrent(LookKind kind) {
  for (std::size_t i = 0; i < m_looks.size(); ++i)
    if (m_looks[i] == kind) m_tabs->setCurrent(static_cast<int>(i));
}

ProbeWish LookPanel::wish() const {
  ProbeWish wish;
  if (!isVisible() || m_looks.empty()) return wish;
  wish.surface = current() == LookKind::Surface;
  wish.curve = current() == LookKind::Fit;
  wish.confusion = current() == LookKind::Confusion;
  return wish;
}

QWidget* LookPanel::widgetOf(LookKind kind) const {
  switch (kind) {
  case LookKind::Surface:
    return m_surface;
  case LookKind::Fit:
    return m_fit;
  case LookKind::Confusion:
    return m_confusion;
  }
  return m_empty;
}

void LookPanel::nameTabs() {
  QStringList names;
  for (const LookKind kind : m_looks)
    names << (kind == LookKind::Surface ? tr("Surface") : kind == LookKind::Fit ? tr("Fitted curve") : tr("Confusion matrix"));
  m_tabs->setContent(names);
  m_tabs->setVisible(m_looks.size() > 1);
  m_empty->setContent({QStringLiteral("eye"), tr("There is no picture yet for this network and these data."), {}});
}

void LookPanel::showCurrent() {
  m_stack->setCurrentWidget(m_looks.empty() ? m_empty : widgetOf(current()));
  emit wishChanged();
}

void LookPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  emit wishChanged();
}

void LookPanel::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  emit wishChanged();
}

void LookPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) nameTabs();
  QWidget::changeEvent(event);
}

} // namespace glassbox
