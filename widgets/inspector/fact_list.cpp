#include "widgets/inspector/fact_list.h"

#include "widgets/common/punctuation.h"
#include "widgets/common/theme_manager.h"
#include "widgets/inspector/param_editor.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace glassbox {

FactList::FactList(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &QWidget::updateGeometry);
}

void FactList::setContent(const std::vector<Fact>& facts) {
  const bool otherCount = facts.size() != m_facts.size();
  m_facts = facts;
  QStringList spoken;
  for (const Fact& fact : facts) spoken += tr("%1: %2", "Memory: 1.1 KB").arg(fact.name, fact.value);
  setAccessibleName(spoken.join(semicolon()));
  if (otherCount) updateGeometry();
  update();
}

int FactList::lineHeight() const { return theme().px(20); }

QSize FactList::sizeHint() const { return {theme().px(200), lineHeight() * static_cast<int>(m_facts.size())}; }

QSize FactList::minimumSizeHint() const { return {theme().px(120), sizeHint().height()}; }

void FactList::paintEvent(QPaintEvent*) {
  QPainter p(this);
  p.setFont(theme().font(FontRole::Normal));
  const QFontMetrics metrics = p.fontMetrics();
  for (std::size_t i = 0; i < m_facts.size(); ++i) {
    const Fact& fact = m_facts[i];
    const QRect line(0, lineHeight() * static_cast<int>(i), width(), lineHeight());
    const int room = width() - metrics.horizontalAdvance(fact.name) - theme().px(8);
    const bool fits = fact.shorter.isEmpty() || metrics.horizontalAdvance(fact.value) <= room;
    p.setPen(theme().color(ColorRole::Text2));
    p.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, fact.name);
    p.setPen(theme().color(ColorRole::Text));
    p.drawText(line, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
               metrics.elidedText(fits ? fact.value : fact.shorter, Qt::ElideLeft, room));
  }
}

bool FactList::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const std::size_t at = static_cast<std::size_t>(std::max(0, help->pos().y() / lineHeight()));
    if (at < m_facts.size())
      QToolTip::showText(help->globalPos(), tipText(m_facts[at].name + QStringLiteral(": ") + m_facts[at].value, m_facts[at].help), this);
    return true;
  }
  return QWidget::event(event);
}

} // namespace glassbox
