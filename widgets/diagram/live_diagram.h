// Turns a snapshot of the weights into what the diagram shows on its tiles and wires.
#pragma once

#include "engine/graph/network.h"
#include "engine/train/trainer.h"
#include "widgets/diagram/diagram_content.h"

#include <span>

namespace glassbox {

/// A layer of at most so many units (and inputs) shows every weight as a wire and every unit as a picture.
inline constexpr std::int64_t kSmallLayer = 12;

/// Weights, biases and strips of all layers. `infos` are those of the network that made the snapshot.
DiagramLive liveFrom(const Snapshot& snapshot, std::span<const WeightInfo> infos, DiagramLive::Wires wires);

/// 16 columns of cells, each the color of one weight; the weights are taken at equal distances.
QImage weightStrip(std::span<const float> weights, std::int64_t rows, std::int64_t columns);

} // namespace glassbox
