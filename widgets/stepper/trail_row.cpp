#include "widgets/stepper/trail_row.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme_manager.h"
#include "widgets/stepper/stepper.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace glassbox {

TrailRow::TrailRow(Stepper* stepper, QWidget* parent) : QWidget(parent), m_stepper(stepper) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, theme().px(8));
  column->setSpacing(0);
  for (int i = 0; i < kShown; ++i) {
    auto* button = new QPushButton(this);
    button->setProperty("compact", true);
    button->setProperty("flat", true);
    button->setProperty("anyLanguage", true);  // names of numbers, as files have them
    column->addWidget(button, 0, Qt::AlignLeft);
    connect(button, &QPushButton::clicked, this, [this, i] { m_stepper->goBackTo(std::max<int>(0, static_cast<int>(m_stepper->trail().size()) - kShown) + i); });
    m_buttons.push_back(button);
  }
  connect(stepper, &Stepper::elementChanged, this, &TrailRow::write);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &TrailRow::write);
  write();
}

QStringList TrailRow::texts() const {
  QStringList all;
  for (const QPushButton* button : m_buttons)
    if (!button->isHidden()) all << button->text();
  return all;
}

void TrailRow::write() {
  const QStringList shown = m_stepper->trail().mid(std::max<qsizetype>(0, m_stepper->trail().size() - kShown));
  setVisible(!shown.isEmpty());
  for (int i = 0; i < kShown; ++i) {
    QPushButton* button = m_buttons[static_cast<std::size_t>(i)];
    button->setVisible(i < shown.size());
    if (i >= shown.size()) continue;
    button->setText(shown[i]);
    button->setIcon(icon("undo"));
    button->setAccessibleName(tr("Back to %1").arg(shown[i]));
    button->setToolTip(tr("<b>Back</b> Backspace, one at a time<br>Explains this number again.<br>The row is the way you came, link by link."));
  }
}

void TrailRow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) write();
  QWidget::changeEvent(event);
}

} // namespace glassbox
