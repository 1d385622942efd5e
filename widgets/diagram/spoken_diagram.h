// What the parts of the diagram are called when they are read aloud: pure texts in the language in use.
#pragma once

#include "widgets/diagram/group_item.h"
#include "widgets/diagram/tiles.h"

namespace glassbox {

/// "Dense 2: units 128, tanh, 100480 parameters, frozen, problem: ...": the title and what the tile shows beside it.
QString spokenTile(const Tile& tile, const NetworkSpec& spec, const Analysis& analysis);

/// "From Input 1. To ReLU 1.", and what the layer does.
QString spokenPlace(const Tile& tile, const Tiles& tiles, const NetworkSpec& spec);

/// "Dense 1 to ReLU 1, carries 128 values"
QString spokenWire(const TileWire& wire, const Tiles& tiles, const NetworkSpec& spec, const Analysis& analysis);

/// "Block 1: 4 × 49984 parameters, copy 2 of 4 shown": the frame of a group that is not folded.
QString spokenFrame(const GroupFrame& frame);

/// "12 layers, 11 wires, 109386 parameters, problems: 1"
QString spokenDiagram(const NetworkSpec& spec, const Analysis& analysis);

} // namespace glassbox
