#include "widgets/inspector/training_form.h"

#include "engine/train/optimizers.h"
#include "widgets/common/number_format.h"
#include "widgets/common/section_label.h"
#include "widgets/common/theme_manager.h"
#include "widgets/formula/formula_widget.h"
#include "widgets/inspector/fact_list.h"
#include "widgets/inspector/param_form.h"
#include "widgets/model/language.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

enum GroupIndex : std::size_t { Rule, Regularization, Course, Start, Stop, GroupCount };

constexpr const char* kSeed = "seed";
constexpr const char* kValidation = "validation";

// Keys of the plan by group; the others belong to the rule.
const std::map<std::string, GroupIndex>& groups() {
  static const std::map<std::string, GroupIndex> table{
      {"l2", Regularization},       {"l1", Regularization}, {"weight_decay", Regularization}, {"decay_on", Regularization},
      {"clip", Regularization},     {"schedule", Course},   {"warmup", Course},               {"decay_steps", Course},
      {"decay_factor", Course},     {"min_rate", Course},   {"init", Start},                  {"init_size", Start},
      {"shuffle", Start},           {"portable", Start},    {"steps", Stop},                  {"epochs", Stop},
      {"seconds", Stop},            {"patience", Stop},     {"stop_loss", Stop}};
  return table;
}

ParamDef seedDef() {
  return integerParam(
      kSeed, GB_TEXT("inspector", "Seed"),
      GB_TEXT(
          "inspector",
          "Decides the first weights, the order of the samples and all else that is drawn by chance. The same seed gives the same run."),
      1, 0, std::int64_t{1} << 53);
}

ParamDef validationDef(double test) {
  return numberParam(
      kValidation, GB_TEXT("inspector", "Validation"),
      GB_TEXT("inspector",
              "Share of the training samples that is kept back to choose settings by. The test part stays untouched until the end."),
      0, 0, std::max(0.0, std::floor((0.95 - test) * 100) / 100));
}

} // namespace

TrainingForm::TrainingForm(Document& document, QWidget* parent) : ScrollPage(parent), m_document(document) {
  m_loss = new FactList(widget());
  column()->addWidget(m_loss);
  m_lossFormula = new FormulaWidget(widget());
  column()->addWidget(m_lossFormula);
  column()->addSpacing(theme().px(4));
  for (std::size_t i = 0; i < GroupCount; ++i) {
    Group group{new SectionLabel(SectionLabel::Kind::Group, widget()), new ParamForm(widget())};
    if (i == Rule) group.title->hide();
    column()->addWidget(group.title);
    column()->addWidget(group.form);
    column()->addSpacing(theme().px(8));
    connect(group.form, &ParamForm::valueChanged, this, &TrainingForm::set);
    m_groups.push_back(group);
  }
  addRule();
  m_formula = new FormulaWidget(widget());
  m_help = new QLabel(widget());
  m_help->setWordWrap(true);
  m_help->setTextFormat(Qt::PlainText);
  setTextRole(m_help, ColorRole::Text2);
  column()->addWidget(m_formula);
  column()->addSpacing(theme().px(8));
  column()->addWidget(m_help);
  column()->addStretch(1);
  connect(&document, &Document::changed, this, &TrainingForm::fill);
  fill();
}

void TrainingForm::setRunning(bool running) {
  if (running == m_running) return;
  m_running = running;
  fill();
}

void TrainingForm::setLocked(const std::map<std::string, QString>& locked) {
  m_locked = locked;
  fill();
}

void TrainingForm::setHidden(const std::set<std::string>& hidden) {
  m_hidden = hidden;
  fill();
}

void TrainingForm::setLiveChanged(const std::set<std::string>& keys) {
  m_changed = keys;
  fill();
}

QString TrainingForm::runningReason() { return tr("Can be changed when the training is paused and started anew."); }

ParamForm* TrainingForm::formOf(const std::string& key) const {
  for (const Group& group : m_groups)
    if (group.form->row(key)) return group.form;
  return nullptr;
}

std::vector<ParamDef> TrainingForm::defsOf(std::size_t group) const {
  const Params plan = values();
  std::vector<ParamDef> defs;
  for (const ParamDef& def : planParams()) {
    const auto at = groups().find(def.key);
    if (counts(def.key, plan) && (at == groups().end() ? Rule : at->second) == group) defs.push_back(def);
  }
  if (group == Start) {
    defs.push_back(seedDef());
    defs.push_back(validationDef(m_document.data().shares.test));
  }
  std::erase_if(defs, [&](const ParamDef& def) { return m_hidden.count(def.key) != 0; });
  return defs;
}

Params TrainingForm::values() const {
  // A plan from a file may hold what this version does not know: the known rest is shown.
  Params known;
  for (const ParamDef& def : planParams()) {
    const ParamValue* value = m_document.plan().values.find(def.key);
    const Result<ParamValue> checked = value ? checkParam(def, *value) : Result<ParamValue>(def.fallback);
    known.set(def.key, checked.ok() ? *checked : def.fallback);
  }
  known.set(kSeed, static_cast<std::int64_t>(m_document.plan().seed));
  known.set(kValidation, m_document.data().shares.validation);
  return known;
}

void TrainingForm::fill() {
  const QString titles[GroupCount] = {{}, tr("Regularization"), tr("Rate over time"), tr("Start"), tr("Stop")};
  for (std::size_t i = 0; i < GroupCount; ++i) {
    ParamFormContent content{defsOf(i), values()};
    content.changed = m_changed;
    content.fieldWidth = 68; // 0.00012: rates want it, and all fields stand under each other
    content.locked = m_locked;
    if (m_running)
      for (const ParamDef& def : content.defs)
        if (!def.keepsShapes) content.locked.try_emplace(def.key, runningReason());
    for (const char* limit : {"steps", "epochs", "seconds"}) content.words[limit] = tr("no limit");
    for (const char* rule : {"stop_loss", "patience", "clip"}) content.words[rule] = tr("never");
    content.words["shuffle"] = tr("each epoch");
    content.words["portable"] = tr("Same on every computer"); // where the whole name does not fit
    m_groups[i].title->setContent(titles[i]);
    m_groups[i].form->setContent(content);
    if (i != Rule) m_groups[i].title->setVisible(!content.defs.empty());
  }
  fillFacts();
}

void TrainingForm::fillFacts() {
  const Analysis& analysis = m_document.analysis();
  const QString loss = analysis.loss.empty() ? tr("none yet") : translated(nodeTitle(m_document.spec(), analysis.loss));
  m_loss->setContent({{tr("Loss"), loss, {}, tr("What training makes small. It is a layer of the diagram: add or replace it there.")}});
  const auto lossNode = analysis.nodes.find(analysis.loss);
  const NodeDef* lossDef = lossNode != analysis.nodes.end() ? lossNode->second.def : nullptr;
  m_lossFormula->setVisible(lossDef && !lossDef->formula.empty());
  m_lossFormula->setTex(lossDef ? QString::fromStdString(lossDef->formula) : QString());
  const OptimizerDef* optimizer = findOptimizer(values().words("optimizer"));
  m_formula->setTex(optimizer ? QString::fromStdString(optimizer->formula) : QString());
  m_help->setText(optimizer ? translated(optimizer->help) : QString());
}

void TrainingForm::set(const std::string& key, const ParamValue& value) {
  if (key == kValidation) {
    DataSpec spec = m_document.data();
    spec.shares.validation = std::get<double>(value);
    m_document.setData(spec);
    return;
  }
  const Result<void> done = m_document.setPlanValue(key, writeParam(value));
  if (!done) {
    if (ParamForm* form = formOf(key)) form->refuse(key, done.error());
    return;
  }
  const ParamDef* def = findParam(planParams(), key);
  if (m_running && def && def->keepsShapes) emit liveChanged(key, value);
}

void TrainingForm::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) fill();
  ScrollPage::changeEvent(event);
}

} // namespace glassbox
