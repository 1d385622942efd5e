// The workloads of the benchmark: ordinary networks with fixed data and start weights, so that programs can be compared.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/data/dataset.h"
#include "engine/graph/network.h"
#include "engine/train/plan.h"

namespace glassbox::cli {

/// How one weight tensor gets its start, where the workload numbers its parameters otherwise than the network does.
struct WeightFill {
  std::string name;    ///< "attention1.qkv.weight"; the copies of a repeated node go on where the one before ended
  int tensor = 0;      ///< number t of the workload's tensor
  float bound = 0;     ///< uni(weightSeed + t, ..., bound), or with 0
  float constant = 0;  ///< this everywhere
  int tensors = 1;     ///< so many of them (t, t + 1, ...) lie in the weight, one behind the other
};

struct Workload {
  std::string name;
  NetworkSpec spec;
  TrainingPlan plan;
  DatasetPtr data;
  std::uint64_t weightSeed = 0;
  std::vector<WeightFill> fills;  ///< of every weight; empty: weight t of the network = uni(weightSeed + t, shape, 1/sqrt(fan in))
};

/// "W1", "W2a", ... or nothing for an unknown name.
std::optional<Workload> findWorkload(const std::string& name);
std::span<const char* const> workloadNames();

/// Gives a network the workload's start weights.
void fillWeights(Network& network, const Workload& workload);

}  // namespace glassbox::cli
