#include "widgets/lesson/work_bar.h"

#include "widgets/common/button_keys.h"
#include "widgets/common/theme_manager.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace glassbox {

WorkBar::WorkBar(QWidget* parent) : QWidget(parent), m_words(new QLabel(this)), m_button(new QPushButton(this)) {
  setFillRole(this, ColorRole::Tint);
  m_words->setWordWrap(true);
  m_button->setProperty("compact", true);
  keepButtonKeys(m_button);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(theme().px(24), theme().px(6), theme().px(12), theme().px(6));
  row->setSpacing(theme().px(8));
  row->addWidget(m_words, 1);
  row->addWidget(m_button);
  connect(m_button, &QPushButton::clicked, this, [this] {
    if (m_state == State::GoesOn) emit startAfreshAsked();
    else emit bringBackAsked();
  });
  setTexts();
  hide();
}

void WorkBar::setState(State state) {
  m_state = state;
  setTexts();
  setVisible(state != State::Nothing);
}

void WorkBar::setTexts() {
  if (m_state == State::GoesOn) {
    m_words->setText(tr("This is your network as you left it."));
    m_button->setText(tr("Start afresh"));
    m_button->setToolTip(tr("<b>Start afresh</b><br>Goes back to the lesson's set-up.<br>Your network is kept aside and can be brought back."));
  } else {
    m_words->setText(tr("This is the lesson's set-up. Your network from before is kept."));
    m_button->setText(tr("Bring it back"));
    m_button->setToolTip(tr("<b>Bring it back</b><br>Puts your network from before in place again.<br>What you have built since is kept aside instead."));
  }
}

void WorkBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) setTexts();
  QWidget::changeEvent(event);
}

} // namespace glassbox
