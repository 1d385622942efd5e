// The newest whole value from one writer thread to one reader thread: no lock, no wait, old values are dropped.
#pragma once

#include <array>
#include <atomic>

namespace glassbox {

/// Three slots and one atomic byte: the writer owns one slot, the reader one, the third changes hands.
/// `T` is assigned into slots made once, so a T that keeps its memory on assignment makes this free of allocation.
template<class T> class Latest {
 public:
  Latest() = default;
  explicit Latest(const T& prototype) : m_slots{prototype, prototype, prototype} {}

  /// Writer: the slot to fill before `publish`.
  T& back() { return m_slots[m_back]; }

  /// Writer: hands the filled slot over; the slot it gets back holds an older value.
  void publish() { m_back = m_middle.exchange(static_cast<unsigned char>(m_back | kNew), std::memory_order_acq_rel) & kIndex; }

  /// Reader: takes the newest value if there is a new one; `front` then gives it.
  bool take() {
    if (!(m_middle.load(std::memory_order_relaxed) & kNew)) return false;
    m_front = m_middle.exchange(m_front, std::memory_order_acq_rel) & kIndex;
    return true;
  }

  /// Reader: the value last taken.
  const T& front() const { return m_slots[m_front]; }

 private:
  static constexpr unsigned char kNew = 4, kIndex = 3;
  std::array<T, 3> m_slots{};
  unsigned char m_back = 0;                    // writer's
  std::atomic<unsigned char> m_middle{1};
  unsigned char m_front = 2;                   // reader's
};

}  // namespace glassbox
