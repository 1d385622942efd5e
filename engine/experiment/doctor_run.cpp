// What the doctor sees in short trainings: numbers that run away, steps that are too long or too short.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/experiment/doctor_parts.h"

namespace glassbox::doctor {
namespace {

using Severity = Issue::Severity;

constexpr std::int64_t kJudgedSteps = 20;     // at the beginning, and as many at the end
constexpr std::int64_t kJudgedSamples = 2048; // of a batch at most
constexpr double kRisen = 0.08;               // share of steps that make their own batch worse: enough to try shorter ones
constexpr double kBetter = 0.5;               // of the loss, that a tenth of the rate comes to
constexpr double kGrown = 2;                  // the loss at the end over that at the beginning
constexpr int kMostTenths = 5;
constexpr double kStillUpdate = 1e-5, kLongUpdate = 0.5;
constexpr double kIdleUpdate = 3e-4;          // |change of w| / |w| of one step

double meanLoss(const std::vector<StepPoint>& points, std::size_t begin, std::size_t end) {
  double sum = 0;
  for (std::size_t i = begin; i < end; ++i) sum += points[i].loss.sum / static_cast<double>(points[i].count);
  return sum / static_cast<double>(std::max<std::size_t>(end - begin, 1));
}

/// Computes the loss of given samples at given weights.
class OwnBatch {
 public:
  static Result<OwnBatch> create(const RunSetup& setup) {
    const auto most = static_cast<int>(std::min<std::int64_t>(kJudgedSamples, rows(*setup.data, Part::Train).size()));
    Result<Network> network = Network::compile(analyse(*setup.spec), {.maxBatch = most, .fuse = false});
    if (!network) return network.error();
    return OwnBatch(std::move(*network), setup.data);
  }

  void take(std::vector<std::int64_t> samples) {
    const Dataset& data = *m_data;
    samples.resize(std::min(samples.size(), static_cast<std::size_t>(m_network.maxBatch())));
    m_size = static_cast<int>(samples.size());
    const auto gather = [&](const Field& field) {
      const std::int64_t width = field.type.shape.count();
      std::vector<float> all(samples.size() * static_cast<std::size_t>(width));
      for (std::size_t i = 0; i < samples.size(); ++i) field.read(samples[i], all.data() + static_cast<std::int64_t>(i) * width);
      return all;
    };
    m_inputs.clear();
    for (const Field& field : data.inputs) m_inputs.push_back(gather(field));
    m_target = gather(data.target);
    if (data.masked()) m_mask = gather(data.mask);
  }

  double loss(const std::vector<double>& weights) {
    setFlatWeights(m_network, weights);
    std::vector<const float*> inputs;
    for (const std::vector<float>& input : m_inputs) inputs.push_back(input.data());
    Team team;
    return m_network.forward({.batch = m_size, .inputs = inputs, .target = m_target.data(), .mask = m_mask.empty() ? nullptr : m_mask.data(), .mode = Mode::Training, .random = Random(1)}, team);
  }

 private:
  OwnBatch(Network network, DatasetPtr data) : m_network(std::move(network)), m_data(std::move(data)) {}

  Network m_network;
  DatasetPtr m_data;
  int m_size = 0;
  std::vector<std::vector<float>> m_inputs;
  std::vector<float> m_target, m_mask;
};

void drain(Trainer& trainer, ShortRun& run) {
  for (StepPoint point; trainer.points().pop(point);) run.points.push_back(point);
}

/// Steps one by one, each judged by what it does to its own batch.
void judgeSteps(Trainer& trainer, OwnBatch& batch, std::int64_t steps, const std::stop_token& stop, ShortRun& run) {
  for (std::int64_t i = 0; i < steps && !stop.stop_requested(); ++i) {
    batch.take(trainer.nextRows());
    const double before = batch.loss(flatWeights(trainer.network()));
    trainer.runSteps(1);
    trainer.waitUntilIdle();
    if (trainer.status().reason != StopReason::Paused) return;
    ++run.judged;
    run.risen += batch.loss(flatWeights(trainer.network())) > before;
  }
}

void runOn(Trainer& trainer, std::int64_t steps, const std::stop_token& stop) {
  constexpr std::int64_t kAtOnce = 10;
  for (std::int64_t done = 0; done < steps && !stop.stop_requested(); done += kAtOnce) {
    trainer.runSteps(std::min(kAtOnce, steps - done));
    trainer.waitUntilIdle();
    if (trainer.status().reason != StopReason::Paused) return;
  }
}

/// The last loss of the same run with another rate; nothing when it breaks.
Result<double> lossAtRate(RunSetup setup, double rate, const std::stop_token& stop) {
  setup.plan.values.set("rate", rate);
  const Result<ShortRun> run = trainShortly(setup, Watch::Nothing, stop);
  if (!run) return run.error();
  return run->reason == StopReason::NotFinite ? std::nan("") : run->last();
}

/// The largest of a tenth, a hundredth ... of the rate with which the run learns. Where none does, the weights were drawn too large.
Result<Cure> cureOfGrowth(const RunSetup& setup, const ShortRun& run, const PlanValues& plan, const std::stop_token& stop) {
  double rate = plan.rate;
  for (int tenths = 1; tenths <= kMostTenths; ++tenths) {
    rate *= 0.1;
    const Result<double> last = lossAtRate(setup, rate, stop);
    if (!last) return last.error();
    if (*last <= run.before()) return rateCure(rate);
  }
  return setCure("init", "xavier", GB_TEXT("engine", "Initializer %1").arg("Xavier"));
}

Finding notFinite(std::int64_t step, const NodeId& node, std::vector<Evidence> evidence, const Cure& cure) {
  return {FindingKind::NotFinite, Severity::Error, node, std::move(evidence), GB_TEXT("engine", "A number became NaN or infinite at step %1.").arg(step),
          GB_TEXT("engine", "A step that is too long makes the weights larger, which makes the next gradient larger, until a number no longer fits. A smaller learning rate breaks the circle."),
          "w \\leftarrow w - \\eta\\,g", cure};
}

Finding diverging(double first, double last, const Cure& cure) {
  return {FindingKind::Diverging, Severity::Error, {}, {{"growth", last / first}, {"first", first}, {"last", last}}, GB_TEXT("engine", "The loss grows: %1 at the beginning, %2 at the end.").arg(first).arg(last),
          GB_TEXT("engine", "Each step jumps over the minimum and lands higher on the other side. A smaller learning rate takes shorter steps."), "\\eta < \\frac{2}{\\lambda_{\\max}}", cure};
}

double largestUpdate(const ShortRun& run) {
  double update = 0;
  for (const StepPoint& point : run.points)
    for (const NodeNorms& norms : point.nodes) update = std::max(update, static_cast<double>(norms.updateRatio));
  return update;
}

}  // namespace

double ShortRun::before() const { return meanLoss(points, 0, std::min<std::size_t>(1, points.size())); }
double ShortRun::first() const { return meanLoss(points, 0, std::min<std::size_t>(3, points.size())); }
double ShortRun::last() const { return meanLoss(points, points.size() - std::max<std::size_t>(points.size() / 5, std::min<std::size_t>(1, points.size())), points.size()); }

Error stopped() { return Error(GB_TEXT("engine", "The examination was ended.")); }

RunSetup shortCopy(RunSetup setup, std::int64_t steps) {
  for (const char* key : {"epochs", "seconds", "patience", "stop_loss"}) setup.plan.values.erase(key);
  setup.plan.values.set("steps", steps);
  setup.plan.values.set("portable", true);  // the same decisions on every computer
  setup.threads = 1;
  setup.recordEveryStep = false;
  setup.timelineBytes = 0;
  setup.ringCapacity = std::max(setup.ringCapacity, static_cast<std::size_t>(steps) + 1);
  return setup;
}

Result<ShortRun> trainShortly(const RunSetup& setup, Watch watch, const std::stop_token& stop) {
  Result<std::unique_ptr<Trainer>> made = Trainer::create(setup);
  if (!made) return made.error();
  Trainer& trainer = **made;
  const Result<PlanValues> plan = planValues(setup.plan);
  if (!plan) return plan.error();
  ShortRun run;
  run.begin = flatWeights(trainer.network());
  run.trained = trainer.trainedNodes();
  const std::int64_t judged = watch == Watch::OwnBatches ? std::min(kJudgedSteps, plan->steps / 3) : 0;
  if (judged > 0) {
    Result<OwnBatch> batch = OwnBatch::create(setup);
    if (!batch) return batch.error();
    judgeSteps(trainer, *batch, judged, stop, run);
    if (trainer.status().reason == StopReason::Paused) runOn(trainer, plan->steps - 2 * judged, stop);
    if (trainer.status().reason == StopReason::Paused) judgeSteps(trainer, *batch, judged, stop, run);
  } else {
    runOn(trainer, plan->steps, stop);
  }
  if (stop.stop_requested()) return stopped();
  drain(trainer, run);
  run.end = flatWeights(trainer.network());
  run.reason = trainer.status().reason;
  run.step = trainer.status().step;
  return run;
}

Result<void> examineLosses(const RunSetup& setup, const ShortRun& run, const PlanValues& plan, const std::stop_token& stop, std::vector<Finding>& out) {
  if (run.reason == StopReason::NotFinite) {
    // The weight whose gradient was largest when the run broke is where the numbers ran away.
    NodeId node;
    float largest = -1;
    if (!run.points.empty())
      for (std::size_t i = 0; i < run.points.back().nodes.size(); ++i) {
        const float g = run.points.back().nodes[i].gradient;
        if (!std::isfinite(g) || g > largest) {
          node = run.trained[i], largest = g;
          if (!std::isfinite(g)) break;
        }
      }
    const Result<Cure> cure = cureOfGrowth(setup, run, plan, stop);
    if (!cure) return cure.error();
    out.push_back(notFinite(run.step, node, {{"step", static_cast<double>(run.step)}, {"gradient", largest}}, *cure));
    return {};
  }
  if (run.points.size() < 5) return {};
  const double first = run.before(), last = run.last();
  if (last > kGrown * first) {
    const Result<Cure> cure = cureOfGrowth(setup, run, plan, stop);
    if (!cure) return cure.error();
    out.push_back(diverging(first, last, *cure));
  }
  return {};
}

/// Where the copy was well and the run is not, no rate can be tried out: it would take as many steps. A tenth is a first try.
Result<void> examineLived(const RunSetup& setup, const ShortRun& run, const Lived& lived, const PlanValues& plan, std::vector<Finding>& out) {
  const auto said = [&](FindingKind kind) { return std::any_of(out.begin(), out.end(), [&](const Finding& f) { return f.kind == kind; }); };
  if (said(FindingKind::NotFinite) || said(FindingKind::Diverging)) return {};
  const Cure shorter = rateCure(0.1 * plan.rate);
  if (lived.reason == StopReason::NotFinite) {
    out.push_back(notFinite(lived.step, {}, {{"step", static_cast<double>(lived.step)}}, shorter));
    return {};
  }
  Result<OwnBatch> batch = OwnBatch::create(setup);
  if (!batch) return batch.error();
  std::vector<std::int64_t> samples(static_cast<std::size_t>(std::min(setup.data->train, kJudgedSamples)));
  std::iota(samples.begin(), samples.end(), std::int64_t{0});
  batch->take(std::move(samples));
  const double first = batch->loss(run.begin), now = batch->loss(lived.weights);
  if (now > kGrown * first) out.push_back(diverging(first, now, shorter));
  return {};
}

Result<void> examineRate(const RunSetup& setup, const ShortRun& run, const PlanValues& plan, const std::stop_token& stop, std::vector<Finding>& out) {
  if (run.reason == StopReason::NotFinite || run.points.size() < 5) return {};
  const double first = run.first(), last = run.last(), update = largestUpdate(run);
  if (last > kGrown * run.before()) return {};  // said already
  const bool warming = plan.warmup > run.step / 2;
  const bool still = update > 0 && update < kStillUpdate, slow = update < kIdleUpdate && last > 0.95 * first;
  if (update > 0 && (still || slow) && !warming) {
    // Weights that stand still need no proof. Slow ones do: a run with steps of the usual size gets further.
    const double rate = plan.rate * 3e-3 / update;
    const Result<double> usual = lossAtRate(setup, rate, stop);
    if (!usual) return usual.error();
    const bool further = *usual < last - 0.05 * std::abs(last);
    const Text motion = GB_TEXT("engine", "The weights hardly move: by %1 of their size in the largest step.").arg(update);
    const Text both = GB_TEXT("engine", "The weights hardly move: by %1 of their size in the largest step. In %2 steps the loss comes to %3, with a larger learning rate to %4.").arg(update).arg(run.step).arg(last).arg(*usual);
    if (further || still)
      out.push_back({FindingKind::RateTooSmall, Severity::Warning, {}, {{"update_ratio", update}, {"loss", last}, {"loss_with_cure", *usual}}, further ? both : motion,
                     GB_TEXT("engine", "About a thousandth of a weight's size per step is usual. With steps this short the loss needs far longer than the run lasts."),
                     "\\frac{\\lVert\\Delta w\\rVert}{\\lVert w\\rVert} \\approx 10^{-3}", rateCure(rate)});
  }
  const double risen = run.judged > 0 ? static_cast<double>(run.risen) / static_cast<double>(run.judged) : 0;
  if (risen >= kRisen || update > kLongUpdate || (last > 0.95 * first && update > 0.1 * kLongUpdate)) {
    // Confirmed by a run with a tenth of the rate: it gets further, though its steps are shorter.
    const double rate = 0.1 * plan.rate;
    const Result<double> shorter = lossAtRate(setup, rate, stop);
    if (!shorter) return shorter.error();
    if (*shorter < kBetter * last)
      out.push_back({FindingKind::RateTooLarge, Severity::Warning, {}, {{"risen_share", risen}, {"loss", last}, {"loss_with_cure", *shorter}},
                     GB_TEXT("engine", "The loss jumps to and fro: %1 of %2 steps made the loss of their own batch larger. In %3 steps it comes to %4, with a tenth of the learning rate to %5.").arg(run.risen).arg(run.judged).arg(run.step).arg(last).arg(*shorter),
                     GB_TEXT("engine", "A step follows the slope where it begins. One that is too long lands on the other side of the valley, higher up: the loss of the same samples rises."),
                     "L(w - \\eta\\,\\nabla L(w)) > L(w)", rateCure(rate)});
  }
  return {};
}

}  // namespace glassbox::doctor
