// Series-parallel order: which of two things that no path joins is drawn above the other, so that no wires cross.
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace glassbox {

/// Ranks from top to bottom. Of two vertices, or of a vertex and a link, that no path joins, the one of lower rank is drawn above.
struct SeriesParallelOrder {
  std::vector<int> vertices;                    ///< by index
  std::map<std::pair<int, int>, int> links;     ///< by (from, to)
};

/// `links` of an acyclic graph of vertices 0 to count - 1, each once; where branches are free to change places, the one whose wire
/// into their meeting point comes first in `links` is drawn above. Several sources count as one, and so do several sinks.
/// Nothing when the graph is not series-parallel (Valdes, Tarjan and Lawler 1982: series and parallel reductions end in one link).
std::optional<SeriesParallelOrder> seriesParallelOrder(int count, const std::vector<std::pair<int, int>>& links);

} // namespace glassbox
