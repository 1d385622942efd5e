// Keeps how numbers were spread at earlier steps, in bounded memory: what the histograms over time are drawn from.
#pragma once

#include "widgets/views/spread_probe.h"

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace glassbox {

struct SpreadColumn {
  std::int64_t step = 0;
  LayerSpread spread;
};

/// All columns of all layers have the same steps. When there are too many, every second one is dropped and from then on only every
/// second, fourth, ... one is kept, so that the columns stay equally far apart; the newest is always there.
class SpreadHistory {
 public:
  static constexpr std::size_t kMostColumns = 200, kLeastColumns = 24;
  static constexpr std::size_t kMostBytes = 24u << 20;

  using Key = std::pair<NodeId, SpreadKind>;

  /// An answer of an earlier step than the newest: the run went back. What lies behind it is dropped.
  void add(std::int64_t step, const SpreadAnswer& answer);
  void clear();

  const std::vector<SpreadColumn>* columns(const Key& key) const;
  const std::vector<Key>& keys() const { return m_keys; } ///< in the order of the answers
  std::size_t mostColumns() const { return m_most; }
  std::int64_t samples() const { return m_samples; }
  bool empty() const { return m_keys.empty(); }

 private:
  void thin();

  std::map<Key, std::vector<SpreadColumn>> m_columns;
  std::vector<Key> m_keys;
  std::size_t m_most = kMostColumns;
  std::int64_t m_every = 1; // answers between two columns that stay
  std::int64_t m_sinceKept = 0;
  std::int64_t m_samples = 0;
};

} // namespace glassbox
