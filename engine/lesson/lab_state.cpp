#include "engine/lesson/lab_state.h"

#include <algorithm>

#include "engine/trace/trace.h"

namespace glassbox {

WeightOrigin RunRecord::origin() const {
  if (steps == 0) return edited ? WeightOrigin::ByHand : WeightOrigin::Drawn;
  return edited ? WeightOrigin::Both : WeightOrigin::Training;
}

std::vector<NamedWeights> namedWeights(std::span<const WeightInfo> infos, std::span<const float> arena) {
  std::vector<NamedWeights> out;
  for (const WeightInfo& info : infos) {
    const std::span<const float> values = arena.subspan(info.offset, info.size);
    out.push_back({info.name, info.def.shape, {values.begin(), values.end()}});
  }
  return out;
}

LabState observe(Trainer& trainer, const LabNotes& notes) {
  LabState state;
  state.analysis = trainer.analysis();
  state.data = trainer.setup().data;
  state.startData = notes.startData;
  const Network& network = std::as_const(trainer).network();
  state.weights = namedWeights(network.weightInfos(), network.weights());
  const RunStatus status = trainer.status();
  state.now.plan = notes.plan;
  state.now.changes = trainer.changes();
  state.now.steps = status.step;
  state.now.edited = notes.edited;
  state.now.reason = status.reason;
  state.now.dataHash = state.data->hash;
  state.now.parameters = state.analysis.parameters;
  state.now.train = trainer.evaluate(Part::Train);
  state.now.validation = trainer.evaluate(Part::Validation);
  state.now.test = trainer.evaluate(Part::Test);
  state.earlier = notes.earlier;
  state.answers = notes.answers;
  return state;
}

std::optional<double> weightAt(const LabState& state, const std::string& element) {
  const Result<ElementRef> ref = parseElement(element);
  if (!ref) return std::nullopt;
  const auto at = std::find_if(state.weights.begin(), state.weights.end(), [&](const NamedWeights& w) { return w.name == ref->name; });
  if (at == state.weights.end()) return std::nullopt;
  const std::int64_t index = flatIndex(at->shape, ref->index);
  if (index < 0) return std::nullopt;
  return static_cast<double>(at->values[static_cast<std::size_t>(index)]);
}

}  // namespace glassbox
