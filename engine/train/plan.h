// How to train, as pure data: optimizer, rate, batch, regularization, stop rule, seed.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/core/params.h"

namespace glassbox {

/// One change made while a run was going: replay, branch and fingerprint follow it.
struct LiveChange {
  std::int64_t step = 0;   ///< holds from this step on
  std::string key;         ///< of a plan setting ("rate"), or a weight
  ParamValue value;
  /// It sets one weight by its name, "dense1.weight[0,0]", and no setting of the plan.
  bool ofWeight() const { return key.find('[') != std::string::npos; }
  bool operator==(const LiveChange&) const = default;
};

/// Values by key; `planParams` describes them. Only what differs from the default is stored in files.
struct TrainingPlan {
  Params values;
  std::uint64_t seed = 1;
  bool operator==(const TrainingPlan&) const = default;
};

/// optimizer rate schedule warmup decay_steps decay_factor min_rate momentum beta1 beta2 epsilon weight_decay decay_on clip l2 l1
/// batch epochs steps seconds stop_loss patience init init_size shuffle portable
std::span<const ParamDef> planParams();

/// What the plan says of one of them: what is not written has its default.
ParamValue valueOf(const TrainingPlan& plan, const ParamDef& def);

/// Whether the value `key` counts in a complete plan: another optimizer's, schedule's or initializer's does not.
bool counts(const std::string& key, const Params& plan);

/// How the learning rate changes over the run; the rule itself is rateAt in schedules.h.
enum class Schedule { Constant, Step, Exponential, Cosine };

/// The plan's values, complete and typed, as the trainer uses them.
struct PlanValues {
  std::string optimizer;
  double rate = 0.01, momentum = 0.9, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, l1 = 0, l2 = 0;
  Schedule schedule = Schedule::Constant;
  std::int64_t warmup = 0, decaySteps = 0;  ///< steps
  double decayFactor = 0.1, minRate = 0;
  double weightDecay = 0.01;           ///< of AdamW
  bool decayAll = false;               ///< biases and gains decay too
  double clip = 0;                     ///< largest norm of all gradients together; 0: any
  int batch = 32;
  std::int64_t epochs = 0, steps = 0;  ///< 0: no limit of this kind
  double stopLoss = 0;                 ///< stops when an epoch's mean loss is below; 0: never
  double seconds = 0;                  ///< stops after so much time of training; 0: no limit
  std::int64_t patience = 0;           ///< early stopping: epochs without a better validation loss; 0: off
  std::string init;
  double initSize = 0.02;              ///< of the initializers constant and normal
  bool shuffled = true;
  bool portable = false;               ///< same results on every computer: v2 kernels
};

Result<PlanValues> planValues(const TrainingPlan& plan);

/// Sets one value; fails like checkParam. `seed` is a key too.
Result<TrainingPlan> setPlanValue(TrainingPlan plan, const std::string& key, const std::string& words);

}  // namespace glassbox
