#include "engine/lesson/progress.h"

#include "engine/io/json_reader.h"
#include "engine/io/json_writer.h"
#include "engine/lesson/answer_json.h"

namespace glassbox {
namespace {

using Form = JsonWriter::Form;

constexpr std::int64_t kMostAttempts = 1'000'000'000;
constexpr double kMostSeconds = 1e10;

TaskProgress readTask(JsonValue value, JsonFaults& faults) {
  JsonReader from(value, faults);
  TaskProgress task;
  task.attempts = static_cast<int>(from.integer("attempts", 0, kMostAttempts));
  task.hints = static_cast<int>(from.integer("hints", 0, 3, 0));
  task.done = from.flag("done", false);
  task.skipped = from.flag("skipped", false);
  from.finish();
  return task;
}

LessonProgress readLesson(JsonValue value, JsonFaults& faults) {
  JsonReader from(value, faults);
  LessonProgress lesson;
  lesson.seconds = from.number("seconds", 0, kMostSeconds);
  if (const auto tasks = from.object("tasks"))
    tasks->forEachMember([&](JsonValue id, JsonValue task) { lesson.tasks[id.text()] = readTask(task, faults); });
  if (const auto answers = from.object("answers"))
    answers->forEachMember([&](JsonValue id, JsonValue answer) {
      lesson.answers[id.text()] = readAnswer(answer, id.text(), faults);
    });
  from.finish();
  return lesson;
}

}  // namespace

Progress withAttempt(Progress progress, const std::string& lesson, const std::string& task, bool passed) {
  TaskProgress& entry = progress.lessons[lesson].tasks[task];
  ++entry.attempts;
  entry.done = entry.done || passed;
  entry.skipped = entry.skipped && !entry.done;
  return progress;
}

Result<Progress> parseProgress(std::string_view bytes, const std::string& place) {
  const Result<JsonDocument> document = parseJson(bytes, {place});
  if (!document) return document.error();
  JsonFaults faults;
  JsonReader from(document->root(), faults);
  const std::int64_t version = from.integer("glassbox_progress", 1, kJsonWhole);
  if (faults.ok() && version > Progress::kVersion)
    return Error(GB_TEXT("engine", "A newer Glassbox saved this progress: its version is %1, and this program reads up to %2.").arg(version).arg(Progress::kVersion), place);
  Progress progress;
  progress.learner = from.text("learner");
  from.require("lessons");
  if (const auto lessons = from.object("lessons"))
    lessons->forEachMember([&](JsonValue id, JsonValue lesson) {
      if (faults.ok()) progress.lessons[id.text()] = readLesson(lesson, faults);
    });
  from.finish();
  if (!faults.ok()) return faults.first();
  return progress;
}

std::string writeProgress(const Progress& progress) {
  JsonWriter out;
  out.beginObject();
  out.integer("glassbox_progress", Progress::kVersion);
  out.text("learner", progress.learner);
  out.key("lessons");
  out.beginObject();
  for (const auto& [id, lesson] : progress.lessons) {
    out.key(id);
    out.beginObject();
    out.number("seconds", lesson.seconds);
    out.key("tasks");
    out.beginObject();
    for (const auto& [taskId, task] : lesson.tasks) {
      out.key(taskId);
      out.beginObject(Form::Inline);
      out.integer("attempts", task.attempts);
      out.integer("hints", task.hints);
      out.flag("done", task.done);
      if (task.skipped) out.flag("skipped", true);
      out.end();
    }
    out.end();
    out.key("answers");
    out.beginObject(Form::Inline);
    for (const auto& [question, answer] : lesson.answers) {
      out.key(question);
      writeAnswer(out, answer);
    }
    out.end();
    out.end();
  }
  out.end();
  out.end();
  return out.take();
}

}  // namespace glassbox
