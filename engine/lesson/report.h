// What a learner has done, for others to read: tasks and time lesson by lesson, the skills they train, and which blocks are finished.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"
#include "engine/lesson/lesson.h"
#include "engine/lesson/progress.h"

namespace glassbox {

struct TaskReport {
  std::string id;
  bool passed = false, skipped = false;
  int attempts = 0;
  int hints = 0;  ///< highest grade asked for, 0 to 3
  bool operator==(const TaskReport&) const = default;
};

struct LessonReport {
  std::string id, block;
  int number = 0;
  double seconds = 0;  ///< with the lesson's page in view
  std::vector<std::string> skills;  ///< keys of `lessonSkills`
  std::vector<TaskReport> tasks;    ///< in the order of the lesson
  std::map<std::string, AnswerValue> answers;  ///< predictions and answers by question
  int passed() const;
  bool operator==(const LessonReport&) const = default;
};

/// Passed tasks among all tasks of the lessons that train the skill.
struct SkillScore {
  std::string skill;
  int passed = 0, tasks = 0;
  double share() const { return tasks > 0 ? static_cast<double>(passed) / tasks : 0; }
  bool operator==(const SkillScore&) const = default;
};

struct Report {
  static constexpr int kVersion = 2;  ///< 2: an answer may be a drawn curve
  std::string learner;
  std::string date;  ///< "2026-11-23"
  std::vector<LessonReport> lessons;  ///< by number
  bool operator==(const Report&) const = default;
};

/// Of all the lessons that can be opened, begun or not.
Report reportOf(const Progress& progress, std::span<const LessonEntry> lessons, const std::string& date);

/// One for each of `lessonSkills`, in their order.
std::vector<SkillScore> skillScores(std::span<const LessonReport> lessons);

/// The blocks whose every task is passed. None while a lesson cannot be read: it might belong to any of them.
std::vector<std::string> finishedBlocks(const Progress& progress, std::span<const LessonEntry> lessons);

/// The same report gives the same bytes. The schema stands in README.md.
std::string writeReport(const Report& report);

/// Strict: unknown keys, wrong types, a newer version, the same lesson or task twice, a skill's figures that its tasks do not give,
/// and names with signs that cannot be seen are each one sentence with line and column.
Result<Report> parseReport(std::string_view bytes, const std::string& place);

/// Words for a skill, for the reader: "Mathematics".
Text skillTitle(std::string_view skill);

}  // namespace glassbox
