#include "app/overflow_button.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme_manager.h"

#include <QEvent>
#include <QFrame>
#include <QPainter>
#include <QVBoxLayout>

namespace glassbox {
namespace {

class Popup : public QFrame {
 public:
  explicit Popup(QWidget* parent) : QFrame(parent, Qt::Popup) { setFillRole(this, ColorRole::Raised); }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter p(this);
    p.setPen(theme().color(ColorRole::Ctrl));
    p.drawRect(rect().adjusted(0, 0, -1, -1));
  }
};

} // namespace

OverflowButton::OverflowButton(QWidget* parent) : KeyButton(parent), m_popup(new Popup(this)), m_parts(new QVBoxLayout(m_popup)) {
  m_parts->setContentsMargins(6, 4, 12, 12);
  m_parts->setSpacing(0);
  setIcon(glassbox::icon("more"));
  connect(this, &KeyButton::clicked, this, &OverflowButton::open);
  retranslate();
}

void OverflowButton::take(QWidget* part) {
  m_parts->removeWidget(part);  // if it is there already, it goes to the end
  m_parts->addWidget(part);
  part->show();
}

void OverflowButton::closePopup() { m_popup->close(); }

void OverflowButton::open() {
  m_popup->adjustSize();
  m_popup->move(mapToGlobal(QPoint(0, height() + 2)));
  m_popup->show();
  for (QWidget* part : m_popup->findChildren<QWidget*>())
    if (part->isVisible() && part->isEnabled() && (part->focusPolicy() & Qt::TabFocus)) return part->setFocus(Qt::TabFocusReason);
}

void OverflowButton::retranslate() {
  setAccessibleName(tr("More"));
  setToolTip(tr("<b>More</b><br>Shows what the bar has no room for.<br>A wider window shows it all."));
}

void OverflowButton::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  KeyButton::changeEvent(event);
}

} // namespace glassbox
