// Numbers that say how good predictions are: accuracy, confusion counts, R2.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/data/batches.h"
#include "engine/graph/network.h"

namespace glassbox {

/// How good predictions of one part are.
struct Scores {
  double loss = 0;
  std::int64_t samples = 0;
  bool hasAccuracy = false;
  double accuracy = 0;                    ///< share of items (samples, or time steps that count) whose class is right, in [0, 1]
  bool hasExact = false;                  ///< several items a sample, as sequences have
  double exact = 0;                       ///< share of samples whose every counted item is right
  bool hasR2 = false;
  double r2 = 0;                          ///< 1 - residual sum / total sum, over all target numbers
};

/// The same with what takes more room.
struct Metrics : Scores {
  std::vector<std::int64_t> confusion;    ///< (true class, predicted class), row-major; empty for regression and beyond 2,000 classes
  std::int64_t classes = 0;               ///< rows of it
};

/// Precision, recall and F1 of one class from the confusion counts; 0 where undefined.
struct ClassScores {
  double precision = 0, recall = 0, f1 = 0;
  std::int64_t support = 0;
};
ClassScores scoresOf(const Metrics& metrics, std::int64_t classIndex);

/// Measures a network on one part, again and again without taking memory.
class Evaluator {
 public:
  Evaluator(const Network& network, DatasetPtr data, Part part);
  /// Runs the network in inference mode over the part.
  const Metrics& run(Network& network, Team& team);

 private:
  /// Counts what is right; returns how many items of the batch count.
  std::int64_t count(const Network& network, const Batch& batch);

  /// One item that counts: whether its class is right.
  bool countItem(double target, const float* out, std::int64_t item);

  DatasetPtr m_data;
  RowRange m_rows;
  TargetType m_target;
  std::optional<Batches> m_batches;   // none for an empty part
  Metrics m_metrics;
  double m_sum = 0, m_squares = 0, m_residual = 0;
  std::int64_t m_right = 0, m_items = 0, m_exact = 0;
};

}  // namespace glassbox
