// What chosen nodes give for one sample: the pictures in their tiles.
#pragma once

#include "engine/graph/network.h"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace glassbox {

struct ProbeBench;

struct OutputsWish {
  std::int64_t row = 0; ///< of the data
  std::vector<NodeId> nodes;
  bool operator==(const OutputsWish&) const = default;
};

struct NodeOutput {
  Shape shape;
  std::vector<float> values;
  bool attention = false; ///< (heads, query, key): what an attention layer keeps under "weights", not its output
};

struct OutputsAnswer {
  std::int64_t row = 0;
  std::map<NodeId, NodeOutput> nodes;
};

/// Runs one sample. Nodes that the network does not have, or that give tokens, are left out. Nothing when stopped, or when the data
/// have no such row.
std::optional<OutputsAnswer> outputsOf(const ProbeBench& bench, const OutputsWish& wish);

} // namespace glassbox
