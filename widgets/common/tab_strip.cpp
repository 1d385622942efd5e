#include "widgets/common/tab_strip.h"

#include "widgets/common/theme_manager.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyleOptionTab>
#include <QTabBar>

namespace glassbox {
namespace {

/// The tab before the last takes all the room that is left, and is drawn at its own width.
class SpreadTabBar : public QTabBar {
 public:
  using QTabBar::QTabBar;

  QSize sizeHint() const override {
    int width = 0;
    for (int i = 0; i < count(); ++i) width += QTabBar::tabSizeHint(i).width();
    return {width, QTabBar::sizeHint().height()};
  }

 protected:
  QSize tabSizeHint(int index) const override {
    const QSize own = QTabBar::tabSizeHint(index);
    if (count() < 2 || index != count() - 2) return own;
    return {std::max(own.width(), own.width() + width() - sizeHint().width()), own.height()};
  }
  void initStyleOption(QStyleOptionTab* option, int index) const override {
    QTabBar::initStyleOption(option, index);
    option->rect.setWidth(std::min(option->rect.width(), QTabBar::tabSizeHint(index).width()));
  }
};

} // namespace

TabStrip::TabStrip(QWidget* parent, LastTab lastTab)
    : QWidget(parent), m_bar(lastTab == LastTab::AtTheEnd ? new SpreadTabBar(this) : new QTabBar(this)), m_row(new QHBoxLayout(this)), m_corner(new QWidget(this)) {
  m_bar->setDrawBase(false);
  m_bar->setExpanding(false);
  m_bar->setUsesScrollButtons(true);
  m_bar->setElideMode(Qt::ElideNone);
  m_row->setSpacing(theme().px(8));
  if (lastTab == LastTab::AtTheEnd) {
    m_row->addWidget(m_bar, 1);
  } else {
    m_row->addWidget(m_bar, 0, Qt::AlignBottom);
    m_row->addStretch(1);
  }
  auto* corner = new QHBoxLayout(m_corner);
  m_corner->hide();
  corner->setContentsMargins(0, 0, 0, 0);
  corner->setSpacing(theme().px(8));
  m_row->addWidget(m_corner, 0, Qt::AlignVCenter);
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
  {
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
  emit tabsChanged();
}

void TabStrip::setIcons(const QStringList& names) {
  m_icons = names;
  emit tabsChanged();
}

void TabStrip::setTabShown(int index, bool shown) {
  m_bar->setTabVisible(index, shown);
  m_bar->updateGeometry();  // Qt lays the tabs out anew and forgets to ask for the room
  emit tabsChanged();
}

void TabStrip::setFolded(bool folded) {
  m_bar->setProperty("folded", folded);
  m_bar->update();
  m_corner->setVisible(!folded && m_corner->layout()->count() > 0);
}

void TabStrip::addCorner(QWidget* widget) {
  m_corner->layout()->addWidget(widget);
  m_corner->show();
}

int TabStrip::current() const { return m_bar->currentIndex(); }

void TabStrip::setCurrent(int index) { m_bar->setCurrentIndex(index); }

std::vector<TabStrip::Tab> TabStrip::tabs() const {
  std::vector<Tab> tabs;
  for (int i = 0; i < m_bar->count(); ++i) {
    const QString whole = m_bar->tabToolTip(i);  // where the name is shortened
    tabs.push_back({whole.isEmpty() ? m_bar->tabText(i) : whole, m_icons.value(i), m_bar->isTabVisible(i)});
  }
  return tabs;
}

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
