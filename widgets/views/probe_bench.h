// What a computation of the probe works with, and the ways every one of them reads samples and outputs.
#pragma once

#include "widgets/views/probe_subject.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace glassbox {

/// Samples a forward pass; between two of them `stop` is read.
inline constexpr int kProbeChunk = 256;

/// Owner: the thread that computes. Each kind of picture is a function of this and of its wish, in a file of its own
/// (<view>_probe.h), so that it can be called without any thread.
struct ProbeBench {
  const ProbeSubject& subject;
  Network& network; ///< holds the weights that are looked at; for inference, kProbeChunk samples at once
  ProbeCare care = ProbeCare::AtRest;
  const std::atomic<bool>& stop; ///< when true, the computation returns early and its result is dropped
  std::span<const float> gradients = {}; ///< of the last backward, laid out as the weights; empty: not known
};

/// Reads the outputs of the last forward: samples first, first + 1, ..., `count` of them.
using ProbeRows = std::function<void(std::int64_t first, int count)>;

/// Runs rows of the data set; read(first, count) then finds them at rows[first ...]. False when stopped.
bool runRows(const ProbeBench& bench, const std::vector<std::int64_t>& rowNumbers, const ProbeRows& read);

/// 1 / (1 + e^-z), without overflow.
double logistic(double z);

/// How outputs are read: what the loss makes of them.
struct OutputReading {
  TargetType target;
  std::string loss; ///< key of the loss layer; empty without one
  int outputs = 1;  ///< numbers of one sample

  explicit OutputReading(const Analysis& analysis);
  /// One class for each sample, of two or more.
  bool classes() const { return target.items == 1 && target.kind != TargetKind::Numbers; }
  int classCount() const { return target.kind == TargetKind::Binary ? 2 : static_cast<int>(target.classes); }
  /// Outputs of one sample as probabilities where the loss makes them so; other outputs as they are.
  void toShares(const float* y, std::vector<float>& shares) const;
  /// Probability of class k, from what toShares gave.
  float shareOf(const std::vector<float>& shares, int k) const;
  /// The class with the largest probability.
  int guess(const float* y) const;
};

} // namespace glassbox
