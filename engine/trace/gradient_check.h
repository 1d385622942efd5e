// Analytic gradients against central differences, in double.
#pragma once

#include "engine/trace/precise.h"

namespace glassbox {

struct TensorCheck {
  std::string parameter;          ///< "dense1.weight", or "input1.out" for an input
  double maxRelativeError = 0;    ///< max|a-n| / max(max|a|, max|n|, 1e-8) over the tensor, without kinks
  std::int64_t elements = 0;      ///< compared
  std::int64_t kinks = 0;         ///< elements whose left and right quotients disagree by more than 1e-3 of that scale
};

struct GradientCheckOptions {
  std::int64_t mostElements = 200;  ///< of each tensor, drawn by seed
  bool drawBiases = true;           ///< biases from U(-0.1, 0.1), so that kinks of zero biases are left
  bool inputs = false;              ///< also gradients in the inputs (number inputs)
  double step = 1e-5;
};

Result<std::vector<TensorCheck>> checkGradients(const TraceRequest& request, const GradientCheckOptions& options);

/// A data set of `samples` random samples that fits a network: inputs U(-1, 1), targets by the loss's kind.
DatasetPtr randomData(const Analysis& analysis, std::int64_t samples, std::uint64_t seed);

}  // namespace glassbox
