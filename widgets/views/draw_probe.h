// What the network says of pictures that the learner draws: the one under the pen, and those that were kept.
#pragma once

#include <memory>
#include <optional>
#include <vector>

namespace glassbox {

struct ProbeBench;

/// Samples in the input's own shape, as the network gets them. Another drawing is another vector.
struct DrawnWish {
  std::shared_ptr<const std::vector<std::vector<float>>> samples;
  bool operator==(const DrawnWish&) const = default;
};

/// For each sample what the loss makes of the outputs: OutputReading::toShares.
struct DrawnAnswer {
  DrawnWish wish;
  std::vector<std::vector<float>> shares;
};

/// Nothing when stopped, or when a sample has another size than the input.
std::optional<DrawnAnswer> computeDrawn(const ProbeBench& bench, const DrawnWish& wish);

} // namespace glassbox
