// Filters of a convolution and feature maps of a layer, as arrays of small maps.
#pragma once

#include "engine/graph/network_spec.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace glassbox {

struct ProbeBench;
struct Analysis;

enum class MapKind {
  Filters,  ///< weights of a convolution
  Features, ///< output of a node for one sample
};

struct MapWish {
  MapKind kind = MapKind::Features;
  NodeId node;
  std::int64_t row = 0; ///< of the data; for feature maps
  bool operator==(const MapWish&) const = default;
};

/// `groups` x `perGroup` maps of height x width numbers: filter by filter, input channel by input channel; or one group of
/// channels. Maps over time have a height of 1.
struct MapSet {
  MapWish of;
  int groups = 0, perGroup = 0, height = 0, width = 0;
  std::vector<float> values; ///< (group, map, height, width)
  double largest = 0;        ///< magnitude of all of them: the scale of the layer
  bool negative = false;     ///< there is a number below 0

  int count() const { return groups * perGroup; }
  const float* map(int i) const { return values.data() + static_cast<std::size_t>(i) * static_cast<std::size_t>(height) * static_cast<std::size_t>(width); }
};

/// Whether the node has such maps: (channels, height, width), or (time, channels) of a 1-d convolution.
bool hasMaps(const Analysis& analysis, const NodeId& node, MapKind kind);
/// All nodes that have, in network order.
std::vector<NodeId> nodesWithMaps(const Analysis& analysis, MapKind kind);

/// Nothing for a node without maps, or a row outside the data.
std::optional<MapSet> computeMaps(const ProbeBench& bench, const MapWish& wish);

} // namespace glassbox
