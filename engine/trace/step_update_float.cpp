// Compiled in the float build only: here Network and Optimizer are the trainer's.
#include "engine/trace/step_update.h"
#include "engine/train/clipping.h"

namespace glassbox::inline GLASSBOX_REAL_NS {

struct StepUpdate::Impl {
  Network& network;
  const StepData& data;
  Optimizer optimizer;
  GradientClip held;
  Team alone;
};

StepUpdate::StepUpdate(Network& network, const StepData& data, std::int64_t number)
    : m_impl(new Impl{network, data, Optimizer(network, data.plan), GradientClip(network), {}}) {
  m_impl->optimizer.begin(data.plan, data.rate, number);
  const std::span<float> state = m_impl->optimizer.state();
  const std::size_t arena = network.weights().size();
  auto from = data.optimizer.begin();
  for (std::size_t begin = 0; begin < state.size(); begin += arena)
    for (const WeightInfo& info : network.weightInfos())
      for (float& s : state.subspan(begin + info.offset, info.size)) s = static_cast<float>(*from++);
}
StepUpdate::~StepUpdate() = default;

void StepUpdate::backward() {
  m_impl->held.begin();
  m_impl->network.backward(m_impl->alone, &m_impl->held);
}

UpdatedNumbers StepUpdate::update() {
  Impl& m = *m_impl;
  UpdatedNumbers out;
  out.norm = m.held.norm(m.network, m.alone);
  if (m.data.plan.clip > 0) m.optimizer.scaleGradients(clipScale(out.norm, m.data.plan.clip));
  m.held.handOn(m.optimizer, m.alone);
  out.weights = flatWeights(m.network);
  const std::span<float> state = m.optimizer.state();
  const std::size_t arena = m.network.weights().size();
  for (std::size_t begin = 0; begin < state.size(); begin += arena)
    for (const WeightInfo& info : m.network.weightInfos()) {
      const auto part = state.subspan(begin + info.offset, info.size);
      out.optimizer.insert(out.optimizer.end(), part.begin(), part.end());
    }
  return out;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
