// Conditions on what a learner has done beside runs and answers: a sweep, numbers filled in while stepping.
#include <algorithm>
#include <limits>

#include "engine/lesson/check_support.h"

namespace glassbox {
namespace {

constexpr std::int64_t kMost = 1'000'000;

Text sweepWords(std::int64_t values, std::int64_t seeds) { return GB_TEXT("engine", "values: %1, seeds: %2").arg(values).arg(seeds); }

/// Of several sweeps over the key the one that comes nearest is shown.
ConditionState readSweep(const Params& params, const LabState& state) {
  const std::int64_t values = params.integer("values"), seeds = params.integer("seeds");
  ConditionState out;
  out.label = GB_TEXT("engine", "Sweep over %1").arg(params.words("key"));
  out.needed.words = sweepWords(values, seeds);
  out.now.words = GB_TEXT("engine", "none yet");
  std::int64_t nearest = -1;
  for (const SweptAxis& axis : state.deeds.sweeps) {
    if (axis.key != params.words("key")) continue;
    const std::int64_t share = std::min<std::int64_t>(axis.values, values) * std::min<std::int64_t>(axis.seeds, seeds);
    if (share <= nearest) continue;
    nearest = share;
    out.now.words = sweepWords(axis.values, axis.seeds);
    out.met = axis.values >= values && axis.seeds >= seeds;
  }
  return out;
}

/// "dense1.out" is that array, "dense1.*" all of the layer's, "*.grad" all gradients, "*" every one.
bool matches(const std::string& pattern, const std::string& name) {
  const std::size_t star = pattern.find('*');
  if (star == std::string::npos) return pattern == name;
  const std::string_view head = std::string_view(pattern).substr(0, star), tail = std::string_view(pattern).substr(star + 1);
  return name.size() >= head.size() + tail.size() && name.starts_with(head) && name.ends_with(tail);
}

ConditionState readFilled(const Params& params, const LabState& state) {
  FilledCount sum;
  for (const auto& [name, count] : state.deeds.filled)
    if (matches(params.words("array"), name)) sum.right += count.right, sum.wrong += count.wrong;
  ConditionState out;
  out.label = GB_TEXT("engine", "Numbers filled in");
  out.bound = Bound::AtLeast;
  out.now.number = sum.right;
  out.needed.number = static_cast<double>(params.integer("right"));
  out.met = sum.right >= params.integer("right") && sum.wrong <= params.integer("wrong");
  if (sum.wrong > params.integer("wrong")) out.now.words = GB_TEXT("engine", "right: %1, wrong: %2").arg(sum.right).arg(sum.wrong);
  return out;
}

Result<void> soundFilled(const Params& params) {
  const std::string& array = params.words("array");
  if (array.empty() || std::count(array.begin(), array.end(), '*') > 1)
    return Error(GB_TEXT("engine", "\"array\" names an array such as dense1.out, with one * at most."));
  return {};
}

Result<void> soundSweep(const Params& params) { return checkSweepKey(params.words("key")); }

}  // namespace

Result<void> checkSweepKey(const std::string& key) {
  if (key.find('.') != std::string::npos || findParam(planParams(), key)) return {};  // the layers are the learner's to make
  return Error(GB_TEXT("engine", "\"key\" is \"%1\"; it names what is varied, such as rate or dense1.units.").arg(key.substr(0, 60)));
}

CheckDef sweepCheck() {
  return {"sweep", GB_TEXT("engine", "A sweep over a setting was let run to its end."),
          {wordsParam("key", GB_TEXT("engine", "Setting"), GB_TEXT("engine", "What is varied: a key of the training settings, or a parameter of a layer such as dense1.units."), ""),
           integerParam("values", GB_TEXT("engine", "Values"), GB_TEXT("engine", "At least so many."), 2, 1, kMost),
           integerParam("seeds", GB_TEXT("engine", "Seeds"), GB_TEXT("engine", "At least so many for each."), 1, 1, kMost)},
          {"key"}, soundSweep, readSweep};
}

CheckDef filledCheck() {
  return {"filled", GB_TEXT("engine", "Hidden numbers of a step were filled in right."),
          {wordsParam("array", GB_TEXT("engine", "Array"), GB_TEXT("engine", "Such as dense1.out or dense1.weight.grad; one * stands for anything."), "*"),
           integerParam("right", GB_TEXT("engine", "Right"), GB_TEXT("engine", "At least so many right ones."), 1, 1, kMost),
           integerParam("wrong", GB_TEXT("engine", "Wrong"), GB_TEXT("engine", "At most so many wrong ones before."), kMost, 0, kMost)},
          {}, soundFilled, readFilled};
}

}  // namespace glassbox
