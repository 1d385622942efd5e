// glassbox-cli lessons: lists them, shows one, and proves that they hold.
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/paths.h"
#include "engine/lesson/verify.h"

namespace glassbox::cli {
namespace {

std::string titleOf(const Lesson& lesson) { return lesson.page(Language::English).title; }

int listAll(const std::vector<LessonEntry>& entries, bool json) {
  int status = kDone;
  for (const LessonEntry& entry : entries) {
    if (!entry.lesson) {
      status = refuse(entry.lesson.error());
      continue;
    }
    const Lesson& lesson = *entry.lesson;
    if (json)
      printJson({{"id", lesson.id}, {"block", lesson.block}, {"number", lesson.number}, {"title", {{"en", titleOf(lesson)}, {"zh_CN", lesson.page(Language::Chinese).title}}},
                 {"minutes", lesson.minutes}, {"tasks", lesson.tasks.size()}, {"skills", lesson.skills}});
    else
      printLine(lesson.block + std::to_string(lesson.number) + "  " + lesson.id + "  " + titleOf(lesson) + "  " + lesson.page(Language::Chinese).title);
  }
  return status;
}

int verifyAll(const std::vector<LessonEntry>& entries, const std::string& only, bool json) {
  Result<Glossary> glossary = loadGlossary(sharedFolder("resources") / "glossary.json");
  if (!glossary) return refuse(glossary.error());
  int status = kDone;
  for (const LessonEntry& entry : entries) {
    if (!entry.lesson) {
      status = refuse(entry.lesson.error());
      continue;
    }
    if (!only.empty() && entry.lesson->id != only) continue;
    const LessonProof report = verifyLesson(*entry.lesson, *glossary);
    for (const Text& fault : report.faults) remark(report.lesson + ": " + words(fault));
    for (const TaskProof& task : report.tasks) {
      if (json) printLine(jsonLine(report, task));
      else printLine(words(GB_TEXT("cli", "%1, %2: the model answer passes with %3 of %4 seeds").arg(report.lesson).arg(task.task).arg(task.passed()).arg(task.answer.size())));
      for (const Text& fault : task.faults) remark(report.lesson + ", " + task.task + ": " + words(fault));
    }
    if (!report.sound()) status = kRefused;
  }
  return status;
}

int show(const std::vector<LessonEntry>& entries, const std::string& id) {
  for (const LessonEntry& entry : entries) {
    if (!entry.lesson || entry.lesson->id != id) continue;
    printLine("# " + titleOf(*entry.lesson));
    for (const PageBlock& block : entry.lesson->page(Language::English).blocks) printLine((block.title.empty() ? "" : "\n" + block.title) + "\n" + block.markdown);
    return kDone;
  }
  return refuse(Error(GB_TEXT("cli", "There is no lesson \"%1\"; `glassbox-cli lessons` lists them.").arg(id)));
}

}  // namespace

int runLessons(const Words& all) {
  Result<Arguments> arguments = Arguments::parse(all, {{"--json", Takes::None}});
  if (!arguments) return wrongUsage(arguments.error());
  const auto& place = arguments->positional();
  const std::string what = place.empty() ? "list" : place[0];
  const std::string id = place.size() > 1 ? place[1] : "";
  const std::filesystem::path folder = sharedFolder("lessons");
  if (folder.empty()) return refuse(Error(GB_TEXT("cli", "The folder with the lessons is not there: it belongs beside the program.")));
  Result<std::vector<LessonEntry>> entries = listLessons(folder);
  if (!entries) return refuse(entries.error());
  if (what == "list") return listAll(*entries, arguments->has("--json"));
  if (what == "verify") return verifyAll(*entries, id, arguments->has("--json"));
  if (what == "show" && !id.empty()) return show(*entries, id);
  return wrongUsage(Error(GB_TEXT("cli", "`lessons` is followed by list, verify, or show and the id of a lesson.")));
}

}  // namespace glassbox::cli
