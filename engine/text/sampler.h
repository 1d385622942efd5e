// From a network's logits to the next token: temperature, top-k, top-p, and a draw that the seed alone decides.
#pragma once

#include "engine/text/tokenizer.h"

namespace glassbox {

struct SamplerSettings {
  double temperature = 1; ///< logits are divided by it; 0: always the most probable token
  std::int64_t topK = 0;  ///< only so many of the most probable tokens; 0: all
  double topP = 1;        ///< of these the fewest whose probabilities reach it (Holtzman et al. 2020); 1: all
  std::uint64_t seed = 1;
  bool operator==(const SamplerSettings&) const = default;
};

/// Fails for a temperature below 0 or not finite, a negative top-k, a top-p outside (0, 1].
Result<void> checkSettings(const SamplerSettings& settings);

struct Candidate {
  TokenId token = 0;
  double probability = 0;
  bool operator==(const Candidate&) const = default;
};

/// What may come next: the tokens that temperature, top-k and top-p (in this order) leave, most probable first, of equal
/// ones the lower id; their probabilities sum to 1. At temperature 0 one token of probability 1.
/// Fails when a logit is NaN or +infinity, or all are -infinity (which is a token that cannot come).
Result<std::vector<Candidate>> nextDistribution(std::span<const float> logits, const SamplerSettings& settings);

/// The most probable `count` tokens of the plain softmax at temperature 1: what a view shows beside the choice.
/// Fails as nextDistribution does.
Result<std::vector<Candidate>> topCandidates(std::span<const float> logits, std::size_t count);

/// Draws from a distribution whose probabilities sum to 1. Depends on (seed, position) alone, so that token `position` of a
/// text is the same whatever was asked before. The distribution must not be empty.
Candidate draw(std::span<const Candidate> distribution, std::uint64_t seed, std::int64_t position);

/// nextDistribution and draw.
Result<Candidate> sampleNext(std::span<const float> logits, const SamplerSettings& settings, std::int64_t position);

} // namespace glassbox
