#include "engine/train/optimizers.h"

#include <algorithm>
#include <cmath>

namespace glassbox {

std::span<const OptimizerDef> allOptimizers() {
  static const std::vector<OptimizerDef> defs = {
      {"gd", GB_TEXT("engine", "Gradient descent"), GB_TEXT("engine", "Takes all training samples for every step: the exact gradient, one step per epoch."), "w \\leftarrow w - \\eta\\, g",
       {"rate", "l2", "l1"}, 0, true, "SGD"},
      {"sgd", GB_TEXT("engine", "SGD"), GB_TEXT("engine", "Gradient descent on mini-batches: a noisy gradient, many cheap steps per epoch."), "w \\leftarrow w - \\eta\\, g", {"rate", "batch", "l2", "l1"}, 0,
       false, "SGD"},
      {"momentum", GB_TEXT("engine", "Momentum"), GB_TEXT("engine", "SGD with inertia: steps in the same direction add up, zigzags cancel."), "v \\leftarrow \\mu v + g, \\quad w \\leftarrow w - \\eta\\, v",
       {"rate", "momentum", "batch", "l2", "l1"}, 1, false, "SGD"},
      {"adam", GB_TEXT("engine", "Adam"), GB_TEXT("engine", "Gives every weight its own step size from running means of its gradient and squared gradient. Forgiving about the rate; 0.001 is the usual start."),
       "w \\leftarrow w - \\eta\\, \\frac{\\hat{m}}{\\sqrt{\\hat{v}} + \\epsilon}", {"rate", "beta1", "beta2", "epsilon", "batch", "l2", "l1"}, 2, false, "Adam"},
  };
  return defs;
}

const OptimizerDef* findOptimizer(std::string_view key) {
  for (const OptimizerDef& def : allOptimizers())
    if (def.key == key) return &def;
  return nullptr;
}

Optimizer::Optimizer(Network& network, const PlanValues& plan)
    : m_network(network), m_def(findOptimizer(plan.optimizer)), m_kernels(&kernels(network.kernelSet())),
      m_state(network.weights().size() * static_cast<std::size_t>(m_def->statePerWeight)), m_sums(network.weightInfos().size() * kBlocks),
      m_used(network.weightInfos().size()) {}

void Optimizer::begin(const PlanValues& plan, std::int64_t step) {
  for (std::size_t weight = 0; weight < m_used.size(); ++weight)
    std::fill_n(m_sums.begin() + static_cast<std::ptrdiff_t>(weight) * kBlocks, m_used[weight].load(std::memory_order_relaxed), UpdateSums{});
  UpdateStep s;
  s.rate = static_cast<Real>(plan.rate);
  s.momentum = static_cast<Real>(plan.momentum);
  if (m_def->key == "adam") {
    const double t = static_cast<double>(step);
    s.rate = static_cast<Real>(plan.rate / (1 - std::pow(plan.beta1, t)));
    s.correction2 = static_cast<Real>(1 / std::sqrt(1 - std::pow(plan.beta2, t)));
    s.beta1 = static_cast<Real>(plan.beta1);
    s.beta2 = static_cast<Real>(plan.beta2);
    s.epsilon = static_cast<Real>(plan.epsilon);
  }
  m_biasStep = s;
  s.l2 = static_cast<Real>(plan.l2);
  s.l1 = static_cast<Real>(plan.l1);
  s.l1Rate = static_cast<Real>(plan.rate);
  m_weightStep = s;
}

void Optimizer::finished(int weight, int block, std::int64_t begin, std::int64_t end) {
  const WeightInfo& info = m_network.weightInfos()[static_cast<std::size_t>(weight)];
  const UpdateStep& step = info.def.role == WeightRole::Weight ? m_weightStep : m_biasStep;
  const std::size_t at = info.offset + static_cast<std::size_t>(begin);
  const Index n = end - begin;
  const Real* g = m_network.gradients().data() + at;
  Real* w = m_network.weights().data() + at;
  Real* first = m_state.data() + at;
  std::atomic<int>& used = m_used[static_cast<std::size_t>(weight)];
  for (int seen = used.load(std::memory_order_relaxed); seen <= block && !used.compare_exchange_weak(seen, block + 1, std::memory_order_relaxed);) {}
  UpdateSums& sums = m_sums[static_cast<std::size_t>(weight * kBlocks + block)];
  switch (m_def->statePerWeight) {
    case 0: sums = m_kernels->updateSgd(n, step, g, w); break;
    case 1: sums = m_kernels->updateMomentum(n, step, g, w, first); break;
    default: sums = m_kernels->updateAdam(n, step, g, w, first, first + m_network.weights().size()); break;
  }
}

UpdateSums Optimizer::sumsOf(int weight) const {
  UpdateSums total;
  const int used = m_used[static_cast<std::size_t>(weight)].load(std::memory_order_relaxed);
  for (int block = 0; block < used; ++block) total.add(m_sums[static_cast<std::size_t>(weight * kBlocks + block)]);
  return total;
}

PlainUpdate updatePlainly(const PlanValues& plan, std::int64_t step, bool regularized, double gradient, const PlainUpdate& before) {
  PlainUpdate after = before;
  const double g = gradient + (regularized ? plan.l2 * before.weight : 0);
  double move = plan.rate * g;
  if (plan.optimizer == "momentum") {
    after.first = plan.momentum * before.first + g;
    move = plan.rate * after.first;
  } else if (plan.optimizer == "adam") {
    const double t = static_cast<double>(step);
    after.first = plan.beta1 * before.first + (1 - plan.beta1) * g;
    after.second = plan.beta2 * before.second + (1 - plan.beta2) * g * g;
    const double mHat = after.first / (1 - std::pow(plan.beta1, t));
    const double vHat = after.second / (1 - std::pow(plan.beta2, t));
    move = plan.rate * mHat / (std::sqrt(vHat) + plan.epsilon);
  }
  after.weight = before.weight - move;
  if (regularized && plan.l1 > 0) {
    const double shrink = plan.rate * plan.l1;
    after.weight = after.weight > shrink ? after.weight - shrink : after.weight < -shrink ? after.weight + shrink : 0.0;
  }
  return after;
}

}  // namespace glassbox
