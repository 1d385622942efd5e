// The inner arrays of an update as data: which there are for a plan, and what their terms are made of.
#pragma once

#include <optional>

#include "engine/train/optimizers.h"

namespace glassbox {

// ---- of each rule, in their order; the names of their terms are below ---------------------------------------------------

std::vector<UpdateArray> sgdArrays();
std::vector<UpdateArray> momentumArrays();
std::vector<UpdateArray> nesterovArrays();
std::vector<UpdateArray> adaGradArrays();
std::vector<UpdateArray> rmsPropArrays();
std::vector<UpdateArray> adamArrays();
std::vector<UpdateArray> adamWArrays();

/// The arrays that the update of a weight of this role goes through under a plan: what makes the gradient that the optimizer
/// takes ("clipped", "l2", "total"), the optimizer's own, and with L1 "moved", the weight before it is drawn towards 0.
std::vector<UpdateArray> updateArrays(const PlanValues& plan, WeightRole role);

/// Whether L2 and L1 work on a weight of this role.
bool isRegularized(WeightRole role);

/// The number that a name in the terms stands for when it is no array: "-1", "momentum", "beta1", "rest1" (1 - beta1), "beta2",
/// "rest2", "correction1" (1 / (1 - beta1^t)), "correction2", "lambda" (L2), "weight_decay"; nothing for another name.
/// `number` is t, the number of the step from 1.
/// The other names: "weight", "grad"; "g0", the gradient after clipping, and "g", after L2 too; "rate" and "clip_scale", one
/// number for the whole step.
std::optional<Factor> updateSetting(const std::string& name, const PlanValues& plan, std::int64_t number);

}  // namespace glassbox
