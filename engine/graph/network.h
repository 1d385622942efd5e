// A compiled network: arenas for weights, gradients, activations and caches, and the order of calls.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/core/real.h"
#include "engine/core/tensor.h"
#include "engine/graph/analysis.h"
#include "engine/graph/step_run.h"
#include "engine/graph/units.h"

namespace glassbox {

/// How many kernels, samples and copies a network is compiled for.
struct CompileOptions {
  int maxBatch = 32;
  KernelSet kernelSet = KernelSet::v2;
  bool training = true;      ///< false: no gradients and no caches for backward
  bool fuse = true;          ///< false only in the test that compares both
  int steps = 0;             ///< more than 0: one sample step by step (forwardSteps), so many steps at once; not for training
};

/// Name, place and shape of one weight tensor in the weight arena.
struct WeightInfo {
  std::string name;          ///< "dense1.weight"
  NodeId node;
  WeightDef def;
  std::size_t offset = 0;    ///< in numbers, within the arenas of weights and gradients
  std::size_t size = 0;
  bool trained = true;       ///< false when its node is frozen
};

/// Place in the arena of one number named like "dense1.weight[0,2]"; nothing when there is no such number.
std::optional<std::size_t> findWeight(std::span<const WeightInfo> infos, std::string_view element);

inline namespace GLASSBOX_REAL_NS {

/// Inputs and targets of one call.
struct NetworkInput {
  int batch = 0;
  std::span<const Real* const> inputs;   ///< one per input node, in analysis order
  const Real* target = nullptr;          ///< may be null: no loss is computed
  const Real* mask = nullptr;
  Mode mode = Mode::Training;
  Random random{0};                      ///< of this step
  bool unseen = false;                   ///< nobody asks for the nodes' arrays: they need not be written where that costs time
};

/// A number added to one number inside the network: of what a node gives, or of what reaches it through one of its wires alone.
/// Or all that a node gives is replaced.
struct Nudge {
  NodeId node;
  int wire = -1;            ///< number of the node's wire in port order; -1: its output
  std::int64_t place = 0;   ///< in that array, batch first
  Real by = 0;
  std::span<const Real> output = {};  ///< in place of what the node gives; empty: `by` is added
};

/// Owner: one thread at a time (the trainer's while it trains).
class Network {
 public:
  /// Fails when the analysis has an error (its first issue), a layer has no implementation, or the network does not fit into the
  /// memory that is free, which is asked before any is taken; with
  /// options.steps also when the network cannot go step by step (stepwiseFault).
  static Result<Network> compile(const Analysis& analysis, const CompileOptions& options);

  Network(Network&&) noexcept;
  Network& operator=(Network&&) noexcept;
  ~Network();

  const Analysis& analysis() const;
  std::span<const WeightInfo> weightInfos() const;
  std::span<Real> weights();
  std::span<const Real> weights() const;
  std::span<Real> gradients();
  std::span<const Real> gradients() const;
  std::span<Real> weightsOf(const WeightInfo& info) { return weights().subspan(info.offset, info.size); }
  std::span<const Real> weightsOf(const WeightInfo& info) const { return weights().subspan(info.offset, info.size); }
  std::span<Real> gradientsOf(const WeightInfo& info) { return gradients().subspan(info.offset, info.size); }

  /// Runs all layers up to the output; with a target also the loss. Returns the mean loss (0 without target).
  double forward(const NetworkInput& input, Team& team);

  /// For central differences of inner gradients: forward with one number nudged. The network was compiled with fuse = false
  /// and keeps all.
  double forwardNudged(const NetworkInput& input, const Nudge& nudge, Team& team);

  /// Ablation: forward with some units giving 0 (unitsOf tells what a node's units are). A layer's weights are not touched, and
  /// what it computes inside goes on: a recurrent unit that is off still remembers. The network was compiled with fuse = false;
  /// the units are within its bounds.
  double forwardWithout(const NetworkInput& input, std::span<const UnitsOff> off, Team& team);

  /// In place of forward where compiled with options.steps: runs new steps of one sample on what earlier calls left of those
  /// before. The outputs are those of forward, to the bit. More than options.steps of them are taken in several goes;
  /// `wanted` is at most options.steps, begin + count at most the length of the sequence, begin at most stepsDone().
  void forwardSteps(const StepInput& input, Team& team);
  std::int64_t stepsDone() const;
  /// The output of the last `wanted` steps, (wanted, numbers of one step).
  std::span<const Real> stepOutput() const;
  /// What a node gave for the last steps of the last go: (wanted, its numbers of one step), or more of its steps where layers
  /// behind it keep them. Only with keepAll.
  std::span<const Real> stepOutputOf(const NodeId& id) const;
  /// What its layer kept for those steps under a cache's number (StepRun::cacheOf). Only with keepAll.
  std::span<const Real> stepCacheOf(const NodeId& id, std::size_t cache) const;
  /// Puts in place what a node's layer would have kept of the first `steps` steps, for the cache of this number; stepsDone()
  /// becomes `steps`. False for a layer that keeps no such thing.
  bool setPast(const NodeId& id, std::size_t cache, std::int64_t steps, std::span<const Real> values);

  /// Gradients of the mean loss of the last forward. `sink` is told of finished ranges of weights that nobody shares.
  void backward(Team& team, GradientSink* sink = nullptr);

  /// Gradients of another number than the mean loss, after a forward of any mode: `outputGradient` is that number's gradient
  /// in the output, (batch, output shape). Empty: of the mean loss all the same, for a forward in Mode::Inference, which does
  /// not keep it. Gradients in the inputs need keepAll. The network was compiled with fuse = false, for training.
  void backwardFrom(std::span<const Real> outputGradient, Team& team);

  /// Prediction of the last forward, (batch, output shape).
  std::span<const Real> output() const;
  /// Loss of each item of the last forward, before the mean: (batch, items).
  std::span<const Real> itemLosses() const;
  /// What a node wrote in the last forward, (batch, its shape); null name: unknown node.
  const Real* outputOf(const NodeId& id) const;
  /// Gradient of the loss in a node's output after backward; null when nobody needed it.
  const Real* gradientOf(const NodeId& id) const;

  /// What a node's layer kept for its backward: cache number `cache` of its inference; null for a node without it.
  const Real* cacheOf(const NodeId& id, std::size_t cache) const;

  /// What a node passed back through its wire number `wire` (in port order) in the last backward; null when nothing.
  const Real* wireGradient(const NodeId& id, std::size_t wire) const;

  /// True when it is a chain of small dense layers that the narrow kernels run as one.
  bool isNarrow() const;

  /// For traces: keep every node's output in a place of its own and write out what fused calls would skip.
  /// The arithmetic is the same; only more is stored.
  void keepAll(bool keep);

  int maxBatch() const;
  KernelSet kernelSet() const;
  std::size_t bytes() const;

 private:
  struct Impl;
  explicit Network(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> m_impl;
};

/// All weights one behind the other in network order, without the gaps of the arena.
std::vector<double> flatWeights(const Network& network);

/// Puts such a list back. `weights` has exactly as many numbers.
void setFlatWeights(Network& network, std::span<const double> weights);

}  // namespace GLASSBOX_REAL_NS
}  // namespace glassbox
