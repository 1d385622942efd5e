// Compiled in the double build only, which has no optimizer: gradients and their norm.
#include <cmath>

#include "engine/trace/step_update.h"

namespace glassbox::inline GLASSBOX_REAL_NS {

struct StepUpdate::Impl {
  Network& network;
};

StepUpdate::StepUpdate(Network& network, const StepData&, std::int64_t) : m_impl(new Impl{network}) {}
StepUpdate::~StepUpdate() = default;

void StepUpdate::backward() {
  Team alone;
  m_impl->network.backward(alone);
}

UpdatedNumbers StepUpdate::update() {
  UpdatedNumbers out;
  double squares = 0;
  for (const WeightInfo& info : m_impl->network.weightInfos())
    for (double g : m_impl->network.gradientsOf(info)) squares += info.trained ? g * g : 0;
  out.norm = std::sqrt(squares);
  return out;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
