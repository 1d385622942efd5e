// PositiveScores of one class against the rest, and what a threshold makes of them: precision, recall, F1.
#pragma once

#include "engine/data/dataset.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace glassbox {

struct ProbeBench;

struct ScoresWish {
  int of = 1; ///< the class that counts as positive
  Part part = Part::Test;
  bool operator==(const ScoresWish&) const = default;
};

/// Of every sample the probability of the class and whether it is true. Falls back to training when the part is empty.
struct PositiveScores {
  ScoresWish wish;
  Part part = Part::Test;
  std::int64_t total = 0;            ///< samples of the part; `score` may hold fewer while the network trains
  std::vector<float> score;          ///< in the order of the data
  std::vector<std::uint8_t> positive;
};

std::optional<PositiveScores> computeScores(const ProbeBench& bench, const ScoresWish& wish);

/// A sample is called positive when its score is at least the threshold.
struct ThresholdCounts {
  std::int64_t tp = 0, fp = 0, fn = 0, tn = 0;
  std::optional<double> precision() const; ///< tp / (tp + fp); nothing when no sample is called positive
  std::optional<double> recall() const;    ///< tp / (tp + fn); nothing when there is no positive sample
  std::optional<double> f1() const;        ///< 2 tp / (2 tp + fp + fn)
  double accuracy() const;
};

ThresholdCounts countsAt(const PositiveScores& scores, double threshold);

/// The counts at each distinct score, from the largest down: all that any threshold can give, but for "nobody".
struct ThresholdPoint {
  double threshold = 0;
  ThresholdCounts counts;
};
std::vector<ThresholdPoint> thresholdCurve(const PositiveScores& scores);

} // namespace glassbox
