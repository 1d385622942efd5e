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

Text lockSentence(std::string_view control) {
  if (control == "network") return GB_TEXT("engine", "This lesson keeps the network fixed.");
  if (control == "data") return GB_TEXT("engine", "This lesson keeps the data fixed.");
  if (control == "weights") return GB_TEXT("engine", "In this lesson the weights change by training only.");
  if (control == "seed") return GB_TEXT("engine", "This lesson keeps the seed fixed.");
  if (control == "pace") return GB_TEXT("engine", "This lesson keeps the pace fixed.");
  const ParamDef* def = findParam(planParams(), std::string(control));
  const Text sentence = GB_TEXT("engine", "This lesson keeps the setting \"%1\" fixed.");
  return def ? sentence.arg(def->label) : sentence.arg(std::string(control));
}

}  // namespace glassbox
