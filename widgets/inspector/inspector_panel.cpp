#include "widgets/inspector/inspector_panel.h"

#include "widgets/common/icons.h"
#include "widgets/common/tab_strip.h"
#include "widgets/common/theme_manager.h"
#include "widgets/inspector/node_page.h"
#include "widgets/inspector/training_form.h"
#include "widgets/model/language.h"

#include <QEvent>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace glassbox {

InspectorPanel::InspectorPanel(Document& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_tabs(new TabStrip(this, TabStrip::LastTab::AtTheEnd)), m_stack(new QStackedWidget(this)), m_page(new NodePage(document)),
      m_training(new TrainingForm(document)) {
  setFillRole(this, ColorRole::Panel);
  m_stack->addWidget(m_page);
  m_stack->addWidget(m_training);
  m_stack->setCurrentWidget(m_training);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_tabs);
  column->addWidget(m_stack, 1);
  connect(m_tabs, &TabStrip::currentChanged, this, &InspectorPanel::showTab);
  connect(&document, &Document::changed, this, &InspectorPanel::documentChanged);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &InspectorPanel::writeTabs);
  writeTabs();
}

bool InspectorPanel::hasNode() const { return m_document.spec().find(m_page->node()) != nullptr; }

void InspectorPanel::showTab(int index) {
  if (m_front && index-- == 0) return m_stack->setCurrentWidget(m_front);
  m_stack->setCurrentWidget(hasNode() && index == 0 ? static_cast<QWidget*>(m_page) : m_training);
}

void InspectorPanel::setFront(QWidget* page, const QString& title) {
  m_frontTitle = title;
  if (page == m_front) return writeTabs();
  if (m_front) m_stack->removeWidget(m_front);
  m_front = page;
  if (page) m_stack->addWidget(page);
  writeTabs();
  m_tabs->setCurrent(0);
  showTab(0);
}

NodeId InspectorPanel::selected() const { return m_page->node(); }

void InspectorPanel::setSelected(const NodeId& node) {
  m_page->setNode(node);
  writeTabs();
  if (m_front && m_tabs->current() == 0) return showTab(0);  // who reads on is not interrupted
  const int layer = m_front ? 1 : 0;
  m_tabs->setCurrent(layer);
  showTab(layer);
}

void InspectorPanel::setLive(const std::vector<LiveArray>& arrays) { m_page->setLive(arrays); }

void InspectorPanel::showTraining() {
  m_tabs->setCurrent(m_tabs->bar()->count() - 1);
  m_stack->setCurrentWidget(m_training);
}

void InspectorPanel::documentChanged() {
  if (!m_page->node().empty() && !hasNode()) return setSelected({}); // removed, or another project
  writeTabs();
}

void InspectorPanel::writeTabs() {
  const QString training = tr("Training");
  QStringList names, pictures;
  if (m_front) names << m_frontTitle, pictures << QStringLiteral("search");
  if (!hasNode()) {
    m_tabs->setContent(names + QStringList{training});
    for (int i = 0; i < m_tabs->bar()->count(); ++i) m_tabs->bar()->setTabToolTip(i, {});
    return m_tabs->setIcons(pictures + QStringList{QStringLiteral("settings")});
  }
  const QString title = translated(nodeTitle(m_document.spec(), m_page->node()));
  // The tab in front is bold: its name is cut as bold, or it would not fit once it is chosen.
  const QFontMetrics bold(theme().font(FontRole::Bold));
  int room = width() - bold.horizontalAdvance(training) - theme().px(2 * 20 + 2 * 8 + 4);
  if (m_front) room -= bold.horizontalAdvance(m_frontTitle) + theme().px(2 * 20);
  // The title of a loss may be longer than the tab: what it is says more than half its name.
  const auto at = m_document.analysis().nodes.find(m_page->node());
  const NodeDef* def = at != m_document.analysis().nodes.end() ? at->second.def : nullptr;
  const bool isLoss = def && def->group == LayerGroup::Loss;
  const QString picture = def ? QString::fromStdString(def->icon) : QString();
  const QString named = isLoss && bold.horizontalAdvance(title) > room ? tr("Loss") : title;
  const QString shown = bold.elidedText(named, Qt::ElideMiddle, std::max(theme().px(64), room));
  m_tabs->setContent(names + QStringList{shown, training});
  m_tabs->bar()->setTabToolTip(static_cast<int>(names.size()), shown == title ? QString() : title);
  m_tabs->setIcons(pictures + QStringList{hasIcon(picture) ? picture : QStringLiteral("block"), QStringLiteral("settings")});
}

void InspectorPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) writeTabs();
  QWidget::changeEvent(event);
}

void InspectorPanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  writeTabs();
}

} // namespace glassbox
