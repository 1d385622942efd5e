#include "widgets/views/look_panel.h"

#include "widgets/common/empty_state.h"
#include "widgets/common/theme_manager.h"
#include "widgets/views/look_tabs.h"

#include <QEvent>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace glassbox {

LookPanel::LookPanel(QWidget* parent)
    : QWidget(parent), m_tabs(new LookTabs), m_stack(new QStackedWidget), m_empty(new EmptyState) {
  setFillRole(this, ColorRole::Canvas);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_tabs);
  column->addWidget(m_stack, 1);
  m_stack->addWidget(m_empty);
  connect(m_tabs, &LookTabs::currentChanged, this, [this](int index) {
    if (index < 0 || index >= static_cast<int>(m_looks.size())) return;
    m_current = QLatin1String(m_looks[static_cast<std::size_t>(index)]->key);
    showCurrent();
  });
  nameTabs();
  showCurrent();
}

void LookPanel::setSubject(const ProbeSubject& subject) {
  const bool otherData = subject.data != m_subject.data;
  m_subject = subject;
  m_looks = looksFor(subject);
  if (otherData && subject.data) {
    const RowRange test = rows(*subject.data, Part::Test);
    m_sample = test.size() > 0 ? test.begin : 0;
  }
  for (auto i = m_views.begin(); i != m_views.end();) {
    const bool suits = indexOf(QString::fromStdString(i->first)) >= 0;
    if (suits) {
      i->second->setSample(m_sample);
      i->second->setSubject(subject);
    } else {
      delete frameOf(i->second);
    }
    i = suits ? std::next(i) : m_views.erase(i);
  }
  nameTabs();
  if (indexOf(m_current) >= 0)
    m_tabs->setCurrent(indexOf(m_current));
  else
    m_current = m_looks.empty() ? QString() : QLatin1String(m_looks[static_cast<std::size_t>(std::max(0, m_tabs->current()))]->key);
  showCurrent();
}

void LookPanel::setAnswer(const ProbeAnswerPtr& answer) {
  if (LookView* view = currentView()) view->setAnswer(*answer);
}

void LookPanel::setSample(std::int64_t row) {
  if (row == m_sample) return;
  m_sample = row;
  for (const auto& entry : m_views) entry.second->setSample(row);
  emit sampleChosen(row);
  emit wishChanged();
}

void LookPanel::setSelected(const NodeId& node) {
  if (node == m_node) return;
  m_node = node;
  for (const auto& entry : m_views) entry.second->setSelected(node);
  emit wishChanged();
}

void LookPanel::setDrawings(const std::vector<DrawnPicture>& drawings) {
  if (drawings == m_drawings) return;
  m_drawings = drawings;
  for (const auto& entry : m_views) entry.second->setDrawings(drawings);
}

void LookPanel::setLive(bool live) {
  m_live = live;
  for (const auto& entry : m_views) entry.second->setLive(live);
}

QWidget* LookPanel::frameOf(LookView* view) { return view->parentWidget()->parentWidget(); }

int LookPanel::indexOf(const QString& key) const {
  for (std::size_t i = 0; i < m_looks.size(); ++i)
    if (key == QLatin1String(m_looks[i]->key)) return static_cast<int>(i);
  return -1;
}

QString LookPanel::current() const { return m_current; }

LookView* LookPanel::currentView() const {
  const auto view = m_views.find(m_current.toStdString());
  return view == m_views.end() ? nullptr : view->second;
}

void LookPanel::setCurrent(const QString& key) {
  if (const int i = indexOf(key); i >= 0) m_tabs->setCurrent(i);
}

ProbeWish LookPanel::wish() const {
  const LookView* view = isVisible() ? currentView() : nullptr;
  return view ? view->wish() : ProbeWish();
}

LookView* LookPanel::made(const LookEntry& entry) {
  LookView*& view = m_views[entry.key];
  if (view) return view;
  view = entry.make();
  auto* frame = new QScrollArea(m_stack);
  frame->setFrameShape(QFrame::NoFrame);
  frame->setWidgetResizable(true);
  frame->setFocusPolicy(Qt::NoFocus);
  setFillRole(frame->viewport(), ColorRole::Canvas);
  frame->setWidget(view);
  view->setAutoFillBackground(false);
  m_stack->addWidget(frame);
  view->setLive(m_live);
  view->setSample(m_sample);
  view->setSelected(m_node);
  view->setSubject(m_subject);
  view->setDrawings(m_drawings);
  connect(view, &LookView::wishChanged, this, [this, view] {
    if (view == currentView()) emit wishChanged();
  });
  connect(view, &LookView::said, this, &LookPanel::said);
  connect(view, &LookView::sampleChosen, this, &LookPanel::setSample);
  connect(view, &LookView::nodeChosen, this, &LookPanel::nodeChosen);
  connect(view, &LookView::drawingKept, this, &LookPanel::drawingKept);
  connect(view, &LookView::drawingRemoved, this, &LookPanel::drawingRemoved);
  connect(view, &LookView::placePressed, this, &LookPanel::placePressed);
  return view;
}

void LookPanel::nameTabs() {
  QStringList names, tooltips;
  for (const LookEntry* entry : m_looks) {
    names << entry->title();
    tooltips << QStringLiteral("<b>%1</b><br>%2").arg(entry->title(), entry->purpose());
  }
  m_tabs->setContent(names, tooltips);
  m_tabs->setVisible(m_looks.size() > 1);
  m_empty->setContent({QStringLiteral("eye"), tr("There is no picture yet for this network and these data."), {}});
}

/// A view that nobody has looked at is not made.
void LookPanel::showCurrent() {
  const int i = indexOf(m_current);
  if (i < 0)
    m_stack->setCurrentWidget(m_empty);
  else if (isVisible() || currentView())
    m_stack->setCurrentWidget(frameOf(made(*m_looks[static_cast<std::size_t>(i)])));
  emit wishChanged();
}

void LookPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  showCurrent();
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
