// The logit lens (nostalgebraist 2020): what the network would say after each block, if its last norm and head read it there.
#pragma once

#include "engine/language/language_model.h"

namespace glassbox {

/// What the head makes of what one node gives.
struct LensLayer {
  NodeId node;                               ///< the node that is read: what feeds the first block, then the end of each block
  std::vector<std::vector<Candidate>> top;   ///< for each position the most probable next tokens
};

/// Reads `text` (at most context() tokens) and every block's output through the layers that stand behind the last block. The
/// last entry is what the network itself says, to the bit.
/// Fails for a network that cannot go step by step, and for one whose last block is not seen: there is neither a repeated
/// group nor an Add that leads to the output in a straight line.
Result<std::vector<LensLayer>> logitLens(LanguageModel& model, std::span<const TokenId> text, std::size_t top, Team& team);

}  // namespace glassbox
