// Folded groups in the picture of a network: their layers' tiles become one, and wires run to its border.
#pragma once

#include "widgets/diagram/group_item.h"
#include "widgets/diagram/tiles.h"

#include <map>
#include <string>

namespace glassbox {

/// Puts one tile named groupTile(id) in place of the members of each group in `folded`; its words are given with it. Wires inside
/// are gone; of several that bring the same thing into the group, or take it out to the same port, one stays.
void foldGroups(Tiles& tiles, const NetworkSpec& spec, const Analysis& analysis, const std::map<std::string, GroupFrame>& folded);

/// The group the node is a member of, or null.
const GroupSpec* groupOf(const NetworkSpec& spec, const NodeId& node);
const GroupSpec* findGroup(const NetworkSpec& spec, const std::string& id);

} // namespace glassbox
