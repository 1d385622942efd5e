// Judges a handed-in project: repeats its runs and checks a lesson's tasks on what comes out, not on what the file says.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/lesson/lesson.h"
#include "engine/lesson/task_check.h"

namespace glassbox {

enum class Verdict { Passed, Failed, NotJudged };
const char* name(Verdict verdict);  ///< "passed", "failed", "not judged"

struct TaskGrade {
  std::string task;
  Verdict verdict = Verdict::Failed;
  std::vector<ConditionState> conditions;  ///< of the run that passed, else of the last state; those that ask for answers are left out
  std::vector<std::string> questions;      ///< asked by this task; a project file keeps no answers
  bool deeds = false;                      ///< it asks for what was done beside runs; a project file does not keep that either
};

struct ProjectGrade {
  std::vector<TaskGrade> tasks;  ///< in the order of the lesson
  std::int64_t steps = 0;        ///< of the last run that was repeated
  std::string fingerprint;       ///< of that run in the arithmetic that is the same on every computer; empty: no run
  std::vector<Text> remarks;     ///< what could not be repeated, and what differs from what the file says
};

struct GradeOptions {
  double seconds = 600;  ///< the longest one project may take; a file can ask for any number of steps
  int threads = 1;
};

/// Reads `file` and repeats every run from network, plan, seed, data and log of changes, with the arithmetic that is the same
/// on every computer. A task passes when its conditions hold at the end of one of the runs, or, for a project without a run
/// of its network, with the weights that were saved. Weights that were set by hand between steps are not in a project's log
/// and so not in its repeated run.
/// Fails when the file cannot be opened, its data cannot be had, or the time is over.
Result<ProjectGrade> gradeProject(const std::filesystem::path& file, const Lesson& lesson, const GradeOptions& options = {});

}  // namespace glassbox
