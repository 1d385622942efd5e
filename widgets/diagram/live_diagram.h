// Turns a snapshot of the weights into what the diagram shows on its tiles and wires.
#pragma once

#include "engine/graph/network.h"
#include "engine/train/trainer.h"
#include "widgets/diagram/diagram_content.h"
#include "widgets/diagram/tile_picture.h"

#include <span>

namespace glassbox {

/// A layer of at most so many units (and inputs) shows every weight as a wire and every unit as a picture.
inline constexpr std::int64_t kSmallLayer = 12;

/// Weights and biases of small layers, and the pictures that are wished for. `infos` are those of the network that made the snapshot.
DiagramLive liveFrom(const Snapshot& snapshot, std::span<const WeightInfo> infos, DiagramLive::Wires wires, const TileWishes& wishes);

} // namespace glassbox
