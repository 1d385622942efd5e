#include "engine/lesson/report.h"

#include <algorithm>
#include <set>

#include "engine/io/json_reader.h"
#include "engine/io/json_writer.h"
#include "engine/lesson/answer_json.h"
#include "engine/lesson/learners.h"

namespace glassbox {
namespace {

using Form = JsonWriter::Form;

constexpr std::size_t kLongestWords = 200;  // bytes
constexpr std::size_t kMostLessons = 200;
constexpr std::int64_t kMostAttempts = 1'000'000'000, kMostTasks = 1'000'000;
constexpr double kMostSeconds = 1e10;

std::string plainText(JsonReader& from, std::string_view key) {
  const std::string words = from.text(key);
  if (!isPlain(words, kLongestWords))
    from.faults().report(from.value(), GB_TEXT("engine", "\"%1\" is longer than %2 bytes, or holds signs that cannot be seen.").arg(std::string(key)).arg(kLongestWords));
  return words;
}

bool isDate(const std::string& text) {
  if (text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (i == 4 || i == 7 ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
  return true;
}

bool isKnownSkill(const std::string& key) {
  const auto skills = lessonSkills();
  return std::find(skills.begin(), skills.end(), key) != skills.end();
}

TaskReport readTask(JsonValue value, JsonFaults& faults) {
  JsonReader from(value, faults);
  TaskReport task;
  task.id = plainText(from, "id");
  task.passed = from.flag("passed", false);
  task.skipped = from.flag("skipped", false);
  task.attempts = static_cast<int>(from.integer("attempts", 0, kMostAttempts));
  task.hints = static_cast<int>(from.integer("hints", 0, 3));
  from.finish();
  return task;
}

LessonReport readLesson(JsonValue value, JsonFaults& faults) {
  JsonReader from(value, faults);
  LessonReport lesson;
  lesson.id = plainText(from, "id");
  lesson.block = plainText(from, "block");
  lesson.number = static_cast<int>(from.integer("number", 0, kMostTasks));
  lesson.seconds = from.number("seconds", 0, kMostSeconds);
  from.require("skills");
  if (const auto skills = from.array("skills"))
    skills->forEach([&](JsonValue skill) {
      lesson.skills.push_back(JsonReader::textOf(skill, "skills", faults));
      if (faults.ok() && !isKnownSkill(lesson.skills.back())) faults.report(skill, GB_TEXT("engine", "There is no skill \"%1\".").arg(lesson.skills.back()));
    });
  std::set<std::string> ids;
  from.require("tasks");
  if (const auto tasks = from.array("tasks"))
    tasks->forEach([&](JsonValue task) {
      lesson.tasks.push_back(readTask(task, faults));
      if (faults.ok() && !ids.insert(lesson.tasks.back().id).second) faults.report(task, GB_TEXT("engine", "The task \"%1\" stands here twice.").arg(lesson.tasks.back().id));
    });
  if (const auto answers = from.object("answers"))
    answers->forEachMember([&](JsonValue id, JsonValue answer) {
      lesson.answers[id.text()] = readAnswer(answer, id.text(), faults);
    });
  from.finish();
  return lesson;
}

/// The figures of the skills are there for readers that do not add; they must be what the tasks give.
void checkSkills(JsonReader& from, const Report& report) {
  from.require("skills");
  const auto skills = from.array("skills");
  if (!skills || !from.faults().ok()) return;
  std::vector<SkillScore> given;
  skills->forEach([&](JsonValue value) {
    JsonReader one(value, from.faults());
    SkillScore score;
    score.skill = one.text("skill");
    score.passed = static_cast<int>(one.integer("passed", 0, kMostTasks));
    score.tasks = static_cast<int>(one.integer("tasks", 0, kMostTasks));
    one.finish();
    given.push_back(score);
  });
  if (from.faults().ok() && given != skillScores(report.lessons))
    from.faults().report(*skills, GB_TEXT("engine", "The figures of the skills are not what the tasks of this report give."), GB_TEXT("engine", "The file was changed by hand; ask for a new report."));
}

void writeLesson(JsonWriter& out, const LessonReport& lesson) {
  out.beginObject();
  out.text("id", lesson.id);
  out.text("block", lesson.block);
  out.integer("number", lesson.number);
  out.number("seconds", lesson.seconds);
  out.key("skills");
  out.beginArray(Form::Inline);
  for (const std::string& skill : lesson.skills) out.text(skill);
  out.end();
  out.key("tasks");
  out.beginArray();
  for (const TaskReport& task : lesson.tasks) {
    out.beginObject(Form::Inline);
    out.text("id", task.id);
    out.flag("passed", task.passed);
    if (task.skipped) out.flag("skipped", true);
    out.integer("attempts", task.attempts);
    out.integer("hints", task.hints);
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

}  // namespace

int LessonReport::passed() const {
  return static_cast<int>(std::count_if(tasks.begin(), tasks.end(), [](const TaskReport& task) { return task.passed; }));
}

Report reportOf(const Progress& progress, std::span<const LessonEntry> lessons, const std::string& date) {
  Report report{progress.learner, date, {}};
  for (const LessonEntry& entry : lessons) {
    if (!entry.lesson) continue;
    const Lesson& lesson = *entry.lesson;
    LessonReport one{lesson.id, lesson.block, lesson.number, 0, lesson.skills, {}, {}};
    const auto at = progress.lessons.find(lesson.id);
    const LessonProgress done = at == progress.lessons.end() ? LessonProgress() : at->second;
    one.seconds = done.seconds;
    one.answers = done.answers;
    for (const Task& task : lesson.tasks) {
      const auto known = done.tasks.find(task.id);
      const TaskProgress state = known == done.tasks.end() ? TaskProgress() : known->second;
      one.tasks.push_back({task.id, state.done, state.skipped && !state.done, state.attempts, state.hints});
    }
    report.lessons.push_back(std::move(one));
  }
  std::stable_sort(report.lessons.begin(), report.lessons.end(), [](const LessonReport& a, const LessonReport& b) { return a.number < b.number; });
  return report;
}

std::vector<SkillScore> skillScores(std::span<const LessonReport> lessons) {
  std::vector<SkillScore> scores;
  for (const std::string_view skill : lessonSkills()) {
    SkillScore score{std::string(skill), 0, 0};
    for (const LessonReport& lesson : lessons) {
      if (std::find(lesson.skills.begin(), lesson.skills.end(), skill) == lesson.skills.end()) continue;
      score.passed += lesson.passed();
      score.tasks += static_cast<int>(lesson.tasks.size());
    }
    scores.push_back(std::move(score));
  }
  return scores;
}

std::vector<std::string> finishedBlocks(const Progress& progress, std::span<const LessonEntry> lessons) {
  if (std::any_of(lessons.begin(), lessons.end(), [](const LessonEntry& entry) { return !entry.lesson; })) return {};
  std::map<std::string, bool> blocks;
  for (const LessonReport& lesson : reportOf(progress, lessons, {}).lessons) {
    const bool all = !lesson.tasks.empty() && lesson.passed() == static_cast<int>(lesson.tasks.size());
    const auto at = blocks.emplace(lesson.block, true).first;
    at->second = at->second && all;
  }
  std::vector<std::string> finished;
  for (const auto& [block, all] : blocks)
    if (all) finished.push_back(block);
  return finished;
}

std::string writeReport(const Report& report) {
  JsonWriter out;
  out.beginObject();
  out.integer("glassbox_report", Report::kVersion);
  out.text("learner", report.learner);
  out.text("date", report.date);
  out.key("skills");
  out.beginArray();
  for (const SkillScore& score : skillScores(report.lessons)) {
    out.beginObject(Form::Inline);
    out.text("skill", score.skill);
    out.integer("passed", score.passed);
    out.integer("tasks", score.tasks);
    out.end();
  }
  out.end();
  out.key("lessons");
  out.beginArray();
  for (const LessonReport& lesson : report.lessons) writeLesson(out, lesson);
  out.end();
  out.end();
  return out.take();
}

Result<Report> parseReport(std::string_view bytes, const std::string& place) {
  const Result<JsonDocument> document = parseJson(bytes, {place});
  if (!document) return document.error();
  JsonFaults faults;
  JsonReader from(document->root(), faults);
  const std::int64_t version = from.integer("glassbox_report", 1, kJsonWhole);
  if (faults.ok() && version > Report::kVersion)
    return Error(GB_TEXT("engine", "A newer Glassbox wrote this report: its version is %1, and this program reads up to %2.").arg(version).arg(Report::kVersion), place);
  Report report;
  report.learner = plainText(from, "learner");
  report.date = from.text("date");
  if (faults.ok() && !isDate(report.date)) faults.report(document->root(), GB_TEXT("engine", "\"date\" should be a day like 2026-01-31."));
  std::set<std::string> ids;
  from.require("lessons");
  if (const auto lessons = from.array("lessons"))
    lessons->forEach([&](JsonValue lesson) {
      if (!faults.ok()) return;
      if (report.lessons.size() == kMostLessons) return faults.report(lesson, GB_TEXT("engine", "A report holds at most %1 lessons.").arg(kMostLessons));
      report.lessons.push_back(readLesson(lesson, faults));
      if (faults.ok() && !ids.insert(report.lessons.back().id).second) faults.report(lesson, GB_TEXT("engine", "The lesson \"%1\" stands here twice.").arg(report.lessons.back().id));
    });
  checkSkills(from, report);
  from.finish();
  if (!faults.ok()) return faults.first();
  return report;
}

Text skillTitle(std::string_view skill) {
  if (skill == "mathematics") return GB_TEXT("engine", "Mathematics");
  if (skill == "building") return GB_TEXT("engine", "Building networks");
  if (skill == "training") return GB_TEXT("engine", "Training");
  if (skill == "data") return GB_TEXT("engine", "Data");
  if (skill == "interpretation") return GB_TEXT("engine", "Interpretation");
  if (skill == "language_models") return GB_TEXT("engine", "Language models");
  if (skill == "deployment") return GB_TEXT("engine", "Deployment");
  return GB_TEXT("engine", "Responsibility");
}

}  // namespace glassbox
