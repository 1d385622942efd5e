#include "widgets/runs/run_words.h"

#include "engine/graph/analysis.h"
#include "engine/layers/loss.h"
#include "widgets/inspector/param_editor.h"
#include "widgets/model/language.h"

#include <QStringList>

namespace glassbox {
namespace {

Params wholePlan(const RecordedRun& run) {
  Params whole;
  for (const ParamDef& def : planParams()) whole.set(def.key, valueOf(run.plan, def));
  return whole;
}

} // namespace

QString networkWords(const NetworkSpec& spec) {
  const Analysis analysis = analyse(spec);
  QStringList words;
  for (const NodeId& id : analysis.order) {
    const NodeSpec* node = spec.find(id);
    const NodeDef* def = node ? findNode(node->key) : nullptr;
    if (!def || id == analysis.loss || node->key == "input") continue;
    const ParamDef* units = findParam(def->params, "units");
    const ParamDef* activation = findParam(def->params, "activation");
    if (!units) {
      words << translated(def->title);
      continue;
    }
    const auto written = [&](const ParamDef& param) {
      const ParamValue* value = node->params.find(param.key);
      return paramText(param, value ? *value : param.fallback);
    };
    QString layer = written(*units);
    if (activation) {
      const ParamValue* value = node->params.find(activation->key);
      const auto* word = value ? std::get_if<std::string>(value) : nullptr;
      if (word && *word != "linear" && *word != "none") layer += u' ' + written(*activation);
    }
    words << layer;
  }
  return words.join(QStringLiteral(" · "));
}

ParamValue settingOf(const RecordedRun& run, const ParamDef& def) {
  ParamValue value = valueOf(run.plan, def);
  for (const LiveChange& change : run.changes)
    if (change.key == def.key) value = change.value;
  return value;
}

QString settingWords(const RecordedRun& run, const ParamDef& def) {
  if (!counts(def.key, wholePlan(run))) return QStringLiteral("–");
  const ParamValue first = valueOf(run.plan, def), last = settingOf(run, def);
  if (first == last) return paramText(def, first);
  return QStringLiteral("%1 → %2").arg(paramText(def, first), paramText(def, last));
}

std::vector<const ParamDef*> settingsToTell(const std::vector<KeptRun>& runs) {
  std::vector<const ParamDef*> told;
  for (const ParamDef& def : planParams()) {
    bool differs = def.key == "optimizer" || def.key == "rate", everywhere = true, set = false;
    const RecordedRun* first = nullptr;
    for (const KeptRun& run : runs) {
      if (!counts(def.key, wholePlan(run.record))) {
        everywhere = false;
        continue;
      }
      if (!first) first = &run.record;
      set = set || settingOf(run.record, def) != def.fallback;
      differs = differs || settingWords(run.record, def) != settingWords(*first, def);
    }
    if (differs || (set && !everywhere)) told.push_back(&def);
  }
  return told;
}

} // namespace glassbox
