// The learning rate of every step, as a pure function of the plan.
#pragma once

#include "engine/train/plan.h"

namespace glassbox {

/// The rate in force at the step before which `step` updates were done (0 for the first).
///   warm-up      rate (step + 1) / (warmup + 1)  for step < warmup, as nanoGPT's; the schedule begins behind it
///   step         rate decay_factor^floor(s / decay_steps),  s = step - warmup
///   exponential  rate decay_factor^(s / decay_steps)
///   cosine       min + (rate - min) (1 + cos(pi s / (decay_steps - warmup))) / 2,  min from decay_steps on
/// (Loshchilov & Hutter 2017 without restarts). The first three do not fall below min_rate either.
/// decay_steps = 0 stands for one epoch, and in cosine for the length of the run; a run without end keeps its rate.
double rateAt(const PlanValues& plan, std::int64_t step, std::int64_t stepsPerEpoch);

/// Steps after which the plan's limits of steps and epochs end a run; 0: they do not.
std::int64_t runLength(const PlanValues& plan, std::int64_t stepsPerEpoch);

}  // namespace glassbox
