// Conditions on the runs a learner has made in this lesson, on its data: one of them, or two against each other.
#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/lesson/check_support.h"

namespace glassbox {
namespace {

/// All runs that have taken a step from initial weights on the lesson's data, the newest first.
std::vector<const RunRecord*> runsOf(const LabState& state) {
  std::vector<const RunRecord*> out;
  const auto take = [&](const RunRecord& run) {
    if (run.origin() == WeightOrigin::Training && run.dataHash == state.startData) out.push_back(&run);
  };
  take(state.now);
  for (auto run = state.earlier.rbegin(); run != state.earlier.rend(); ++run) take(*run);
  return out;
}

/// What a setting was during the whole run; nothing when it was changed on the way.
std::optional<ParamValue> settingOf(const RunRecord& run, const ParamDef& def) {
  const ParamValue start = valueOf(run.plan, def);
  const bool kept = std::all_of(run.changes.begin(), run.changes.end(), [&](const LiveChange& change) { return change.key != def.key || change.value == start; });
  return kept ? std::optional(start) : std::nullopt;
}

std::optional<double> numberOf(const ParamValue& value) {
  if (const double* real = std::get_if<double>(&value)) return *real;
  if (const std::int64_t* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  return std::nullopt;
}

bool hasDiverged(const RunRecord& run) { return run.reason == StopReason::NotFinite || (run.train.samples > 0 && !std::isfinite(run.train.loss)); }

bool hasEnded(const RunRecord& run, const std::string& how) {
  if (how == "diverged") return hasDiverged(run);
  if (how == "finite") return !hasDiverged(run);
  if (how == "loss_reached") return run.reason == StopReason::LossReached;
  return true;
}

ParamDef endedParam() {
  return choiceParam("ended", GB_TEXT("engine", "Ended"), GB_TEXT("engine", "How the run ended."), "any",
                     {{"any", GB_TEXT("engine", "in any way")}, {"finite", GB_TEXT("engine", "with finite numbers")},
                      {"diverged", GB_TEXT("engine", "it diverged")}, {"loss_reached", GB_TEXT("engine", "the loss was reached")}});
}

// ---- run ----------------------------------------------------------------------------------------------------------------

bool settingFits(const RunRecord& run, const Params& params, const ParamDef& def, double unit) {
  const std::optional<ParamValue> value = settingOf(run, def);
  if (!value) return false;
  if (!params.words("is").empty()) return writeParam(*value) == params.words("is");
  const std::optional<double> number = numberOf(*value);
  return number && *number >= params.number("at_least") * unit && *number <= params.number("at_most") * unit;
}

ConditionState readRun(const Params& params, const LabState& state) {
  const ParamDef& def = *findParam(planParams(), params.words("setting"));
  ConditionState out;
  out.needed.words = GB_TEXT("engine", "done");
  const std::string& ended = params.words("ended");
  out.label = ended == "diverged"       ? GB_TEXT("engine", "A run that diverges: %1").arg(def.label)
              : ended == "loss_reached" ? GB_TEXT("engine", "A run that reaches its loss: %1").arg(def.label)
                                        : GB_TEXT("engine", "A run with the asked setting: %1").arg(def.label);
  double unit = 1;
  if (params.words("relative_to") == "critical_rate") {
    const std::optional<double> rate = criticalRate(state);
    if (!rate) return out;
    unit = *rate;
  }
  const std::vector<const RunRecord*> runs = runsOf(state);
  out.met = std::any_of(runs.begin(), runs.end(), [&](const RunRecord* run) {
    const bool lossFits = std::isinf(params.number("loss_at_most")) || (run->train.samples > 0 && run->train.loss <= params.number("loss_at_most"));
    return settingFits(*run, params, def, unit) && hasEnded(*run, ended) && run->steps >= params.integer("least_steps") && lossFits;
  });
  out.now.words = out.met ? out.needed.words : GB_TEXT("engine", "not yet");
  return out;
}

Result<void> soundRun(const Params& params) {
  const ParamDef* def = findParam(planParams(), params.words("setting"));
  if (!def) return complete(planParams(), Params{{params.words("setting"), false}}).error();
  if (params.words("relative_to") == "critical_rate" && (def->key != "rate" || !params.words("is").empty()))
    return Error(GB_TEXT("engine", "The critical rate is compared with bounds of the setting \"rate\"."));
  if (params.words("is").empty()) return needBound(params);
  if (Result<ParamValue> value = readParam(*def, params.words("is")); !value) return value.error();
  return {};
}

// ---- compare ------------------------------------------------------------------------------------------------------------

std::optional<double> figureOf(const RunRecord& run, const std::string& figure) {
  if (figure == "steps") return static_cast<double>(run.steps);
  const Scores& part = figure.starts_with("train") ? run.train : run.test;
  if (part.samples == 0) return std::nullopt;
  if (figure.ends_with("loss")) return part.loss;
  return part.hasAccuracy ? std::optional(part.accuracy) : std::nullopt;
}

/// Whether all settings but one are the same in both, from beginning to end.
bool differOnlyIn(const RunRecord& a, const RunRecord& b, const std::string& key) {
  const std::span<const ParamDef> defs = planParams();
  return std::all_of(defs.begin(), defs.end(), [&](const ParamDef& def) {
    if (def.key == key) return true;
    const std::optional<ParamValue> left = settingOf(a, def), right = settingOf(b, def);
    return left && right && *left == *right;
  });
}

ConditionState readCompare(const Params& params, const LabState& state) {
  const ParamDef& def = *findParam(planParams(), params.words("setting"));
  const std::string &first = params.words("first"), &second = params.words("second"), &figure = params.words("figure");
  ConditionState out;
  out.label = GB_TEXT("engine", "%1: %2 against %3, ratio").arg(def.label).arg(first).arg(second);
  compareWithBounds(out, params, std::nullopt);
  const std::vector<const RunRecord*> runs = runsOf(state);
  const auto is = [&](const RunRecord& run, const std::string& words) {
    const std::optional<ParamValue> value = settingOf(run, def);
    return value && writeParam(*value) == words && hasEnded(run, params.words("ended"));
  };
  for (const RunRecord* a : runs)
    for (const RunRecord* b : runs) {
      if (out.met || !is(*a, first) || !is(*b, second) || a->parameters != b->parameters) continue;
      if (params.flag("only") && !differOnlyIn(*a, *b, def.key)) continue;
      const std::optional<double> x = figureOf(*a, figure), y = figureOf(*b, figure);
      if (x && y && *y != 0) compareWithBounds(out, params, *x / *y);
    }
  return out;
}

Result<void> soundCompare(const Params& params) {
  const ParamDef* def = findParam(planParams(), params.words("setting"));
  if (!def) return complete(planParams(), Params{{params.words("setting"), false}}).error();
  for (const char* key : {"first", "second"})
    if (Result<ParamValue> value = readParam(*def, params.words(key)); !value) return value.error();
  return needBound(params);
}

ParamDef settingParam() { return wordsParam("setting", GB_TEXT("engine", "Setting"), GB_TEXT("engine", "A key of the training settings, such as rate."), ""); }

}  // namespace

CheckDef runCheck() {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  return {"run", GB_TEXT("engine", "There is a run on the lesson's data with such a setting that ended so."),
          {settingParam(), wordsParam("is", GB_TEXT("engine", "Is"), GB_TEXT("engine", "The value, as on the command line."), ""), atMostParam(), atLeastParam(),
           choiceParam("relative_to", GB_TEXT("engine", "Relative to"), GB_TEXT("engine", "The bounds are multiples of this."), "one",
                       {{"one", GB_TEXT("engine", "1")}, {"critical_rate", GB_TEXT("engine", "critical learning rate")}}),
           endedParam(),
           numberParam("loss_at_most", GB_TEXT("engine", "Loss at most"), GB_TEXT("engine", "The largest training loss at the run's end that passes."), infinity, -infinity, infinity),
           integerParam("least_steps", GB_TEXT("engine", "Least steps"), GB_TEXT("engine", "A shorter run does not count."), 1, 1, 100'000'000)},
          {"setting"}, soundRun, readRun};
}

CheckDef compareCheck() {
  return {"compare", GB_TEXT("engine", "Two runs on the lesson's data that differ in a setting: the ratio of a figure, first to second, lies within bounds."),
          {settingParam(), wordsParam("first", GB_TEXT("engine", "First"), GB_TEXT("engine", "The setting's value in the first run."), ""),
           wordsParam("second", GB_TEXT("engine", "Second"), GB_TEXT("engine", "The setting's value in the second run."), ""),
           choiceParam("figure", GB_TEXT("engine", "Figure"), GB_TEXT("engine", "What is compared."), "train_loss",
                       {{"steps", GB_TEXT("engine", "steps")}, {"train_loss", GB_TEXT("engine", "training loss")}, {"train_accuracy", GB_TEXT("engine", "training accuracy")},
                        {"test_loss", GB_TEXT("engine", "test loss")}, {"test_accuracy", GB_TEXT("engine", "test accuracy")}}),
           endedParam(), switchParam("only", GB_TEXT("engine", "Only"), GB_TEXT("engine", "All other training settings are the same in both."), false), atMostParam(), atLeastParam()},
          {"setting", "first", "second", "figure"}, soundCompare, readCompare};
}

}  // namespace glassbox
