// The double build of the engine behind plain data: losses and gradients of one step, for differences and checks.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "engine/trace/trace.h"

namespace glassbox {

/// One step in double whose weights and inputs can be changed one by one.
class PreciseStep {
 public:
  static Result<PreciseStep> create(const TraceRequest& request);
  PreciseStep(PreciseStep&&) noexcept;
  ~PreciseStep();

  struct Tensor {
    std::string name;
    Shape shape;
    WeightRole role = WeightRole::Weight;
    bool trained = true;
    std::vector<double> values, gradient;   ///< gradient after `backward`
  };
  std::vector<Tensor>& weights();
  std::vector<Tensor>& inputs();            ///< `<input node>.out`, batch first
  double loss();                            ///< of the values as they stand
  void backward();                          ///< fills the gradients of weights and inputs

  /// The loss with `by` added to one number of what a node gives, or of what comes to it through one wire alone (Nudge).
  double lossNudged(const NodeId& node, int wire, std::int64_t place, double by);
  /// The loss if a node gave these numbers, one for each of its output, batch first.
  double lossGiven(const NodeId& node, std::span<const double> output);
  /// Gradient in what a node gives (wire -1) or in what came through one wire, after `backward`; empty where there is none.
  std::vector<double> gradientOf(const NodeId& node, int wire) const;
  /// What every node gave in the last loss, in network order, and last the loss of each item.
  struct Given {
    NodeId node;
    std::vector<double> values;
  };
  std::vector<Given> given() const;

  /// (L(+e) - L(-e)) / 2e; empty when there is no such element.
  std::optional<double> difference(const std::string& weight, std::span<const std::int64_t> index, double step);
  std::optional<double> inputDifference(const NodeId& node, std::span<const std::int64_t> index, double step);

 private:
  struct Impl;
  explicit PreciseStep(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> m_impl;
};

}  // namespace glassbox
