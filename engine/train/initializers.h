// The first weights, drawn by seed: the same for the same seed, whatever else the network holds before them.
#pragma once

#include <cstdint>
#include <string>

#include "engine/graph/network.h"

namespace glassbox::inline GLASSBOX_REAL_NS {

/// Draws all weights. `init` is the plan's initializer; a layer's own parameter "init" goes before it.
///   zeros     constant  `size`     normal  N(0, size^2)     uniform  U(-1/sqrt(in), 1/sqrt(in)), as PyTorch's layers
///   xavier  U(-a, a), a = sqrt(6/(in+out))   (Glorot and Bengio 2010)
///   he      N(0, 2/in)                       (He et al. 2015)
///   lecun   N(0, 1/in)                       (LeCun et al. 1998)
/// Biases are 0 (uniform: drawn like the weights), gains 1, statistics mean 0 and deviation 1.
void initialize(Network& network, const std::string& init, std::uint64_t seed, double size = 0.02);

}  // namespace glassbox::inline GLASSBOX_REAL_NS
