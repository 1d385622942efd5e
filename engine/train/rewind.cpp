// Going back to an earlier step, and leaving the run from there: the log of live changes kept in order.
#include <algorithm>

#include "engine/train/trainer_impl.h"

namespace glassbox {

void Trainer::Impl::changeNow(const std::string& key, ParamValue value) {
  if (step < furthest) {  // it had gone on from here: that future is another run's now
    std::erase_if(changes, [this](const LiveChange& change) { return change.step > step; });
    timeline.forgetAfter(step);
    furthest = step;
  }
  const LiveChange change{step, key, std::move(value)};
  const auto later = std::upper_bound(changes.begin(), changes.end(), step, [](std::int64_t s, const LiveChange& c) { return s < c.step; });
  changes.insert(later, change);
  setup.changes = changes;  // so that those of this very step are followed in the order they were made
  apply(change);
}

Result<void> Trainer::startReplay(std::int64_t step) {
  Impl& m = *m_impl;
  waitUntilIdle();  // a command that came just before may still be at work
  m.furthest = std::max(m.furthest, m.step);
  if (step > m.furthest) return Error(GB_TEXT("engine", "The run has not come to step %1 yet: it has done %2.").arg(step).arg(m.furthest));
  const RunState* frame = m.timeline.before(step);
  if (!frame) return Error(GB_TEXT("engine", "This run keeps no earlier states: it cannot go back."));
  // From where it stands when that is nearer. Not from where a rule ended it: early stopping has put other weights in place there.
  const bool onward = m.step <= step && frame->step <= m.step && m.status.reason == StopReason::Paused;
  if (!onward)
    if (Result<void> restored = m.put(*frame, m.changes, StopReason::Paused); !restored) return restored;
  m.post([&m, step] {
    m.quietUntil = step;
    m.goal = step;
    m.goalReason = StopReason::Paused;
  });
  return {};
}

Result<void> Trainer::replayTo(std::int64_t step) {
  if (Result<void> started = startReplay(step); !started) return started;
  waitUntilIdle();
  return {};
}

void Trainer::remember() {
  if (m_impl->timeline.on()) m_impl->timeline.keep(state());
}

void Trainer::setTimelineBytes(std::size_t bytes) {
  m_impl->post([m = m_impl.get(), bytes] { m->timeline.setBudget(bytes); });
}

RunSetup Trainer::branch(const std::string& key, ParamValue value) const {
  const Impl& m = *m_impl;
  auto start = std::make_shared<RunState>(state());
  std::erase_if(start->changes, [&](const LiveChange& change) { return change.step > m.step; });
  start->changes.push_back({m.step, key, std::move(value)});
  start->reason = StopReason::Paused;
  RunSetup setup = m.setup;
  setup.plan = m.startPlan;
  setup.changes = start->changes;
  setup.start = std::move(start);
  return setup;
}

const Timeline& Trainer::timeline() const { return m_impl->timeline; }

}  // namespace glassbox
