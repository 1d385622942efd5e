#include "widgets/views/maps_probe.h"

#include "widgets/views/probe_bench.h"

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

bool isConvolution(const std::string& key) { return key == "conv2d" || key == "conv1d"; }

/// (time, channels) of a 1-d convolution, or of an activation right behind it.
bool isOverTime(const Analysis& analysis, const NodeId& node) {
  const NodeSpec* spec = analysis.spec->find(node);
  if (spec->key == "conv1d") return true;
  const NodeDef& def = *analysis.nodes.at(node).def;
  if (def.group != LayerGroup::Activation) return false;
  const auto wires = analysis.spec->into({node, def.inputs[0].name});
  return wires.size() == 1 && analysis.spec->find(wires[0]->from.node)->key == "conv1d";
}

void measure(MapSet& set) {
  for (const float v : set.values) {
    if (std::isfinite(v)) set.largest = std::max<double>(set.largest, std::abs(v));
    set.negative = set.negative || v < 0;
  }
}

std::optional<MapSet> filters(const Network& network, const MapWish& wish) {
  for (const WeightInfo& info : network.weightInfos()) {
    const Shape& shape = info.def.shape; // (out, in, height, width) or (out, in, time)
    if (info.node != wish.node || info.def.role != WeightRole::Weight || shape.rank() < 3) continue;
    MapSet set;
    set.of = wish;
    set.groups = static_cast<int>(shape[0]);
    set.perGroup = static_cast<int>(shape[1]);
    set.height = shape.rank() == 4 ? static_cast<int>(shape[2]) : 1;
    set.width = static_cast<int>(shape.back());
    const std::span<const Real> w = network.weightsOf(info);
    set.values.assign(w.begin(), w.end());
    measure(set);
    return set;
  }
  return std::nullopt;
}

std::optional<MapSet> features(const ProbeBench& bench, const MapWish& wish) {
  const Shape shape = bench.network.analysis().typeOf({wish.node, "out"})->shape;
  MapSet set;
  set.of = wish;
  set.groups = 1;
  const bool picture = shape.rank() == 3;
  set.perGroup = static_cast<int>(picture ? shape[0] : shape[1]);
  set.height = picture ? static_cast<int>(shape[1]) : 1;
  set.width = static_cast<int>(picture ? shape[2] : shape[0]);
  bench.network.keepAll(true);
  const bool done = runRows(bench, {wish.row}, [&](std::int64_t, int) {
    const Real* y = bench.network.outputOf(wish.node);
    if (picture) return set.values.assign(y, y + shape.count());
    for (int c = 0; c < set.perGroup; ++c) // channels lie last
      for (int t = 0; t < set.width; ++t) set.values.push_back(y[t * set.perGroup + c]);
  });
  bench.network.keepAll(false);
  if (!done) return std::nullopt;
  measure(set);
  return set;
}

} // namespace

bool hasMaps(const Analysis& analysis, const NodeId& node, MapKind kind) {
  const NodeSpec* spec = analysis.spec->find(node);
  if (!spec || spec->bypassed) return false;
  if (kind == MapKind::Filters) return isConvolution(spec->key);
  const PortType* out = analysis.typeOf({node, "out"});
  if (!out || out->element != Element::Number) return false;
  return out->shape.rank() == 3 || (out->shape.rank() == 2 && isOverTime(analysis, node));
}

std::vector<NodeId> nodesWithMaps(const Analysis& analysis, MapKind kind) {
  std::vector<NodeId> nodes;
  for (const NodeId& id : analysis.order)
    if (hasMaps(analysis, id, kind)) nodes.push_back(id);
  return nodes;
}

std::optional<MapSet> computeMaps(const ProbeBench& bench, const MapWish& wish) {
  if (!hasMaps(bench.network.analysis(), wish.node, wish.kind)) return std::nullopt;
  if (wish.kind == MapKind::Filters) return filters(bench.network, wish);
  if (!bench.subject.data || wish.row < 0 || wish.row >= bench.subject.data->samples()) return std::nullopt;
  return features(bench, wish);
}

} // namespace glassbox
