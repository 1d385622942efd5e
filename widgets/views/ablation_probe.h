// Ablation: what the network loses when some of its units give 0.
#pragma once

#include "engine/core/tensor.h"
#include "engine/graph/units.h"
#include "widgets/views/probe_subject.h"

#include <atomic>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace glassbox {

/// Mean loss over the samples, and the share of right classes where there are classes.
struct AblationScore {
  double loss = 0;
  std::optional<double> accuracy;
  std::int64_t samples = 0;
};

/// A layer whose units can be switched off: `node` is where its output leaves it, behind its activation.
struct AblationLayer {
  NodeId layer, node;
  NodeUnits units;
};

/// Dense, convolution, recurrent, attention and embedding layers, without the one that gives the answer.
std::vector<AblationLayer> ablationLayers(const Analysis& analysis);

/// A network of its own with the samples that are judged: at most kMost of the part, every n-th row.
class Ablation {
 public:
  static constexpr std::int64_t kMost = 2000;

  /// Nothing when the subject cannot be compiled or the weights are those of another network. An empty part: training.
  static std::optional<Ablation> create(const ProbeSubject& subject, std::span<const float> weights, Part part);

  Part part() const { return m_part; }
  std::int64_t total() const { return m_total; } ///< samples of the part
  /// Nothing when stopped.
  std::optional<AblationScore> score(std::span<const UnitsOff> off, const std::atomic<bool>& stop);

 private:
  Ablation(const ProbeSubject& subject, Network network) : m_subject(subject), m_network(std::move(network)) {}

  ProbeSubject m_subject;
  Network m_network;
  Part m_part = Part::Test;
  std::int64_t m_total = 0;
  std::vector<std::int64_t> m_rows;
};

} // namespace glassbox
