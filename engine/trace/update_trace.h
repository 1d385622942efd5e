// The update of a traced step: the optimizer's inner arrays as entries of the trace, and the terms of each of their numbers.
#pragma once

#include <optional>

#include "engine/trace/record.h"

namespace glassbox {

/// Adds what the update of every trained weight goes through, behind the gradients.
void addUpdates(Trace& trace, const Analysis& analysis, const StepData& data, const RecordedStep& recorded);

/// Explains a number of an update, or one that belongs to the whole step (`learning_rate`); nothing for another array.
std::optional<Explanation> explainUpdate(const Trace& trace, const Analysis& analysis, const PlanValues& plan, const ElementRef& ref);

}  // namespace glassbox
