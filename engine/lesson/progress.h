// What a learner has done in the lessons, as pure data and as the text of a file; the window keeps it on the disk.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "engine/lesson/lab_state.h"

namespace glassbox {

struct TaskProgress {
  int attempts = 0;  ///< runs and hand-set tries that were checked
  int hints = 0;     ///< highest grade asked for, 0 to 3
  bool done = false;
  bool skipped = false;  ///< left out by the learner; a task that is done is not skipped
  bool operator==(const TaskProgress&) const = default;
};

struct LessonProgress {
  double seconds = 0;  ///< with the lesson open and in use
  std::map<std::string, TaskProgress> tasks;
  std::map<std::string, AnswerValue> answers;  ///< predictions and answers by question, as they were committed
  bool operator==(const LessonProgress&) const = default;
};

/// Of one learner; the nickname is all that is known of them.
struct Progress {
  static constexpr int kVersion = 3;  ///< 2: tasks may be skipped; 3: an answer may be a drawn curve
  std::string learner;
  std::map<std::string, LessonProgress> lessons;  ///< by lesson id
  bool operator==(const Progress&) const = default;
};

/// Progress after one checked attempt at a task. What was done once stays done.
Progress withAttempt(Progress progress, const std::string& lesson, const std::string& task, bool passed);

/// Strict, like projects: unknown keys, wrong types and a newer version are each one sentence with line and column.
Result<Progress> parseProgress(std::string_view bytes, const std::string& place);

/// The same progress gives the same bytes.
std::string writeProgress(const Progress& progress);

}  // namespace glassbox
