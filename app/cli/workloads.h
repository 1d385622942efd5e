// The workloads of the benchmark: ordinary networks with fixed data and start weights, so that programs can be compared.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "engine/data/dataset.h"
#include "engine/graph/network_spec.h"
#include "engine/train/plan.h"

namespace glassbox::cli {

struct Workload {
  std::string name;
  NetworkSpec spec;
  TrainingPlan plan;
  DatasetPtr data;
  std::uint64_t weightSeed = 0;   ///< tensor t = uni(weightSeed + t, shape, 1/sqrt(fan in))
};

/// "W1", "W2a", ... or nothing for an unknown name.
std::optional<Workload> findWorkload(const std::string& name);
std::span<const char* const> workloadNames();

/// uni(seed, n, bound): uniform numbers by a hash of the index, the same in every peer.
void fillUniform(std::span<float> out, std::uint32_t seed, float bound);

}  // namespace glassbox::cli
