// What the doctor sees in network, plan and data before anything is trained.
#include <algorithm>
#include <cmath>
#include <set>

#include "engine/experiment/doctor.h"

namespace glassbox {
namespace {

using Severity = Issue::Severity;

constexpr double kImbalance = 10;      // most frequent class over the rarest
constexpr double kScaleRatio = 1000;   // largest spread of a column over the smallest

std::uint64_t hashRow(const Dataset& data, std::int64_t row, std::vector<float>& room) {
  std::uint64_t hash = kHashStart;
  for (const Field& field : data.inputs) {
    room.resize(static_cast<std::size_t>(field.type.shape.count()));
    field.read(row, room.data());
    hash = hashBytes(room.data(), room.size() * sizeof(float), hash);
  }
  return hash;
}

void findLeaks(const Dataset& data, std::vector<Finding>& out) {
  if (data.test == 0) return;
  std::set<std::uint64_t> seen;
  std::vector<float> room;
  for (std::int64_t row = 0; row < data.train; ++row) seen.insert(hashRow(data, row, room));
  // Few possible inputs (tokens, a truth table) repeat by nature; that is no leak.
  if (static_cast<double>(seen.size()) < 0.5 * static_cast<double>(data.train)) return;
  std::int64_t leaked = 0;
  const RowRange test = rows(data, Part::Test);
  for (std::int64_t row = test.begin; row < test.end; ++row) leaked += static_cast<std::int64_t>(seen.count(hashRow(data, row, room)));
  const double share = static_cast<double>(leaked) / static_cast<double>(data.test);
  if (share > 0.05)
    out.push_back({FindingKind::LeakedRows, Severity::Error, {}, share, GB_TEXT("engine", "%1 of %2 test samples are in the training part too.").arg(leaked).arg(data.test),
                   GB_TEXT("engine", "A network that has seen a sample can know it by heart, so the test says nothing of new samples. Take the repeated rows out of one of the parts."), "D_{\\mathrm{train}} \\cap D_{\\mathrm{test}} = \\emptyset", {}});
}

void findImbalance(const Dataset& data, std::vector<Finding>& out) {
  if (data.task == DataTask::Regression || data.target.type.shape.count() != 1 || data.classes() < 2) return;
  if (!data.vocabulary.empty()) return;  // words are never equally frequent
  std::vector<std::int64_t> counts(static_cast<std::size_t>(data.classes()));
  for (std::int64_t row = 0; row < data.train; ++row) {
    float target = 0;
    data.target.read(row, &target);
    ++counts.at(static_cast<std::size_t>(target));
  }
  const std::int64_t most = *std::max_element(counts.begin(), counts.end()), least = *std::min_element(counts.begin(), counts.end());
  const double ratio = static_cast<double>(most) / static_cast<double>(std::max<std::int64_t>(least, 1));
  if (ratio < kImbalance) return;
  out.push_back({FindingKind::ClassImbalance, Severity::Warning, {}, ratio, GB_TEXT("engine", "The classes are unbalanced: %1 training samples of the most frequent one, %2 of the rarest.").arg(most).arg(least),
                 GB_TEXT("engine", "Always answering the most frequent class is already mostly right, so accuracy hides what happens to the rare one. Look at its recall, or bring more samples of it."), "\\frac{\\max_c n_c}{\\min_c n_c}", {}});
}

void findScales(const Dataset& data, std::vector<Finding>& out) {
  for (const Field& field : data.inputs) {
    if (field.type.shape.rank() != 1 || field.isBytes() || field.isWindows() || data.train < 2) continue;
    const auto columns = static_cast<std::size_t>(field.type.shape.count());
    std::vector<double> sum(columns), squares(columns);
    std::vector<float> room(columns);
    for (std::int64_t row = 0; row < data.train; ++row) {
      field.read(row, room.data());
      for (std::size_t c = 0; c < columns; ++c) sum[c] += room[c], squares[c] += static_cast<double>(room[c]) * room[c];
    }
    double smallest = 0, largest = 0;
    const auto n = static_cast<double>(data.train);
    for (std::size_t c = 0; c < columns; ++c) {
      const double deviation = std::sqrt(std::max(0.0, squares[c] / n - sum[c] / n * (sum[c] / n)));
      if (deviation == 0) continue;
      smallest = smallest == 0 ? deviation : std::min(smallest, deviation);
      largest = std::max(largest, deviation);
    }
    if (smallest == 0 || largest < kScaleRatio * smallest) continue;
    out.push_back({FindingKind::UnscaledInputs, Severity::Warning, {}, largest / smallest, GB_TEXT("engine", "The input columns have very different scales: their standard deviations reach from %1 to %2.").arg(smallest).arg(largest),
                   GB_TEXT("engine", "A learning rate that suits a large column is too small for a small one. Standardizing gives every column mean 0 and deviation 1."), "x' = \\frac{x - \\mu}{\\sigma}", {}});
  }
}

}  // namespace

std::vector<Finding> examineSetup(const RunSetup& setup) {
  std::vector<Finding> out;
  const NetworkSpec& spec = *setup.spec;
  const Result<PlanValues> plan = planValues(setup.plan);
  bool normalizes = false;
  for (const NodeSpec& node : spec.nodes) {
    if (node.key == "batch_norm" && !node.bypassed) normalizes = true;
    const char* const twice = node.key == "softmax_cross_entropy" ? "softmax" : node.key == "binary_cross_entropy" ? "sigmoid" : nullptr;
    if (!twice) continue;
    for (const Wire& wire : spec.wires) {
      const NodeSpec* before = wire.to.node == node.id ? spec.find(wire.from.node) : nullptr;
      if (!before || before->key != twice || before->bypassed) continue;
      out.push_back({FindingKind::DoubleSoftmax, Severity::Error, before->id, 2, GB_TEXT("engine", "%1 is applied twice: by the node %2 and again inside the loss.").arg(twice).arg(before->id),
                     GB_TEXT("engine", "The loss takes raw scores and turns them into probabilities itself. Done twice, the probabilities stay close to each other and the gradient is small."),
                     "p = \\mathrm{softmax}(\\mathrm{softmax}(z))", {{}, {}, before->id}});
    }
  }
  if (!plan) return out;
  // A single layer may begin so: its units get different gradients from their targets.
  std::int64_t layers = 0;
  for (const auto& [id, node] : analyse(spec).nodes)
    layers += std::any_of(node.inference.weights.begin(), node.inference.weights.end(), [](const WeightDef& def) { return def.role == WeightRole::Weight; });
  if (layers > 1 && setup.startWeights.empty() && !setup.start && (plan->init == "zeros" || plan->init == "constant"))
    out.push_back({FindingKind::ZeroInit, Severity::Error, {}, plan->init == "zeros" ? 0 : plan->initSize, GB_TEXT("engine", "All weights begin with the same number, %1.").arg(plan->init == "zeros" ? 0 : plan->initSize),
                   GB_TEXT("engine", "Units of a layer that begin alike get the same gradient and stay alike: the layer is as good as one unit. Weights drawn by chance tell them apart."),
                   "w_i = w_j \\Rightarrow \\frac{\\partial L}{\\partial w_i} = \\frac{\\partial L}{\\partial w_j}", {"init", "xavier", {}}});
  if (normalizes && plan->batch == 1)
    out.push_back({FindingKind::BatchNormOfOne, Severity::Error, {}, 1, GB_TEXT("engine", "Batch normalization with batches of one sample."),
                   GB_TEXT("engine", "The mean of one sample is the sample itself, so that nothing of it is left. Batches of 16 and more give means that say something."), "\\hat{x} = \\frac{x - \\mu_B}{\\sqrt{\\sigma_B^2 + \\epsilon}}", {"batch", "32", {}}});
  return out;
}

std::vector<Finding> examineData(const Dataset& data) {
  std::vector<Finding> out;
  findLeaks(data, out);
  findImbalance(data, out);
  findScales(data, out);
  return out;
}

}  // namespace glassbox
