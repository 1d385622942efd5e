#include "app/recovery_bar.h"

#include "widgets/common/button_keys.h"
#include "widgets/common/number_format.h"
#include "widgets/common/theme_manager.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace glassbox {

RecoveryBar::RecoveryBar(QWidget* parent)
    : QWidget(parent), m_words(new QLabel(this)), m_restore(new QPushButton(this)), m_delete(new QPushButton(this)), m_later(new QPushButton(this)) {
  setFillRole(this, ColorRole::Tint);
  m_words->setTextFormat(Qt::PlainText);
  m_words->setWordWrap(true);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(theme().px(16), theme().px(6), theme().px(12), theme().px(6));
  row->setSpacing(theme().px(8));
  row->addWidget(m_words, 1);
  for (QPushButton* button : {m_restore, m_delete, m_later}) {
    button->setProperty("compact", true);
    keepButtonKeys(button);
    row->addWidget(button);
  }
  connect(m_restore, &QPushButton::clicked, this, &RecoveryBar::restoreAsked);
  connect(m_delete, &QPushButton::clicked, this, &RecoveryBar::deleteAsked);
  connect(m_later, &QPushButton::clicked, this, &RecoveryBar::laterAsked);
  setTexts();
  hide();
}

void RecoveryBar::setContent(const RecoveryContent& content) {
  m_content = content;
  setTexts();
}

QString RecoveryBar::words() const { return m_words->text(); }

void RecoveryBar::setTexts() {
  const QString name = m_content.name.isEmpty() ? tr("a project without a name") : m_content.name;
  const QString when = m_content.savedAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
  QString words = tr("Glassbox ended without being closed. Your work of %1 is kept: %2.").arg(when, name);
  if (m_content.step > 0) words = tr("Glassbox ended without being closed. Your work of %1 is kept: %2, trained to step %3.").arg(when, name, formatInteger(m_content.step));
  if (m_content.others > 0) words += tr(" Others are kept too: %1.").arg(m_content.others);
  m_words->setText(words);
  m_restore->setText(tr("Restore"));
  m_restore->setToolTip(tr("<b>Restore</b><br>Opens it as it was. A run goes on as if it had never stopped."));
  m_delete->setText(tr("Delete"));
  m_delete->setToolTip(tr("<b>Delete</b><br>Removes it for good. The project's own file stays as it was saved last."));
  m_later->setText(tr("Later"));
  m_later->setToolTip(tr("<b>Later</b><br>Asks again at the next start."));
}

void RecoveryBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) setTexts();
  QWidget::changeEvent(event);
}

} // namespace glassbox
