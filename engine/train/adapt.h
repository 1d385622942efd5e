// Changes of a network that follow from its data: only what is marked to follow them, and each is said.
#pragma once

#include <vector>

#include "engine/data/dataset.h"
#include "engine/graph/network_spec.h"

namespace glassbox {

struct Adapted {
  NetworkSpec spec;
  std::vector<Text> changes;   ///< one sentence each
};

/// What follows the data: an input whose shape was never set takes that of the data (flat, where only that fits); a dense
/// layer marked `classes=auto`, or one before softmax cross-entropy whose units were never set (it is marked then), gets as
/// many units as there are classes.
Adapted adaptToData(const NetworkSpec& spec, const Dataset& data);

}  // namespace glassbox
