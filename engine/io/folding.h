// Which groups of a layout are folded: a folded group is one tile, and that tile has a place of its own in the layout.
#pragma once

#include <string>

#include "engine/io/project.h"

namespace glassbox {

/// Name of a group's tile in a layout: "group:block1". No node can have it: a node's id holds no colon.
NodeId groupTile(const std::string& group);
/// The group whose tile that is; empty for a node.
std::string groupOfTile(const NodeId& tile);

/// The layout has a place for the group's tile.
bool isFolded(const Layout& layout, const std::string& group);

/// It names no node: the diagram arranges itself, and the places of folded groups say only that they are folded.
bool arrangesItself(const Layout& layout);

/// What is left of a layout when the diagram shall arrange itself.
Layout onlyFolds(const Layout& layout);

}  // namespace glassbox
