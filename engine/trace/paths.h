// The chain rule as a product: the ways on which the loss depends on one number, link by link.
#pragma once

#include <vector>

#include "engine/trace/trace.h"

namespace glassbox {

/// One factor of a path's product: how much `of` changes with `by`.
struct PathLink {
  std::string of;    ///< nearer to the loss: "relu1.out[0,3]"; of the first link the mean loss, "mse1.out[0]"
  std::string by;    ///< "dense1.out[0,3]"
  double value = 0;  ///< the local derivative
};

/// From the loss to a number: the product of the links is this path's share of its gradient.
struct GradientPath {
  std::vector<PathLink> links;  ///< the loss first
  double product = 0;
};

struct GradientPaths {
  std::string element;              ///< the number, "dense1.weight[1,2]"
  double gradient = 0;              ///< the trace's
  std::vector<GradientPath> paths;  ///< the strongest first; those whose product is 0 are left out
  double count = 0;                 ///< of all paths that are not 0
  double sum = 0;                   ///< of all their products: the gradient
  bool complete = true;             ///< false: too many numbers lie between; then only the strongest were followed, and count and sum are those of `paths`
};

struct PathOptions {
  std::size_t mostPaths = 64;      ///< that are listed
  std::size_t mostNumbers = 2000;  ///< between the loss and the number; beyond, only the strongest ways are followed
};

/// The paths to a weight (`dense1.weight[1,2]`), an output (`relu1.out[0,3]`) or a stage that has a gradient, with or without
/// `.grad` behind the name. Fails as explain does, and for what has no gradient.
Result<GradientPaths> gradientPaths(const Trace& trace, const TraceRequest& request, const std::string& element, const PathOptions& options = {});

/// Where a number is used: the numbers that are computed from it at once, and how much each changes with it. For an output, a
/// stage that has a gradient, or a weight. Fails likewise.
Result<std::vector<PathLink>> usesOf(const Trace& trace, const TraceRequest& request, const std::string& element);

}  // namespace glassbox
