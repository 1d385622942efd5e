// How the weights, gradients and activations of every layer are spread at one step: counts in fixed bins, that can be laid side by side.
#pragma once

#include "engine/data/dataset.h"
#include "engine/graph/network.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace glassbox {

struct ProbeBench;

/// Counts of numbers in bins that do not depend on the numbers, so that those of two steps can be compared bin by bin.
struct SpreadBins {
  /// Equal bins over [-2^exponent, 2^exponent]; a range of twice the width is had exactly, by adding pairs.
  static constexpr int kLinear = 128;
  /// Bins of equal ratio: 8 a decade from 10^-9 to 10^3 for each sign, and one for smaller magnitudes in the middle.
  static constexpr int kPerDecade = 8, kLowDecade = -9, kHighDecade = 3;
  static constexpr int kPerSign = kPerDecade * (kHighDecade - kLowDecade);
  static constexpr int kLogarithmic = 2 * kPerSign + 1;
  static constexpr int kLeastExponent = -60, kMostExponent = 60;

  int exponent = kLeastExponent;
  std::array<std::uint32_t, kLinear> linear{};           ///< from low to high
  std::array<std::uint32_t, kLogarithmic> logarithmic{}; ///< from the largest negative to the largest positive number
  std::int64_t count = 0;                                ///< finite numbers
  std::int64_t zeros = 0;                                ///< exactly 0
  std::int64_t notFinite = 0;
  double sum = 0, squares = 0;
  double least = 0, greatest = 0;

  double mean() const { return count ? sum / static_cast<double>(count) : 0; }
  double deviation() const; ///< square root of the mean squared distance from the mean
  double zeroShare() const { return count ? static_cast<double>(zeros) / static_cast<double>(count) : 0; }
  /// Linear bins for a range of 2^wider >= 2^exponent.
  std::array<std::uint32_t, kLinear> widened(int wider) const;
};

/// Lower border of logarithmic bin `bin` in [0, kLogarithmic]; the middle bin has the borders -10^-9 and 10^-9.
double logarithmicEdge(int bin);
/// The bin of a finite number; magnitudes from 10^3 on are in the outermost bins.
int logarithmicBin(double value);

/// Counts `values`, of which every `stride`-th is looked at.
SpreadBins binsOf(std::span<const float> values, std::size_t stride = 1);

enum class SpreadKind { Weights, Gradients, Activations };

/// One kind of numbers of one layer.
struct LayerSpread {
  NodeId node;
  SpreadKind kind = SpreadKind::Weights;
  SpreadBins bins;
  std::size_t stride = 1; ///< over 1: only every so-many-th number was looked at
  /// Of the activations of relu, sigmoid and tanh layers: units (features; of pictures channels) that do the same for all samples.
  int units = 0;          ///< 0: not known of this layer
  int deadUnits = 0;      ///< exactly 0 everywhere
  int saturatedUnits = 0; ///< everywhere within 1 % of the range from an end of it (sigmoid under 0.01 or over 0.99, tanh beyond 0.98)
};

struct SpreadAnswer {
  std::vector<LayerSpread> layers; ///< in network order: all weights, all gradients, all activations
  std::int64_t samples = 0;        ///< that the activations are of
  bool gradients = false;          ///< they were given
};

/// Weights: the numbers of a node's trained matrices (its gains where it has no matrix), without biases; gradients: those of the same
/// numbers, from the bench's gradients (empty: none). Activations: what every node but input and loss gives for `rows` of the data.
/// Nothing when stopped. The network keeps all outputs while it runs (Network::keepAll).
std::optional<SpreadAnswer> spreadsOf(const ProbeBench& bench, const std::vector<std::int64_t>& rows);

/// The rows whose activations are looked at: of the training part, always the same; fewer where a sample costs much.
std::vector<std::int64_t> spreadSample(const Dataset& data, const Analysis& analysis);

} // namespace glassbox
