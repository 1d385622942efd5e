// The worker's side of a Trainer: the loop, what it records, commands and rest.
#include <algorithm>
#include <bit>
#include <cmath>

#include "engine/train/trainer_impl.h"

namespace glassbox {
namespace {

constexpr auto kSnapshotInterval = std::chrono::milliseconds(30);
constexpr std::int64_t kTeamFlops = 1'000'000;  // below, handing blocks to other threads costs more than it saves

}  // namespace

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

StepPoint Trainer::Impl::prototype() const {
  StepPoint p;
  p.nodes.resize(own.nodes.size());
  return p;
}

Snapshot Trainer::Impl::snapshotPrototype() {
  Snapshot s;
  s.weights = Buffer<float>(network.weights().size());
  s.gradients = Buffer<float>(network.gradients().size());
  return s;
}

// ---- the loop -------------------------------------------------------------------------------------------------------

void Trainer::Impl::work(std::stop_token) {
  while (waitForWork()) {
    const int team = flopsPerStep >= kTeamFlops ? threads : 1;
    Team::run(team, [&](Team& t) {
      while (readCommands() && step < goal && waitForPace()) takeStep(t);
    });
    comeToRest();
  }
}

void Trainer::Impl::takeStep(Team& team) {
  if (timeline.wants(step)) timeline.keep(state());
  if (!asked.empty()) handOver();
  followChanges();
  const Batch& batch = batches.at(step, team);
  for (std::size_t i = 0; i < fields.size(); ++i) inputs[i] = batch.inputs[fields[i]];
  NetworkInput input;
  input.batch = batch.size;
  input.inputs = inputs;
  input.target = batch.target;
  input.unseen = true;
  input.mask = batch.mask;
  input.random = Random(setup.plan.seed, streamOf(Stream::Dropout, static_cast<std::uint64_t>(step) << 12));
  const double loss = network.forward(input, team);
  if (!std::isfinite(loss)) return stopNotFinite(input, team);
  point.rate = rateAt(plan, step, perEpoch);
  optimizer.begin(plan, point.rate, step + 1);
  if (plan.clip > 0) updateClipped(team);
  else network.backward(team, &optimizer);
  ++step;
  record(loss, batch.size);
  if (step % perEpoch == 0) endEpoch(team);
  if (plan.steps && step >= plan.steps) {
    if (step % perEpoch != 0) measure(team);  // a run shorter than an epoch, as a language model's often is, is measured too
    finish(StopReason::Steps);
  }
  lookUp();
}

void Trainer::Impl::updateClipped(Team& team) {
  clip.begin();
  network.backward(team, &clip);
  optimizer.scaleGradients(clipScale(clip.norm(network, team), plan.clip));
  clip.handOn(optimizer, team);
}

void Trainer::Impl::record(double loss, int samples) {
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
  if (step <= quietUntil) return;
  points.push(point);
  if (setup.recordEveryStep)
    while (!points.flush() && !mustQuit()) std::this_thread::sleep_for(std::chrono::microseconds(50));
}

void Trainer::Impl::fillNorms() {
  std::size_t weight = 0;
  for (std::size_t node = 0; node < own.nodes.size(); ++node) {
    UpdateSums sums;
    for (; weight < own.nodeOfWeight.size() && own.nodeOfWeight[weight] <= static_cast<int>(node); ++weight)
      if (own.nodeOfWeight[weight] == static_cast<int>(node)) sums.add(optimizer.sumsOf(static_cast<int>(weight)));
    point.nodes[node].gradient = static_cast<float>(std::sqrt(sums.gradient));
    point.nodes[node].updateRatio = sums.weight > 0 ? static_cast<float>(std::sqrt(sums.change / sums.weight)) : 0.0f;
  }
}

void Trainer::Impl::measure(Team& team) {
  evalPoint.step = step;
  evalPoint.epoch = (step - 1) / perEpoch + 1;
  evalPoint.validation = validation.run(network, team);
  evalPoint.test = test.run(network, team);
  if (step > quietUntil) evals.push(evalPoint);
  if (setup.recordEveryStep && step > quietUntil)
    while (!evals.flush() && !mustQuit()) std::this_thread::sleep_for(std::chrono::microseconds(50));
}

void Trainer::Impl::endEpoch(Team& team) {
  const double meanLoss = epochLoss / static_cast<double>(epochSamples);
  epochLoss = 0;
  epochSamples = 0;
  measure(team);
  if (plan.patience > 0) followValidation();
  if (plan.stopLoss > 0 && meanLoss < plan.stopLoss) finish(StopReason::LossReached);
  if (plan.epochs && step / perEpoch >= plan.epochs) finish(StopReason::Epochs);
}

void Trainer::Impl::followValidation() {
  seeValidation(best, evalPoint.validation.loss, step, network.weights());
  if (best.epochsSince >= plan.patience) finish(StopReason::EarlyStopping);
}

void Trainer::Impl::followChanges() {
  while (nextChange < setup.changes.size() && setup.changes[nextChange].step <= step) {
    apply(setup.changes[nextChange]);
    ++nextChange;
  }
}

void Trainer::Impl::apply(const LiveChange& change) {
  if (change.ofWeight()) applyWeight(change);
  else applySetting(change);
}

void Trainer::Impl::applySetting(const LiveChange& change) {
  if (change.ofWeight()) return;
  setup.plan.values.set(change.key, change.value);
  if (Result<PlanValues> values = planValues(setup.plan)) plan = *values;
}

void Trainer::Impl::applyWeight(const LiveChange& change) {
  const std::optional<std::size_t> place = findWeight(network.weightInfos(), change.key);
  const double* number = std::get_if<double>(&change.value);
  if (place && number) network.weights()[*place] = static_cast<Real>(*number);
}

void Trainer::Impl::finish(StopReason reason) {
  goal = step;
  goalReason = reason;
  if (reason != StopReason::NotFinite && best.step != 0) std::copy(best.weights.begin(), best.weights.end(), network.weights().begin());
}

void Trainer::Impl::stopNotFinite(NetworkInput input, Team& team) {
  input.unseen = false;
  network.forward(input, team);
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

void Trainer::Impl::lookUp() {
  if (++sinceLook < stepsPerLook) return;
  const auto now = Clock::now();
  // About every 100 us, however fast the steps are.
  const auto perLook = std::chrono::duration<double>(now - lastLook).count();
  if (perLook < 50e-6) stepsPerLook = std::min(1024, stepsPerLook * 2);
  else if (perLook > 200e-6) stepsPerLook = std::max(1, stepsPerLook / 2);
  sinceLook = 0;
  lastLook = now;
  if (watched && now >= nextSnapshot) takeSnapshot(now);
  if (plan.seconds > 0 && step > quietUntil && status.seconds + std::chrono::duration<double>(now - runStart).count() >= plan.seconds) finish(StopReason::Time);
}

void Trainer::Impl::handOver() {
  points.flush();  // who takes the state in finds the points before it
  evals.flush();
  for (const auto& hand : std::exchange(asked, {})) hand(network, state());
}

void Trainer::Impl::takeSnapshot(Clock::time_point now) {
  nextSnapshot = now + kSnapshotInterval;
  Snapshot& s = snapshots.back();
  s.step = step;
  s.epoch = step / perEpoch;
  std::copy(network.weights().begin(), network.weights().end(), s.weights.begin());
  std::copy(network.gradients().begin(), network.gradients().end(), s.gradients.begin());
  snapshots.publish();
}

// ---- commands and rest --------------------------------------------------------------------------------------------------

bool Trainer::Impl::mustQuit() const {
  const std::lock_guard lock(mutex);
  return quitting;
}

bool Trainer::Impl::waitForWork() {
  std::unique_lock lock(mutex);
  busy = false;
  idle.notify_all();
  wake.wait(lock, [&] { return quitting || !commands.empty(); });
  busy = true;
  runCommands(lock);
  nextStepTime = lastLook = Clock::now();
  return !quitting;
}

bool Trainer::Impl::readCommands() {
  if (!hasCommands.load(std::memory_order_relaxed)) return true;
  std::unique_lock lock(mutex);
  runCommands(lock);
  return !quitting;
}

void Trainer::Impl::runCommands(std::unique_lock<std::mutex>&) {
  while (!commands.empty()) {
    const auto command = std::move(commands.front());
    commands.pop_front();
    command();
  }
  hasCommands.store(false, std::memory_order_relaxed);
  if (quitting || status.running || step >= goal) return;
  status.running = true;
  status.reason = StopReason::None;
  runStart = Clock::now();
}

bool Trainer::Impl::waitForPace() {
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

void Trainer::Impl::comeToRest() {
  if (!asked.empty()) handOver();
  points.flush();
  evals.flush();
  takeSnapshot(Clock::now());
  const std::lock_guard lock(mutex);
  if (!status.running) return;
  status.reason = goalReason;
  status.seconds += std::chrono::duration<double>(Clock::now() - runStart).count();
  status.running = false;
  status.bestStep = best.step;
  status.bestValidation = best.loss;
}

void Trainer::Impl::post(std::function<void()> command) {
  {
    const std::lock_guard lock(mutex);
    commands.push_back(std::move(command));
    hasCommands.store(true, std::memory_order_relaxed);
    busy = true;
  }
  wake.notify_all();
}

void Trainer::Impl::setGoal(std::int64_t target) {
  if (goal == step && (goalReason == StopReason::NotFinite)) return;
  const bool ended = goalReason == StopReason::LossReached || goalReason == StopReason::EarlyStopping || goalReason == StopReason::Time;
  if (ended && goal == step && step > 0) return;
  const std::int64_t last = limit();
  goal = std::min(target, last);
  goalReason = StopReason::Paused;
  if (goal == last && last != kNever) goalReason = plan.steps && last == plan.steps ? StopReason::Steps : StopReason::Epochs;
}

std::int64_t Trainer::Impl::limit() const {
  std::int64_t last = kNever;
  if (plan.steps) last = plan.steps;
  if (plan.epochs) last = std::min(last, plan.epochs * perEpoch);
  return last;
}

}  // namespace glassbox
