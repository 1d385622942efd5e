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

  /// (L(+e) - L(-e)) / 2e; empty when there is no such element.
  std::optional<double> difference(const std::string& weight, std::span<const std::int64_t> index, double step);
  std::optional<double> inputDifference(const NodeId& node, std::span<const std::int64_t> index, double step);

 private:
  struct Impl;
  explicit PreciseStep(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> m_impl;
};

}  // namespace glassbox
