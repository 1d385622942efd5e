// What the two halves of the strict loader share: lesson.json on one side, the folder with its pages on the other.
#pragma once

#include "engine/io/json_reader.h"
#include "engine/lesson/lesson.h"

namespace glassbox {

inline constexpr std::int64_t kMaxLessonJson = 1 << 20;  ///< bytes; a hundred times what a lesson needs

/// Bytes of a file of the lesson. Its places are called by its name in the folder, which is what the author knows.
/// A link is refused: it could lead out of the folder.
Result<std::string> readLessonFile(const std::filesystem::path& folder, const std::string& name, std::int64_t limit);

/// Reads the root of lesson.json; `folder` is where a start project lies. The pages stay empty. Fails with the first
/// fault and its place.
Result<Lesson> readLessonJson(JsonValue root, const std::filesystem::path& folder);

/// An id: small letters, digits, - and _, at most 60.
std::string readLessonId(JsonReader& from, std::string_view key);

/// A drawing of the lesson's folder that draws: nothing in it may load a file, run or be HTML. Fails without a place.
Result<std::string> readDrawing(const std::filesystem::path& folder, const std::string& name);

/// Reports a choice, or a region, that the question does not have.
void checkLessonChoice(const Question& question, const std::string& choice, JsonValue at, JsonFaults& faults);

/// "a, b, c"
template<class Known> std::string listOf(const Known& known) {
  std::string list;
  for (const auto& word : known) list += (list.empty() ? "" : ", ") + std::string(word);
  return list;
}

}  // namespace glassbox
