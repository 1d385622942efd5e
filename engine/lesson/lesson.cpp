#include "engine/lesson/lesson.h"

#include <algorithm>

#include "engine/train/plan.h"

namespace glassbox {

const Task* Lesson::findTask(std::string_view taskId) const {
  const auto at = std::find_if(tasks.begin(), tasks.end(), [&](const Task& task) { return task.id == taskId; });
  return at == tasks.end() ? nullptr : &*at;
}

const Question* Lesson::findQuestion(std::string_view questionId) const {
  const auto at = std::find_if(questions.begin(), questions.end(), [&](const Question& question) { return question.id == questionId; });
  return at == questions.end() ? nullptr : &*at;
}

std::span<const std::string_view> lessonSkills() {
  static constexpr std::string_view skills[] = {"mathematics", "building", "training", "data", "interpretation", "language_models", "deployment", "responsibility"};
  return skills;
}

std::vector<std::string> lessonControls() {
  std::vector<std::string> controls = {"network", "data", "weights", "seed", "pace"};
  for (const ParamDef& def : planParams()) controls.push_back(def.key);
  return controls;
}

}  // namespace glassbox
