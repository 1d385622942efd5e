#include "engine/train/trainer.h"

#include <atomic>
#include <bit>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <cstdio>
#include <deque>
#include <functional>
#include <limits>
#include <mutex>
#include <thread>

#include "engine/train/data_fit.h"
#include "engine/train/initializers.h"
#include "engine/train/optimizers.h"
#include "engine/train/statistics.h"

namespace glassbox {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();
constexpr auto kSnapshotInterval = std::chrono::milliseconds(30);
constexpr std::int64_t kTeamFlops = 1'000'000;  // below, handing blocks to other threads costs more than it saves
constexpr int kLeastBatch = 128;                // capacity for evaluation, also when steps are smaller

std::uint64_t mixHash(std::uint64_t hash, std::uint64_t word) { return (hash ^ word) * 0x100000001b3u; }

struct OwnNodes {
  std::vector<NodeId> nodes;        // nodes with trained weights, in network order
  std::vector<int> nodeOfWeight;    // per weight: place in `nodes`, -1 for untrained
};

OwnNodes findTrainedNodes(const Network& network) {
  OwnNodes own;
  for (const WeightInfo& info : network.weightInfos()) {
    if (!info.trained) {
      own.nodeOfWeight.push_back(-1);
      continue;
    }
    if (own.nodes.empty() || own.nodes.back() != info.node) own.nodes.push_back(info.node);
    own.nodeOfWeight.push_back(static_cast<int>(own.nodes.size()) - 1);
  }
  return own;
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
  step = newer.step;
  epoch = newer.epoch;
  count += newer.count;
}

struct Trainer::Impl {
  RunSetup setup;
  PlanValues plan;
  Network network;
  OwnNodes own;
  Optimizer optimizer;
  Batches batches;
  Evaluator validation, test, train;
  std::vector<std::size_t> fields;
  std::vector<const Real*> inputs;
  std::int64_t perEpoch;
  std::int64_t flopsPerStep;

  // Worker's own.
  std::int64_t step = 0;                 // updates done
  double epochLoss = 0;
  std::int64_t epochSamples = 0;
  std::uint64_t lossHash = RunState().lossHash;
  std::size_t nextChange = 0;
  StepPoint point;
  EvalPoint evalPoint;
  Clock::time_point nextSnapshot{}, nextStepTime{}, lastLook{};
  int stepsPerLook = 1, sinceLook = 0;
  std::int64_t goal = 0;                 // pause after so many steps in all
  StopReason goalReason = StopReason::Paused;
  double pace = 0;
  bool watched = false;
  int threads = 1;

  // Shared. `mutex` guards what is not atomic.
  mutable std::mutex mutex;
  std::condition_variable wake, idle;
  std::deque<std::function<void()>> commands;
  std::atomic<bool> hasCommands{false};
  bool quitting = false, busy = false;
  RunStatus status;
  Clock::time_point runStart{};
  std::atomic<std::int64_t> stepNow{0};
  std::atomic<std::int64_t> samplesNow{0};
  std::vector<LiveChange> changes;
  std::optional<Error> failure;

  Ring<StepPoint> points;
  Ring<EvalPoint> evals;
  Latest<Snapshot> snapshots;
  std::jthread worker;

  Impl(RunSetup s, const PlanValues& p, Network n, Batches::Options order)
      : setup(std::move(s)), plan(p), network(std::move(n)), own(findTrainedNodes(network)), optimizer(network, plan),
        batches(setup.data, Part::Train, order), validation(network, setup.data, Part::Validation), test(network, setup.data, Part::Test),
        train(network, setup.data, Part::Train), fields(fieldsFor(network.analysis(), *setup.data)), inputs(fields.size()),
        perEpoch(batches.perEpoch()), point(prototype()), evalPoint(evalPrototype()), threads(setup.threads), changes(setup.changes),
        points(setup.ringCapacity, point), evals(256, evalPoint), snapshots(snapshotPrototype()) {
    const Analysis& a = network.analysis();
    flopsPerStep = order.batch * (a.forwardFlops + a.backwardFlops);
  }

  StepPoint prototype() const {
    StepPoint p;
    p.nodes.resize(own.nodes.size());
    return p;
  }
  EvalPoint evalPrototype() const {
    EvalPoint p;
    const auto& target = network.analysis().nodes.at(network.analysis().loss).target;
    const auto cells = static_cast<std::size_t>(std::max<std::int64_t>(4, target.classes * target.classes));
    p.validation.confusion.resize(cells);  // a copy keeps a vector's size, not its capacity
    p.test.confusion.resize(cells);
    return p;
  }
  Snapshot snapshotPrototype() {
    Snapshot s;
    s.weights = Buffer<float>(network.weights().size());
    s.gradients = Buffer<float>(network.gradients().size());
    return s;
  }

  // ---- the loop -------------------------------------------------------------------------------------------------------

  void work(std::stop_token) {
    while (waitForWork()) {
      const int team = flopsPerStep >= kTeamFlops ? threads : 1;
      Team::run(team, [&](Team& t) {
        while (readCommands() && step < goal && waitForPace()) takeStep(t);
      });
      comeToRest();
    }
  }

  void takeStep(Team& team) {
    followChanges();
    const Batch& batch = batches.at(step, team);
    for (std::size_t i = 0; i < fields.size(); ++i) inputs[i] = batch.inputs[fields[i]];
    NetworkInput input;
    input.batch = batch.size;
    input.inputs = inputs;
    input.target = batch.target;
    input.random = Random(setup.plan.seed, streamOf(Stream::Dropout, static_cast<std::uint64_t>(step) << 12));
    const double loss = network.forward(input, team);
    if (!std::isfinite(loss)) return stopNotFinite();
    optimizer.begin(plan, step + 1);
    network.backward(team, &optimizer);
    ++step;
    record(loss, batch.size);
    if (step % perEpoch == 0) endEpoch(team);
    if (plan.steps && step >= plan.steps) finish(StopReason::Steps);
    lookUp();
  }

  void record(double loss, int samples) {
    lossHash = mixHash(lossHash, std::bit_cast<std::uint64_t>(loss));
    epochLoss += loss * samples;
    epochSamples += samples;
    stepNow.store(step, std::memory_order_relaxed);
    samplesNow.store(samplesNow.load(std::memory_order_relaxed) + samples, std::memory_order_relaxed);
    point.step = step;
    point.epoch = (step - 1) / perEpoch + 1;
    point.count = 1;
    point.loss = {loss, loss, loss};
    fillNorms();
    points.push(point);
    if (setup.recordEveryStep)
      while (!points.flush() && !mustQuit()) std::this_thread::sleep_for(std::chrono::microseconds(50));
  }

  void fillNorms() {
    std::size_t weight = 0;
    for (std::size_t node = 0; node < own.nodes.size(); ++node) {
      UpdateSums sums;
      for (; weight < own.nodeOfWeight.size() && own.nodeOfWeight[weight] <= static_cast<int>(node); ++weight)
        if (own.nodeOfWeight[weight] == static_cast<int>(node)) sums.add(optimizer.sumsOf(static_cast<int>(weight)));
      point.nodes[node].gradient = static_cast<float>(std::sqrt(sums.gradient));
      point.nodes[node].updateRatio = sums.weight > 0 ? static_cast<float>(std::sqrt(sums.change / sums.weight)) : 0.0f;
    }
  }

  void endEpoch(Team& team) {
    const double meanLoss = epochLoss / static_cast<double>(epochSamples);
    epochLoss = 0;
    epochSamples = 0;
    evalPoint.step = step;
    evalPoint.epoch = step / perEpoch;
    evalPoint.validation = validation.run(network, team);
    evalPoint.test = test.run(network, team);
    evals.push(evalPoint);
    if (setup.recordEveryStep)
      while (!evals.flush() && !mustQuit()) std::this_thread::sleep_for(std::chrono::microseconds(50));
    if (plan.stopLoss > 0 && meanLoss < plan.stopLoss) finish(StopReason::LossReached);
    if (plan.epochs && step / perEpoch >= plan.epochs) finish(StopReason::Epochs);
  }

  void followChanges() {
    while (nextChange < setup.changes.size() && setup.changes[nextChange].step <= step) {
      apply(setup.changes[nextChange]);
      ++nextChange;
    }
  }

  void apply(const LiveChange& change) {
    if (isWeight(change)) applyWeight(change);
    else applySetting(change);
  }

  /// A change is of one weight by its name, "dense1.weight[0,0]", or of a setting of the plan.
  static bool isWeight(const LiveChange& change) { return change.key.find('[') != std::string::npos; }

  void applySetting(const LiveChange& change) {
    if (isWeight(change)) return;
    setup.plan.values.set(change.key, change.value);
    if (Result<PlanValues> values = planValues(setup.plan)) plan = *values;
  }

  void applyWeight(const LiveChange& change) {
    const std::optional<std::size_t> place = findWeight(network.weightInfos(), change.key);
    const double* number = std::get_if<double>(&change.value);
    if (place && number) network.weights()[*place] = static_cast<Real>(*number);
  }

  /// Pauses at this step for good: running again stops at once.
  void finish(StopReason reason) {
    goal = step;
    goalReason = reason;
  }

  void stopNotFinite() {
    const Analysis& a = network.analysis();
    NodeId bad = a.output;
    NodeId before;  // a product whose output was not kept because its activation was formed with it
    for (const NodeId& id : a.order) {
      const Real* y = a.nodes.at(id).inference.outputs.empty() ? nullptr : network.outputOf(id);
      if (!y) {
        before = id;
        continue;
      }
      const std::int64_t n = a.nodes.at(id).inference.outputs[0].shape.count();
      if (std::any_of(y, y + n, [](Real v) { return !std::isfinite(v); })) {
        bad = before.empty() ? id : before;
        break;
      }
      before.clear();
    }
    Error error(GB_TEXT("engine", "Training stopped at step %1: the output of %2 is not a number. The rate %3 is the likely cause.")
                    .arg(step + 1).arg(nodeTitle(*a.spec, bad)).arg(plan.rate),
                bad, GB_TEXT("engine", "Reset and try a rate ten times smaller."));
    {
      const std::lock_guard lock(mutex);
      failure = std::move(error);
    }
    finish(StopReason::NotFinite);
  }

  // ---- looking up from the work: snapshots and time, as rarely as pictures need it --------------------------------------

  void lookUp() {
    if (++sinceLook < stepsPerLook) return;
    const auto now = Clock::now();
    // About every 100 us, however fast the steps are.
    const auto perLook = std::chrono::duration<double>(now - lastLook).count();
    if (perLook < 50e-6) stepsPerLook = std::min(1024, stepsPerLook * 2);
    else if (perLook > 200e-6) stepsPerLook = std::max(1, stepsPerLook / 2);
    sinceLook = 0;
    lastLook = now;
    if (watched && now >= nextSnapshot) takeSnapshot(now);
  }

  void takeSnapshot(Clock::time_point now) {
    nextSnapshot = now + kSnapshotInterval;
    Snapshot& s = snapshots.back();
    s.step = step;
    s.epoch = step / perEpoch;
    std::copy(network.weights().begin(), network.weights().end(), s.weights.begin());
    std::copy(network.gradients().begin(), network.gradients().end(), s.gradients.begin());
    snapshots.publish();
  }

  // ---- commands and rest --------------------------------------------------------------------------------------------------

  bool mustQuit() const {
    const std::lock_guard lock(mutex);
    return quitting;
  }

  bool waitForWork() {
    std::unique_lock lock(mutex);
    busy = false;
    idle.notify_all();
    wake.wait(lock, [&] { return quitting || !commands.empty(); });
    busy = true;
    runCommands(lock);
    if (!quitting && step < goal) {
      status.running = true;
      status.reason = StopReason::None;
      runStart = Clock::now();
    }
    nextStepTime = lastLook = Clock::now();
    return !quitting;
  }

  /// Carries out what has come; false when the loop is to end.
  bool readCommands() {
    if (!hasCommands.load(std::memory_order_relaxed)) return true;
    std::unique_lock lock(mutex);
    runCommands(lock);
    return !quitting;
  }

  void runCommands(std::unique_lock<std::mutex>&) {
    while (!commands.empty()) {
      const auto command = std::move(commands.front());
      commands.pop_front();
      command();
    }
    hasCommands.store(false, std::memory_order_relaxed);
  }

  /// Waits between steps when a pace is set; a command ends the wait. False: look at the goal again.
  bool waitForPace() {
    if (pace <= 0) return true;
    std::unique_lock lock(mutex);
    while (pace > 0 && Clock::now() < nextStepTime) {
      if (quitting) return false;
      wake.wait_until(lock, nextStepTime, [&] { return !commands.empty() || quitting; });
      runCommands(lock);
      if (quitting || step >= goal) return false;
    }
    if (pace > 0) {
      const auto interval = std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(1 / pace));
      nextStepTime = std::max(nextStepTime + interval, Clock::now() - 4 * interval);
    }
    return true;
  }

  void comeToRest() {
    points.flush();
    evals.flush();
    takeSnapshot(Clock::now());
    const std::lock_guard lock(mutex);
    if (!status.running) return;
    status.reason = goalReason;
    status.seconds += std::chrono::duration<double>(Clock::now() - runStart).count();
    status.running = false;
  }

  void post(std::function<void()> command) {
    {
      const std::lock_guard lock(mutex);
      commands.push_back(std::move(command));
      hasCommands.store(true, std::memory_order_relaxed);
      busy = true;
    }
    wake.notify_all();
  }

  /// Runs on until `target`, unless a stop rule has ended the run.
  void setGoal(std::int64_t target) {
    if (goal == step && (goalReason == StopReason::NotFinite)) return;
    if (goalReason == StopReason::LossReached && goal == step && step > 0) return;
    const std::int64_t last = limit();
    goal = std::min(target, last);
    goalReason = StopReason::Paused;
    if (goal == last && last != kNever) goalReason = plan.steps && last == plan.steps ? StopReason::Steps : StopReason::Epochs;
  }

  std::int64_t limit() const {
    std::int64_t last = kNever;
    if (plan.steps) last = plan.steps;
    if (plan.epochs) last = std::min(last, plan.epochs * perEpoch);
    return last;
  }
};

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
  const OptimizerDef& optimizer = *findOptimizer(plan->optimizer);
  const auto trainRows = static_cast<int>(setup.data->train);
  Batches::Options order;
  order.batch = optimizer.fullBatch ? trainRows : std::min(plan->batch, trainRows);
  order.shuffled = plan->shuffled && !optimizer.fullBatch;
  order.seed = setup.plan.seed;
  CompileOptions options;
  options.maxBatch = std::max(order.batch, kLeastBatch);
  options.kernelSet = plan->portable ? KernelSet::v2 : defaultKernelSet();
  Result<Network> network = Network::compile(analysis, options);
  if (!network) return network.error();
  initialize(*network, plan->init, setup.plan.seed);
  Team alone;
  measureStatistics(*network, setup.data, alone);
  if (!setup.startWeights.empty()) {
    if (setup.startWeights.size() != network->weights().size())
      return Error(GB_TEXT("engine", "The start weights do not fit this network."));
    std::copy(setup.startWeights.begin(), setup.startWeights.end(), network->weights().begin());
  }
  auto impl = std::make_unique<Impl>(std::move(setup), *plan, std::move(*network), order);
  return std::unique_ptr<Trainer>(new Trainer(std::move(impl)));
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
    m->apply(m->changes.emplace_back(LiveChange{m->step, key, value}));
  });
}
void Trainer::watch(bool on) {
  m_impl->post([m = m_impl.get(), on] { m->watched = on; });
}
void Trainer::setThreads(int threads) {
  m_impl->post([m = m_impl.get(), threads] { m->threads = threads; });
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

const Network& Trainer::network() const { return m_impl->network; }
Network& Trainer::network() { return m_impl->network; }
const RunSetup& Trainer::setup() const { return m_impl->setup; }
const Analysis& Trainer::analysis() const { return m_impl->network.analysis(); }
const std::vector<NodeId>& Trainer::trainedNodes() const { return m_impl->own.nodes; }
std::int64_t Trainer::stepsPerEpoch() const { return m_impl->perEpoch; }

std::string Trainer::fingerprint() const {
  std::uint64_t hash = m_impl->lossHash;
  for (Real w : std::as_const(m_impl->network).weights()) hash = mixHash(hash, std::bit_cast<std::uint32_t>(w));
  char text[32];
  std::snprintf(text, sizeof text, "%s-%016llx", name(m_impl->network.kernelSet()), static_cast<unsigned long long>(hash));
  return text;
}

RunState Trainer::state() const {
  const Impl& m = *m_impl;
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
  s.optimizer = copyOf(m_impl->optimizer.state());
  return s;
}

Result<void> Trainer::restore(const RunState& state) {
  Impl& m = *m_impl;
  if (state.weights.size() != m.network.weights().size() || state.optimizer.size() != m.optimizer.state().size())
    return Error(GB_TEXT("engine", "The saved training state does not fit this network and optimizer."));
  m.step = m.goal = state.step;
  m.goalReason = m.status.reason = state.reason;
  m.status.seconds = state.seconds;
  m.epochLoss = state.epochLoss;
  m.epochSamples = state.epochSamples;
  m.lossHash = state.lossHash;
  m.stepNow.store(state.step, std::memory_order_relaxed);
  m.samplesNow.store(state.samples, std::memory_order_relaxed);
  m.changes = m.setup.changes = state.changes;
  // Changes of this very step are made once more before the next one: they are the same the second time.
  for (m.nextChange = 0; m.nextChange < state.changes.size() && state.changes[m.nextChange].step < state.step; ++m.nextChange)
    m.applySetting(state.changes[m.nextChange]);
  std::copy(state.weights.begin(), state.weights.end(), m.network.weights().begin());
  std::copy(state.optimizer.begin(), state.optimizer.end(), m.optimizer.state().begin());
  return {};
}

const Metrics& Trainer::evaluate(Part part) {
  Team alone;
  Evaluator& evaluator = part == Part::Train ? m_impl->train : part == Part::Validation ? m_impl->validation : m_impl->test;
  return evaluator.run(m_impl->network, alone);
}

}  // namespace glassbox
