#include "app/keeping_bar.h"

#include "widgets/common/button_keys.h"
#include "widgets/common/theme_manager.h"
#include "widgets/model/language.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace glassbox {

KeepingBar::KeepingBar(QWidget* parent) : QWidget(parent), m_words(new QLabel(this)), m_save(new QPushButton(this)), m_hide(new QPushButton(this)) {
  setFillRole(this, ColorRole::Tint);
  m_words->setTextFormat(Qt::PlainText);
  m_words->setWordWrap(true);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(theme().px(16), theme().px(6), theme().px(12), theme().px(6));
  row->setSpacing(theme().px(8));
  row->addWidget(m_words, 1);
  for (QPushButton* button : {m_save, m_hide}) {
    button->setProperty("compact", true);
    keepButtonKeys(button);
    row->addWidget(button);
  }
  connect(m_save, &QPushButton::clicked, this, &KeepingBar::saveAsked);
  connect(m_hide, &QPushButton::clicked, this, &QWidget::hide);
  setTexts();
  hide();
}

void KeepingBar::setFault(Thing thing, const std::optional<Error>& fault) {
  std::optional<Error>& known = m_faults[static_cast<std::size_t>(thing)];
  if (known == fault) return;
  const bool isNew = fault && !known;
  known = fault;
  setTexts();
  if (!m_faults[0] && !m_faults[1]) return hide();
  if (!isNew) return;
  show();
  QAccessibleEvent alert(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&alert);
}

QString KeepingBar::words() const { return m_words->text(); }

void KeepingBar::setTexts() {
  const auto why = [](const Error& error) {
    const QString what = translated(error.what);
    return error.place.empty() ? what : tr("%1: %2").arg(QString::fromStdString(error.place), what);
  };
  QStringList lines;
  if (const auto& fault = m_faults[static_cast<std::size_t>(Thing::Work)])
    lines << tr("Your work is not kept against a crash now. %1 Glassbox tries again every few seconds; Save as… keeps it in another place.").arg(why(*fault));
  if (const auto& fault = m_faults[static_cast<std::size_t>(Thing::Progress)])
    lines << tr("Your progress in the lessons is not on the disk yet. %1 Glassbox holds it and tries again every few seconds.").arg(why(*fault));
  m_words->setText(lines.join(u'\n'));
  setAccessibleName(m_words->text());
  m_save->setText(tr("Save as…"));
  m_save->setToolTip(tr("<b>Save as…</b><br>Keeps the project in a folder of your choice."));
  m_save->setVisible(m_faults[static_cast<std::size_t>(Thing::Work)].has_value());
  m_hide->setText(tr("Hide"));
  m_hide->setToolTip(tr("<b>Hide</b><br>Takes this line away. It comes back when something else is not kept."));
}

void KeepingBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) setTexts();
  QWidget::changeEvent(event);
}

} // namespace glassbox
