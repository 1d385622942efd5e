#include "widgets/views/spread_probe.h"

#include "widgets/views/probe_bench.h"
#include "widgets/views/sample_pass.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace glassbox {
namespace {

constexpr std::size_t kMostLooked = std::size_t{1} << 20; // numbers of one array and kind
constexpr double kMostFlops = 2e8;                        // of the forward pass over all samples: about a tenth of a second
constexpr std::int64_t kMostSamples = 256, kLeastSamples = 8;
constexpr double kSigmoidEnd = 0.01, kTanhEnd = 0.02; // 1 % of the ranges [0, 1] and [-1, 1]

enum class Health { Unknown, Relu, Sigmoid, Tanh };

Health healthOf(const std::string& key) {
  return key == "relu" ? Health::Relu : key == "sigmoid" ? Health::Sigmoid : key == "tanh" ? Health::Tanh : Health::Unknown;
}

bool isSaturated(float v, Health health) {
  if (health == Health::Sigmoid) return v < kSigmoidEnd || v > 1 - kSigmoidEnd;
  return health == Health::Tanh && std::abs(v) > 1 - kTanhEnd;
}

/// Adds what a node gave for some samples.
struct Activations {
  LayerSpread spread;
  Health health = Health::Unknown;
  std::int64_t perSample = 0, perUnit = 1; // numbers; numbers of one unit that lie side by side
  std::vector<bool> dead, saturated;       // by unit, until now

  Activations(const NodeId& node, const std::string& key, const Shape& shape) : health(healthOf(key)), perSample(shape.count()) {
    spread.node = node;
    spread.kind = SpreadKind::Activations;
    if (health == Health::Unknown) return;
    spread.units = static_cast<int>(shape.rank() == 3 ? shape[0] : shape.back());
    perUnit = shape.rank() == 3 ? shape[1] * shape[2] : 1;
    dead.assign(static_cast<std::size_t>(spread.units), true);
    saturated.assign(dead.size(), health != Health::Relu);
  }

  void take(const float* values, int samples) {
    for (std::int64_t i = 0; spread.units > 0 && i < samples * perSample; ++i) {
      const auto unit = static_cast<std::size_t>(i % perSample / perUnit % spread.units);
      if (values[i] != 0) dead[unit] = false;
      if (!isSaturated(values[i], health)) saturated[unit] = false;
    }
  }

  void finish() {
    spread.deadUnits = static_cast<int>(std::count(dead.begin(), dead.end(), true));
    spread.saturatedUnits = static_cast<int>(std::count(saturated.begin(), saturated.end(), true));
  }
};

std::size_t strideFor(std::size_t count) { return std::max<std::size_t>(1, (count + kMostLooked - 1) / kMostLooked); }

/// Numbers of the arena that belong to a node, one behind the other.
std::vector<float> collected(const Network& network, std::span<const float> arena, const NodeId& node, WeightRole role) {
  std::vector<float> all;
  for (const WeightInfo& info : network.weightInfos())
    if (info.node == node && info.def.role == role)
      all.insert(all.end(), arena.begin() + static_cast<std::ptrdiff_t>(info.offset),
                 arena.begin() + static_cast<std::ptrdiff_t>(info.offset + info.size));
  return all;
}

void addArena(const Network& network, std::span<const float> arena, SpreadKind kind, std::vector<LayerSpread>& out) {
  std::vector<NodeId> seen;
  for (const WeightInfo& info : network.weightInfos()) {
    if (std::find(seen.begin(), seen.end(), info.node) != seen.end()) continue;
    seen.push_back(info.node);
    std::vector<float> values = collected(network, arena, info.node, WeightRole::Weight);
    if (values.empty()) values = collected(network, arena, info.node, WeightRole::Gain);
    if (values.empty()) continue;
    LayerSpread spread;
    spread.node = info.node;
    spread.kind = kind;
    spread.stride = strideFor(values.size());
    spread.bins = binsOf(values, spread.stride);
    out.push_back(std::move(spread));
  }
}

void merge(SpreadBins& into, const SpreadBins& other) {
  if (other.count == 0) {
    into.notFinite += other.notFinite;
    return;
  }
  const int exponent = into.count ? std::max(into.exponent, other.exponent) : other.exponent;
  const auto mine = into.count ? into.widened(exponent) : std::array<std::uint32_t, SpreadBins::kLinear>{};
  const auto theirs = other.widened(exponent);
  for (std::size_t i = 0; i < mine.size(); ++i) into.linear[i] = mine[i] + theirs[i];
  for (std::size_t i = 0; i < into.logarithmic.size(); ++i) into.logarithmic[i] += other.logarithmic[i];
  into.least = into.count ? std::min(into.least, other.least) : other.least;
  into.greatest = into.count ? std::max(into.greatest, other.greatest) : other.greatest;
  into.exponent = exponent;
  into.count += other.count;
  into.zeros += other.zeros;
  into.notFinite += other.notFinite;
  into.sum += other.sum;
  into.squares += other.squares;
}

} // namespace

double SpreadBins::deviation() const {
  if (count == 0) return 0;
  return std::sqrt(std::max(0.0, squares / static_cast<double>(count) - mean() * mean()));
}

std::array<std::uint32_t, SpreadBins::kLinear> SpreadBins::widened(int wider) const {
  std::array<std::uint32_t, kLinear> out = linear;
  for (int e = exponent; e < wider; ++e) {
    std::array<std::uint32_t, kLinear> half{};
    for (std::size_t i = 0; i < kLinear; ++i) half[kLinear / 4 + i / 2] += out[i];
    out = half;
  }
  return out;
}

double logarithmicEdge(int bin) {
  const auto magnitude = [](int steps) {
    return std::pow(10.0, SpreadBins::kLowDecade + static_cast<double>(steps) / SpreadBins::kPerDecade);
  };
  return bin <= SpreadBins::kPerSign ? -magnitude(SpreadBins::kPerSign - bin) : magnitude(bin - SpreadBins::kPerSign - 1);
}

int logarithmicBin(double value) {
  const double steps = (std::log10(std::abs(value)) - SpreadBins::kLowDecade) * SpreadBins::kPerDecade; // -infinity for 0
  if (steps < 0) return SpreadBins::kPerSign;
  const int step = static_cast<int>(std::min<double>(steps, SpreadBins::kPerSign - 1));
  return value > 0 ? SpreadBins::kPerSign + 1 + step : SpreadBins::kPerSign - 1 - step;
}

SpreadBins binsOf(std::span<const float> values, std::size_t stride) {
  SpreadBins bins;
  double largest = 0;
  for (std::size_t i = 0; i < values.size(); i += stride)
    if (std::isfinite(values[i])) largest = std::max(largest, std::abs(static_cast<double>(values[i])));
  int exponent = 0;
  if (largest > 0 && std::frexp(largest, &exponent) == 0.5) --exponent; // a power of two fits its own range
  bins.exponent = std::clamp(largest > 0 ? exponent : SpreadBins::kLeastExponent, SpreadBins::kLeastExponent, SpreadBins::kMostExponent);
  const double perBin = std::ldexp(2.0, bins.exponent) / SpreadBins::kLinear;
  bins.least = HUGE_VAL;
  bins.greatest = -HUGE_VAL;
  for (std::size_t i = 0; i < values.size(); i += stride) {
    const double v = values[i];
    if (!std::isfinite(v)) {
      ++bins.notFinite;
      continue;
    }
    const double place = std::clamp(std::floor(v / perBin) + SpreadBins::kLinear / 2, 0.0, SpreadBins::kLinear - 1.0);
    ++bins.linear[static_cast<std::size_t>(place)];
    ++bins.logarithmic[static_cast<std::size_t>(logarithmicBin(v))];
    ++bins.count;
    bins.zeros += v == 0;
    bins.sum += v;
    bins.squares += v * v;
    bins.least = std::min(bins.least, v);
    bins.greatest = std::max(bins.greatest, v);
  }
  if (bins.count == 0) bins.least = bins.greatest = 0;
  return bins;
}

std::optional<SpreadAnswer> spreadsOf(const ProbeBench& bench, const std::vector<std::int64_t>& rows) {
  Network& network = bench.network;
  SpreadAnswer answer;
  addArena(network, network.weights(), SpreadKind::Weights, answer.layers);
  answer.gradients = bench.gradients.size() == network.weights().size();
  if (answer.gradients) addArena(network, bench.gradients, SpreadKind::Gradients, answer.layers);
  if (!bench.subject.data || rows.empty()) return answer;

  const Analysis& analysis = network.analysis();
  std::vector<Activations> nodes;
  for (const NodeId& id : analysis.order) {
    const PortType* out = id == analysis.loss ? nullptr : analysis.typeOf({id, "out"});
    const std::string& key = analysis.spec->find(id)->key;
    if (out && key != "input" && out->element == Element::Number && out->shape.rank() > 0) nodes.emplace_back(id, key, out->shape);
  }
  network.keepAll(true);
  const bool done = runRows(bench, rows, [&](std::int64_t, int count) {
    for (Activations& node : nodes) {
      const float* values = network.outputOf(node.spread.node);
      const auto all = static_cast<std::size_t>(count * node.perSample);
      node.spread.stride = strideFor(all);
      merge(node.spread.bins, binsOf({values, all}, node.spread.stride));
      node.take(values, count);
    }
  });
  network.keepAll(false);
  if (!done) return std::nullopt;
  for (Activations& node : nodes) {
    node.finish();
    answer.layers.push_back(std::move(node.spread));
  }
  answer.samples = static_cast<std::int64_t>(rows.size());
  return answer;
}

std::vector<std::int64_t> spreadSample(const Dataset& data, const Analysis& analysis) {
  const double affordable = kMostFlops / std::max(1.0, static_cast<double>(analysis.forwardFlops));
  const auto most = static_cast<std::int64_t>(std::clamp<double>(affordable, kLeastSamples, kMostSamples));
  return spreadRows(rows(data, Part::Train), most);
}

} // namespace glassbox
