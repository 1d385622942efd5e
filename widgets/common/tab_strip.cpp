#include "widgets/common/tab_strip.h"

#include "widgets/common/theme_manager.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QTabBar>

namespace glassbox {

TabStrip::TabStrip(QWidget* parent) : QWidget(parent), m_bar(new QTabBar(this)), m_row(new QHBoxLayout(this)) {
  m_bar->setDrawBase(false);
  m_bar->setExpanding(false);
  m_bar->setUsesScrollButtons(true);
  m_bar->setElideMode(Qt::ElideNone);
  m_row->setSpacing(theme().px(8));
  m_row->addWidget(m_bar, 0, Qt::AlignBottom);
  m_row->addStretch(1);
  const auto fit = [this] {
    m_row->setContentsMargins(theme().px(8), 0, theme().px(8), 0);
    setFixedHeight(theme().px(32));
  };
  fit();
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, fit);
  connect(m_bar, &QTabBar::currentChanged, this, &TabStrip::currentChanged);
}

void TabStrip::setContent(const QStringList& tabs) {
  const int keep = std::max(0, m_bar->currentIndex());
  const QSignalBlocker quiet(m_bar);
  while (m_bar->count() > tabs.size()) m_bar->removeTab(m_bar->count() - 1);
  for (int i = 0; i < tabs.size(); ++i) {
    if (i < m_bar->count())
      m_bar->setTabText(i, tabs.at(i));
    else
      m_bar->addTab(tabs.at(i));
  }
  m_bar->setCurrentIndex(std::min(keep, static_cast<int>(tabs.size()) - 1));
}

void TabStrip::addCorner(QWidget* widget) { m_row->addWidget(widget, 0, Qt::AlignVCenter); }

int TabStrip::current() const { return m_bar->currentIndex(); }

void TabStrip::setCurrent(int index) { m_bar->setCurrentIndex(index); }

// A bar that gets its tabs before it is on the screen does not tell its layout that it has grown.
void TabStrip::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  m_bar->updateGeometry();
}

void TabStrip::paintEvent(QPaintEvent*) {
  QPainter p(this);
  p.fillRect(rect(), theme().color(ColorRole::Win));
  p.fillRect(QRect(0, height() - 1, width(), 1), theme().color(ColorRole::Line));
}

} // namespace glassbox
