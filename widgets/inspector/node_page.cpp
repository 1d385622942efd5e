#include "widgets/inspector/node_page.h"

#include "engine/train/optimizers.h"
#include "widgets/common/number_format.h"
#include "widgets/common/theme_manager.h"
#include "widgets/formula/formula_widget.h"
#include "widgets/inspector/issue_card.h"
#include "widgets/inspector/param_form.h"
#include "widgets/inspector/param_row.h"
#include "widgets/model/language.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace glassbox {
namespace {

std::vector<ParamDef> rowsOfEveryLayer(const NodeAnalysis* analysis) {
  const bool trained = analysis && (!analysis->known || analysis->parameters > 0);
  std::vector<ParamDef> defs{wordsParam(NodePage::kName, GB_TEXT("inspector", "Name"),
                                        GB_TEXT("inspector", "Stands on the tile in place of the layer's title."), "")};
  if (trained)
    defs.push_back(switchParam(
        NodePage::kFrozen, GB_TEXT("inspector", "Frozen"),
        GB_TEXT("inspector", "Its weights stay as they are while the others are trained: what a layer has learned is kept."), false));
  if (!analysis || !analysis->def || (analysis->def->group != LayerGroup::Loss && analysis->def->group != LayerGroup::Data))
    defs.push_back(switchParam(NodePage::kBypassed, GB_TEXT("inspector", "Switched off"),
                               GB_TEXT("inspector", "Passes its input through unchanged: shows what the layer is good for."), false));
  return defs;
}

QString flops(std::int64_t count) {
  if (count < 100'000) return NodePage::tr("%1 FLOP / sample").arg(formatInteger(count));
  const double value = static_cast<double>(count);
  if (value < 1e9) return NodePage::tr("%1 MFLOP / sample").arg(formatFixed(value / 1e6, value < 1e7 ? 2 : 1));
  return NodePage::tr("%1 GFLOP / sample").arg(formatFixed(value / 1e9, 2));
}

QString typesText(const std::vector<PortType>& types) {
  QStringList parts;
  for (const PortType& type : types) parts += shapeText(type.shape);
  return parts.join(QStringLiteral(" + "));
}

} // namespace

NodePage::NodePage(Document& document, QWidget* parent) : ScrollPage(parent), m_document(document), m_issues(new QVBoxLayout) {
  m_issues->setSpacing(theme().px(8));
  column()->addLayout(m_issues);
  m_form = new ParamForm(widget());
  column()->addWidget(m_form);
  addRule();
  m_formula = new FormulaWidget(widget());
  column()->addWidget(m_formula);
  column()->addSpacing(theme().px(8));
  m_facts = new FactList(widget());
  column()->addWidget(m_facts);
  m_notes = new QLabel(widget());
  m_notes->setWordWrap(true);
  m_notes->setTextFormat(Qt::PlainText);
  setTextRole(m_notes, ColorRole::Text2);
  column()->addWidget(m_notes);
  m_liveRule = new QWidget(widget());
  m_weights = new WeightsView(m_liveRule);
  auto* live = new QVBoxLayout(m_liveRule);
  live->setContentsMargins(0, theme().px(12), 0, 0);
  live->setSpacing(theme().px(8));
  auto* rule = new QWidget(m_liveRule);
  rule->setFixedHeight(1);
  setFillRole(rule, ColorRole::Line);
  live->addWidget(rule);
  live->addWidget(m_weights);
  column()->addWidget(m_liveRule);
  column()->addStretch(1);
  m_liveRule->hide();
  connect(m_form, &ParamForm::valueChanged, this, &NodePage::set);
  connect(m_weights, &WeightsView::numberActivated, this, &NodePage::weightActivated);
  connect(&document, &Document::changed, this, &NodePage::fill);
}

void NodePage::setNode(const NodeId& node) {
  if (node == m_node) return;
  m_node = node;
  m_liveRule->hide();
  fill();
  if (!node.empty()) ensureVisible(0, 0);
}

void NodePage::setLocked(const QString& reason) {
  m_locked = reason;
  fill();
}

void NodePage::setFormShown(bool shown) { m_form->setVisible(shown); }

void NodePage::setLive(const std::vector<LiveArray>& arrays) {
  m_liveRule->setVisible(!arrays.empty());
  m_weights->setContent(arrays);
}

void NodePage::editParameters() {
  for (const ParamDef& def : m_form->content().defs)
    if (def.key.find('.') == std::string::npos) {
      if (ParamRow* row = m_form->row(def.key)) return row->editor()->control()->setFocus(Qt::ShortcutFocusReason);
    }
  editName();
}

void NodePage::editName() {
  if (ParamRow* row = m_form->row(kName)) row->editor()->control()->setFocus(Qt::ShortcutFocusReason);
}

void NodePage::fill() {
  const NodeSpec* node = m_document.spec().find(m_node);
  const auto at = m_document.analysis().nodes.find(m_node);
  if (!node || at == m_document.analysis().nodes.end()) return;
  const NodeAnalysis& analysis = at->second;
  ParamFormContent content;
  if (analysis.def) content.defs = analysis.def->params;
  for (ParamDef& def : rowsOfEveryLayer(&analysis)) content.defs.push_back(std::move(def));
  content.values = node->params;
  content.values.set(kName, node->name);
  content.values.set(kFrozen, node->frozen);
  content.values.set(kBypassed, node->bypassed);
  if (!m_locked.isEmpty())
    for (const ParamDef& def : content.defs) content.locked[def.key] = m_locked;
  content.words[kName] = tr("not named");
  content.words[kFrozen] = tr("keep fixed");
  content.words[kBypassed] = tr("pass through");
  m_form->setContent(content);
  m_formula->setVisible(analysis.def && !analysis.def->formula.empty());
  m_formula->setTex(analysis.def ? QString::fromStdString(analysis.def->formula) : QString());
  m_formula->setToolTip(analysis.def ? tipText(translated(analysis.def->title), translated(analysis.def->help)) : QString());
  m_facts->setContent(factsOf(analysis));
  QStringList notes;
  if (analysis.known)
    for (const Text& note : analysis.inference.notes) notes += translated(note);
  m_notes->setText(notes.join(QLatin1Char('\n')));
  m_notes->setVisible(!notes.isEmpty());
  fillIssues();
}

std::vector<Fact> NodePage::factsOf(const NodeAnalysis& analysis) const {
  std::vector<Fact> facts;
  if (!analysis.known) {
    facts.push_back(
        {tr("Input → output"), tr("not known yet"), {}, tr("Shapes follow when the layer is wired and its issues are solved.")});
    return facts;
  }
  const Inference& inference = analysis.inference;
  const bool isLoss = analysis.def->group == LayerGroup::Loss;
  const QString in = typesText(analysis.inputs), out = typesText(inference.outputs);
  const QString shapesHelp = tr("Extents of one sample; the batch comes in front.");
  if (analysis.inputs.empty())
    facts.push_back({tr("Output"), out, {}, shapesHelp});
  else if (isLoss)
    facts.push_back({tr("Input"), in, {}, shapesHelp});
  else
    facts.push_back({tr("Input → output"), in + QStringLiteral(" → ") + out, {}, shapesHelp});

  QStringList terms;
  for (const WeightDef& weight : inference.weights)
    if (weight.role != WeightRole::Statistic) terms += formatInteger(weight.shape.count());
  const QString total = formatInteger(analysis.parameters);
  const NodeSpec* node = m_document.spec().find(m_node);
  if (node && !node->weightsOf.empty())
    facts.push_back({tr("Parameters"),
                     tr("those of %1").arg(translated(nodeTitle(m_document.spec(), node->weightsOf))),
                     {},
                     tr("It uses another layer's weights.")});
  else if (analysis.parameters > 0)
    facts.push_back({tr("Parameters"), terms.size() > 1 ? terms.join(QStringLiteral(" + ")) + QStringLiteral(" = ") + total : total, total,
                     tr("Numbers that training changes.")});
  const std::string optimizerKey = [&] {
    const ParamValue* value = m_document.plan().values.find("optimizer");
    const auto* words = value ? std::get_if<std::string>(value) : nullptr;
    return words ? *words : std::get<std::string>(findParam(planParams(), "optimizer")->fallback);
  }();
  const OptimizerDef* optimizer = findOptimizer(optimizerKey);
  if (analysis.parameters > 0)
    facts.push_back({tr("Memory"),
                     formatBytes(4 * analysis.parameters * (2 + (optimizer ? optimizer->statePerWeight : 0))),
                     {},
                     tr("Weights, their gradients, and what the optimizer keeps for each; 4 bytes a number.")});
  std::int64_t kept = inference.cachePerSample();
  for (const PortType& type : inference.outputs) kept += type.shape.count();
  if (kept > 0 && !isLoss)
    facts.push_back({tr("Activations"),
                     tr("%1 / sample").arg(formatBytes(4 * 2 * kept)),
                     {},
                     tr("What forward keeps for backward, and the gradients of it; 4 bytes a number.")});
  if (inference.forwardFlops > 0)
    facts.push_back({tr("Forward"),
                     flops(inference.forwardFlops),
                     {},
                     tr("Additions and multiplications for one sample; backward takes about twice as many.")});
  if (analysis.def->pytorch)
    if (const std::string made = analysis.def->pytorch(analysis.inputs, analysis.params); !made.empty())
      facts.push_back({tr("In PyTorch"),
                       QString::fromStdString(made),
                       {},
                       tr("How the layer is made in PyTorch; the Code tab shows the whole network.")});
  return facts;
}

void NodePage::fillIssues() {
  std::vector<Issue> issues;
  for (const Issue& issue : m_document.analysis().issues)
    if (issue.node == m_node) issues.push_back(issue);
  while (m_cards.size() > issues.size()) {
    m_cards.back()->hide();
    m_cards.back()->deleteLater();
    m_cards.pop_back();
  }
  while (m_cards.size() < issues.size()) {
    auto* card = new IssueCard(m_document, IssueCard::Look::Card, widget());
    connect(card, &IssueCard::cureClicked, this, &NodePage::cureClicked);
    m_issues->addWidget(card);
    m_cards.push_back(card);
  }
  for (std::size_t i = 0; i < issues.size(); ++i)
    if (m_cards[i]->issue() != issues[i]) m_cards[i]->setContent(issues[i]);
  m_issues->setContentsMargins(0, issues.empty() ? 0 : theme().px(4), 0, issues.empty() ? 0 : theme().px(8));
}

void NodePage::set(const std::string& key, const ParamValue& value) {
  if (key == kName)
    m_document.rename(m_node, QString::fromStdString(std::get<std::string>(value)).trimmed());
  else if (key == kFrozen)
    m_document.setFrozen(m_node, std::get<bool>(value));
  else if (key == kBypassed)
    m_document.setBypassed(m_node, std::get<bool>(value));
  else if (const Result<void> done = m_document.setParam(m_node, key, value); !done)
    m_form->refuse(key, done.error());
}

void NodePage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) fill();
  ScrollPage::changeEvent(event);
}

} // namespace glassbox
