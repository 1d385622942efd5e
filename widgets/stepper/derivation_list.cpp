#include "widgets/stepper/derivation_list.h"

#include "widgets/common/theme_manager.h"
#include "widgets/formula/formula_widget.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace glassbox {

DerivationList::DerivationList(QWidget* parent) : QWidget(parent), m_button(new QPushButton(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(theme().px(8));
  m_button->setProperty("compact", true);
  m_button->setProperty("flat", true);
  column->addWidget(m_button, 0, Qt::AlignLeft);
  connect(m_button, &QPushButton::clicked, this, [this] { setUnfolded(!m_unfolded); });
  write();
}

void DerivationList::setLines(const std::vector<std::string>& lines) {
  if (lines != m_lines) m_unfolded = false;
  m_lines = lines;
  while (m_formulas.size() < lines.size()) {
    m_formulas.push_back(new FormulaWidget(this));
    layout()->addWidget(m_formulas.back());
  }
  write();
}

void DerivationList::setUnfolded(bool unfolded) {
  m_unfolded = unfolded;
  write();
}

void DerivationList::write() {
  setVisible(!m_lines.empty());
  m_button->setText(m_unfolded ? tr("Hide the steps in between") : tr("Why this formula?"));
  m_button->setToolTip(tr("<b>Why this formula?</b><br>Shows the steps in between: the chain rule through the parts, and what is left when it is simplified."));
  for (std::size_t i = 0; i < m_formulas.size(); ++i) {
    const bool shown = m_unfolded && i < m_lines.size();
    m_formulas[i]->setVisible(shown);
    if (!shown) continue;
    FormulaContent content;
    content.tex = QString::fromStdString(m_lines[i]);
    content.size = 17;
    content.alignment = Qt::AlignLeft;
    m_formulas[i]->setContent(content);
  }
}

void DerivationList::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) write();
  QWidget::changeEvent(event);
}

} // namespace glassbox
