#include "engine/train/plan.h"

#include <algorithm>

#include "engine/train/optimizers.h"

namespace glassbox {
namespace {

std::vector<ParamChoice> optimizerChoices() {
  std::vector<ParamChoice> choices;
  for (const OptimizerDef& def : allOptimizers()) choices.push_back({def.key, def.title});
  return choices;
}

const std::vector<ParamDef>& table() {
  static const std::vector<ParamDef> defs = {
      choiceParam("optimizer", GB_TEXT("engine", "Optimizer"), GB_TEXT("engine", "The rule that turns gradients into changes of the weights."), "sgd", optimizerChoices()),
      liveParam(numberParam("rate", GB_TEXT("engine", "Learning rate"), GB_TEXT("engine", "How far each step goes. Too small: nothing moves; too large: the loss jumps or grows without end."), 0.01, 0, 1000, true)),
      liveParam(choiceParam("schedule", GB_TEXT("engine", "Schedule"), GB_TEXT("engine", "How the learning rate changes over the run. Large steps first find the valley, small ones at the end settle in it."), "constant",
                            {{"constant", GB_TEXT("engine", "constant")}, {"step", GB_TEXT("engine", "step")}, {"exponential", GB_TEXT("engine", "exponential")}, {"cosine", GB_TEXT("engine", "cosine")}})),
      liveParam(integerParam("warmup", GB_TEXT("engine", "Warm-up"), GB_TEXT("engine", "For so many steps the rate grows evenly up to its full value, so that the first, rough gradients move little; 0 starts with the full rate."), 0, 0, 1'000'000'000)),
      liveParam(integerParam("decay_steps", GB_TEXT("engine", "Decay steps"), GB_TEXT("engine", "Step: after so many steps each the rate is multiplied by the decay factor. Exponential: the same, but smoothly. Cosine: the step at which the smallest rate is reached. 0 means one epoch, for cosine the end of the run."), 0, 0, 1'000'000'000'000)),
      liveParam(numberParam("decay_factor", GB_TEXT("engine", "Decay factor"), GB_TEXT("engine", "What the rate is multiplied by every so many steps, in the schedules step and exponential."), 0.1, 1e-6, 1)),
      liveParam(numberParam("min_rate", GB_TEXT("engine", "Smallest rate"), GB_TEXT("engine", "The schedule does not let the rate fall below this; cosine ends with it."), 0, 0, 1000, true)),
      liveParam(numberParam("momentum", GB_TEXT("engine", "Momentum"), GB_TEXT("engine", "What share of the last step's movement is kept. 0.9 is usual; it smooths the way through narrow valleys."), 0.9, 0, 0.9999)),
      liveParam(numberParam("beta1", GB_TEXT("engine", "Beta 1"), GB_TEXT("engine", "How slowly Adam's mean of the gradients forgets."), 0.9, 0, 0.9999)),
      liveParam(numberParam("beta2", GB_TEXT("engine", "Beta 2"), GB_TEXT("engine", "How slowly the mean of the squared gradients forgets, in Adam, AdamW and RMSProp."), 0.999, 0, 0.999999)),
      liveParam(numberParam("epsilon", GB_TEXT("engine", "Epsilon"), GB_TEXT("engine", "Keeps Adam and its relatives from dividing by 0."), 1e-8, 1e-16, 1, true)),
      liveParam(numberParam("weight_decay", GB_TEXT("engine", "Weight decay"), GB_TEXT("engine", "In every step AdamW shrinks each weight by rate times weight decay, apart from its gradient."), 0.01, 0, 100, true)),
      liveParam(choiceParam("decay_on", GB_TEXT("engine", "Decay on"), GB_TEXT("engine", "Which parameters the weight decay shrinks. Biases and gains have no reason to be small: usually only the weights decay."), "weights", {{"weights", GB_TEXT("engine", "weights only")}, {"all", GB_TEXT("engine", "all parameters")}})),
      liveParam(numberParam("clip", GB_TEXT("engine", "Clip"), GB_TEXT("engine", "Where the norm of all gradients together is larger, all are scaled down to it: one bad batch cannot throw the weights far away. 0 never clips; 1 is usual."), 0, 0, 1e9, true)),
      liveParam(numberParam("l2", GB_TEXT("engine", "L2"), GB_TEXT("engine", "Adds L2 times the weight to its gradient: large weights are pulled towards 0. Weights only, not biases."), 0, 0, 100, true)),
      liveParam(numberParam("l1", GB_TEXT("engine", "L1"), GB_TEXT("engine", "After each step moves every weight towards 0 by rate times L1 and stops there, so that zeros are exact. Weights only, not biases."), 0, 0, 100, true)),
      integerParam("batch", GB_TEXT("engine", "Batch size"), GB_TEXT("engine", "Samples per step. Small batches give noisy gradients and many steps, large ones smooth gradients and few. Gradient descent takes all."), 32, 1, 1'000'000),
      integerParam("epochs", GB_TEXT("engine", "Epochs"), GB_TEXT("engine", "Stops after so many passes over the training part; 0 sets no limit."), 0, 0, 1'000'000'000),
      integerParam("steps", GB_TEXT("engine", "Steps"), GB_TEXT("engine", "Stops after so many steps; 0 sets no limit."), 0, 0, 1'000'000'000'000),
      numberParam("seconds", GB_TEXT("engine", "Seconds"), GB_TEXT("engine", "Stops after so many seconds of training; 0 sets no limit. Such a run can be repeated to its last step only."), 0, 0, 1e9),
      integerParam("patience", GB_TEXT("engine", "Patience"), GB_TEXT("engine", "Early stopping: ends the run when the validation loss has had no new minimum for so many epochs, and goes back to the weights of the best. Without a validation part a tenth of the training part becomes it. 0 never stops."), 0, 0, 1'000'000),
      numberParam("stop_loss", GB_TEXT("engine", "Stop at loss"), GB_TEXT("engine", "Stops when the mean training loss of an epoch is below; 0 never stops."), 0, 0, 1e9, true),
      choiceParam("init", GB_TEXT("engine", "Initializer"), GB_TEXT("engine", "How the first weights are drawn. Their size decides whether signals and gradients survive many layers. Biases start at 0."), "xavier",
                  {{"zeros", GB_TEXT("engine", "zeros")}, {"constant", GB_TEXT("engine", "constant")}, {"uniform", GB_TEXT("engine", "uniform")}, {"normal", GB_TEXT("engine", "normal")},
                   {"xavier", GB_TEXT("engine", "Xavier")}, {"he", GB_TEXT("engine", "He")}, {"lecun", GB_TEXT("engine", "LeCun")}}),
      numberParam("init_size", GB_TEXT("engine", "Initial size"), GB_TEXT("engine", "Of the initializers with a size of their own: the number itself for constant, the standard deviation for normal."), 0.02, 0, 100, true),
      switchParam("shuffle", GB_TEXT("engine", "Shuffle"), GB_TEXT("engine", "Draws a new order of the training samples in every epoch."), true),
      switchParam("portable", GB_TEXT("engine", "Same results on every computer"), GB_TEXT("engine", "Uses only arithmetic that every x86-64 computer does alike. Slower; on when grading."), false),
  };
  return defs;
}

}  // namespace

std::span<const ParamDef> planParams() { return table(); }

bool counts(const std::string& key, const Params& plan) {
  const auto uses = [&](const OptimizerDef& def) { return std::find(def.settings.begin(), def.settings.end(), key) != def.settings.end(); };
  const auto all = allOptimizers();
  if (std::any_of(all.begin(), all.end(), uses)) {
    const OptimizerDef* def = findOptimizer(plan.words("optimizer"));
    return def && uses(*def);
  }
  const std::string &schedule = plan.words("schedule"), &init = plan.words("init");
  if (key == "decay_steps" || key == "min_rate") return schedule != "constant";
  if (key == "decay_factor") return schedule == "step" || schedule == "exponential";
  if (key == "init_size") return init == "constant" || init == "normal";
  return true;
}

ParamValue valueOf(const TrainingPlan& plan, const ParamDef& def) {
  const ParamValue* value = plan.values.find(def.key);
  return value ? *value : def.fallback;
}

Result<PlanValues> planValues(const TrainingPlan& plan) {
  Result<Params> params = complete(table(), plan.values);
  if (!params) return params.error();
  const Params& p = *params;
  PlanValues v;
  v.optimizer = p.words("optimizer");
  v.rate = p.number("rate");
  const std::string& schedule = p.words("schedule");
  v.schedule = schedule == "step" ? Schedule::Step : schedule == "exponential" ? Schedule::Exponential : schedule == "cosine" ? Schedule::Cosine : Schedule::Constant;
  v.warmup = p.integer("warmup");
  v.decaySteps = p.integer("decay_steps");
  v.decayFactor = p.number("decay_factor");
  v.minRate = p.number("min_rate");
  v.weightDecay = p.number("weight_decay");
  v.decayAll = p.words("decay_on") == "all";
  v.clip = p.number("clip");
  v.momentum = p.number("momentum");
  v.beta1 = p.number("beta1");
  v.beta2 = p.number("beta2");
  v.epsilon = p.number("epsilon");
  v.l1 = p.number("l1");
  v.l2 = p.number("l2");
  v.batch = static_cast<int>(p.integer("batch"));
  v.epochs = p.integer("epochs");
  v.steps = p.integer("steps");
  v.stopLoss = p.number("stop_loss");
  v.seconds = p.number("seconds");
  v.patience = p.integer("patience");
  v.init = p.words("init");
  v.initSize = p.number("init_size");
  v.shuffled = p.flag("shuffle");
  v.portable = p.flag("portable");
  return v;
}

Result<TrainingPlan> setPlanValue(TrainingPlan plan, const std::string& key, const std::string& words) {
  if (key == "seed") {
    const ParamDef seed = integerParam("seed", GB_TEXT("engine", "Seed"), GB_TEXT("engine", "Decides all that is drawn by chance."), 1, 0, std::int64_t{1} << 53);
    Result<ParamValue> value = readParam(seed, words);
    if (!value) return value.error();
    plan.seed = static_cast<std::uint64_t>(std::get<std::int64_t>(*value));
    return plan;
  }
  const ParamDef* def = findParam(table(), key);
  if (!def) return complete(table(), Params{{key, words}}).error();
  Result<ParamValue> value = readParam(*def, words);
  if (!value) return value.error();
  if (*value == def->fallback) plan.values.erase(key);
  else plan.values.set(key, *value);
  return plan;
}

}  // namespace glassbox
