#include "engine/train/schedules.h"

#include <algorithm>
#include <numbers>

#include "engine/core/portable_math.h"

namespace glassbox {

std::int64_t runLength(const PlanValues& plan, std::int64_t stepsPerEpoch) {
  const std::int64_t byEpochs = plan.epochs * stepsPerEpoch;
  return plan.steps && byEpochs ? std::min(plan.steps, byEpochs) : plan.steps + byEpochs;
}

double rateAt(const PlanValues& plan, std::int64_t step, std::int64_t stepsPerEpoch) {
  if (step < plan.warmup) return plan.rate * static_cast<double>(step + 1) / static_cast<double>(plan.warmup + 1);
  const std::int64_t since = step - plan.warmup;
  const double floor = std::min(plan.minRate, plan.rate);
  switch (plan.schedule) {
    case Schedule::Constant: return plan.rate;
    case Schedule::Step: {
      const std::int64_t every = plan.decaySteps ? plan.decaySteps : stepsPerEpoch;
      return std::max(floor, plan.rate * portable::power(plan.decayFactor, since / every));
    }
    case Schedule::Exponential: {
      const std::int64_t every = plan.decaySteps ? plan.decaySteps : stepsPerEpoch;
      return std::max(floor, plan.rate * portable::pow(plan.decayFactor, static_cast<double>(since) / static_cast<double>(every)));
    }
    case Schedule::Cosine: {
      const std::int64_t end = plan.decaySteps ? plan.decaySteps : runLength(plan, stepsPerEpoch);
      if (end == 0) return plan.rate;
      if (step >= end) return floor;
      const double share = static_cast<double>(since) / static_cast<double>(end - plan.warmup);
      return floor + (plan.rate - floor) * (1 + portable::cos(std::numbers::pi * share)) / 2;
    }
  }
  return plan.rate;
}

}  // namespace glassbox
