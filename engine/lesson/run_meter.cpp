#include "engine/lesson/run_meter.h"

#include <algorithm>
#include <cassert>

namespace glassbox {
namespace {

constexpr int kBatch = 256;  // samples of one forward pass

}  // namespace

Result<RunMeter> RunMeter::create(const RunSetup& setup, const std::set<Part>& parts) {
  Result<PlanValues> plan = planValues(setup.plan);
  if (!plan) return plan.error();
  CompileOptions options;
  options.maxBatch = kBatch;
  options.kernelSet = plan->portable ? KernelSet::v2 : defaultKernelSet();  // as the trainer's
  options.training = false;
  Result<Network> network = Network::compile(analyse(*setup.spec), options);
  if (!network) return network.error();
  return RunMeter(std::move(*network), setup, parts);
}

RunMeter::RunMeter(Network network, const RunSetup& setup, const std::set<Part>& parts) : m_network(std::move(network)) {
  for (Part part : parts) m_evaluators.try_emplace(part, m_network, setup.data, part);
}

RunMoment RunMeter::measure(std::span<const float> weights, std::int64_t step, std::span<const float> gradients) {
  assert(weights.size() == m_network.weights().size());
  std::copy(weights.begin(), weights.end(), m_network.weights().begin());
  Team alone;  // the other processors belong to the training
  RunMoment moment;
  moment.step = step;
  moment.weights = namedWeights(m_network.weightInfos(), weights);
  if (gradients.size() == weights.size()) moment.gradients = namedWeights(m_network.weightInfos(), gradients);
  for (auto& [part, evaluator] : m_evaluators) {
    Scores& measured = part == Part::Train ? moment.train : part == Part::Validation ? moment.validation : moment.test;
    measured = evaluator.run(m_network, alone);
  }
  return moment;
}

}  // namespace glassbox
