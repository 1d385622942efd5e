#include "engine/experiment/lockstep.h"

#include <algorithm>
#include <limits>

namespace glassbox {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::int64_t kEndless = std::numeric_limits<std::int64_t>::max();

bool hasEnded(const Trainer& trainer) {
  const StopReason reason = trainer.status().reason;
  return reason != StopReason::None && reason != StopReason::Paused;
}

}  // namespace

Lockstep::Lockstep() : m_thread([this](const std::stop_token& stop) { work(stop); }) {}

Lockstep::~Lockstep() = default;

void Lockstep::add(std::shared_ptr<Trainer> trainer) {
  Member member{trainer, std::make_shared<const RunState>(trainer->state())};
  const std::lock_guard lock(m_mutex);
  m_members.push_back(std::move(member));
  if (!m_busy) countSteps(m_members);
}

void Lockstep::remove(const Trainer* trainer) {
  const std::lock_guard lock(m_mutex);
  std::erase_if(m_members, [trainer](const Member& member) { return member.trainer.get() == trainer; });
  if (!m_busy) countSteps(m_members);
}

void Lockstep::run() { runSteps(kEndless); }

void Lockstep::runSteps(std::int64_t steps) {
  {
    const std::lock_guard lock(m_mutex);
    m_budget = steps;
    m_next = Clock::now();
  }
  m_wake.notify_all();
}

void Lockstep::pause() {
  {
    const std::lock_guard lock(m_mutex);
    m_budget = 0;
  }
  m_wake.notify_all();
}

void Lockstep::setPace(double stepsPerSecond) {
  {
    const std::lock_guard lock(m_mutex);
    m_pace = stepsPerSecond;
    m_next = Clock::now();
  }
  m_wake.notify_all();
}

void Lockstep::reset() {
  {
    const std::lock_guard lock(m_mutex);
    m_budget = 0;
    m_reset = true;
  }
  m_wake.notify_all();
}

bool Lockstep::running() const {
  const std::lock_guard lock(m_mutex);
  return m_busy || m_budget > 0 || m_reset;
}

void Lockstep::waitUntilIdle() {
  std::unique_lock lock(m_mutex);
  m_idle.wait(lock, [this] { return !m_busy && m_budget == 0 && !m_reset; });
}

void Lockstep::countSteps(const std::vector<Member>& members) {
  std::int64_t least = kEndless, most = 0;
  for (const Member& member : members) {
    const std::int64_t step = member.trainer->status().step;
    most = std::max(most, step);
    if (!hasEnded(*member.trainer)) least = std::min(least, step);
  }
  m_step.store(least == kEndless ? most : least, std::memory_order_relaxed);
}

void Lockstep::goBack(const std::vector<Member>& members) {
  for (const Member& member : members) {
    (void)member.trainer->restore(*member.initial);  // a state of this very trainer fits it
    member.trainer->runSteps(0);                     // its weights come as a snapshot
    member.trainer->waitUntilIdle();
  }
}

/// Waits for the pace. False: something else is to be done first.
bool Lockstep::mayStep(std::unique_lock<std::mutex>& lock, const std::stop_token& stop) {
  while (m_pace > 0 && Clock::now() < m_next) {
    const Clock::time_point until = m_next;
    m_wake.wait_until(lock, stop, until, [&] { return m_budget == 0 || m_reset || m_next != until; });
    if (stop.stop_requested() || m_budget == 0 || m_reset) return false;
  }
  if (m_pace > 0) {
    const auto interval = std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(1 / m_pace));
    m_next = std::max(m_next + interval, Clock::now() - 4 * interval);
  }
  return true;
}

void Lockstep::work(const std::stop_token& stop) {
  std::unique_lock lock(m_mutex);
  while (true) {
    if (m_budget == 0 && !m_reset) {
      m_busy = false;
      m_idle.notify_all();
      m_wake.wait(lock, stop, [this] { return m_budget > 0 || m_reset; });
    }
    if (stop.stop_requested()) return;
    m_busy = true;
    const std::vector<Member> members = m_members;
    if (m_reset) {
      m_reset = false;
      lock.unlock();
      goBack(members);
      countSteps(members);
      lock.lock();
      continue;
    }
    std::vector<Trainer*> going, behind;
    std::int64_t furthest = 0;
    for (const Member& member : members)
      if (!hasEnded(*member.trainer)) going.push_back(member.trainer.get()), furthest = std::max(furthest, member.trainer->status().step);
    for (Trainer* trainer : going)
      if (trainer->status().step < furthest) behind.push_back(trainer);
    if (going.empty()) {
      m_budget = 0;
      continue;
    }
    const bool together = behind.empty();
    if (together && !mayStep(lock, stop)) continue;
    lock.unlock();
    const std::vector<Trainer*>& turn = together ? going : behind;
    for (Trainer* trainer : turn) trainer->runSteps(1);
    for (Trainer* trainer : turn) trainer->waitUntilIdle();
    countSteps(members);
    lock.lock();
    if (together && m_budget > 0 && m_budget != kEndless) --m_budget;
  }
}

}  // namespace glassbox
