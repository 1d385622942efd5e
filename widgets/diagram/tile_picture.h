// The picture in a layer's tile: its weights, their gradients, or what it gives for one sample, with the scale they are drawn on.
#pragma once

#include "engine/graph/network.h"

#include <QImage>
#include <QString>

#include <map>
#include <span>

namespace glassbox {

/// What a tile is asked to show.
enum class TileShow { Nothing, Weights, Gradients, Outputs };

/// A tile that shows what a node gives for the present sample: `live` is where the diagram looks for it, `of` the node that gives it
/// (an activation stands in its layer's tile). Small layers write the numbers into their pictures.
struct TileOutput {
  NodeId live, of;
  bool picture = true;
  bool operator==(const TileOutput&) const = default;
};

/// By node of the network that trains; a node that is not named is not drawn, and costs nothing.
using TileWishes = std::map<NodeId, TileShow>;

inline constexpr int kPictureWidth = 140, kPictureHeight = 52;  ///< of the place in a tile, at 100 %

struct TilePicture {
  QImage image;
  float largest = 0;       ///< magnitude of the full colours, over the cells that are drawn
  std::int64_t shown = 0;  ///< cells, or filter maps, of `total`
  std::int64_t total = 0;
};

/// A matrix as at most 16 columns and 6 rows of cells, taken at equal distances.
TilePicture stripOf(std::span<const float> values, std::int64_t rows, std::int64_t columns);

/// Weights of a convolution, (filters, channels, height, width) or (filters, channels, width): as many maps as fit into 140x52,
/// filter by filter and channel by channel, each weight 3 px wide and high. All on one scale.
TilePicture filtersOf(std::span<const float> values, const Shape& shape);

/// What a layer gives for one sample: (channels, height, width) as maps, as many and as large as fit into 140x52; (time, values) and
/// (values) as cells, taken at equal distances. `positive`: from 0 on, as attention weights are; else of both signs.
TilePicture outputPicture(std::span<const float> values, const Shape& shape, bool positive);

} // namespace glassbox
