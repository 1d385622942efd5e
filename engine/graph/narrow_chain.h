// Finds out whether a network is a chain of small dense layers, which the narrow kernels run as one.
#pragma once

#include <optional>
#include <span>

#include "engine/layers/loss.h"

namespace glassbox::inline GLASSBOX_REAL_NS {

/// A node of a compiled network as its neighbours see it.
struct ChainLink {
  const Layer* layer = nullptr;               ///< null: an input
  Activation activation = Activation::None;   ///< of an activation layer
  bool inLine = false;                        ///< reads the node before it and nothing else, and only the next one reads it
  bool plainWeights = false;                  ///< has weights, all trained, and shared with nobody
  Index weight = 0, bias = 0;                 ///< their places in the arenas
};

/// The chain made of these nodes, in their order, and how many of them each of its layers takes (a product and the activation
/// behind it are one layer); nothing when there is no such chain.
struct FoundChain {
  NarrowChain chain;
  int nodesOf[kNarrowLayers] = {};
};
std::optional<FoundChain> findNarrowChain(std::span<const ChainLink> links, const Loss& loss);

}  // namespace glassbox::inline GLASSBOX_REAL_NS
