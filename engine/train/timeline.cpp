#include "engine/train/timeline.h"

#include <algorithm>

namespace glassbox {
namespace {

std::size_t bytesOf(const RunState& frame) {
  return sizeof(RunState) + sizeof(float) * (frame.weights.size() + frame.optimizer.size() + frame.best.weights.size()) + sizeof(LiveChange) * frame.changes.size();
}

}  // namespace

void Timeline::keep(RunState frame) {
  m_next = frame.step + kInterval;
  const auto place = std::lower_bound(m_frames.begin(), m_frames.end(), frame.step, [](const RunState& f, std::int64_t step) { return f.step < step; });
  if (place != m_frames.end() && place->step == frame.step) return;
  m_bytes += bytesOf(frame);
  m_frames.insert(place, std::move(frame));
  while ((m_bytes > m_budget || m_frames.size() > kMostFrames) && m_frames.size() > 2) thinOut();
}

void Timeline::goneTo(std::int64_t step) {
  if (on()) m_next = step;
}

void Timeline::setBudget(std::size_t budget) {
  const bool wasOn = on();
  m_budget = budget;
  if (!on()) {
    m_frames.clear();
    m_bytes = 0;
    m_next = std::numeric_limits<std::int64_t>::max();
  } else if (!wasOn) {
    m_next = 0;
  }
  while (m_bytes > m_budget && m_frames.size() > 2) thinOut();
}

/// Takes out the frame whose gap is the smallest for its age: the gap it would leave, divided by how long ago it was.
void Timeline::thinOut() {
  const std::int64_t now = m_frames.back().step;
  std::size_t worst = 1;
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t i = 1; i + 1 < m_frames.size(); ++i) {
    const double gap = static_cast<double>(m_frames[i + 1].step - m_frames[i - 1].step) / static_cast<double>(now - m_frames[i].step);
    if (gap < least) least = gap, worst = i;
  }
  m_bytes -= bytesOf(m_frames[worst]);
  m_frames.erase(m_frames.begin() + static_cast<std::ptrdiff_t>(worst));
}

const RunState* Timeline::before(std::int64_t step) const {
  const auto after = std::upper_bound(m_frames.begin(), m_frames.end(), step, [](std::int64_t s, const RunState& frame) { return s < frame.step; });
  return after == m_frames.begin() ? nullptr : &*(after - 1);
}

void Timeline::forgetAfter(std::int64_t step) {
  while (!m_frames.empty() && m_frames.back().step > step) {
    m_bytes -= bytesOf(m_frames.back());
    m_frames.pop_back();
  }
  if (on()) m_next = m_frames.empty() ? 0 : m_frames.back().step + kInterval;
}

std::vector<std::int64_t> Timeline::steps() const {
  std::vector<std::int64_t> steps;
  for (const RunState& frame : m_frames) steps.push_back(frame.step);
  return steps;
}

}  // namespace glassbox
