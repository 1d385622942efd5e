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

/// A workload that is not trained but reads tokens step by step, as a language model does that writes.
struct Reading {
  std::vector<float> tokens;  ///< in each step of the benchmark
  int calls = 1;              ///< so many one behind the other, then it goes on from `past` again
  std::int64_t past = 0;      ///< steps that stand before the first, with keys and values of their own
  std::uint32_t keySeed = 0, valueSeed = 0;  ///< of attention l: uni(seed + l, (heads, context, width of a head), 1)
  std::int64_t wanted = 1;    ///< logits of so many of the last tokens
};

struct Workload {
  std::string name;
  NetworkSpec spec;
  TrainingPlan plan;
  DatasetPtr data;
  std::uint64_t weightSeed = 0;
  std::optional<Reading> reading;
  std::vector<WeightFill> fills;  ///< of every weight; empty: weight t of the network = uni(weightSeed + t, shape, 1/sqrt(fan in))
};

/// "W1", "W2a", ... or nothing for an unknown name.
std::optional<Workload> findWorkload(const std::string& name);
std::span<const char* const> workloadNames();

/// Gives a network the workload's start weights.
void fillWeights(Network& network, const Workload& workload);

/// Gives it the keys and values that stand before a reading's first step.
void fillPast(Network& network, const Reading& reading);

}  // namespace glassbox::cli
