// Groups of a network as edits: made from nodes, dissolved, repeated. Pure functions as in spec_edit.h.
#pragma once

#include <string>
#include <vector>

#include "engine/graph/network_spec.h"

namespace glassbox::spec_edit {

/// Most copies of a group that can be asked for in one edit.
inline constexpr int kMostCopies = 96;

/// Makes a group of `ids`; `newGroup` receives its id. Fails for fewer than two nodes, for an input or a loss, for a node of
/// another group, and when a way leaves the nodes and comes back to them: as one tile they would feed themselves.
Result<NetworkSpec> makeGroup(const NetworkSpec& spec, const std::vector<NodeId>& ids, std::string& newGroup);

/// Its nodes stay, once: copies 2 ... n are gone. Unknown ids change nothing.
NetworkSpec dissolveGroup(const NetworkSpec& spec, const std::string& group);

/// Fails outside 1 ... kMostCopies, and when the copies could not be chained (expand_groups.h): the reason is that of the expansion.
Result<NetworkSpec> repeatGroup(const NetworkSpec& spec, const std::string& group, int copies);

}  // namespace glassbox::spec_edit
