// One question of lesson.json, read strictly: the learner answers it with a number, a choice, a drawn curve or a place in a picture.
#pragma once

#include "engine/io/json_reader.h"
#include "engine/lesson/lesson.h"

namespace glassbox {

/// `folder` is where the pictures lie.
Question readLessonQuestion(JsonValue value, const std::filesystem::path& folder, JsonFaults& faults);

/// What a model answer gives as "with". A fault when the question cannot be answered so.
AnswerValue readModelAnswer(const Question& question, JsonValue with, JsonFaults& faults);

}  // namespace glassbox
