// The network as Python to read beside the diagram: the exported script without files and self-test, and whose each line is.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/core/result.h"
#include "engine/graph/analysis.h"
#include "engine/io/project.h"

namespace glassbox {

struct TorchCode {
  std::string script;
  std::vector<std::vector<NodeId>> nodes;  ///< by line, from 0: nodes that the line makes or computes; of a group, all its members

  /// First line that is the node's, or -1.
  int firstLineOf(const NodeId& id) const;
};

/// What is known of the data; without samples the script leaves training out.
struct TorchCodeData {
  std::int64_t trainRows = 0;
  bool masked = false;
};

/// The same texts as `exportForTorch` writes. `analysis` is of the project's network. Fails with the first issue of a network that
/// cannot be trained yet, and for a layer that has no PyTorch text.
Result<TorchCode> torchCode(const Project& project, const Analysis& analysis, const TorchCodeData& data);

}  // namespace glassbox
