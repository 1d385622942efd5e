#include "widgets/model/edit_locks.h"

namespace glassbox {
namespace {

/// What is not written has its default: writing that out changes nothing.
ParamValue valueOf(const TrainingPlan& plan, const std::string& key) {
  if (const ParamValue* value = plan.values.find(key)) return *value;
  const ParamDef* def = findParam(planParams(), key);
  return def ? def->fallback : ParamValue(false);
}

bool changes(const std::string& control, const EditValue& before, const EditValue& after) {
  if (control == "network") return before.spec != after.spec;
  if (control == "data") return before.data != after.data;
  if (control == "seed") return before.plan.seed != after.plan.seed;
  return valueOf(before.plan, control) != valueOf(after.plan, control);
}

} // namespace

std::optional<Error> brokenLock(const EditLocks& locks, const EditValue& before, const EditValue& after) {
  for (const auto& [control, sentence] : locks)
    if (changes(control, before, after)) return Error(sentence);
  return std::nullopt;
}

} // namespace glassbox
