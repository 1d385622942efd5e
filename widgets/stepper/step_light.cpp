#include "widgets/stepper/step_light.h"

#include "engine/graph/analysis.h"
#include "widgets/diagram/live_diagram.h"
#include "widgets/diagram/tiles.h"

#include <algorithm>

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

/// The weight of a dense layer that an element is, or is the gradient or an array of the update of.
std::optional<DiagramFlow::Weight> weightOf(const StepView& view, const std::string& element) {
  const Result<ElementRef> ref = parseElement(element);
  const TraceEntry* entry = ref ? view.trace.find(ref->name) : nullptr;
  if (!entry || ref->index.size() != 2 || !entry->name.starts_with(entry->node + ".weight")) return {};
  return DiagramFlow::Weight{entry->node, static_cast<int>(ref->index[0]), static_cast<int>(ref->index[1])};
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

DiagramFlow lightOf(const StepView& view, int stop, int sample, const std::string& element, bool hidden) {
  DiagramFlow flow;
  const StepStop& at = view.stops[static_cast<std::size_t>(stop)];
  const bool back = at.phase == StepPhase::Backward || at.phase == StepPhase::Update;
  flow.direction = back ? DiagramFlow::Direction::Backward : DiagramFlow::Direction::Forward;
  if (!at.node.empty()) flow.nodes[at.node] = flow.direction;
  const bool formsWeights = std::any_of(at.arrays.begin(), at.arrays.end(), [&](const std::string& name) {
    const TraceEntry* entry = view.trace.find(name);
    return entry && entry->kind == TraceKind::WeightGradient;
  });
  for (const Wire& wire : view.request.spec->wires) {
    const bool into = wire.to.node == at.node, outOf = wire.from.node == at.node;
    if (at.phase == StepPhase::Backward ? outOf || (into && formsWeights) : into && at.phase != StepPhase::Update) flow.wires.insert(wire);
  }
  flow.weight = weightOf(view, element);
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
