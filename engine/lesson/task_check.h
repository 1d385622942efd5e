// Whether a task is solved: a pure function of the task and of what the lab's state is now.
#pragma once

#include <array>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "engine/lesson/lab_state.h"
#include "engine/lesson/lesson.h"

namespace glassbox {

/// A value of a condition: a number, or words ("by hand").
struct Reading {
  std::optional<double> number;  ///< empty, with empty words: not known yet
  Text words;
  bool operator==(const Reading&) const = default;
};

enum class Bound { AtMost, AtLeast, Between, Equal };

/// One row under a task: "Test accuracy 0.91 of 0.95".
struct ConditionState {
  bool met = false;
  Text label;
  Reading now, needed;
  double least = 0;  ///< of Bound::Between; `needed` is the most
  Bound bound = Bound::Equal;
};

struct TaskState {
  bool passed = false;  ///< every condition is met
  std::vector<ConditionState> conditions;  ///< in the order of the task
};

/// A kind of condition: the closed vocabulary of lessons.
struct CheckDef {
  std::string key;
  Text help;                     ///< for the guide: what it asks
  std::vector<ParamDef> params;  ///< a bound that is not given is infinite
  std::vector<std::string> required;  ///< keys without a default
  /// What the definitions of `params` cannot say: a bound is missing, a weight cannot be read. Null: nothing.
  Result<void> (*sound)(const Params& params) = nullptr;
  ConditionState (*read)(const Params& params, const LabState& state) = nullptr;
};

std::span<const CheckDef> allChecks();
const CheckDef* findCheck(std::string_view key);

/// The parts of the data that the conditions of `tasks` and of their hints measure: what need not be measured is not.
std::set<Part> partsAsked(std::span<const Task> tasks);

/// Pure: the same task and state give the same answer. Live values come from `state` alone.
TaskState checkTask(const Task& task, const LabState& state);

/// Of each grade the id of the hint that fits what the learner did; empty: the general one.
using HintIds = std::array<std::string, kHintGrades>;

/// Pure, too. Of several hints that fit, the first of the task is given.
HintIds hintsFor(const Task& task, const LabState& state);

}  // namespace glassbox
