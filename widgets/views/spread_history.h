// Keeps how numbers were spread at earlier steps, in bounded memory: what the histograms over time are drawn from.
#pragma once

#include "widgets/views/kept_steps.h"
#include "widgets/views/spread_probe.h"

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace glassbox {

using SpreadColumn = KeptSteps<LayerSpread>::Item;

/// All columns of all layers have the same steps.
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
  std::map<Key, KeptSteps<LayerSpread>> m_columns;
  std::vector<Key> m_keys;
  std::size_t m_most = kMostColumns;
  std::int64_t m_samples = 0;
};

} // namespace glassbox
