// A training plan as Python: the optimizer with its groups of parameters, the schedule, one step with clipping.
#pragma once

#include <string>
#include <vector>

#include "engine/train/plan.h"

namespace glassbox {

/// `def rate_at(step)`, `def make_optimizer(model)`, `def train_step(model, optimizer, step, batch)` and `def train(...)`. `stepsPerEpoch`
/// is what the schedule counts in.
std::string torchTraining(const PlanValues& plan, std::int64_t stepsPerEpoch);

}  // namespace glassbox
