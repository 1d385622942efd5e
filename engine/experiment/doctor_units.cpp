// What the doctor sees inside the network on some samples: gradients on their way back, units that say nothing, weights that stay alike.
#include <algorithm>
#include <cmath>

#include "engine/experiment/doctor_parts.h"
#include "engine/graph/units.h"

namespace glassbox::doctor {
namespace {

using Severity = Issue::Severity;

constexpr double kVanished = 1e-4, kExploded = 1e4;  // |gradient| where it arrives over |gradient| where it comes from
constexpr double kVanishedInTime = 1e-6;             // a memory of some twenty steps has 1e-4 and learns
constexpr double kDeadUnits = 0.5, kSaturatedUnits = 0.4; // of the units of a layer
constexpr double kSaturatedShare = 0.9;  // of a unit's numbers
constexpr double kSaturatedPixels = 0.6; // of a channel's: some always lie on even ground, where the sums are small
constexpr double kAlike = 0.05;          // distance of units that began alike over the size of their weights
constexpr double kPeaked = 0.5;          // entropy of untrained attention over that of looking everywhere alike
constexpr std::int64_t kSamples = 256;
constexpr std::int64_t kMostNumbers = 50'000'000;  // that the probe may hold of activations

/// The network on the first samples of the training part, every array kept.
class Probe {
 public:
  static Result<Probe> create(const RunSetup& setup) {
    const Analysis analysis = analyse(*setup.spec);
    const std::int64_t affordable = std::max<std::int64_t>(2, kMostNumbers / std::max<std::int64_t>(1, analysis.cachePerSample));
    const auto count = static_cast<int>(std::min({setup.data->train, kSamples, affordable}));
    Result<Network> network = Network::compile(analysis, {.maxBatch = count, .fuse = false});
    if (!network) return network.error();
    network->keepAll(true);
    return Probe(std::move(*network), Batches(setup.data, Part::Train, {.batch = count, .shuffled = false}));
  }

  void look(const std::vector<double>& weights, bool backward) {
    setFlatWeights(network, weights);
    Team team;
    const Batch& at = batches.at(0, team);
    batch = at.size;
    network.forward({.batch = at.size, .inputs = at.inputs, .target = at.target, .mask = at.mask, .mode = backward ? Mode::Training : Mode::Inference, .random = Random(1)}, team);
    if (backward) network.backward(team);
  }

  const Analysis& analysis() const { return network.analysis(); }
  std::int64_t numbersOf(const NodeId& id) const { return analysis().nodes.at(id).inference.outputs.at(0).shape.count(); }

  Network network;
  Batches batches;
  int batch = 0;

 private:
  Probe(Network n, Batches b) : network(std::move(n)), batches(std::move(b)) {}
};

double norm(const float* values, std::int64_t count) {
  double squares = 0;
  for (std::int64_t i = 0; i < count; ++i) squares += static_cast<double>(values[i]) * values[i];
  return std::sqrt(squares);
}

// ---- gradients ------------------------------------------------------------------------------------------------------

const char* const kGradientPath = "\\frac{\\partial L}{\\partial h_1} = \\frac{\\partial L}{\\partial h_n}\\prod_{k=2}^{n}\\frac{\\partial h_k}{\\partial h_{k-1}}";

void sayGradient(double ratio, double first, double last, const NodeId& node, const PlanValues& plan, bool overTime, std::vector<Finding>& out) {
  const std::vector<Evidence> evidence{{"ratio", ratio}, {"first", first}, {"last", last}};
  // Another initializer helps where the present one makes the factors small or large.
  const bool he = plan.init == "he";
  const Cure draw = setCure("init", he ? "xavier" : "he", GB_TEXT("engine", "Initializer %1").arg(he ? "Xavier" : "He"));
  const Cure even = setCure("init", "xavier", GB_TEXT("engine", "Initializer %1").arg("Xavier"));
  if (ratio < (overTime ? kVanishedInTime : kVanished))
    out.push_back({FindingKind::VanishingGradients, Severity::Warning, node, evidence,
                   overTime ? GB_TEXT("engine", "The gradient vanishes over time: at the first step it is %1 of that at the last step.").arg(ratio)
                            : GB_TEXT("engine", "The gradient vanishes: the first layer's is %1 of the last layer's.").arg(ratio),
                   GB_TEXT("engine", "Going back, each layer multiplies the gradient by its weights and its slope. When these factors are below 1, little is left at the first layer."), kGradientPath, draw});
  if (ratio > kExploded)
    out.push_back({FindingKind::ExplodingGradients, Severity::Warning, node, evidence,
                   overTime ? GB_TEXT("engine", "The gradient explodes over time: at the first step it is %1 times that at the last step.").arg(ratio)
                            : GB_TEXT("engine", "The gradient explodes: the first layer's is %1 times the last layer's.").arg(ratio),
                   GB_TEXT("engine", "Going back, each layer multiplies the gradient by its weights and its slope. When these factors are above 1, the first layer's steps become huge."), kGradientPath, even});
}

/// The gradient in what the first layer with weights gives, beside that in what the last one gives.
void examineGradients(const Probe& probe, const std::vector<NodeId>& trained, const PlanValues& plan, std::vector<Finding>& out) {
  NodeId firstNode, lastNode;
  for (const NodeId& id : probe.analysis().order) {
    if (std::find(trained.begin(), trained.end(), id) == trained.end() || !probe.network.gradientOf(id)) continue;
    if (firstNode.empty()) firstNode = id;
    lastNode = id;
  }
  if (firstNode == lastNode) return;
  const double first = norm(probe.network.gradientOf(firstNode), probe.batch * probe.numbersOf(firstNode)), last = norm(probe.network.gradientOf(lastNode), probe.batch * probe.numbersOf(lastNode));
  if (!(first > 0) || !(last > 0) || !std::isfinite(first) || !std::isfinite(last)) return;
  sayGradient(first / last, first, last, firstNode, plan, false, out);
}

/// The same over the time steps that a recurrent layer reads.
void examineTime(const Probe& probe, const PlanValues& plan, std::vector<Finding>& out) {
  for (const NodeId& id : probe.analysis().order) {
    const NodeSpec* node = probe.analysis().spec->find(id);
    if (!node || node->bypassed || (node->key != "rnn" && node->key != "lstm" && node->key != "gru")) continue;
    const float* dx = probe.network.wireGradient(id, 0);
    const Shape& shape = probe.analysis().nodes.at(id).inputs.at(0).shape;
    if (!dx || shape.rank() != 2 || shape[0] < 8) continue;
    double first = 0, last = 0;
    for (int sample = 0; sample < probe.batch; ++sample) {
      const float* begin = dx + sample * shape.count();
      first = std::hypot(first, norm(begin, shape.back()));
      last = std::hypot(last, norm(begin + (shape[0] - 1) * shape.back(), shape.back()));
    }
    if (!(first > 0) || !(last > 0) || !std::isfinite(first) || !std::isfinite(last)) continue;
    sayGradient(first / last, first, last, id, plan, true, out);
  }
}

// ---- units -----------------------------------------------------------------------------------------------------------

enum class Silence { Dead, Saturated };

bool isSilent(float value, const std::string& key) {
  if (key == "relu") return value <= 0;
  if (key == "sigmoid") return value < 0.01f || value > 0.99f;
  return std::abs(value) > 0.98f;  // tanh
}

bool isJudged(const NodeSpec& node, const Params& params) {
  if (node.key == "rnn") return params.words("nonlinearity") == "tanh";
  return node.key == "relu" || node.key == "sigmoid" || node.key == "tanh";
}

/// Share of the numbers of one unit that are silent. Where nothing is drawn all pixels of a channel give the same number: they
/// are left out, unless that is silent too.
double silentNumbers(std::vector<float>& values, const std::string& key, bool picture) {
  if (picture && key != "relu") {
    std::sort(values.begin(), values.end());
    std::size_t most = 0, at = 0;
    for (std::size_t begin = 0, end = 0; begin < values.size(); begin = end) {
      while (end < values.size() && values[end] == values[begin]) ++end;
      if (end - begin > most) most = end - begin, at = begin;
    }
    const bool paper = most < values.size() && most > values.size() / 20 && !isSilent(values[at], key);
    if (paper) values.erase(values.begin() + static_cast<std::ptrdiff_t>(at), values.begin() + static_cast<std::ptrdiff_t>(at + most));
  }
  const auto silent = std::count_if(values.begin(), values.end(), [&](float v) { return isSilent(v, key); });
  return static_cast<double>(silent) / static_cast<double>(values.size());
}

/// Share of the units (channels of pictures, else features) that are silent: a ReLU's for all samples, others' for nearly all.
double silentShare(const Probe& probe, const NodeId& id, const std::string& key) {
  const NodeUnits units = unitsOf(probe.analysis(), id);
  const float* values = probe.network.outputOf(id);
  if (!values || units.count == 0) return 0;
  const std::int64_t all = probe.batch * probe.numbersOf(id);
  std::vector<std::vector<float>> ofUnit(static_cast<std::size_t>(units.count));
  for (std::int64_t i = 0; i < all; ++i) ofUnit[static_cast<std::size_t>(i / units.inner % units.count)].push_back(values[i]);
  const bool picture = units.kind == UnitKind::Channel;
  const double needed = key == "relu" ? 1.0 : picture ? kSaturatedPixels : kSaturatedShare;
  const auto silent = std::count_if(ofUnit.begin(), ofUnit.end(), [&](std::vector<float>& one) { return silentNumbers(one, key, picture) >= needed; });
  return static_cast<double>(silent) / static_cast<double>(units.count);
}

/// Silent from the start: the weights were drawn too large, or the inputs are. Since then: steps were too long.
Cure unitCure(const RunSetup& setup, const PlanValues& plan, const std::string& key, bool fromStart) {
  const char* const fit = key == "relu" ? "he" : "xavier";
  if (!fromStart) return rateCure(0.1 * plan.rate);
  const bool large = plan.init == "normal" || plan.init == "constant" || plan.init == "zeros";
  const Cure normalize = normalizeCure(*setup.spec);
  const bool brought = !setup.startWeights.empty() || setup.start;
  if (!large && !brought && !normalize.empty()) return normalize;
  return setCure("init", fit, GB_TEXT("engine", "Initializer %1").arg(key == "relu" ? "He" : "Xavier"));
}

struct Share {
  NodeId node;
  std::string key;
  double begin = 0, end = 0;
};

std::vector<Share> judgedNodes(const Probe& probe) {
  std::vector<Share> all;
  for (const NodeId& id : probe.analysis().order) {
    const NodeSpec* node = probe.analysis().spec->find(id);
    // An output that is sure of itself is no unit that learns nothing.
    if (!node || node->bypassed || id == probe.analysis().output || !isJudged(*node, probe.analysis().nodes.at(id).params)) continue;
    all.push_back({id, node->key});
  }
  return all;
}

void sayUnits(const RunSetup& setup, const PlanValues& plan, const Share& share, std::vector<Finding>& out) {
  const double much = share.key == "relu" ? kDeadUnits : kSaturatedUnits;
  if (share.end <= much) return;
  const Text title = nodeTitle(*setup.spec, analyse(*setup.spec).original(share.node));
  const double percent = std::round(100 * share.end);
  const std::vector<Evidence> evidence{{"share", share.end}, {"share_at_start", share.begin}};
  const Cure cure = unitCure(setup, plan, share.key, share.begin > much);
  if (share.key == "relu")
    out.push_back({FindingKind::DeadUnits, Severity::Warning, share.node, evidence, GB_TEXT("engine", "%1 % of the units of %2 give 0 for every sample.").arg(percent).arg(title),
                   GB_TEXT("engine", "Below 0 the slope of ReLU is 0: a unit that no sample reaches gets no gradient and stays dead. Steps that are too long push units there."), "\\mathrm{ReLU}'(x) = 0 \\quad (x < 0)", cure});
  else
    out.push_back({FindingKind::SaturatedUnits, Severity::Warning, share.node, evidence, GB_TEXT("engine", "%1 % of the units of %2 are saturated: at the end of their range for nearly every sample.").arg(percent).arg(title),
                   GB_TEXT("engine", "At the ends of its range the curve is flat and its slope almost 0, so that almost no gradient passes. Sums that are too large push units there: by large weights, large inputs or long steps."),
                   share.key == "sigmoid" ? "\\sigma'(x) = \\sigma(x)\\,(1 - \\sigma(x)) \\approx 0" : "\\tanh'(x) = 1 - \\tanh^2(x) \\approx 0", cure});
}

// ---- attention -------------------------------------------------------------------------------------------------------

constexpr std::size_t kAttentionWeights = 3;  // number of the cache

/// Mean entropy of the rows of attention weights over the logarithm of their choices; 1: all places alike, 0: one place alone.
double evenness(const Probe& probe, const NodeId& id) {
  const NodeAnalysis& node = probe.analysis().nodes.at(id);
  const float* weights = probe.network.cacheOf(id, kAttentionWeights);
  const std::int64_t time = node.inputs.at(0).shape[0], heads = node.params.integer("heads");
  const bool causal = node.params.flag("causal");
  if (!weights) return 1;
  double sum = 0, n = 0;
  for (std::int64_t block = 0; block < probe.batch * heads; ++block)
    for (std::int64_t row = 0; row < time; ++row) {
      const std::int64_t choices = causal ? row + 1 : time;
      if (choices < 2) continue;
      const float* const at = weights + (block * time + row) * time;
      // A step that brings nothing, a row of empty paper, looks everywhere exactly alike: that says nothing of the scores.
      if (std::all_of(at, at + choices, [&](float p) { return p == at[0]; })) continue;
      double entropy = 0;
      for (std::int64_t j = 0; j < choices; ++j)
        if (const double p = at[j]; p > 0) entropy -= p * std::log(p);
      sum += entropy / std::log(static_cast<double>(choices)), n += 1;
    }
  return n > 0 ? sum / n : 1;
}

void examineAttention(const RunSetup& setup, const Probe& probe, const PlanValues& plan, std::vector<Finding>& out) {
  for (const NodeId& id : probe.analysis().order) {
    const NodeSpec* node = probe.analysis().spec->find(id);
    if (!node || node->key != "attention" || node->bypassed) continue;
    const double even = evenness(probe, id);
    if (even >= kPeaked) continue;
    const NodeId original = analyse(*setup.spec).original(id);
    const std::vector<const Wire*> into = setup.spec->into({original, "in"});
    Cure cure = setCure("init", "xavier", GB_TEXT("engine", "Initializer %1").arg("Xavier"));
    if (plan.init != "normal" && plan.init != "constant" && !into.empty())
      cure = {Cure::Change::Insert, "layer_norm", {}, into[0]->from.node, GB_TEXT("engine", "A layer norm in front of the attention")};
    out.push_back({FindingKind::SaturatedAttention, Severity::Warning, id, {{"evenness", even}},
                   GB_TEXT("engine", "Before any training %1 looks at nearly one place alone: the entropy of its weights is %2 of the largest possible.").arg(nodeTitle(*setup.spec, original)).arg(even),
                   GB_TEXT("engine", "Scores that are too large saturate the softmax, and almost no gradient passes. Dividing by the root of the width keeps scores near 1 as long as queries and keys are: here weights or inputs are too large for that."),
                   "\\mathrm{softmax}\\!\\left(\\frac{Q K^\\top}{\\sqrt{d}}\\right)", cure});
  }
}

// ---- symmetry --------------------------------------------------------------------------------------------------------

/// How far the units of a layer are from their mean, over the size of that: 0 when all have the same weights. Nothing where it
/// has one unit, or weights that are not laid out by units.
std::optional<double> distanceOfUnits(const Network& network, const NodeId& id) {
  const NodeAnalysis& node = network.analysis().nodes.at(id);
  const Shape& out = node.inference.outputs.at(0).shape;
  const std::int64_t units = out.rank() == 3 ? out[0] : out.back();
  std::optional<double> worst;
  for (const WeightInfo& info : network.weightInfos()) {
    if (info.node != id || info.def.role != WeightRole::Weight || info.def.shape.rank() < 2) continue;
    const bool byColumn = node.def->key == "embedding" || node.def->key == "position_embedding";
    const std::int64_t rows = info.def.shape[0], width = info.def.shape.count() / rows;
    if (units < 2 || (byColumn ? width != units : rows % units != 0)) continue;
    const std::span<const Real> w = network.weightsOf(info);
    const auto at = [&](std::int64_t unit, std::int64_t i) { return static_cast<double>(w[static_cast<std::size_t>(byColumn ? i * width + unit : (i / width * units + unit) * width + i % width)]); };
    const std::int64_t each = byColumn ? rows : rows / units * width;
    double apart = 0, size = 0;
    for (std::int64_t i = 0; i < each; ++i) {
      double mean = 0;
      for (std::int64_t unit = 0; unit < units; ++unit) mean += at(unit, i) / static_cast<double>(units);
      for (std::int64_t unit = 0; unit < units; ++unit) apart += (at(unit, i) - mean) * (at(unit, i) - mean), size += at(unit, i) * at(unit, i);
    }
    worst = std::max(worst.value_or(0), size > 0 ? std::sqrt(apart / size) : 0.0);
  }
  return worst;
}

void examineSymmetry(const RunSetup& setup, Probe& probe, const ShortRun& run, std::vector<Finding>& out) {
  setFlatWeights(probe.network, run.begin);
  std::vector<NodeId> alike;
  bool zero = true;
  for (const NodeId& id : run.trained)
    if (distanceOfUnits(probe.network, id).value_or(1) < 1e-6) {
      alike.push_back(id);
      for (const WeightInfo& info : probe.network.weightInfos())
        if (info.node == id && info.def.role == WeightRole::Weight)
          for (const Real w : probe.network.weightsOf(info)) zero = zero && w == 0;
    }
  setFlatWeights(probe.network, run.end);
  for (const NodeId& id : alike) {
    const double apart = distanceOfUnits(probe.network, id).value_or(1);
    if (apart >= kAlike) continue;
    const NodeSpec* node = setup.spec->find(analyse(*setup.spec).original(id));
    const bool own = node && node->params.has("init") && node->params.words("init") != "plan";
    const Cure cure = setCure(own ? node->id + ".init" : "init", "xavier", GB_TEXT("engine", "Initializer %1").arg("Xavier"));
    const Text explanation = GB_TEXT("engine", "Units of a layer that begin alike get the same gradient and stay alike: the layer is as good as one unit. Weights drawn by chance tell them apart.");
    const Shape& shape = probe.analysis().nodes.at(id).inference.outputs.at(0).shape;
    const std::int64_t units = shape.rank() == 3 ? shape[0] : shape.back();
    out.push_back({zero ? FindingKind::ZeroInit : FindingKind::SymmetricInit, Severity::Error, id, {{"distance", apart}, {"units", static_cast<double>(units)}, {"step", static_cast<double>(run.step)}},
                   zero ? GB_TEXT("engine", "All weights of %1 begin at 0: after %2 steps its %3 units are still alike.").arg(nodeTitle(*setup.spec, analyse(*setup.spec).original(id))).arg(run.step).arg(units)
                        : GB_TEXT("engine", "All units of %1 begin with the same weights: after %2 steps the %3 are still alike.").arg(nodeTitle(*setup.spec, analyse(*setup.spec).original(id))).arg(run.step).arg(units),
                   explanation, "w_i = w_j \\Rightarrow \\frac{\\partial L}{\\partial w_i} = \\frac{\\partial L}{\\partial w_j}", cure});
    return;  // one layer is enough: they come together
  }
}

}  // namespace

Result<void> examineUnits(const RunSetup& setup, const ShortRun& run, const PlanValues& plan, std::vector<Finding>& out) {
  Result<Probe> made = Probe::create(setup);
  if (!made) return made.error();
  Probe& probe = *made;
  std::vector<Share> shares = judgedNodes(probe);
  probe.look(run.begin, true);
  examineGradients(probe, run.trained, plan, out);
  examineTime(probe, plan, out);
  examineAttention(setup, probe, plan, out);
  probe.look(run.begin, false);
  for (Share& share : shares) share.begin = silentShare(probe, share.node, share.key);
  if (run.reason == StopReason::NotFinite) return {};
  probe.look(run.end, false);
  for (Share& share : shares) {
    share.end = silentShare(probe, share.node, share.key);
    sayUnits(setup, plan, share, out);
  }
  examineSymmetry(setup, probe, run, out);
  return {};
}

}  // namespace glassbox::doctor
