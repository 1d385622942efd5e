#include "engine/experiment/doctor.h"

#include <algorithm>
#include <cmath>

#include "engine/experiment/sweep.h"
#include "engine/graph/spec_edit.h"

namespace glassbox {
namespace {

using Severity = Issue::Severity;

constexpr double kVanished = 1e-4, kExploded = 1e4;  // first layer's mean |g| over the last layer's
constexpr double kDeadShare = 0.5;
constexpr double kIdleUpdate = 1e-5;                 // |change of w| / |w| of one step
constexpr std::int64_t kUnitSamples = 256;

std::vector<StepPoint> trainShortly(Trainer& trainer) {
  trainer.run();
  trainer.waitUntilIdle();
  std::vector<StepPoint> points;
  for (StepPoint point; trainer.points().pop(point);) points.push_back(point);
  return points;
}

double meanLoss(const std::vector<StepPoint>& points, std::size_t begin, std::size_t end) {
  double sum = 0;
  for (std::size_t i = begin; i < end; ++i) sum += points[i].loss.sum / static_cast<double>(points[i].count);
  return sum / static_cast<double>(end - begin);
}

std::string scaled(double rate, double factor) { return writeParam(rate * factor); }

void examineLosses(const Trainer& trainer, const std::vector<StepPoint>& points, double rate, std::vector<Finding>& out) {
  if (trainer.status().reason == StopReason::NotFinite) {
    // The weight whose gradient was largest when the run broke is where the numbers ran away.
    NodeId node;
    float largest = -1;
    if (!points.empty())
      for (std::size_t i = 0; i < points.back().nodes.size(); ++i) {
        const float g = points.back().nodes[i].gradient;
        if (!std::isfinite(g) || g > largest) {
          node = trainer.trainedNodes()[i], largest = g;
          if (!std::isfinite(g)) break;
        }
      }
    const std::int64_t step = trainer.status().step;
    out.push_back({FindingKind::NotFinite, Severity::Error, node, static_cast<double>(step), GB_TEXT("engine", "A number became NaN or infinite at step %1.").arg(step),
                   GB_TEXT("engine", "A step that is too long makes the weights larger, which makes the next gradient larger, until a number no longer fits. A smaller learning rate breaks the circle."),
                   "w \\leftarrow w - \\eta\\,g", {"rate", scaled(rate, 0.01), {}}});
    return;
  }
  const std::size_t part = points.size() / 5;
  if (part == 0) return;
  const double first = meanLoss(points, 0, std::min<std::size_t>(part, 3)), last = meanLoss(points, points.size() - part, points.size());
  if (last > 2 * first)
    out.push_back({FindingKind::Diverging, Severity::Error, {}, last / first, GB_TEXT("engine", "The loss grows: %1 at the beginning, %2 at the end.").arg(first).arg(last),
                   GB_TEXT("engine", "Each step jumps over the minimum and lands higher on the other side. A smaller learning rate takes shorter steps."), "\\eta < \\frac{2}{\\lambda_{\\max}}",
                   {"rate", scaled(rate, 0.1), {}}});
  double update = 0;
  for (const StepPoint& point : points)
    for (const NodeNorms& norms : point.nodes) update = std::max(update, static_cast<double>(norms.updateRatio));
  if (update > 0 && update < kIdleUpdate && last > 0.98 * first)
    out.push_back({FindingKind::RateTooSmall, Severity::Warning, {}, update, GB_TEXT("engine", "The weights hardly move: by %1 of their size in the largest step.").arg(update),
                   GB_TEXT("engine", "About a thousandth of a weight's size per step is usual. With steps this short the loss needs far longer than the run lasts."),
                   "\\frac{\\lVert\\Delta w\\rVert}{\\lVert w\\rVert} \\approx 10^{-3}", {"rate", scaled(rate, 1e-3 / update), {}}});
}

void examineGradients(const Trainer& trainer, const std::vector<StepPoint>& points, std::vector<Finding>& out) {
  const std::size_t nodes = trainer.trainedNodes().size();
  if (nodes < 2 || points.empty() || trainer.status().reason == StopReason::NotFinite) return;
  double first = 0, last = 0;
  const std::size_t early = std::min<std::size_t>(points.size(), 20);
  for (std::size_t i = 0; i < early; ++i) first += points[i].nodes.front().gradient, last += points[i].nodes.back().gradient;
  if (!(first > 0) || !(last > 0)) return;
  const double ratio = first / last;
  if (ratio < kVanished)
    out.push_back({FindingKind::VanishingGradients, Severity::Warning, trainer.trainedNodes().front(), ratio, GB_TEXT("engine", "The gradient vanishes: the first layer's is %1 of the last layer's.").arg(ratio),
                   GB_TEXT("engine", "Going back, each layer multiplies the gradient by its weights and its slope. When these factors are below 1, little is left at the first layer."),
                   "\\frac{\\partial L}{\\partial h_1} = \\frac{\\partial L}{\\partial h_n}\\prod_{k=2}^{n}\\frac{\\partial h_k}{\\partial h_{k-1}}", {"init", "he", {}}});
  if (ratio > kExploded)
    out.push_back({FindingKind::ExplodingGradients, Severity::Warning, trainer.trainedNodes().front(), ratio, GB_TEXT("engine", "The gradient explodes: the first layer's is %1 times the last layer's.").arg(ratio),
                   GB_TEXT("engine", "Going back, each layer multiplies the gradient by its weights and its slope. When these factors are above 1, the first layer's steps become huge."),
                   "\\frac{\\partial L}{\\partial h_1} = \\frac{\\partial L}{\\partial h_n}\\prod_{k=2}^{n}\\frac{\\partial h_k}{\\partial h_{k-1}}", {"init", "xavier", {}}});
}

/// Share of a ReLU's units (channels of pictures, else features) that give 0 for every sample.
double deadShare(const Network& network, const NodeId& id, int batch) {
  const Shape& shape = network.analysis().nodes.at(id).inference.outputs.at(0).shape;
  const float* values = network.outputOf(id);
  if (!values || shape.rank() == 0) return 0;
  const bool picture = shape.rank() == 3;
  const std::int64_t units = picture ? shape[0] : shape.back(), inner = picture ? shape.count() / units : 1;
  std::vector<bool> alive(static_cast<std::size_t>(units));
  for (std::int64_t i = 0; i < batch * shape.count(); ++i)
    if (values[i] > 0) alive[static_cast<std::size_t>(i / inner % units)] = true;
  return static_cast<double>(std::count(alive.begin(), alive.end(), false)) / static_cast<double>(units);
}

Result<void> examineUnits(Trainer& trainer, double rate, std::vector<Finding>& out) {
  if (trainer.status().reason == StopReason::NotFinite) return {};
  const DatasetPtr& data = trainer.setup().data;
  const auto count = static_cast<int>(std::min(data->train, kUnitSamples));
  Result<Network> network = Network::compile(trainer.analysis(), {.maxBatch = count, .fuse = false});
  if (!network) return network.error();
  network->keepAll(true);
  setFlatWeights(*network, flatWeights(trainer.network()));
  Batches batches(data, Part::Train, {.batch = count, .shuffled = false});
  Team team;
  const Batch& batch = batches.at(0, team);
  network->forward({.batch = batch.size, .inputs = batch.inputs, .mode = Mode::Inference}, team);
  for (const NodeId& id : trainer.analysis().order) {
    const NodeSpec* node = trainer.analysis().spec->find(id);
    if (!node || node->key != "relu" || node->bypassed) continue;
    const double share = deadShare(*network, id, batch.size);
    if (share > kDeadShare)
      out.push_back({FindingKind::DeadUnits, Severity::Warning, id, share, GB_TEXT("engine", "%1 % of the units of %2 give 0 for every sample.").arg(std::round(100 * share)).arg(id),
                     GB_TEXT("engine", "Below 0 the slope of ReLU is 0: a unit that no sample reaches gets no gradient and stays dead. Steps that are too long push units there."),
                     "\\mathrm{ReLU}'(x) = 0 \\quad (x < 0)", {"rate", scaled(rate, 0.1), {}}});
  }
  return {};
}

}  // namespace

const char* name(FindingKind kind) {
  static const char* const names[] = {"double_softmax", "zero_init", "batch_norm_of_one", "leaked_rows", "class_imbalance", "unscaled_inputs",
                                      "not_finite", "diverging", "vanishing_gradients", "exploding_gradients", "dead_units", "rate_too_small"};
  return names[static_cast<int>(kind)];
}

Result<RunSetup> applyCure(RunSetup setup, const Cure& cure) {
  if (cure.empty()) return Error(GB_TEXT("engine", "No setting cures this: the data have to change."));
  NetworkSpec spec = *setup.spec;
  if (!cure.remove.empty()) spec = spec_edit::removeNodes(spec, {cure.remove});
  if (!cure.key.empty())
    if (Result<void> done = applySweepValues({{cure.key, {cure.value}}}, {cure.value}, spec, setup.plan); !done) return done.error();
  setup.spec = std::make_shared<const NetworkSpec>(std::move(spec));
  return setup;
}

Result<std::vector<Finding>> examine(RunSetup setup, const DoctorLimits& limits) {
  const Result<PlanValues> plan = planValues(setup.plan);
  if (!plan) return plan.error();
  for (const char* key : {"epochs", "seconds", "patience", "stop_loss"}) setup.plan.values.erase(key);
  setup.plan.values.set("steps", limits.steps);
  setup.plan.values.set("portable", true);  // the same decisions on every computer
  setup.threads = 1;
  setup.recordEveryStep = false;
  setup.ringCapacity = std::max(setup.ringCapacity, static_cast<std::size_t>(limits.steps) + 1);
  Result<std::unique_ptr<Trainer>> made = Trainer::create(setup);
  if (!made) return made.error();
  Trainer& trainer = **made;
  std::vector<Finding> found = examineSetup(setup);
  for (Finding& finding : examineData(*setup.data)) found.push_back(std::move(finding));
  const std::vector<StepPoint> points = trainShortly(trainer);
  examineLosses(trainer, points, plan->rate, found);
  examineGradients(trainer, points, found);
  if (Result<void> done = examineUnits(trainer, plan->rate, found); !done) return done.error();
  return found;
}

}  // namespace glassbox
