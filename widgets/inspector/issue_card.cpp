#include "widgets/inspector/issue_card.h"

#include "widgets/common/icons.h"
#include "widgets/common/style_paint.h"
#include "widgets/common/theme_manager.h"
#include "widgets/formula/formula_widget.h"
#include "widgets/model/document.h"
#include "widgets/model/language.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>

namespace glassbox {

IssueCard::IssueCard(Document& document, Look look, QWidget* parent)
    : QWidget(parent), m_document(document), m_look(look), m_sign(new QLabel(this)), m_sentence(new QLabel(this)),
      m_buttons(new QVBoxLayout), m_formula(new FormulaWidget(this)) {
  m_sentence->setWordWrap(true);
  m_sentence->setTextFormat(Qt::PlainText);
  m_sentence->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  m_sign->setAlignment(Qt::AlignTop);
  m_sign->setAttribute(Qt::WA_TransparentForMouseEvents);
  m_sentence->setAttribute(Qt::WA_TransparentForMouseEvents);
  auto* words = new QBoxLayout(look == Look::Row ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
  words->setSpacing(theme().px(8));
  auto* said = new QVBoxLayout;
  said->setSpacing(theme().px(4));
  said->addWidget(m_sentence);
  said->addWidget(m_formula);
  words->addLayout(said, 1);
  m_formula->hide();
  words->addLayout(m_buttons);
  m_buttons->setSpacing(theme().px(4));
  auto* line = new QHBoxLayout(this);
  line->setSpacing(theme().px(8));
  line->setContentsMargins(theme().px(8), theme().px(look == Look::Row ? 4 : 8), theme().px(8), theme().px(look == Look::Row ? 4 : 8));
  line->addWidget(m_sign, 0, Qt::AlignTop);
  line->addLayout(words, 1);
  if (look == Look::Row) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setMinimumHeight(theme().px(28));
    line->setAlignment(m_sign, Qt::AlignVCenter);
  }
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &IssueCard::write);
}

void IssueCard::setContent(const Issue& issue) {
  m_issue = issue;
  while (m_buttons->count() > 0) {
    QLayoutItem* item = m_buttons->takeAt(0);
    item->widget()->hide();
    item->widget()->deleteLater(); // its own click may be what changed the issue
    delete item;
  }
  m_cure = nullptr;
  for (std::size_t i = 0; i < issue.repairs.size(); ++i) {
    auto* button = new QPushButton(this);
    button->setProperty("compact", true);
    connect(button, &QPushButton::clicked, this, [this, i] { repair(i); });
    m_buttons->addWidget(button, 0, m_look == Look::Row ? Qt::AlignRight : Qt::AlignLeft);
  }
  addCure();
  write();
}

void IssueCard::addCure() {
  const Finding* finding = m_document.findingOf(m_issue);
  m_formula->setVisible(finding && !finding->formula.empty());
  if (finding) m_formula->setContent({.tex = QString::fromStdString(finding->formula), .size = 15, .style = FormulaStyle::Display, .alignment = Qt::AlignLeft});
  if (!finding || finding->cure.empty()) return;
  m_cure = new QPushButton(this);
  m_cure->setProperty("compact", true);
  connect(m_cure, &QPushButton::clicked, this, [this, found = *finding] { emit cureClicked(found); });
  m_buttons->addWidget(m_cure, 0, m_look == Look::Row ? Qt::AlignRight : Qt::AlignLeft);
}

QString IssueCard::sentence() const {
  // The sentence names the node by its title; the id is for files.
  const Error& error = m_issue.error;
  return translated(Error(error.what, error.place == m_issue.node ? std::string() : error.place, error.hint));
}

void IssueCard::write() {
  const bool error = m_issue.severity == Issue::Severity::Error;
  m_sign->setPixmap(iconPixmap(error ? QStringLiteral("err") : QStringLiteral("warn"), theme().iconPx(16), devicePixelRatioF(),
                               theme().color(error ? ColorRole::Err : ColorRole::Warn)));
  const QString text = sentence();
  m_sentence->setText(text);
  setAccessibleName(error ? tr("Issue: %1").arg(text) : tr("Hint: %1").arg(text));
  const Finding* finding = m_document.findingOf(m_issue);
  if (m_cure && finding) {
    const QString cure = translated(finding->cure.label);
    m_cure->setText(tr("Try the cure beside it"));
    m_cure->setAccessibleName(tr("Try the cure beside it: %1").arg(cure));
    m_cure->setToolTip(tr("<b>Try the cure beside it</b><br>Trains this network and a copy with one change, step for step: %1.<br>See whether the change helps.").arg(cure.toHtmlEscaped()));
  }
  for (int i = 0; i < static_cast<int>(m_issue.repairs.size()); ++i) {
    auto* button = qobject_cast<QPushButton*>(m_buttons->itemAt(i)->widget());
    if (button) button->setText(translated(m_issue.repairs[static_cast<std::size_t>(i)].label));
  }
}

void IssueCard::repair(std::size_t index) {
  const Issue issue = m_issue; // the edit replaces this card's content
  const Result<void> done = m_document.repair(issue, issue.repairs[index]);
  if (!done) m_sentence->setText(translated(done.error()));
}

void IssueCard::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) write();
  QWidget::changeEvent(event);
}

void IssueCard::keyPressEvent(QKeyEvent* event) {
  if (m_look == Look::Row && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space))
    return emit activated(m_issue.node);
  QWidget::keyPressEvent(event);
}

void IssueCard::mouseReleaseEvent(QMouseEvent* event) {
  if (m_look == Look::Row && event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
    emit activated(m_issue.node);
}

void IssueCard::enterEvent(QEnterEvent*) { update(); }

void IssueCard::leaveEvent(QEvent*) { update(); }

void IssueCard::paintEvent(QPaintEvent*) {
  QPainter p(this);
  if (m_look == Look::Card)
    style::box(p, rect(), theme().px(6), theme().color(m_issue.severity == Issue::Severity::Error ? ColorRole::ErrBg : ColorRole::WarnBg),
               {});
  else if (underMouse())
    style::box(p, rect(), theme().px(4), theme().color(ColorRole::Hover), {});
}

} // namespace glassbox
