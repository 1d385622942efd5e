#include "widgets/stepper/step_light.h"

#include "engine/graph/analysis.h"
#include "widgets/diagram/live_diagram.h"
#include "widgets/diagram/tiles.h"

namespace glassbox {
namespace {

/// Numbers of one sample in an array with samples; nothing where they are too many for the units of a tile.
std::vector<double> ofSample(const TraceEntry* entry, std::int64_t batch, int sample) {
  if (!entry || batch == 0) return {};
  const std::size_t size = entry->values.size() / static_cast<std::size_t>(batch);
  if (size == 0 || size > static_cast<std::size_t>(kColumnUnits)) return {};
  const auto begin = entry->values.begin() + static_cast<std::ptrdiff_t>(size) * sample;
  return {begin, begin + static_cast<std::ptrdiff_t>(size)};
}

} // namespace

DiagramLive liveOf(const StepView& view, bool quiz) {
  DiagramLive live;
  for (const TraceEntry& entry : view.trace.entries) {
    if (entry.kind != TraceKind::Weight) continue;
    const std::string name = entry.name.substr(entry.node.size() + 1);
    LiveNode& node = live.nodes[entry.node];
    if (name == "weight" && entry.shape.rank() == 2 && entry.shape[0] <= kSmallLayer && entry.shape[1] <= kSmallLayer) {
      node.weights.assign(entry.values.begin(), entry.values.end());
      for (float w : node.weights) node.largest = std::max(node.largest, std::abs(w));
    }
    if (name == "bias" && entry.shape.rank() == 1 && entry.shape[0] <= kSmallLayer) node.biases.assign(entry.values.begin(), entry.values.end());
  }
  if (!view.analysis.loss.empty() && !quiz) live.nodes[view.analysis.loss].batchLoss = view.trace.loss;
  return live;
}

DiagramFlow lightOf(const StepView& view, int stop, int sample, bool hidden) {
  DiagramFlow flow;
  const StepStop& at = view.stops[static_cast<std::size_t>(stop)];
  const bool back = at.phase == StepPhase::Backward || at.phase == StepPhase::Update;
  flow.direction = back ? DiagramFlow::Direction::Backward : DiagramFlow::Direction::Forward;
  if (!at.node.empty()) flow.nodes[at.node] = flow.direction;
  for (const Wire& wire : view.request.spec->wires) {
    const NodeId& end = at.phase == StepPhase::Backward ? wire.from.node : wire.to.node;
    if (end == at.node && at.phase != StepPhase::Update) flow.wires.insert(wire);
  }
  for (int i = 0; i <= stop; ++i) {
    const StepStop& passed = view.stops[static_cast<std::size_t>(i)];
    const TraceEntry* formed = view.trace.find(passed.arrays.front());
    if (hidden && passed.node == at.node && passed.phase == at.phase && formed && !isGiven(view, *formed)) break;
    if (passed.phase == StepPhase::Forward) flow.numbers[passed.node].values = ofSample(view.trace.find(passed.node + ".out"), view.trace.batch, sample);
    if (passed.phase == StepPhase::Backward) flow.numbers[passed.node].gradients = ofSample(view.trace.find(passed.node + ".grad"), view.trace.batch, sample);
  }
  return flow;
}

} // namespace glassbox
