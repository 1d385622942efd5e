// The units of a node: what one can switch off in it. Neurons, filters, attention heads.
#pragma once

#include "engine/graph/analysis.h"

#include <cstdint>
#include <vector>

namespace glassbox {

enum class UnitKind {
  Neuron,  ///< one number of a flat output
  Channel, ///< one filter's map
  Feature, ///< one number of each time step; a filter of a conv1d
  Head,    ///< of attention: its columns before the output projection
};

/// Unit u of a sample's output, seen as (outer, count, inner), is all numbers with u in the middle. Of heads only the count holds.
struct NodeUnits {
  UnitKind kind = UnitKind::Neuron;
  std::int64_t count = 0;
  std::int64_t outer = 1, inner = 1;
};

/// Some units of a node that shall give 0.
struct UnitsOff {
  NodeId node;
  std::vector<std::int64_t> units;
};

/// Channels of (channels, height, width); features of (time, width), which are the channels of a conv1d; neurons of a flat output;
/// heads of attention. A count of 0: the node is no layer, or its output is not known.
NodeUnits unitsOf(const Analysis& analysis, const NodeId& node);

} // namespace glassbox
