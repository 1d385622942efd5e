#include "widgets/views/attention_probe.h"

#include "widgets/views/probe_bench.h"

#include <algorithm>

namespace glassbox {

std::vector<NodeId> attentionNodes(const Analysis& analysis) {
  std::vector<NodeId> found;
  for (const NodeId& id : analysis.order)
    if (analysis.spec->find(id)->key == "attention") found.push_back(id);
  return found;
}

std::optional<AttentionLayer> attentionAt(const Network& network, const NodeId& id) {
  const NodeSpec* spec = network.analysis().spec->find(id);
  if (!spec || spec->key != "attention") return std::nullopt;
  const NodeAnalysis& node = network.analysis().nodes.at(id);
  const auto& caches = node.inference.caches;
  const auto cache = std::find_if(caches.begin(), caches.end(), [](const CacheDef& c) { return c.name == "weights"; });
  const Real* values = network.cacheOf(id, static_cast<std::size_t>(cache - caches.begin()));
  if (!values) return std::nullopt;
  AttentionLayer layer;
  layer.node = id;
  layer.heads = cache->shape[0];
  layer.time = cache->shape[1];
  layer.causal = node.params.flag("causal");
  layer.weights.assign(values, values + cache->shape.count());
  return layer;
}

std::optional<AttentionAnswer> attentionOf(const ProbeBench& bench, std::int64_t row) {
  Network& network = bench.network;
  if (!bench.subject.data || row < 0 || row >= bench.subject.data->samples()) return std::nullopt;
  AttentionAnswer answer;
  answer.row = row;
  network.keepAll(true);
  const bool done = runRows(bench, {row}, [&](std::int64_t, int) {
    for (const NodeId& id : attentionNodes(network.analysis()))
      if (std::optional<AttentionLayer> layer = attentionAt(network, id)) answer.layers.push_back(std::move(*layer));
  });
  network.keepAll(false);
  return done ? std::optional(std::move(answer)) : std::nullopt;
}

} // namespace glassbox
