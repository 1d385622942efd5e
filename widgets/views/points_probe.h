// Vectors of a layer as points: those of an Embedding, or what a layer gives for samples, on the plane in which they differ most.
#pragma once

#include "engine/experiment/principal_components.h"
#include "engine/graph/network_spec.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace glassbox {

struct Analysis;
struct ProbeBench;

struct PointsWish {
  NodeId node;
  bool operator==(const PointsWish&) const = default;
};

struct PointMap {
  static constexpr std::int64_t kMostTokens = 2000, kMostSamples = 500;

  NodeId node;
  bool tokens = false;               ///< the vectors of an Embedding's tokens 0, 1, ...; else activations
  std::int64_t of = 0;               ///< tokens or samples that there are; the map may have fewer
  std::vector<std::int64_t> numbers; ///< token, or row of the data, of each point
  std::vector<float> table;          ///< (points, width)
  PrincipalComponents components;    ///< of the table, two of them
};

/// Layers whose vectors can be shown: Embeddings first, then those with at least two features a sample.
std::vector<NodeId> nodesWithPoints(const Analysis& analysis);

/// Nothing when stopped, for an unknown node, or when there are no principal components (numbers that are not finite).
std::optional<PointMap> pointsOf(const ProbeBench& bench, const PointsWish& wish);

} // namespace glassbox
