// What one layer is: its parameters to set, and below what follows from them: formula, shapes, counts, weights, issues.
#pragma once

#include "widgets/inspector/fact_list.h"
#include "widgets/common/scroll_page.h"
#include "widgets/inspector/weights_view.h"
#include "widgets/model/document.h"

#include <string>
#include <vector>

class QBoxLayout;
class QLabel;

namespace glassbox {

class FormulaWidget;
class IssueCard;
class ParamForm;

class NodePage : public ScrollPage {
  Q_OBJECT

 public:
  // Keys of the rows that every layer has; no parameter of a layer contains a dot.
  static constexpr const char* kName = "node.name";
  static constexpr const char* kFrozen = "node.frozen";
  static constexpr const char* kBypassed = "node.bypassed";

  explicit NodePage(Document& document, QWidget* parent = nullptr);

  void setNode(const NodeId& node);
  const NodeId& node() const { return m_node; }
  /// Not empty: nothing of a layer can be set, and this says why.
  void setLocked(const QString& reason);
  /// Off: what can be set of a layer is not shown, only what follows from it.
  void setFormShown(bool shown);
  /// Arrays of this layer; empty: nothing has been trained yet.
  void setLive(const std::vector<LiveArray>& arrays);

  ParamForm* form() const { return m_form; }
  FactList* facts() const { return m_facts; }
  FormulaWidget* formula() const { return m_formula; }
  const std::vector<IssueCard*>& issueCards() const { return m_cards; }
  /// Puts the keyboard into the first parameter; into the name where there is none.
  void editParameters();
  /// Puts the keyboard into the name.
  void editName();

 signals:
  /// The cure of what the doctor found shall be tried beside the sick run.
  void cureClicked(const glassbox::Finding& finding);
  /// A number of an array of this layer was chosen; `where` is beside it on the screen.
  void weightActivated(const glassbox::LiveArray& array, const std::vector<std::int64_t>& index, QPoint where);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void fill();
  void fillIssues();
  void set(const std::string& key, const ParamValue& value);
  std::vector<Fact> factsOf(const NodeAnalysis& analysis) const;

  Document& m_document;
  NodeId m_node;
  QString m_locked;
  std::vector<IssueCard*> m_cards;
  QBoxLayout* m_issues;
  ParamForm* m_form;
  FormulaWidget* m_formula;
  FactList* m_facts;
  QLabel* m_notes;
  QWidget* m_liveRule;
  WeightsView* m_weights;
};

} // namespace glassbox
