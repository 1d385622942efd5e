#include "widgets/inspector/issue_list.h"

#include "widgets/common/empty_state.h"
#include "widgets/common/theme_manager.h"
#include "widgets/inspector/issue_card.h"

#include <QEvent>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace glassbox {

IssueList::IssueList(Document& document, QWidget* parent) : ScrollPage(parent), m_document(document), m_empty(new EmptyState(this)) {
  column()->addWidget(m_empty, 1);
  column()->addStretch(0);
  connect(&document, &Document::changed, this, [this](Document::Changes what) {
    if (what & (Document::Network | Document::Fit)) fill();
  });
  fill();
}

void IssueList::fill() {
  std::vector<Issue> issues = m_document.analysis().issues;
  std::stable_sort(issues.begin(), issues.end(), [](const Issue& a, const Issue& b) { return a.severity < b.severity; }); // errors first
  while (m_cards.size() > issues.size()) {
    m_cards.back()->hide();
    m_cards.back()->deleteLater();
    m_cards.pop_back();
  }
  while (m_cards.size() < issues.size()) {
    auto* card = new IssueCard(m_document, IssueCard::Look::Row, widget());
    connect(card, &IssueCard::activated, this, &IssueList::nodeActivated);
    connect(card, &IssueCard::cureClicked, this, &IssueList::cureClicked);
    column()->insertWidget(static_cast<int>(m_cards.size()), card);
    m_cards.push_back(card);
  }
  for (std::size_t i = 0; i < issues.size(); ++i)
    if (m_cards[i]->issue() != issues[i] || m_cards[i]->sentence().isEmpty()) m_cards[i]->setContent(issues[i]);
  m_empty->setVisible(issues.empty());
  m_empty->setContent({QStringLiteral("check"), tr("No issues: the network can be trained."), {}});
}

void IssueList::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) fill();
  ScrollPage::changeEvent(event);
}

void IssueList::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up) {
    focusNextPrevChild(event->key() == Qt::Key_Down);
    return;
  }
  ScrollPage::keyPressEvent(event);
}

QString issueSummary(const Analysis& analysis) {
  const auto errors = static_cast<int>(std::count_if(analysis.issues.begin(), analysis.issues.end(),
                                                     [](const Issue& issue) { return issue.severity == Issue::Severity::Error; }));
  const int warnings = static_cast<int>(analysis.issues.size()) - errors;
  const QString errorText = errors == 1 ? IssueList::tr("1 issue") : IssueList::tr("%1 issues").arg(errors);
  const QString warningText = warnings == 1 ? IssueList::tr("1 hint") : IssueList::tr("%1 hints").arg(warnings);
  if (errors == 0 && warnings == 0) return IssueList::tr("No issues");
  if (errors == 0) return warningText;
  if (warnings == 0) return errorText;
  return IssueList::tr("%1, %2", "2 issues, 1 hint").arg(errorText, warningText);
}

} // namespace glassbox
