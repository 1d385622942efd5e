// A network that runs one sample step by step: every layer sees only new steps and keeps what it needs of those before.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/core/tensor.h"
#include "engine/graph/analysis.h"

namespace glassbox {

/// Why a sound network cannot run step by step, with the node that stands in the way; nothing when it can: every input is a
/// sequence of the same length, and every layer's steps depend on themselves and on those before (NodeDef::stepping).
std::optional<Error> stepwiseFault(const Analysis& analysis);

/// Time steps of the sequences that such a network reads.
std::int64_t stepsOf(const Analysis& analysis);

inline namespace GLASSBOX_REAL_NS {

/// Some steps of one sample.
struct StepInput {
  std::int64_t begin = 0;  ///< number of the first; 0 begins a new sample. Steps that stood from there on are forgotten.
  std::int64_t count = 0;
  std::span<const Real* const> inputs;  ///< one per input node, in analysis order: (count, numbers of one step)
  std::int64_t wanted = 1;  ///< of how many of the last steps the output is formed; 0: they are only remembered
};

/// The layers of such a network and their arrays; part of Network. Arrays hold the steps of one call and are used again as
/// soon as their readers are done: memory does not grow with the sequence but for what layers keep of the past.
class StepRun {
 public:
  /// For calls of at most `mostSteps` steps.
  StepRun(const Analysis& analysis, int mostSteps, const Kernels& kernels);
  ~StepRun();

  /// Weights of a node, in the order of its inference.
  void setWeights(const NodeId& id, std::vector<Real*> weights);

  /// For traces: every array keeps a place of its own.
  void keepAll(bool keep);

  /// At most `mostSteps` steps.
  void forward(const StepInput& input, Team& team);

  /// Steps that stand.
  std::int64_t done() const { return m_done; }

  bool setPast(const NodeId& id, std::size_t cache, std::int64_t steps, const Real* values);
  /// Lets forward go on behind step `steps`, whose past was set.
  void setDone(std::int64_t steps) { m_done = steps; }

  /// The last steps of a node that the last call formed, (rows, numbers of one step); of others than the output only with
  /// keepAll. Of no rows for an unknown node.
  std::span<const Real> outputOf(const NodeId& id) const;
  std::span<const Real> output() const;
  /// What a layer with a past kept of those steps under a cache's number, (rows, the cache's numbers per step): of attention
  /// weights (rows, heads, time). With keepAll; else, and for a cache that only traces show, of no rows.
  std::span<const Real> cacheOf(const NodeId& id, std::size_t cache) const;

  std::size_t bytes() const;

 private:
  struct Node;
  void findRows();
  void layout();

  std::vector<Node> m_nodes;
  Buffer<Real> m_arrays, m_room;
  const Kernels* m_kernels;
  std::int64_t m_mostSteps, m_done = 0;
  int m_output = -1;
  bool m_keep = false;
};

}  // namespace GLASSBOX_REAL_NS
}  // namespace glassbox
