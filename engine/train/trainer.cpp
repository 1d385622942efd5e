#include "engine/train/trainer.h"

#include <bit>
#include <cstdio>

#include "engine/core/capped.h"
#include "engine/train/initializers.h"
#include "engine/train/statistics.h"
#include "engine/train/trainer_impl.h"

namespace glassbox {
namespace {

/// Samples that evaluation takes at once, also when steps are smaller; fewer where they would take much memory.
int evaluationBatch(const Analysis& analysis) {
  constexpr std::int64_t kMost = 128, kNumbers = std::int64_t{1} << 22;
  return static_cast<int>(std::clamp<std::int64_t>(kNumbers / std::max<std::int64_t>(1, analysis.cachePerSample), 1, kMost));
}

Buffer<float> copyOf(std::span<const Real> values) {
  Buffer<float> copy(values.size());
  std::copy(values.begin(), values.end(), copy.begin());
  return copy;
}

}  // namespace

void Spread::merge(const Spread& newer) {
  min = std::min(min, newer.min);
  max = std::max(max, newer.max);
  sum += newer.sum;
}

void StepPoint::merge(const StepPoint& newer) {
  const double share = static_cast<double>(newer.count) / static_cast<double>(count + newer.count);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    nodes[i].gradient += static_cast<float>(share * (newer.nodes[i].gradient - nodes[i].gradient));
    nodes[i].updateRatio += static_cast<float>(share * (newer.nodes[i].updateRatio - nodes[i].updateRatio));
  }
  loss.merge(newer.loss);
  rate = newer.rate;
  step = newer.step;
  epoch = newer.epoch;
  count += newer.count;
}

Trainer::Trainer(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {
  m_impl->worker = std::jthread([m = m_impl.get()](std::stop_token token) { m->work(token); });
}

Trainer::~Trainer() {
  {
    const std::lock_guard lock(m_impl->mutex);
    m_impl->quitting = true;
    m_impl->hasCommands.store(true, std::memory_order_relaxed);
  }
  m_impl->wake.notify_all();
  if (m_impl->worker.joinable()) m_impl->worker.join();
}

Result<std::unique_ptr<Trainer>> Trainer::create(RunSetup setup) {
  Result<PlanValues> plan = planValues(setup.plan);
  if (!plan) return plan.error();
  const Analysis analysis = analyse(*setup.spec);
  for (const Issue& issue : analysis.issues)
    if (issue.severity == Issue::Severity::Error) return issue.error;
  if (!setup.data) return Error(GB_TEXT("engine", "There are no data to train on: choose a data set first."));
  if (Result<void> fits = checkDataFits(analysis, *setup.data); !fits) return fits.error();
  std::vector<Text> remarks;
  if (plan->patience > 0) {
    Result<ValidatedData> validated = withValidation(setup.data, setup.plan.seed);
    if (!validated) return validated.error();
    setup.data = validated->data;
    if (validated->taken) remarks.push_back(validationTakenText(*setup.data));
  }
  const OptimizerDef& optimizer = *findOptimizer(plan->optimizer);
  const auto trainRows = static_cast<int>(setup.data->train);
  Batches::Options order;
  order.batch = optimizer.fullBatch ? trainRows : std::min(plan->batch, trainRows);
  order.shuffled = plan->shuffled && !optimizer.fullBatch;
  order.seed = setup.plan.seed;
  CompileOptions options;
  options.maxBatch = std::max(order.batch, evaluationBatch(analysis));
  options.kernelSet = plan->portable ? KernelSet::v2 : defaultKernelSet();
  const std::int64_t beside = optimizer.statePerWeight + kSnapshotCopies, told = trainingBytes(analysis, order.batch, optimizer.statePerWeight);
  const std::int64_t least = cappedProduct({static_cast<std::int64_t>(sizeof(float)), leastNumbers(analysis, options.maxBatch, 2 + beside)});
  if (Result<void> fits = checkNetworkFits(least, told); !fits) return fits.error();
  Result<Network> network = Network::compile(analysis, options);
  if (!network) return network.error();
  const std::int64_t all = static_cast<std::int64_t>(network->bytes() + sizeof(float) * network->weights().size() * static_cast<std::size_t>(beside));
  if (Result<void> fits = checkNetworkFits(all, told); !fits) return fits.error();
  initialize(*network, plan->init, setup.plan.seed, plan->initSize);
  Team alone;
  measureStatistics(*network, setup.data, alone);
  if (!setup.startWeights.empty()) {
    if (setup.startWeights.size() != network->weights().size())
      return Error(GB_TEXT("engine", "The start weights do not fit this network."));
    std::copy(setup.startWeights.begin(), setup.startWeights.end(), network->weights().begin());
  }
  auto impl = std::make_unique<Impl>(std::move(setup), *plan, std::move(*network), order);
  impl->remarks = std::move(remarks);
  const std::shared_ptr<const RunState> start = impl->setup.start;
  std::unique_ptr<Trainer> trainer(new Trainer(std::move(impl)));
  if (start)
    if (Result<void> begun = trainer->restore(*start); !begun) return begun.error();
  return trainer;
}

void Trainer::run() {
  m_impl->post([m = m_impl.get()] { m->setGoal(kNever); });
}
void Trainer::runSteps(std::int64_t steps) {
  m_impl->post([m = m_impl.get(), steps] { m->setGoal(m->step + steps); });
}
void Trainer::runEpoch() {
  m_impl->post([m = m_impl.get()] { m->setGoal((m->step / m->perEpoch + 1) * m->perEpoch); });
}
void Trainer::pause() {
  m_impl->post([m = m_impl.get()] {
    if (m->goal > m->step) m->goal = m->step, m->goalReason = StopReason::Paused;
  });
}
void Trainer::setPace(double stepsPerSecond) {
  m_impl->post([m = m_impl.get(), stepsPerSecond] {
    m->pace = stepsPerSecond;
    m->nextStepTime = Clock::now();
  });
}
void Trainer::change(const std::string& key, ParamValue value) {
  m_impl->post([m = m_impl.get(), key, value = std::move(value)] {
    m->changeNow(key, value);
  });
}
void Trainer::watch(bool on) {
  m_impl->post([m = m_impl.get(), on] { m->watched = on; });
}
void Trainer::setThreads(int threads) {
  m_impl->post([m = m_impl.get(), threads] { m->threads = threads; });
}

void Trainer::askState(std::function<void(const Network&, RunState)> hand) {
  m_impl->post([m = m_impl.get(), hand = std::move(hand)] { m->asked.push_back(hand); });
}

Ring<StepPoint>& Trainer::points() { return m_impl->points; }
Ring<EvalPoint>& Trainer::evals() { return m_impl->evals; }
Latest<Snapshot>& Trainer::snapshots() { return m_impl->snapshots; }

RunStatus Trainer::status() const {
  const std::lock_guard lock(m_impl->mutex);
  RunStatus s = m_impl->status;
  s.step = m_impl->stepNow.load(std::memory_order_relaxed);
  s.epoch = s.step / m_impl->perEpoch;
  s.samples = m_impl->samplesNow.load(std::memory_order_relaxed);
  if (s.running) s.seconds += std::chrono::duration<double>(Clock::now() - m_impl->runStart).count();
  return s;
}

bool Trainer::running() const {
  const std::lock_guard lock(m_impl->mutex);
  return m_impl->busy;
}

void Trainer::waitUntilIdle() {
  std::unique_lock lock(m_impl->mutex);
  m_impl->idle.wait(lock, [&] { return !m_impl->busy; });
}

std::vector<LiveChange> Trainer::changes() const {
  const std::lock_guard lock(m_impl->mutex);
  return m_impl->changes;
}

std::optional<Error> Trainer::failure() const {
  const std::lock_guard lock(m_impl->mutex);
  return m_impl->failure;
}

const std::vector<Text>& Trainer::remarks() const { return m_impl->remarks; }

const Network& Trainer::network() const { return m_impl->network; }
Network& Trainer::network() { return m_impl->network; }
const RunSetup& Trainer::setup() const { return m_impl->setup; }
const Analysis& Trainer::analysis() const { return m_impl->network.analysis(); }
const std::vector<NodeId>& Trainer::trainedNodes() const { return m_impl->own.nodes; }
std::int64_t Trainer::stepsPerEpoch() const { return m_impl->perEpoch; }

std::string Trainer::fingerprint() const {
  return fingerprintOf(m_impl->network, std::as_const(m_impl->network).weights(), m_impl->lossHash);
}

std::string fingerprintOf(const Network& network, std::span<const Real> weights, std::uint64_t lossHash) {
  std::uint64_t hash = lossHash;
  for (const WeightInfo& info : network.weightInfos())  // not the gaps between them: where a tensor lies says nothing of the run
    for (const Real w : weights.subspan(info.offset, info.size)) hash = mixHash(hash, std::bit_cast<std::uint32_t>(w));
  char text[32];
  std::snprintf(text, sizeof text, "%s-%016llx", name(network.kernelSet()), static_cast<unsigned long long>(hash));
  return text;
}

RunState Trainer::state() const { return m_impl->state(); }

std::vector<std::int64_t> Trainer::nextRows() { return m_impl->batches.rowsOf(m_impl->step); }

RunState Trainer::Impl::state() {
  const Impl& m = *this;
  RunState s;
  s.step = m.step;
  s.samples = m.samplesNow.load(std::memory_order_relaxed);
  s.seconds = m.status.seconds;
  s.epochLoss = m.epochLoss;
  s.epochSamples = m.epochSamples;
  s.lossHash = m.lossHash;
  s.reason = m.status.reason;
  s.changes = m.changes;
  s.weights = copyOf(std::as_const(m.network).weights());
  s.optimizer = copyOf(optimizer.state());
  s.best = m.best;
  return s;
}

Result<void> Trainer::restore(const RunState& state) { return m_impl->put(state, state.changes, state.reason); }

Result<void> Trainer::Impl::put(const RunState& state, std::vector<LiveChange> log, StopReason reason) {
  if (state.weights.size() != network.weights().size() || state.optimizer.size() != optimizer.state().size())
    return Error(GB_TEXT("engine", "The saved training state does not fit this network and optimizer."));
  setup.plan = startPlan;
  step = goal = state.step;
  goalReason = status.reason = reason;
  status.seconds = state.seconds;
  epochLoss = state.epochLoss;
  epochSamples = state.epochSamples;
  lossHash = state.lossHash;
  best = state.best;
  status.bestStep = state.best.step;
  status.bestValidation = state.best.loss;
  stepNow.store(state.step, std::memory_order_relaxed);
  samplesNow.store(state.samples, std::memory_order_relaxed);
  changes = setup.changes = std::move(log);
  timeline.goneTo(step);
  failure.reset();
  // Changes of this very step are made once more before the next one: they are the same the second time.
  nextChange = 0;
  if (Result<PlanValues> values = planValues(setup.plan)) plan = *values;
  for (const LiveChange& change : changes) {
    if (change.step <= step) applySetting(change);
    if (change.step < step) ++nextChange;
  }
  std::copy(state.weights.begin(), state.weights.end(), network.weights().begin());
  std::copy(state.optimizer.begin(), state.optimizer.end(), optimizer.state().begin());
  return {};
}

const Metrics& Trainer::evaluate(Part part) {
  Team alone;
  Evaluator& evaluator = part == Part::Train ? m_impl->train : part == Part::Validation ? m_impl->validation : m_impl->test;
  return evaluator.run(m_impl->network, alone);
}

}  // namespace glassbox
