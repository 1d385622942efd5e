#include "widgets/views/points_probe.h"

#include "widgets/views/probe_bench.h"
#include "widgets/views/sample_pass.h"

#include <algorithm>
#include <numeric>

namespace glassbox {
namespace {

constexpr std::int64_t kMostWidth = 4096; // of a sample's activations

const WeightInfo* embeddingOf(const Network& network, const NodeId& node) {
  for (const WeightInfo& info : network.weightInfos())
    if (info.node == node && info.def.shape.rank() == 2) return &info;
  return nullptr;
}

} // namespace

std::vector<NodeId> nodesWithPoints(const Analysis& analysis) {
  std::vector<NodeId> tokens, samples;
  for (const NodeId& id : analysis.order) {
    const std::string& key = analysis.spec->find(id)->key;
    const PortType* out = id == analysis.loss ? nullptr : analysis.typeOf({id, "out"});
    if (key == "embedding")
      tokens.push_back(id);
    else if (out && key != "input" && out->element == Element::Number && out->shape.count() >= 2 && out->shape.count() <= kMostWidth)
      samples.push_back(id);
  }
  tokens.insert(tokens.end(), samples.rbegin(), samples.rend()); // the last layers separate the classes best
  return tokens;
}

std::optional<PointMap> pointsOf(const ProbeBench& bench, const PointsWish& wish) {
  const Analysis& analysis = bench.network.analysis();
  const NodeSpec* node = analysis.spec->find(wish.node);
  if (!node) return std::nullopt;
  PointMap map;
  map.node = wish.node;
  map.tokens = node->key == "embedding";
  std::int64_t width = 0;
  if (map.tokens) {
    const WeightInfo* info = embeddingOf(bench.network, wish.node);
    if (!info) return std::nullopt;
    width = info->def.shape[1];
    map.of = info->def.shape[0];
    map.numbers.resize(static_cast<std::size_t>(std::min(map.of, PointMap::kMostTokens)));
    std::iota(map.numbers.begin(), map.numbers.end(), 0);
    const auto weights = bench.network.weightsOf(*info).first(map.numbers.size() * static_cast<std::size_t>(width));
    map.table.assign(weights.begin(), weights.end());
  } else {
    const PortType* out = analysis.typeOf({wish.node, "out"});
    if (!out || !bench.subject.data) return std::nullopt;
    width = out->shape.count();
    const Dataset& data = *bench.subject.data;
    const Part part = data.test > 0 ? Part::Test : Part::Train;
    map.of = rows(data, part).size();
    map.numbers = spreadRows(rows(data, part), PointMap::kMostSamples);
    bench.network.keepAll(true);
    const bool done = runRows(bench, map.numbers, [&](std::int64_t, int count) {
      const Real* values = bench.network.outputOf(wish.node);
      map.table.insert(map.table.end(), values, values + count * width);
    });
    bench.network.keepAll(false);
    if (!done) return std::nullopt;
  }
  Result<PrincipalComponents> found = principalComponents(map.table, static_cast<std::int64_t>(map.numbers.size()), width, 2);
  if (!found || found->count < 2) return std::nullopt;
  map.components = std::move(*found);
  return map;
}

} // namespace glassbox
