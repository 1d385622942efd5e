// What is true of a spec, also of a broken one: order, shapes, counts, and issues with their repairs.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/graph/network_spec.h"
#include "engine/layers/loss.h"

namespace glassbox {

struct Issue {
  enum class Severity { Error, Warning };
  Severity severity = Severity::Error;
  NodeId node;        ///< may be empty: about the whole network
  std::string port;   ///< may be empty
  Error error;
  std::vector<Repair> repairs;
  bool operator==(const Issue&) const = default;
};

struct NodeAnalysis {
  const NodeDef* def = nullptr;      ///< null for an unknown key
  Params params;                     ///< complete, checked; empty when they are not
  std::vector<PortType> inputs;      ///< of the wires, in port order; valid when `known`
  Inference inference;
  TargetType target;                 ///< of a loss
  std::int64_t parameters = 0;       ///< trained numbers (0 where weights are shared)
  bool known = false;                ///< shapes could be inferred
};

struct Analysis {
  std::shared_ptr<const NetworkSpec> spec;    ///< with repeated groups written out (expand_groups.h)
  std::vector<NodeId> order;                  ///< inputs first; nodes on a loop are missing
  std::map<NodeId, NodeAnalysis> nodes;
  std::vector<Issue> issues;                  ///< each once, at a node of the spec that was analysed
  std::vector<NodeId> inputs;                 ///< input nodes in order
  NodeId loss;                                ///< the loss node; empty when there is none
  NodeId output;                              ///< what feeds the loss (or the last node without readers)
  std::int64_t parameters = 0;
  std::int64_t forwardFlops = 0, backwardFlops = 0;  ///< per sample
  std::int64_t cachePerSample = 0;            ///< numbers of all outputs and caches

  /// No error: the network can be compiled.
  bool sound() const;
  /// The node of the analysed spec that an id stands for: of a copy, the member of the group.
  NodeId original(const NodeId& id) const;
  /// Shape on a wire, or null when unknown.
  const PortType* typeOf(const PortRef& from) const;
};

Analysis analyse(const NetworkSpec& spec);

/// Copies of each weight that a training run keeps beside: three snapshots of weights and gradients, handed to the pictures in turn.
inline constexpr std::int64_t kSnapshotCopies = 6;

/// Bytes a training run needs: weights, gradients, optimizer state, snapshots, activations and caches for one batch.
std::int64_t trainingBytes(const Analysis& analysis, std::int64_t batch, int statePerWeight);

/// Numbers that a compiled network keeps at the least: its outputs for one batch, and `perWeight` for each weight.
std::int64_t leastNumbers(const Analysis& analysis, std::int64_t batch, std::int64_t perWeight);

/// Asked before memory is taken. Fails when `bytes` are more than are free; the sentence gives `told` bytes, where those are more.
Result<void> checkNetworkFits(std::int64_t bytes, std::int64_t told = 0);

/// Title of a node on the screen: its name, or the layer's title with its running number ("Dense 2"; of a copy "Dense 2, copy 3").
Text nodeTitle(const NetworkSpec& spec, const NodeId& id);

}  // namespace glassbox
