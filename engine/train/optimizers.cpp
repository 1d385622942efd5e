#include "engine/train/optimizers.h"

#include <algorithm>
#include <cmath>

#include "engine/core/portable_math.h"
#include "engine/train/update_arrays.h"

namespace glassbox {

namespace {

std::string adamArguments(const PlanValues& plan) {
  return "betas=(" + writeParam(plan.beta1) + ", " + writeParam(plan.beta2) + "), eps=" + writeParam(plan.epsilon);
}

}  // namespace

std::span<const OptimizerDef> allOptimizers() {
  static const std::vector<OptimizerDef> defs = {
      {"gd", UpdateRule::Sgd, GB_TEXT("engine", "Gradient descent"), GB_TEXT("engine", "Takes all training samples for every step: the exact gradient, one step per epoch."),
       "w \\leftarrow w - \\eta\\, g", {"rate", "l2", "l1"}, 0, true, "SGD", nullptr, {}, sgdArrays()},
      {"sgd", UpdateRule::Sgd, GB_TEXT("engine", "SGD"), GB_TEXT("engine", "Gradient descent on mini-batches: a noisy gradient, many cheap steps per epoch."), "w \\leftarrow w - \\eta\\, g",
       {"rate", "batch", "l2", "l1"}, 0, false, "SGD", nullptr, {}, sgdArrays()},
      {"momentum", UpdateRule::Momentum, GB_TEXT("engine", "Momentum"), GB_TEXT("engine", "SGD with inertia: steps in the same direction add up, zigzags cancel."),
       "v \\leftarrow \\mu v + g, \\quad w \\leftarrow w - \\eta\\, v", {"rate", "momentum", "batch", "l2", "l1"}, 1, false, "SGD",
       [](const PlanValues& plan) { return "momentum=" + writeParam(plan.momentum); }, {}, momentumArrays()},
      {"nesterov", UpdateRule::Nesterov, GB_TEXT("engine", "Nesterov"), GB_TEXT("engine", "Momentum that looks ahead: it takes the gradient as if the next step had already gone on, and so brakes earlier before the other side of a valley."), "v \\leftarrow \\mu v + g, \\quad w \\leftarrow w - \\eta\\,(g + \\mu v)",
       {"rate", "momentum", "batch", "l2", "l1"}, 1, false, "SGD",
       [](const PlanValues& plan) { return plan.momentum > 0 ? "momentum=" + writeParam(plan.momentum) + ", nesterov=True" : std::string("momentum=0"); }, {}, nesterovArrays()},
      {"adagrad", UpdateRule::AdaGrad, GB_TEXT("engine", "AdaGrad"), GB_TEXT("engine", "Divides each weight's step by the root of all its squared gradients so far: rare features keep large steps. The steps only ever become smaller."), "s \\leftarrow s + g^{2}, \\quad w \\leftarrow w - \\eta\\, \\frac{g}{\\sqrt{s} + \\epsilon}",
       {"rate", "epsilon", "batch", "l2", "l1"}, 1, false, "Adagrad",
       [](const PlanValues& plan) { return "eps=" + writeParam(plan.epsilon); }, {}, adaGradArrays()},
      {"rmsprop", UpdateRule::RmsProp, GB_TEXT("engine", "RMSProp"), GB_TEXT("engine", "Divides each weight's step by the root of a running mean of its squared gradients, so that steep and flat directions move alike. Beta 2 is its memory; 0.99 is usual."), "s \\leftarrow \\beta_{2} s + (1 - \\beta_{2})\\, g^{2}, \\quad w \\leftarrow w - \\eta\\, \\frac{g}{\\sqrt{s} + \\epsilon}",
       {"rate", "beta2", "epsilon", "batch", "l2", "l1"}, 1, false, "RMSprop",
       [](const PlanValues& plan) { return "alpha=" + writeParam(plan.beta2) + ", eps=" + writeParam(plan.epsilon); }, "alpha is what Glassbox calls beta 2", rmsPropArrays()},
      {"adam", UpdateRule::Adam, GB_TEXT("engine", "Adam"), GB_TEXT("engine", "Gives every weight its own step size from running means of its gradient and squared gradient. Forgiving about the rate; 0.001 is the usual start."),
       "w \\leftarrow w - \\eta\\, \\frac{\\hat{m}}{\\sqrt{\\hat{v}} + \\epsilon}", {"rate", "beta1", "beta2", "epsilon", "batch", "l2", "l1"}, 2, false, "Adam", adamArguments, {}, adamArrays()},
      {"adamw", UpdateRule::AdamW, GB_TEXT("engine", "AdamW"), GB_TEXT("engine", "Adam with weight decay of its own: the weights shrink by a share of themselves, and not through the gradient that Adam would rescale. The usual choice for transformers."), "w \\leftarrow w - \\eta\\, \\lambda\\, w - \\eta\\, \\frac{\\hat{m}}{\\sqrt{\\hat{v}} + \\epsilon}",
       {"rate", "beta1", "beta2", "epsilon", "weight_decay", "decay_on", "batch", "l1"}, 2, false, "AdamW", adamArguments, {}, adamWArrays()},
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

void Optimizer::begin(const PlanValues& plan, double rate, std::int64_t step) {
  for (std::size_t weight = 0; weight < m_used.size(); ++weight)
    std::fill_n(m_sums.begin() + static_cast<std::ptrdiff_t>(weight) * kBlocks, m_used[weight].load(std::memory_order_relaxed), UpdateSums{});
  UpdateStep s;
  s.rate = static_cast<Real>(rate);
  s.momentum = static_cast<Real>(plan.momentum);
  s.beta2 = static_cast<Real>(plan.beta2);
  s.epsilon = static_cast<Real>(plan.epsilon);
  const bool isAdamW = m_def->rule == UpdateRule::AdamW;
  if (m_def->rule == UpdateRule::Adam || isAdamW) {
    s.rate = static_cast<Real>(rate / (1 - portable::power(plan.beta1, step)));
    s.correction2 = static_cast<Real>(1 / std::sqrt(1 - portable::power(plan.beta2, step)));
    s.beta1 = static_cast<Real>(plan.beta1);
  }
  const Real decay = isAdamW ? static_cast<Real>(rate * plan.weightDecay) : Real(0);
  if (plan.decayAll) s.decay = decay;
  m_otherStep = s;
  s.decay = decay;
  s.l2 = static_cast<Real>(plan.l2);
  s.l1 = static_cast<Real>(plan.l1);
  s.l1Rate = static_cast<Real>(rate);
  m_weightStep = s;
}

void Optimizer::scaleGradients(double scale) { m_weightStep.gradientScale = m_otherStep.gradientScale = static_cast<Real>(scale); }

void Optimizer::finished(int weight, int block, std::int64_t begin, std::int64_t end) {
  const WeightInfo& info = m_network.weightInfos()[static_cast<std::size_t>(weight)];
  const UpdateStep& step = info.def.role == WeightRole::Weight ? m_weightStep : m_otherStep;
  const std::size_t at = info.offset + static_cast<std::size_t>(begin);
  const Index n = end - begin;
  const Real* g = m_network.gradients().data() + at;
  Real* w = m_network.weights().data() + at;
  Real* first = m_state.data() + at;
  std::atomic<int>& used = m_used[static_cast<std::size_t>(weight)];
  for (int seen = used.load(std::memory_order_relaxed); seen <= block && !used.compare_exchange_weak(seen, block + 1, std::memory_order_relaxed);) {}
  UpdateSums& sums = m_sums[static_cast<std::size_t>(weight * kBlocks + block)];
  switch (m_def->rule) {
    case UpdateRule::Sgd: sums = m_kernels->updateSgd(n, step, g, w); break;
    case UpdateRule::Momentum: sums = m_kernels->updateMomentum(n, step, g, w, first); break;
    case UpdateRule::Nesterov: sums = m_kernels->updateNesterov(n, step, g, w, first); break;
    case UpdateRule::AdaGrad: sums = m_kernels->updateAdaGrad(n, step, g, w, first); break;
    case UpdateRule::RmsProp: sums = m_kernels->updateRmsProp(n, step, g, w, first); break;
    case UpdateRule::Adam:
    case UpdateRule::AdamW: sums = m_kernels->updateAdam(n, step, g, w, first, first + m_network.weights().size()); break;
  }
}

UpdateSums Optimizer::sumsOf(int weight) const {
  UpdateSums total;
  const int used = m_used[static_cast<std::size_t>(weight)].load(std::memory_order_relaxed);
  for (int block = 0; block < used; ++block) total.add(m_sums[static_cast<std::size_t>(weight * kBlocks + block)]);
  return total;
}

PlainUpdate updatePlainly(const PlanValues& plan, const PlainStep& step, double gradient, const PlainUpdate& before) {
  const UpdateRule rule = findOptimizer(plan.optimizer)->rule;
  const bool regularized = step.role == WeightRole::Weight;
  PlainUpdate after = before;
  const double g = step.gradientScale * gradient + (regularized ? plan.l2 * before.weight : 0);
  double move = g;
  switch (rule) {
    case UpdateRule::Sgd: break;
    case UpdateRule::Momentum: move = after.first = plan.momentum * before.first + g; break;
    case UpdateRule::Nesterov:
      after.first = plan.momentum * before.first + g;
      move = g + plan.momentum * after.first;
      break;
    case UpdateRule::AdaGrad:
      after.first = before.first + g * g;
      move = g / (std::sqrt(after.first) + plan.epsilon);
      break;
    case UpdateRule::RmsProp:
      after.first = plan.beta2 * before.first + (1 - plan.beta2) * g * g;
      move = g / (std::sqrt(after.first) + plan.epsilon);
      break;
    case UpdateRule::Adam:
    case UpdateRule::AdamW:
      after.first = plan.beta1 * before.first + (1 - plan.beta1) * g;
      after.second = plan.beta2 * before.second + (1 - plan.beta2) * g * g;
      move = after.first / (1 - portable::power(plan.beta1, step.number)) / (std::sqrt(after.second / (1 - portable::power(plan.beta2, step.number))) + plan.epsilon);
      if (rule == UpdateRule::AdamW && (regularized || plan.decayAll)) move += plan.weightDecay * before.weight;
      break;
  }
  after.weight = before.weight - step.rate * move;
  if (regularized && plan.l1 > 0) {
    const double shrink = step.rate * plan.l1;
    after.weight = after.weight > shrink ? after.weight - shrink : after.weight < -shrink ? after.weight + shrink : 0.0;
  }
  return after;
}

}  // namespace glassbox
