// Where the tiles stand when nobody has moved them: columns from left to right, few crossings, room for skip connections.
#pragma once

#include "engine/io/project.h"

#include <map>
#include <utility>
#include <vector>

namespace glassbox {

inline constexpr double kGrid = 8;         ///< positions snap to it
inline constexpr double kColumnGap = 56;
inline constexpr double kLeastColumnGap = 32;
inline constexpr double kRowGap = 24;

/// A tile as a box. Its position is (left, anchor): wires run at the height of the anchor.
struct LayoutBox {
  NodeId id;
  double width = 136;
  double above = 24, below = 24;  ///< from the anchor to the upper and the lower edge
};

struct LayoutGraph {
  std::vector<LayoutBox> boxes;
  std::vector<std::pair<NodeId, NodeId>> links;  ///< from, to; names without a box are left out
  double columnGap = kColumnGap;
};

/// Between two columns, where a wire changes from the height it has to `height`; of the last one the height is the port's own.
struct Channel {
  double left = 0, right = 0, height = 0;
  bool operator==(const Channel&) const = default;
};
using Way = std::vector<Channel>;  ///< of a wire, from left to right

struct Arrangement {
  Layout places;
  std::map<std::pair<NodeId, NodeId>, Way> ways;  ///< by (from, to); a wire that would close a loop has none
};

/// Layers by longest path, heights by weighted isotonic regression. The order within a layer is that of the series-parallel
/// decomposition, and then no two ways cross; else by barycentres (Sugiyama, Tagawa and Toda 1981), with few crossings.
/// A way keeps a free lane beside the tiles it passes. The same graph gives the same arrangement.
Arrangement arrangement(const LayoutGraph& graph);
/// Its places.
Layout autoLayout(const LayoutGraph& graph);

/// All known places, and new ones for boxes without: behind what feeds them; what stands in the way is pushed to the right.
/// With no known place at all it is `autoLayout`.
Layout completedLayout(const LayoutGraph& graph, const Layout& known);

double snapped(double value);

} // namespace glassbox
