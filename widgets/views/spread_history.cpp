#include "widgets/views/spread_history.h"

#include <algorithm>

namespace glassbox {

void SpreadHistory::clear() { *this = {}; }

void SpreadHistory::add(std::int64_t step, const SpreadAnswer& answer) {
  m_samples = answer.samples;
  std::size_t count = 0;
  bool replace = false;
  if (!m_keys.empty()) {
    for (auto& [key, list] : m_columns)
      while (!list.empty() && list.back().step > step) list.pop_back();
    const auto& first = m_columns.begin()->second;
    count = first.size();
    // The newest column may go when it is not one of those that stay, or of the same step.
    replace = count > 0 && (first.back().step == step || (count > 1 && m_sinceKept < m_every));
    m_sinceKept = replace && first.back().step != step ? m_sinceKept + 1 : replace ? m_sinceKept : 1;
  }
  for (const LayerSpread& layer : answer.layers) {
    const Key key{layer.node, layer.kind};
    if (!m_columns.count(key)) m_keys.push_back(key);
    auto& list = m_columns[key];
    if (replace && !list.empty()) list.pop_back();
    list.push_back({step, layer});
  }
  m_most = std::clamp(kMostBytes / (sizeof(SpreadColumn) * std::max<std::size_t>(1, m_keys.size())), kLeastColumns, kMostColumns);
  if (!m_keys.empty() && m_columns.begin()->second.size() > m_most) thin();
}

void SpreadHistory::thin() {
  for (auto& [key, list] : m_columns) {
    std::vector<SpreadColumn> kept;
    for (std::size_t i = 0; i < list.size(); i += 2) kept.push_back(std::move(list[i]));
    if (list.size() % 2 == 0) kept.push_back(std::move(list.back()));
    list = std::move(kept);
  }
  m_every *= 2;
  m_sinceKept = 1;
}

const std::vector<SpreadColumn>* SpreadHistory::columns(const Key& key) const {
  const auto found = m_columns.find(key);
  return found == m_columns.end() ? nullptr : &found->second;
}

} // namespace glassbox
