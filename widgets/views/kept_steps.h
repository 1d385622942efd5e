// What was seen at earlier steps of a run, in bounded number, equally far apart.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace glassbox {

/// Ordered by step; the newest is always there. When there are too many, every second one is dropped, and from then on only every
/// second, fourth, ... one stays.
template<class T> class KeptSteps {
 public:
  struct Item {
    std::int64_t step = 0;
    T value;
  };

  /// Of an earlier step than the newest: the run went back, and what lies behind it is dropped. `most` is at least 2.
  void add(std::int64_t step, T value, std::size_t most) {
    while (!m_items.empty() && m_items.back().step > step) m_items.pop_back();
    const bool same = !m_items.empty() && m_items.back().step == step;
    if (same || (m_items.size() > 1 && m_sinceKept < m_every)) {
      m_items.pop_back();
      m_sinceKept += !same;
    } else {
      m_sinceKept = 1;
    }
    m_items.push_back({step, std::move(value)});
    if (m_items.size() <= most) return;
    std::vector<Item> half;
    for (std::size_t i = 0; i < m_items.size(); ++i)
      if (i % 2 == 0 || i + 1 == m_items.size()) half.push_back(std::move(m_items[i]));
    if (m_items.size() % 2 == 1) m_sinceKept += m_every;  // the one before the newest is among those that go
    m_items = std::move(half);
    m_every *= 2;
  }
  void clear() { *this = {}; }

  const std::vector<Item>& items() const { return m_items; }
  bool empty() const { return m_items.empty(); }
  std::size_t size() const { return m_items.size(); }
  const Item& newest() const { return m_items.back(); }

 private:
  std::vector<Item> m_items;
  std::int64_t m_every = 1;     // steps between two that stay
  std::int64_t m_sinceKept = 0; // that the newest is from the last one that stays
};

} // namespace glassbox
