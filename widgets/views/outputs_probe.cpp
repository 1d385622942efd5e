#include "widgets/views/outputs_probe.h"

#include "widgets/views/attention_probe.h"
#include "widgets/views/probe_bench.h"

namespace glassbox {

std::optional<OutputsAnswer> outputsOf(const ProbeBench& bench, const OutputsWish& wish) {
  Network& network = bench.network;
  if (!bench.subject.data || wish.row < 0 || wish.row >= bench.subject.data->samples()) return std::nullopt;
  const Analysis& analysis = network.analysis();
  OutputsAnswer answer;
  answer.row = wish.row;
  network.keepAll(true);
  const bool done = runRows(bench, {wish.row}, [&](std::int64_t, int) {
    for (const NodeId& id : wish.nodes) {
      if (id == analysis.loss) continue;
      if (std::optional<AttentionLayer> layer = attentionAt(network, id)) {
        answer.nodes[id] = {Shape{layer->heads, layer->time, layer->time}, std::move(layer->weights), true};
        continue;
      }
      const PortType* type = analysis.typeOf({id, "out"});
      const Real* values = type && type->element == Element::Number ? network.outputOf(id) : nullptr;
      if (values) answer.nodes[id] = {type->shape, {values, values + type->shape.count()}, false};
    }
  });
  network.keepAll(false);
  return done ? std::optional(std::move(answer)) : std::nullopt;
}

} // namespace glassbox
