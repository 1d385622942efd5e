// The picture in a layer's tile: its weights or their gradients as a strip of cells or as filters, with the scale they are drawn on.
#pragma once

#include "engine/graph/network.h"

#include <QImage>
#include <QString>

#include <map>
#include <span>

namespace glassbox {

/// What a tile is asked to show.
enum class TileShow { Nothing, Weights, Gradients };

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

} // namespace glassbox
