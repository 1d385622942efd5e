// Which copy of a repeated group the diagram shows: the tiles stand for all copies, the numbers on them for one.
#pragma once

#include "engine/graph/analysis.h"
#include "widgets/diagram/diagram_content.h"

#include <map>
#include <string>

namespace glassbox {

class ShownCopies {
public:
  /// 1 ... repeat; 1 for a group that was never asked about.
  int of(const std::string& group) const;
  void show(const std::string& group, int copy) { m_copy[group] = copy; }
  /// Groups that are gone are forgotten, and no number is over the group's own.
  void keepWithin(const NetworkSpec& spec);

  /// The node of the expanded network whose numbers stand on the tile of `node`: itself, or its copy in the shown chain.
  NodeId shown(const Analysis& analysis, const NetworkSpec& spec, const NodeId& node) const;

private:
  std::map<std::string, int> m_copy;
};

/// A step of the expanded network, told in the nodes and wires of `spec`, and which copy of each group it steps in.
struct FlowOfCopies {
  DiagramFlow flow;
  std::map<std::string, int> copies;
};
FlowOfCopies flowOfCopies(const DiagramFlow& expanded, const Analysis& analysis, const NetworkSpec& spec);

} // namespace glassbox
