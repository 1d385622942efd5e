// A network as PyTorch classes: one member for each layer, forward in plain lines, a repeated group as a class of its own.
#pragma once

#include <string>
#include <vector>

#include "engine/core/result.h"
#include "engine/graph/analysis.h"

namespace glassbox {

struct TorchModule {
  std::string classes;  ///< helpers that layers need, classes of groups, and `class Network`
  std::string loading;  ///< `def load_weights(model, path)`, and what names differ
  std::string loss;     ///< `def loss_of(prediction, target)`, with `mask` as a third argument where data are masked
  std::vector<std::string> random;  ///< classes of layers that draw numbers while training: "nn.Dropout"
  std::size_t inputs = 0;           ///< of forward
};

/// On: lines that belong to nodes end in `kTorchMark` and a node's id, once for each. No id holds the mark.
enum class TorchMarks { Off, On };
inline constexpr char kTorchMark = '\x1f';

/// `spec` is what the user sees, with its groups, and `analysis` is sound and of that spec. Fails for a layer that has no PyTorch
/// text.
Result<TorchModule> torchModule(const NetworkSpec& spec, const Analysis& analysis, bool masked, TorchMarks marks = TorchMarks::Off);

/// Whether training draws random numbers in this node (dropout, noise).
bool isRandom(const Analysis& analysis, const NodeId& id);

}  // namespace glassbox
