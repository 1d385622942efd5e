// Going back in time and leaving a run for another: the part of TrainingSession that is not plain training.
#include "widgets/model/training_session.h"

#include <algorithm>
#include <utility>

namespace glassbox {

std::int64_t TrainingSession::furthest() const { return std::max(m_furthest, status().step); }

void TrainingSession::setTimelineBytes(std::size_t bytes) {
  m_timelineBytes = bytes;
  if (m_trainer) m_trainer->setTimelineBytes(bytes);
}

std::size_t TrainingSession::keptBytes() const {
  if (m_trainer && !m_trainer->running()) m_keptBytes = m_trainer->timeline().bytes();
  return m_keptBytes;
}

TrainingPlan TrainingSession::planNow() const {
  TrainingPlan plan = m_startPlan;
  const std::int64_t step = status().step;
  for (const LiveChange& change : changes())
    if (change.step <= step && !change.ofWeight()) plan.values.set(change.key, change.value);
  return plan;
}

// ---- replay ------------------------------------------------------------------------------------------------------------------

void TrainingSession::goTo(std::int64_t step) {
  if (!m_trainer || m_stale || m_state == State::Preparing) return;
  m_wish = Wish::Nothing;
  m_target = std::clamp<std::int64_t>(step, 0, furthest());
  if (m_state == State::Running || m_replaying) {
    m_trainer->pause();  // and poll() goes on from there
    return;
  }
  startReplay();
}

void TrainingSession::runTo(std::int64_t step) {
  if (m_trainer && !m_stale && m_state != State::Preparing && step <= furthest()) return goTo(step);
  m_runTarget = step;
  start(Wish::To);
}

void TrainingSession::startReplay() {
  const std::int64_t step = *m_target;
  m_target.reset();
  const RunStatus now = status();
  if (now.step >= m_furthest) {
    m_furthest = now.step;
    m_furthestPrint = m_trainer->fingerprint();
    m_furthestEnd = now.reason;
  }
  m_trainer->setPace(0);
  if (Result<void> started = m_trainer->startReplay(step); !started) {
    m_trainer->setPace(m_pace);
    emit refused(started.error());
    emit rewound(now.step);
    return;
  }
  m_replaying = true;
  m_replayTarget = step;
  m_timer.start();
}

void TrainingSession::endReplay() {
  m_replaying = false;
  if (m_target) return startReplay();
  m_timer.stop();
  m_trainer->setPace(m_pace);
  const RunStatus now = status();
  m_rateSamples = now.samples;
  m_rateSeconds = now.seconds;
  const bool ended = now.reason != StopReason::None && now.reason != StopReason::Paused;
  setState(ended || (now.step == m_furthest && m_furthestEnd != StopReason::NotFinite && m_furthestEnd != StopReason::Paused && m_furthestEnd != StopReason::None) ? State::Ended : State::Paused);
  emit rewound(now.step);
  if (m_wish != Wish::Nothing) carryOut(m_wish);
}

// ---- other runs ----------------------------------------------------------------------------------------------------------------

void TrainingSession::forgetRun(const std::string& id, const std::string& parent) {
  if (m_run.parent == id) m_run.parent = parent;
}

std::shared_ptr<const RunState> TrainingSession::keptState() const {
  return m_trainer && !m_trainer->running() ? std::make_shared<const RunState>(m_trainer->state()) : nullptr;
}

Result<void> TrainingSession::branch(const std::string& key, const ParamValue& value) {
  const ParamDef* def = findParam(planParams(), key);
  if (!def || !canBranchBy(*def)) return Error(GB_TEXT("model", "A run cannot change its %1 on the way: start a new run with it.").arg(def ? def->label : GB_TEXT("model", "%1").arg(key)));
  if (!m_trainer || m_stale || m_state == State::Preparing) return Error(GB_TEXT("model", "There is no run to branch from: press Run first."));
  const Result<ParamValue> checked = checkParam(*def, value);
  if (!checked) return checked.error();
  rest();
  branchWith(key, *checked);
  return {};
}

void TrainingSession::branchWith(const std::string& key, const ParamValue& value) {
  if (!m_trainer || m_stale || m_state == State::Preparing) return;
  rest();
  const LiveChange change{status().step, key, value};
  Beginning child;
  if (change.ofWeight()) {
    auto start = std::make_shared<RunState>(m_trainer->state());
    std::erase_if(start->changes, [&](const LiveChange& earlier) { return earlier.step > change.step; });
    child.setup = m_trainer->setup();
    child.setup.plan = m_startPlan;
    child.setup.changes = start->changes;
    child.setup.start = std::move(start);
    child.weight.emplace(key, std::get<double>(value));
  } else {
    child.setup = m_trainer->branch(key, value);
  }
  child.setup.furthest = 0;
  child.startPlan = m_startPlan;
  child.run = {freshId(), m_run.id, change.step};
  child.curves = m_recorder.curves();
  for (auto& [name, points] : child.curves) std::erase_if(points, [&](const RecordedPoint& point) { return point.step > change.step; });
  TrainingPlan plan = planNow();
  if (!change.ofWeight()) plan.values.set(key, value);
  leave();
  const TrainingPlan before = std::exchange(m_plan, plan);  // first: what the document tells then is no change to this run
  if (Result<void> done = m_document->setPlan(plan, GB_TEXT("model", "Branch at step %1").arg(change.step)); !done) {
    m_plan = before;
    emit refused(done.error());
    return;
  }
  make(std::move(child), Wish::Nothing);
}

void TrainingSession::openRun(const RecordedRun& run, std::shared_ptr<const RunState> state) {
  leave();
  m_saved.reset();
  Beginning beginning;
  beginning.run = {run.id, run.parent, run.branchStep};
  beginning.startPlan = beginning.setup.plan = run.plan;
  beginning.setup.changes = run.changes;
  beginning.setup.furthest = run.steps;
  // A run that was left at an earlier step is there again as it ended.
  if (!state || state->step < run.steps) beginning.replayTo = run.steps;
  beginning.setup.start = std::move(state);
  beginning.curves = run.curves;
  beginning.dataHash = run.dataHash;
  beginning.validationSeed = run.validationSeed;
  m_plan = m_document->plan();
  m_furthestPrint = run.fingerprint;
  m_furthestEnd = stopReason(run.ended);
  make(std::move(beginning), Wish::Nothing);
}

} // namespace glassbox
