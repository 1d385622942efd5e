#include "widgets/views/look_tabs.h"

#include "widgets/common/icons.h"
#include "widgets/common/key_button.h"
#include "widgets/common/tab_strip.h"
#include "widgets/common/theme_manager.h"

#include <QEvent>
#include <QMenu>
#include <QSignalBlocker>
#include <QTabBar>
#include <QVBoxLayout>

#include <vector>

namespace glassbox {

LookTabs::LookTabs(QWidget* parent) : QWidget(parent), m_strip(new TabStrip), m_more(new KeyButton(nullptr)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_strip);
  m_more->setIcon(glassbox::icon("more"));
  m_more->hide();
  m_strip->addCorner(m_more);
  nameButton();
  connect(m_more, &KeyButton::clicked, this, &LookTabs::openMenu);
  connect(m_strip, &TabStrip::currentChanged, this, [this](int index) {
    fit();
    emit currentChanged(index);
  });
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &LookTabs::fit, Qt::QueuedConnection); // after the strip has its fonts
}

void LookTabs::setContent(const QStringList& titles, const QStringList& tooltips) {
  {
    const QSignalBlocker quiet(m_strip); // whoever names the tabs knows which of them is chosen
    m_strip->setContent(titles);
  }
  for (int i = 0; i < titles.size(); ++i) m_strip->bar()->setTabToolTip(i, tooltips.value(i));
  fit();
}

int LookTabs::current() const { return m_strip->current(); }

void LookTabs::setCurrent(int index) {
  if (isInMenu(index)) m_strip->setTabShown(index, true);
  m_strip->setCurrent(index);
}

bool LookTabs::isInMenu(int index) const { return !m_strip->bar()->isTabVisible(index); }

/// The narrowest row holds the chosen tab alone.
QSize LookTabs::minimumSizeHint() const { return {theme().px(160), m_strip->height()}; }

void LookTabs::fit() {
  QTabBar* bar = m_strip->bar();
  const QSignalBlocker quiet(bar); // hiding tabs chooses none
  // Only where it changes something: a call that changes nothing makes Qt 6.4 forget that the tabs must be laid out.
  const auto show = [bar](int i, bool on) {
    if (bar->isTabVisible(i) != on) bar->setTabVisible(i, on);
  };
  for (int i = 0; i < bar->count(); ++i) show(i, true);
  int all = 0;
  for (int i = 0; i < bar->count(); ++i) all += bar->tabRect(i).width();
  const int whole = width() - 2 * theme().px(8);
  const bool fits = all <= whole;
  int room = whole - (fits ? 0 : m_more->sizeHint().width() + 2 * theme().px(8));
  if (bar->currentIndex() >= 0) room -= bar->tabRect(bar->currentIndex()).width();
  std::vector<bool> shown;
  bool full = false;
  for (int i = 0; i < bar->count(); ++i) {
    if (i != bar->currentIndex()) {
      full = full || bar->tabRect(i).width() > room; // from the first that does not fit all go: the order stays
      if (!full) room -= bar->tabRect(i).width();
    }
    shown.push_back(i == bar->currentIndex() || !full);
  }
  for (int i = 0; i < bar->count(); ++i) show(i, shown[static_cast<std::size_t>(i)]);
  m_more->setVisible(!fits);
  bar->updateGeometry();
}

void LookTabs::openMenu() {
  QMenu menu(this);
  const QTabBar* bar = m_strip->bar();
  for (int i = 0; i < bar->count(); ++i) {
    if (bar->isTabVisible(i)) continue;
    QAction* action = menu.addAction(bar->tabText(i));
    action->setData(i);
  }
  if (const QAction* chosen = menu.exec(m_more->mapToGlobal(QPoint(0, m_more->height() + 2)))) setCurrent(chosen->data().toInt());
}

void LookTabs::nameButton() {
  m_more->setAccessibleName(tr("More pictures"));
  m_more->setToolTip(tr("<b>More pictures</b><br>Lists the pictures that have no room in this row.<br>A wider window shows more of them."));
}

void LookTabs::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fit();
}

void LookTabs::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  fit();
}

void LookTabs::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) nameButton();
  QWidget::changeEvent(event);
}

} // namespace glassbox
