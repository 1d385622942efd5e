// Where the tiles stand when nobody has moved them: columns from left to right, few crossings, room for skip connections.
#pragma once

#include "engine/io/project.h"

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

/// Layers by longest path, order by barycentres (Sugiyama, Tagawa and Toda 1981), heights by weighted isotonic regression.
/// A long wire keeps a free lane beside the tiles it passes. The same graph gives the same layout.
Layout autoLayout(const LayoutGraph& graph);

/// All known places, and new ones for boxes without: behind what feeds them; what stands in the way is pushed to the right.
/// With no known place at all it is `autoLayout`.
Layout completedLayout(const LayoutGraph& graph, const Layout& known);

double snapped(double value);

} // namespace glassbox
