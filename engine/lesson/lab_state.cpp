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

LabState labAt(RunMoment moment, const Analysis& analysis, const DatasetPtr& data, const LabNotes& notes) {
  LabState state;
  state.analysis = analysis;
  state.data = data;
  state.startData = notes.startData;
  state.weights = std::move(moment.weights);
  state.gradients = std::move(moment.gradients);
  state.now.plan = notes.plan;
  for (LiveChange& change : moment.changes)
    if (change.step <= moment.step) state.now.changes.push_back(std::move(change));  // a later one is not in these weights
  state.now.steps = moment.step;
  state.now.edited = notes.edited;
  state.now.reason = moment.reason;
  state.now.dataHash = data ? data->hash : 0;
  state.now.parameters = analysis.parameters;
  state.now.train = std::move(moment.train);
  state.now.validation = std::move(moment.validation);
  state.now.test = std::move(moment.test);
  state.earlier = notes.earlier;
  state.answers = notes.answers;
  state.deeds = notes.deeds;
  state.curves = curvesUntil(notes.curves, moment.step);
  return state;
}

LabState observe(Trainer& trainer, const LabNotes& notes) {
  const Network& network = std::as_const(trainer).network();
  const RunStatus status = trainer.status();
  RunMoment moment{status.step, status.reason, trainer.changes(), namedWeights(network.weightInfos(), network.weights()),
                    namedWeights(network.weightInfos(), network.gradients()), {}, {}, {}};
  moment.train = trainer.evaluate(Part::Train);
  moment.validation = trainer.evaluate(Part::Validation);
  moment.test = trainer.evaluate(Part::Test);
  return labAt(std::move(moment), trainer.analysis(), trainer.setup().data, notes);
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
