// glassbox-cli grade: handed-in projects against the tasks of one lesson, one row of a table for each.
#include <algorithm>
#include <cmath>
#include <new>

#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/paths.h"
#include "engine/core/csv_text.h"
#include "engine/io/atomic_file.h"
#include "engine/lesson/grade.h"

namespace glassbox::cli {
namespace {

/// As a sentence shows a number: six digits.
std::string wordsOf(const Reading& reading) {
  if (reading.number) return words(GB_TEXT("cli", "%1").arg(*reading.number));
  const std::string text = words(reading.words);
  return text.empty() ? words(GB_TEXT("cli", "not known")) : text;
}

/// "Test loss 0.04 <= 0.05"
std::string wordsOf(const ConditionState& row) {
  if (row.bound == Bound::Between) {
    Reading least;
    least.number = row.least;
    return words(row.label) + ": " + wordsOf(row.now) + " (" + wordsOf(least) + " <= x <= " + wordsOf(row.needed) + ")";
  }
  const char* relation = row.bound == Bound::AtMost ? " <= " : row.bound == Bound::AtLeast ? " >= " : " = ";
  return words(row.label) + ": " + wordsOf(row.now) + " (" + (relation + 1) + wordsOf(row.needed) + ")";
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "; ") + part;
  return out;
}

std::string whyOf(const TaskGrade& grade) {
  std::vector<std::string> parts;
  for (const ConditionState& row : grade.conditions)
    if (!row.met) parts.push_back(wordsOf(row));
  for (const std::string& question : grade.questions)
    parts.push_back(words(GB_TEXT("cli", "a project keeps no answers, so \"%1\" cannot be judged").arg(question)));
  if (grade.deeds) parts.push_back(words(GB_TEXT("cli", "a project does not keep sweeps and numbers that were filled in, so they cannot be judged")));
  return joined(parts);
}

std::string figuresOf(const TaskGrade& grade) {
  std::vector<std::string> parts;
  for (const ConditionState& row : grade.conditions) parts.push_back(wordsOf(row));
  return joined(parts);
}

void addRow(std::string& table, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) table += (i ? "," : "") + csvCell(cells[i]);
  table += "\n";
}

std::vector<std::string> header(const Lesson& lesson) {
  std::vector<std::string> cells{"file", "refused"};
  for (const Task& task : lesson.tasks)
    for (const char* of : {"", ".why", ".figures"}) cells.push_back(task.id + of);
  for (const char* last : {"steps", "fingerprint", "remarks"}) cells.emplace_back(last);
  return cells;
}

std::vector<std::string> rowOf(const std::string& file, const ProjectGrade& grade) {
  std::vector<std::string> cells{file, ""};
  for (const TaskGrade& task : grade.tasks) {
    cells.emplace_back(name(task.verdict));
    cells.push_back(whyOf(task));
    cells.push_back(figuresOf(task));
  }
  std::vector<std::string> remarks;
  for (const Text& text : grade.remarks) remarks.push_back(words(text));
  cells.push_back(std::to_string(grade.steps));
  cells.push_back(grade.fingerprint);
  cells.push_back(joined(remarks));
  return cells;
}

/// Memory that one project lacks does not end the others.
Result<ProjectGrade> gradeFile(const std::string& file, const Lesson& lesson, const GradeOptions& options) {
  try {
    return gradeProject(file, lesson, options);
  } catch (const std::bad_alloc&) {
    return Error(GB_TEXT("cli", "There is not enough memory for this."));
  }
}

Result<Lesson> lessonCalled(const std::string& id) {
  std::error_code ignored;  // what cannot be looked at is no folder
  if (std::filesystem::exists(std::filesystem::path(id) / "lesson.json", ignored)) return loadLesson(std::filesystem::absolute(id).lexically_normal());
  const std::filesystem::path folder = sharedFolder("lessons");
  if (folder.empty()) return Error(GB_TEXT("cli", "The folder with the lessons is not there: it belongs beside the program."));
  Result<std::vector<LessonEntry>> entries = listLessons(folder);
  if (!entries) return entries.error();
  for (LessonEntry& entry : *entries)
    if (entry.lesson && entry.lesson->id == id) return *std::move(entry.lesson);
  return Error(GB_TEXT("cli", "There is no lesson \"%1\"; `glassbox-cli lessons` lists them.").arg(id));
}

}  // namespace

int runGrade(const Words& all) {
  Result<Arguments> arguments = Arguments::parse(all, {{"--lesson", Takes::One}, {"--csv", Takes::One}, {"--seconds", Takes::One}, {"--threads", Takes::One}});
  if (!arguments) return wrongUsage(arguments.error());
  const std::vector<std::string>& files = arguments->positional();
  if (files.empty() || !arguments->has("--lesson") || !arguments->has("--csv"))
    return wrongUsage(Error(GB_TEXT("cli", "`grade` takes project files, --lesson ID and --csv OUT.")));
  const Result<double> seconds = arguments->number("--seconds", GradeOptions().seconds, 1, 86'400);
  if (!seconds) return wrongUsage(seconds.error());
  const Result<std::int64_t> threads = arguments->integer("--threads", 1, 1, 64);
  if (!threads) return wrongUsage(threads.error());
  const GradeOptions options{*seconds, static_cast<int>(*threads)};
  Result<Lesson> lesson = lessonCalled(arguments->value("--lesson"));
  if (!lesson) return refuse(lesson.error());

  if (Result<void> may = checkReplaceable(arguments->value("--csv")); !may) return refuse(may.error());  // before hours of grading
  int status = kDone;
  std::string table;
  addRow(table, header(*lesson));
  ProgressBar bar;
  for (std::size_t i = 0; i < files.size(); ++i) {
    bar.show(static_cast<double>(i) / static_cast<double>(files.size()), files[i]);
    const Result<ProjectGrade> grade = gradeFile(files[i], *lesson, options);
    bar.clear();
    if (grade) {
      addRow(table, rowOf(files[i], *grade));
      const auto passed = std::count_if(grade->tasks.begin(), grade->tasks.end(), [](const TaskGrade& task) { return task.verdict == Verdict::Passed; });
      printLine(words(GB_TEXT("cli", "%1: %2 of %3 tasks passed").arg(files[i]).arg(static_cast<std::int64_t>(passed)).arg(grade->tasks.size())));
      continue;
    }
    std::vector<std::string> cells(header(*lesson).size());
    cells[0] = files[i];
    cells[1] = words(grade.error());
    addRow(table, cells);
    Error error = grade.error();
    if (error.place.empty()) error.place = files[i];
    status = refuse(error);
  }
  if (Result<void> saved = replaceFile(arguments->value("--csv"), table); !saved) return refuse(saved.error());
  return status;
}

}  // namespace glassbox::cli
