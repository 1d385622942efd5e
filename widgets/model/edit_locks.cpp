#include "widgets/model/edit_locks.h"

namespace glassbox {
namespace {

bool changes(const std::string& control, const EditValue& before, const EditValue& after) {
  if (control == "network") return before.spec != after.spec;
  if (control == "data") return before.data != after.data;
  if (control == "seed") return before.plan.seed != after.plan.seed;
  const ParamDef* setting = findParam(planParams(), control);
  return setting && valueOf(before.plan, *setting) != valueOf(after.plan, *setting);
}

} // namespace

std::optional<Error> brokenLock(const EditLocks& locks, const EditValue& before, const EditValue& after) {
  for (const auto& [control, sentence] : locks)
    if (changes(control, before, after)) return Error(sentence);
  return std::nullopt;
}

} // namespace glassbox
