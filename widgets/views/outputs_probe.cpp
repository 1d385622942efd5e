#include "widgets/views/outputs_probe.h"

#include "widgets/views/attention_probe.h"
#include "widgets/views/probe_bench.h"

#include <algorithm>

namespace glassbox {

std::optional<OutputsAnswer> outputsOf(const ProbeBench& bench, const OutputsWish& wish) {
  Network& network = bench.network;
  if (!bench.subject.data || wish.row < 0 || wish.row >= bench.subject.data->samples()) return std::nullopt;
  const Analysis& analysis = network.analysis();
  const std::vector<NodeId> attention = attentionNodes(analysis);
  OutputsAnswer answer;
  answer.row = wish.row;
  network.keepAll(true);
  const bool done = runRows(bench, {wish.row}, [&](std::int64_t, int) {
    for (const NodeId& id : wish.nodes) {
      const auto node = analysis.nodes.find(id);
      if (node == analysis.nodes.end() || id == analysis.loss) continue;
      NodeOutput out;
      const Real* values = nullptr;
      if (std::find(attention.begin(), attention.end(), id) != attention.end()) {
        const auto& caches = node->second.inference.caches;
        const auto cache = std::find_if(caches.begin(), caches.end(), [](const CacheDef& c) { return c.name == "weights"; });
        values = network.cacheOf(id, static_cast<std::size_t>(cache - caches.begin()));
        out.shape = cache->shape;
        out.attention = true;
      } else if (const PortType* type = analysis.typeOf({id, "out"}); type && type->element == Element::Number) {
        values = network.outputOf(id);
        out.shape = type->shape;
      }
      if (!values) continue;
      out.values.assign(values, values + out.shape.count());
      answer.nodes[id] = std::move(out);
    }
  });
  network.keepAll(false);
  return done ? std::optional(std::move(answer)) : std::nullopt;
}

} // namespace glassbox
