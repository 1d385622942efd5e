#include "widgets/lesson/learner_head.h"

#include "widgets/common/button_keys.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/theme_manager.h"
#include "widgets/lesson/report_print.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace glassbox {
LearnerHead::LearnerHead(QWidget* parent) : QWidget(parent), m_name(new QPushButton(this)), m_report(new QPushButton(this)), m_figures(new ElidedLabel(this)), m_fault(new QLabel(this)) {
  for (QPushButton* button : {m_name, m_report}) {
    button->setProperty("flat", true);
    button->setProperty("compact", true);
    keepButtonKeys(button);
  }
  m_name->setProperty("leftAligned", true);
  m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  m_figures->setLook(FontRole::Hint, ColorRole::Text2);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(theme().px(4), theme().px(4), theme().px(4), theme().px(4));
  column->setSpacing(0);
  auto* row = new QHBoxLayout;
  row->setSpacing(theme().px(4));
  row->addWidget(m_name, 1);
  row->addWidget(m_report);
  column->addLayout(row);
  auto* second = new QHBoxLayout;
  second->setContentsMargins(theme().px(8), 0, theme().px(8), 0);
  second->addWidget(m_figures);
  column->addLayout(second);
  m_fault->setWordWrap(true);
  m_fault->setTextFormat(Qt::PlainText);
  m_fault->setContentsMargins(theme().px(8), theme().px(4), theme().px(8), theme().px(4));
  m_fault->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard); // it names a file
  setFontRole(m_fault, FontRole::Hint);
  setTextRole(m_fault, ColorRole::Err);
  column->addWidget(m_fault);
  connect(m_report, &QPushButton::clicked, this, &LearnerHead::reportRequested);
  setTexts();
}

void LearnerHead::setContent(const LearnerHeadContent& content) {
  if (content == m_content) return;
  m_content = content;
  setTexts();
}

void LearnerHead::setMenu(QMenu* menu) { m_name->setMenu(menu); }

void LearnerHead::setTexts() {
  const QString name = m_content.learner.isEmpty() ? tr("Learner") : m_content.learner;
  m_name->setProperty("anyLanguage", !m_content.learner.isEmpty());
  m_name->setAccessibleName(tr("Learner: %1").arg(name));
  m_name->setToolTip(tr("<b>%1</b><br>Whose progress the lessons keep: choose a learner, add, rename or delete one.<br>Several people can use this computer.").arg(name.toHtmlEscaped()));
  m_report->setText(tr("Report"));
  m_report->setToolTip(tr("<b>Report</b><br>Shows the skills, tasks and time of this learner.<br>Save it as a PDF, or as a file for the teacher."));
  fitName();
  m_figures->setContent(tr("%1 of %2 tasks · %3").arg(m_content.passed).arg(m_content.tasks).arg(spentText(m_content.seconds)));
  QString broken = m_content.fault; // a path has no blanks to break at
  m_fault->setText(broken.replace(u'/', QStringLiteral("/\u200B")));
  m_fault->setVisible(!m_content.fault.isEmpty());
}

/// A name that is wider than its button stands whole in the tooltip.
void LearnerHead::fitName() {
  const QString name = m_content.learner.isEmpty() ? tr("Learner") : m_content.learner;
  const int around = theme().px(4 + 4 + 4) + m_report->sizeHint().width() + theme().px(8 + 8 + 24); // margins, gap, padding and arrow
  QString shown = m_name->fontMetrics().elidedText(name, Qt::ElideRight, std::max(theme().px(24), width() - around));
  m_name->setText(shown.replace(u'&', QStringLiteral("&&")));
}

void LearnerHead::resizeEvent(QResizeEvent*) { fitName(); }

void LearnerHead::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) setTexts();
  QWidget::changeEvent(event);
}

} // namespace glassbox
