#include "widgets/common/empty_state.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme_manager.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace glassbox {

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_sentence(new QLabel(this)), m_button(new QPushButton(this)) {
  m_icon->setAlignment(Qt::AlignCenter);
  m_sentence->setAlignment(Qt::AlignCenter);
  m_sentence->setWordWrap(true);
  setTextRole(m_sentence, ColorRole::Text2);
  auto* column = new QVBoxLayout(this);
  column->setSpacing(theme().px(8));
  column->addStretch(1);
  column->addWidget(m_icon);
  column->addWidget(m_sentence);
  column->addSpacing(theme().px(4));
  column->addWidget(m_button, 0, Qt::AlignHCenter);
  column->addStretch(1);
  connect(m_button, &QPushButton::clicked, this, &EmptyState::triggered);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &EmptyState::redrawIcon);
}

void EmptyState::setContent(const EmptyStateContent& content) {
  m_content = content;
  m_sentence->setText(content.sentence);
  m_button->setText(content.button);
  m_button->setVisible(!content.button.isEmpty());
  setAccessibleName(content.sentence);
  redrawIcon();
}

void EmptyState::redrawIcon() {
  m_icon->setVisible(!m_content.icon.isEmpty());
  if (!m_content.icon.isEmpty())
    m_icon->setPixmap(iconPixmap(m_content.icon, theme().iconPx(20), devicePixelRatioF(), theme().color(ColorRole::Text3)));
}

} // namespace glassbox
