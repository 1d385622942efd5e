// The attention weights of every attention layer for one sample: which step takes how much from which.
#pragma once

#include "engine/data/dataset.h"
#include "engine/graph/network.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace glassbox {

struct ProbeBench;

struct AttentionLayer {
  NodeId node;
  std::int64_t heads = 0, time = 0;
  bool causal = false;        ///< what lies behind the query's step takes no part
  std::vector<float> weights; ///< (heads, query, key); a row sums to 1. What the layer keeps under "weights".
  float at(std::int64_t head, std::int64_t query, std::int64_t key) const {
    return weights[static_cast<std::size_t>((head * time + query) * time + key)];
  }
};

struct AttentionAnswer {
  std::int64_t row = 0;               ///< of the data
  std::vector<AttentionLayer> layers; ///< in network order
};

/// What an attention layer looked at in the last forward pass; the network must have kept all (keepAll). Nothing for another node.
std::optional<AttentionLayer> attentionAt(const Network& network, const NodeId& node);

/// The attention layers of a network, those inside of groups too.
std::vector<NodeId> attentionNodes(const Analysis& analysis);

/// Runs one sample. Nothing when stopped, or when the data have no such row.
std::optional<AttentionAnswer> attentionOf(const ProbeBench& bench, std::int64_t row);

} // namespace glassbox
