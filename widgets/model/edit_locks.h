// What of the open project is kept fixed, by a lesson for example: the rule that every edit passes.
#pragma once

#include "engine/core/result.h"
#include "widgets/model/edit_command.h"

#include <map>
#include <optional>
#include <string>

namespace glassbox {

/// By control, the sentence that says that it is kept fixed: "network", "data", "weights", "seed", and keys of the plan.
using EditLocks = std::map<std::string, Text>;

/// The sentence of the first lock that the step from `before` to `after` would break; nothing: it may be taken.
std::optional<Error> brokenLock(const EditLocks& locks, const EditValue& before, const EditValue& after);

} // namespace glassbox
