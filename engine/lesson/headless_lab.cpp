#include "engine/lesson/headless_lab.h"

#include <algorithm>
#include <numeric>

#include "engine/core/random.h"
#include "engine/graph/spec_edit.h"
#include "engine/trace/trace.h"

namespace glassbox {
namespace {

/// The training rows get each other's targets.
DatasetPtr withShuffledTargets(const Dataset& data, std::uint64_t seed) {
  Dataset out = data;
  std::vector<std::uint32_t> order(static_cast<std::size_t>(data.train));
  std::iota(order.begin(), order.end(), 0u);
  shuffle(order, Random(seed, streamOf(Stream::Noise)));
  const auto width = static_cast<std::size_t>(data.target.type.shape.count());
  if (data.target.isWindows()) { // they overlap: each row gets numbers of its own
    out.target.windows = {};
    out.target.numbers = Buffer<float>(static_cast<std::size_t>(data.samples()) * width);
    for (std::int64_t row = data.train; row < data.samples(); ++row) data.target.read(row, out.target.numbers.data() + static_cast<std::size_t>(row) * width);
  }
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (data.target.isWindows()) data.target.read(order[i], out.target.numbers.data() + i * width);
    else if (data.target.isBytes()) std::copy_n(data.target.bytes.begin() + order[i] * width, width, out.target.bytes.begin() + i * width);
    else std::copy_n(data.target.numbers.begin() + order[i] * width, width, out.target.numbers.begin() + i * width);
  }
  finishHash(out);
  return std::make_shared<const Dataset>(std::move(out));
}

NetworkSpec withoutLastLayer(const NetworkSpec& spec) {
  const Analysis analysis = analyse(spec);
  const auto at = std::find_if(analysis.order.rbegin(), analysis.order.rend(), [&](const NodeId& id) { return analysis.nodes.at(id).parameters > 0; });
  return at == analysis.order.rend() ? spec : spec_edit::removeNodes(spec, {*at});
}

}  // namespace

Result<HeadlessLab> HeadlessLab::open(const LessonSetup& setup, const std::filesystem::path& folder, const Options& options) {
  Result<DatasetPtr> data = load(setup.project.data, folder);
  if (!data) return data.error();
  HeadlessLab lab;
  lab.m_options = options;
  lab.m_spec = setup.project.spec;
  lab.m_plan = setup.project.plan;
  lab.m_plan.seed = options.seed;
  lab.m_plan.values.set("portable", true);
  lab.m_notes.startData = (*data)->hash;
  lab.m_data = options.shuffleTargets ? withShuffledTargets(**data, options.seed) : *data;
  lab.begin();
  return lab;
}

void HeadlessLab::begin() {
  RunSetup run;
  run.spec = std::make_shared<const NetworkSpec>(m_options.removeLayer ? withoutLastLayer(m_spec) : m_spec);
  run.plan = m_plan;
  run.data = m_data;
  m_notes.plan = m_plan;
  m_notes.edited = false;
  m_recorder.begin({});
  m_notes.curves.clear();
  Result<std::unique_ptr<Trainer>> trainer = Trainer::create(std::move(run));
  m_trainer = trainer ? *std::move(trainer) : nullptr;
  m_refusal = trainer ? std::nullopt : std::optional(trainer.error());
}

/// A run that has begun becomes an earlier one.
void HeadlessLab::beginAnew() {
  if (m_trainer && m_trainer->status().step > 0) m_notes.earlier.push_back(state().now);
  begin();
}

Result<void> HeadlessLab::perform(const Action& action) {
  switch (action.kind) {
    case ActionKind::Set: return set(action);
    case ActionKind::SetWeight: return setWeight(action);
    case ActionKind::Network: {
      Result<NetworkSpec> spec = parseLine(std::get<std::string>(action.value));
      if (!spec) return spec.error();
      m_spec = *std::move(spec);
      beginAnew();
      return {};
    }
    case ActionKind::Run:
      if (!m_trainer) return *m_refusal;
      m_trainer->runSteps(std::get<std::int64_t>(action.value));
      m_trainer->waitUntilIdle();
      record();
      return {};
    case ActionKind::Reset: beginAnew(); return {};
    case ActionKind::Answer:
      if (!action.drawn.heights.empty()) m_notes.answers[action.name] = action.drawn;
      else if (const double* number = std::get_if<double>(&action.value)) m_notes.answers[action.name] = *number;
      else m_notes.answers[action.name] = std::get<std::string>(action.value);
      return {};
    case ActionKind::Sweep:  // what comes out of it is seen by the learner alone: the condition asks that it was done
      m_notes.deeds.sweeps.push_back({action.name, static_cast<int>(std::get<std::int64_t>(action.value)), action.count});
      return {};
    case ActionKind::Fill:
      m_notes.deeds.filled[action.name].right += static_cast<int>(std::get<std::int64_t>(action.value));
      return {};
  }
  return {};
}

/// The curves of the run, as far as it has come.
void HeadlessLab::record() {
  std::vector<StepPoint> points;
  std::vector<EvalPoint> evals;
  for (StepPoint point; m_trainer->points().pop(point);) points.push_back(point);
  for (EvalPoint eval; m_trainer->evals().pop(eval);) evals.push_back(eval);
  m_recorder.take(points, evals);
  m_notes.curves = m_recorder.curves();
}

/// As in the window: what may change while training is a live change of a run that has begun; else the run begins anew.
/// Weights that were set by hand stay as long as no step was taken.
Result<void> HeadlessLab::set(const Action& action) {
  m_plan.values.set(action.name, action.value);
  if (Result<PlanValues> sound = planValues(m_plan); !sound) return sound.error();
  const bool live = findParam(planParams(), action.name)->keepsShapes;
  if (m_trainer && m_trainer->status().step > 0 && live) {
    m_trainer->change(action.name, action.value);
    m_trainer->waitUntilIdle();
    return {};
  }
  const bool keep = m_trainer && m_notes.edited && m_trainer->status().step == 0;
  std::vector<float> kept;
  if (keep) {
    const std::span<const float> weights = std::as_const(*m_trainer).network().weights();
    kept.assign(weights.begin(), weights.end());
  }
  beginAnew();
  if (keep && m_trainer) {
    std::copy(kept.begin(), kept.end(), m_trainer->network().weights().begin());
    m_notes.edited = true;
  }
  return {};
}

Result<void> HeadlessLab::setWeight(const Action& action) {
  if (!m_trainer) return *m_refusal;
  const Result<ElementRef> ref = parseElement(action.name);
  if (!ref) return ref.error();
  Network& network = m_trainer->network();
  for (const WeightInfo& info : network.weightInfos()) {
    const std::int64_t index = info.name == ref->name ? flatIndex(info.def.shape, ref->index) : -1;
    if (index < 0) continue;
    network.weightsOf(info)[static_cast<std::size_t>(index)] = static_cast<float>(std::get<double>(action.value));
    m_notes.edited = true;
    return {};
  }
  return Error(GB_TEXT("engine", "This network has no weight %1.").arg(action.name));
}

LabState HeadlessLab::state() {
  if (m_trainer) return observe(*m_trainer, m_notes);
  return labAt({}, analyse(m_options.removeLayer ? withoutLastLayer(m_spec) : m_spec), m_data, m_notes);
}

}  // namespace glassbox
