// Proves a lesson: its start fails, its model answer passes for every seed, broken answers fail, its texts are whole.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/lesson/glossary.h"
#include "engine/lesson/task_check.h"

namespace glassbox {

struct VerifyOptions {
  int seeds = 20;       ///< 1, 2, ... in place of the plan's
  int leastWords = 600, mostWords = 1200;  ///< of each page
};

/// Ways to break a model answer; with each of them it must fail.
enum class Breakage {
  RateZero,         ///< the learning rate is 0
  OneStep,          ///< each run takes one step
  TargetsShuffled,  ///< the training targets do not belong to their samples
  LayerRemoved,     ///< the last layer with weights is missing
  AnswerChanged,    ///< one of the answers that are asked for is another one; tried with each in turn
};
const char* name(Breakage breakage);

struct SeedResult {
  std::uint64_t seed = 0;
  bool passed = false;
  std::vector<ConditionState> conditions;
  std::optional<Error> refused;  ///< an action could not be carried out
};

struct BrokenResult {
  Breakage breakage = Breakage::RateZero;
  SeedResult result;
};

struct TaskProof {
  std::string task;
  std::vector<SeedResult> start, answer;  ///< one per seed
  std::vector<BrokenResult> broken;       ///< those that apply: a rate of 0 says nothing of an answer that does not train, shuffled targets nothing of one in words
  std::vector<Text> faults;
  int passed() const;                     ///< seeds with which the answer passes
};

struct LessonProof {
  std::string lesson;
  std::vector<TaskProof> tasks;
  std::array<int, kLanguages.size()> words{};
  std::vector<Text> faults;  ///< of the texts
  bool sound() const;        ///< no fault anywhere
};

/// Trains; a lesson whose answers take minutes takes twenty times as long.
LessonProof verifyLesson(const Lesson& lesson, const Glossary& glossary, const VerifyOptions& options = {});

/// One line of JSON per task, with its figure per seed: what `lessons verify --json` prints.
std::string jsonLine(const LessonProof& report, const TaskProof& task);

}  // namespace glassbox
