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

/// Gives a dense layer marked `classes=auto` as many units as the data have classes, and an embedding that is too small for
/// the data's vocabulary a vector for each of its tokens; one that shares its table with such a dense layer has as many
/// vectors as the data have tokens.
Adapted adaptToData(const NetworkSpec& spec, const Dataset& data);

/// The same for somebody who is building: also an input whose shape was never set takes that of the data (flat, where only
/// that fits), and a dense layer before softmax cross-entropy whose units were never set is marked and follows the classes.
Adapted adaptFreshToData(const NetworkSpec& spec, const Dataset& data);

}  // namespace glassbox
