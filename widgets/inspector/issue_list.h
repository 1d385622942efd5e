// All issues of the network in words: a click goes to the layer, a button repairs.
#pragma once

#include "engine/graph/network_spec.h"
#include "widgets/common/scroll_page.h"
#include "widgets/model/document.h"

#include <vector>

namespace glassbox {

class EmptyState;
class IssueCard;

class IssueList : public ScrollPage {
  Q_OBJECT

 public:
  explicit IssueList(Document& document, QWidget* parent = nullptr);
  const std::vector<IssueCard*>& cards() const { return m_cards; }

 signals:
  /// The cure of what the doctor found shall be tried beside the sick run.
  void cureClicked(const glassbox::Finding& finding);
  /// Empty: the issue is about the whole network.
  void nodeActivated(const glassbox::NodeId& node);

 protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void fill();

  Document& m_document;
  EmptyState* m_empty;
  std::vector<IssueCard*> m_cards;
};

/// "2 errors, 1 warning", "No issues": what the status line and the tab say.
QString issueSummary(const Analysis& analysis);

} // namespace glassbox
