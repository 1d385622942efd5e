// A queue from one writer thread to one reader thread that never blocks and never drops: when full, values are merged.
#pragma once

#include <atomic>
#include <cstddef>
#include <vector>

namespace glassbox {

/// `T` has `void merge(const T& newer)`. Slots are copies of a prototype, so a T whose vectors have their final size
/// is pushed without allocation. When the ring is full the writer merges into a pending value of its own and
/// publishes that at the next free slot: a curve stays honest (min, max, mean, count) at any speed.
template<class T> class Ring {
 public:
  explicit Ring(std::size_t capacity, const T& prototype = T()) : m_slots(capacity + 1, prototype), m_pending(prototype) {}

  /// Writer.
  void push(const T& value) {
    if (m_hasPending) m_pending.merge(value);
    else m_pending = value;
    m_hasPending = !tryPublish(m_pending);
  }

  /// Writer: publishes a pending value if there is room; true when none is left.
  bool flush() {
    if (m_hasPending) m_hasPending = !tryPublish(m_pending);
    return !m_hasPending;
  }

  /// Reader: the oldest value, or false.
  bool pop(T& out) {
    const std::size_t head = m_head.load(std::memory_order_relaxed);
    if (head == m_tail.load(std::memory_order_acquire)) return false;
    out = m_slots[head];
    m_head.store(next(head), std::memory_order_release);
    return true;
  }

 private:
  std::size_t next(std::size_t i) const { return i + 1 == m_slots.size() ? 0 : i + 1; }

  bool tryPublish(const T& value) {
    const std::size_t tail = m_tail.load(std::memory_order_relaxed);
    if (next(tail) == m_head.load(std::memory_order_acquire)) return false;
    m_slots[tail] = value;
    m_tail.store(next(tail), std::memory_order_release);
    return true;
  }

  std::vector<T> m_slots;
  T m_pending;
  bool m_hasPending = false;
  alignas(64) std::atomic<std::size_t> m_head{0};
  alignas(64) std::atomic<std::size_t> m_tail{0};
};

}  // namespace glassbox
