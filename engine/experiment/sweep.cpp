#include "engine/experiment/sweep.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>
#include <numeric>
#include <thread>

#include "engine/core/even_groups.h"
#include "engine/core/memory.h"
#include "engine/graph/spec_edit.h"
#include "engine/train/early_stopping.h"
#include "engine/train/schedules.h"

namespace glassbox {
namespace {

/// Puts one value where its key points: a setting of the plan, or a parameter of a node.
Result<void> applyValue(NetworkSpec& spec, TrainingPlan& plan, const std::string& key, const std::string& words) {
  const std::size_t dot = key.find('.');
  if (dot == std::string::npos) {
    Result<TrainingPlan> changed = setPlanValue(plan, key, words);
    if (!changed) return changed.error();
    plan = *std::move(changed);
    return {};
  }
  const NodeId id = key.substr(0, dot);
  const NodeSpec* node = spec.find(id);
  if (!node) return Error(GB_TEXT("engine", "There is no node \"%1\" in this network.").arg(id));
  const NodeDef* def = findNode(node->key);
  const ParamDef* param = def ? findParam(def->params, key.substr(dot + 1)) : nullptr;
  if (!param) return Error(GB_TEXT("engine", "%1 has no parameter \"%2\".").arg(id).arg(key.substr(dot + 1)));
  Result<ParamValue> value = readParam(*param, words);
  if (!value) return value.error();
  Result<NetworkSpec> changed = spec_edit::setParam(spec, id, param->key, *value);
  if (!changed) return changed.error();
  spec = *std::move(changed);
  return {};
}

Result<RunSetup> setupOf(const SweepSetup& sweep, const SweepCell& cell, int seed) {
  RunSetup setup = sweep.run;
  NetworkSpec spec = *setup.spec;
  if (Result<void> applied = applySweepValues(sweep.axes, cell.values, spec, setup.plan); !applied) return applied.error();
  setup.spec = std::make_shared<const NetworkSpec>(std::move(spec));
  setup.plan.seed += static_cast<std::uint64_t>(seed);
  setup.threads = 1;
  setup.recordEveryStep = false;
  return setup;
}

constexpr std::uint64_t kTrialStream = std::uint64_t{1} << 47;  // an epoch that no run reaches

/// All cells of the grid, the last axis fastest; of those `trials` drawn by chance, in grid order.
std::vector<SweepCell> cellsOf(const SweepSetup& sweep) {
  std::vector<SweepCell> cells(1);
  for (const SweepAxis& axis : sweep.axes) {
    std::vector<SweepCell> wider;
    for (const SweepCell& cell : cells)
      for (const std::string& value : axis.values) {
        wider.push_back(cell);
        wider.back().values.push_back(value);
      }
    cells = std::move(wider);
  }
  const auto trials = static_cast<std::size_t>(sweep.trials);
  if (trials == 0 || trials >= cells.size()) return cells;
  std::vector<std::uint32_t> order(cells.size());
  std::iota(order.begin(), order.end(), 0u);
  shuffle(order, Random(sweep.run.plan.seed, streamOf(Stream::Shuffle, kTrialStream)));
  order.resize(trials);
  std::sort(order.begin(), order.end());
  std::vector<SweepCell> drawn;
  for (const std::uint32_t place : order) drawn.push_back(std::move(cells[place]));
  return drawn;
}

/// What the trainer has sent, in so many points that a run may be as long as it likes.
struct Trace {
  std::vector<StepPoint> points;
  std::vector<EvalPoint> evals;

  void drain(Trainer& trainer) {
    for (StepPoint point; trainer.points().pop(point);) points.push_back(point);
    for (EvalPoint eval; trainer.evals().pop(eval);) evals.push_back(eval);
    if (points.size() > kSweepPoints) {
      std::size_t kept = 0, i = 0;
      for (const std::size_t end : evenGroups(points.size(), [this](std::size_t at) { return points[at].count; }, kSweepPoints / 4 * 3).ends) {
        StepPoint merged = std::move(points[i]);
        for (++i; i < end; ++i) merged.merge(points[i]);
        points[kept++] = std::move(merged);
      }
      points.resize(kept);
    }
    if (evals.size() > kSweepPoints) evals.erase(evals.begin(), evals.end() - static_cast<std::ptrdiff_t>(kSweepPoints));
  }
};

/// By itself; not because it was paused, before its first step or later.
bool hasEnded(StopReason reason) { return reason != StopReason::Paused && reason != StopReason::None; }

void waitAMoment() { std::this_thread::sleep_for(std::chrono::milliseconds(1)); }

/// Trains one run to its end, or until it is stopped; it rests while `watch` holds it.
SweepRun train(Trainer& trainer, std::uint64_t seed, const std::stop_token& stop, const SweepWatch& watch, Trace& trace) {
  SweepRun run;
  run.seed = seed;
  trainer.run();
  while (trainer.running() && !stop.stop_requested()) {
    if (watch.ended) trace.drain(trainer);
    waitAMoment();
    if (!watch.held || !watch.held()) continue;
    trainer.pause();
    trainer.waitUntilIdle();
    if (hasEnded(trainer.status().reason)) break;
    while (watch.held() && !stop.stop_requested()) waitAMoment();
    if (!stop.stop_requested()) trainer.run();
  }
  trainer.pause();
  trainer.waitUntilIdle();
  if (watch.ended) trace.drain(trainer);
  const RunStatus status = trainer.status();
  run.steps = status.step;
  run.reason = status.reason;
  run.fingerprint = trainer.fingerprint();
  if (status.reason == StopReason::NotFinite) {
    run.loss = std::nan("");
    return run;
  }
  const Metrics& metrics = trainer.evaluate(Part::Validation);
  run.loss = metrics.loss;
  run.accuracy = metrics.accuracy;
  run.hasAccuracy = metrics.hasAccuracy;
  return run;
}

void summarize(SweepCell& cell) {
  const auto n = static_cast<double>(cell.runs.size());
  if (cell.runs.empty()) return;
  cell.hasAccuracy = cell.runs[0].hasAccuracy;
  for (const SweepRun& run : cell.runs) cell.meanLoss += run.loss / n, cell.meanAccuracy += run.accuracy / n;
  double squares = 0;
  for (const SweepRun& run : cell.runs) squares += (run.loss - cell.meanLoss) * (run.loss - cell.meanLoss);
  cell.lossDeviation = cell.runs.size() > 1 ? std::sqrt(squares / (n - 1)) : 0;
}

void rank(SweepResult& result) {
  const auto lossOf = [&](std::size_t place) {
    const SweepCell& cell = result.cells[place];
    return cell.runs.empty() || !std::isfinite(cell.meanLoss) ? std::numeric_limits<double>::infinity() : cell.meanLoss;
  };
  result.ranking.resize(result.cells.size());
  std::iota(result.ranking.begin(), result.ranking.end(), std::size_t{0});
  std::stable_sort(result.ranking.begin(), result.ranking.end(), [&](std::size_t a, std::size_t b) { return lossOf(a) < lossOf(b); });
}

Result<void> checkSetup(const SweepSetup& setup) {
  if (setup.axes.empty() || setup.axes.size() > 2) return Error(GB_TEXT("engine", "A sweep varies one or two settings."));
  for (const SweepAxis& axis : setup.axes)
    for (const std::string& value : axis.values) {
      NetworkSpec spec = *setup.run.spec;
      TrainingPlan plan = setup.run.plan;
      if (Result<void> applied = applyValue(spec, plan, axis.key, value); !applied) return applied.error();
    }
  const Result<PlanValues> plan = planValues(setup.run.plan);
  if (!plan) return plan.error();
  bool ends = runLength(*plan, 1) > 0 || plan->stopLoss > 0 || plan->seconds > 0 || plan->patience > 0;
  for (const SweepAxis& axis : setup.axes) ends = ends || axis.key == "epochs" || axis.key == "steps";
  if (!ends) return Error(GB_TEXT("engine", "The runs of a sweep need an end: set epochs or steps."));
  if (!setup.run.data) return Error(GB_TEXT("engine", "There are no data to train on: choose a data set first."));
  return {};
}

}  // namespace

Result<void> applySweepValues(const std::vector<SweepAxis>& axes, const std::vector<std::string>& values, NetworkSpec& spec, TrainingPlan& plan) {
  for (std::size_t axis = 0; axis < axes.size(); ++axis)
    if (Result<void> applied = applyValue(spec, plan, axes[axis].key, values[axis]); !applied) return applied;
  return {};
}

Result<SweepAxis> parseSweepAxis(const std::string& text) {
  const std::size_t equals = text.find('=');
  SweepAxis axis;
  if (equals != std::string::npos) axis.key = text.substr(0, equals);
  for (std::size_t at = equals; at != std::string::npos;) {
    const std::size_t comma = text.find(',', at + 1);
    axis.values.push_back(text.substr(at + 1, comma == std::string::npos ? comma : comma - at - 1));
    at = comma;
  }
  if (axis.key.empty() || axis.values.empty() || std::any_of(axis.values.begin(), axis.values.end(), [](const std::string& v) { return v.empty(); }))
    return Error(GB_TEXT("engine", "\"%1\" does not say what to vary: write a setting and its values, such as rate=0.1,0.01 or dense1.units=8,16.").arg(text.substr(0, 80)));
  return axis;
}

Result<SweepResult> runSweep(const SweepSetup& given, const SweepProgress& progress, std::stop_token stop, const SweepWatch& watch) {
  if (Result<void> checked = checkSetup(given); !checked) return checked.error();
  SweepSetup setup = given;
  SweepResult result;
  result.axes = setup.axes;
  Result<ValidatedData> validated = withValidation(setup.run.data, setup.run.plan.seed);
  if (!validated) return validated.error();
  setup.run.data = validated->data;
  if (validated->taken) result.remarks.push_back(validationTakenText(*setup.run.data));
  result.cells = cellsOf(setup);

  const int seeds = std::max(1, setup.seeds), all = static_cast<int>(result.cells.size()) * seeds;
  std::vector<std::optional<SweepRun>> runs(static_cast<std::size_t>(all));
  std::atomic<int> next{0};
  int done = 0;
  std::mutex mutex;  // guards cells' errors, `done` and the caller's progress
  const auto work = [&] {
    for (int number = next++; number < all && !stop.stop_requested(); number = next++) {
      while (watch.held && watch.held() && !stop.stop_requested()) waitAMoment();
      const auto place = static_cast<std::size_t>(number / seeds);
      SweepCell& cell = result.cells[place];
      if (watch.began) {
        const std::lock_guard lock(mutex);
        watch.began(place);
      }
      Result<RunSetup> run = setupOf(setup, cell, number % seeds);
      const std::uint64_t seed = setup.run.plan.seed + static_cast<std::uint64_t>(number % seeds);
      Result<std::unique_ptr<Trainer>> trainer = run.ok() ? withinMemory([&] { return Trainer::create(*run); }) : Result<std::unique_ptr<Trainer>>(run.error());
      std::optional<SweepRun> ended;
      Trace trace;
      if (trainer.ok()) ended = train(**trainer, seed, stop, watch, trace);
      const std::lock_guard lock(mutex);
      if (stop.stop_requested() && (!ended || !hasEnded(ended->reason))) return;
      if (!trainer.ok()) cell.error = trainer.error();
      runs[static_cast<std::size_t>(number)] = ended;
      ++done;
      if (watch.ended && ended) watch.ended({place, *ended, **trainer, validated->taken ? std::optional(setup.run.plan.seed) : std::nullopt, std::move(trace.points), std::move(trace.evals)});
      if (progress) progress(done, all, cell);
    }
  };
  {
    std::vector<std::jthread> workers;
    for (int i = 0; i < std::clamp(setup.parallel, 1, all); ++i) workers.emplace_back(work);
  }
  result.cancelled = done < all;
  for (int number = 0; number < all; ++number)
    if (const auto& run = runs[static_cast<std::size_t>(number)]) result.cells[static_cast<std::size_t>(number / seeds)].runs.push_back(*run);
  for (SweepCell& cell : result.cells) {
    if (static_cast<int>(cell.runs.size()) < seeds) cell.runs.clear();  // a mean over fewer seeds would not compare
    summarize(cell);
  }
  rank(result);
  return result;
}

}  // namespace glassbox
