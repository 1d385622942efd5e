#include "widgets/views/spread_history.h"

#include <algorithm>

namespace glassbox {

void SpreadHistory::add(std::int64_t step, const SpreadAnswer& answer) {
  m_samples = answer.samples;
  m_most = std::clamp(kMostBytes / (sizeof(SpreadColumn) * std::max<std::size_t>(1, answer.layers.size())), kLeastColumns, kMostColumns);
  for (const LayerSpread& layer : answer.layers) {
    const Key key{layer.node, layer.kind};
    if (!m_columns.count(key)) m_keys.push_back(key);
    m_columns[key].add(step, layer, m_most);
  }
}

void SpreadHistory::clear() { *this = {}; }

const std::vector<SpreadColumn>* SpreadHistory::columns(const Key& key) const {
  const auto found = m_columns.find(key);
  return found == m_columns.end() ? nullptr : &found->second.items();
}

} // namespace glassbox
