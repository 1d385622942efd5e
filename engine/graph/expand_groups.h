// Repeated groups written out: what a spec with groups stands for, as nodes and wires only.
#pragma once

#include <vector>

#include "engine/core/result.h"
#include "engine/graph/network_spec.h"

namespace glassbox {

struct ExpandedGroups {
  NetworkSpec spec;            ///< no group in it is repeated
  std::vector<Error> refused;  ///< why a group could not be repeated; it stands in `spec` once
};

/// Copy 1 of a group keeps its ids; copies 2 ... n stand behind the group's last member and are called "<id>_2" ... Copy k reads
/// what copy k-1 gives; inside a copy, weightsOf points to the copy's own nodes. A group can be repeated when one node
/// outside feeds it (any number of its members: a skip does too) and one of its members is read outside.
ExpandedGroups expandGroups(const NetworkSpec& spec);

}  // namespace glassbox
