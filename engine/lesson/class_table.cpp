#include "engine/lesson/class_table.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/core/csv_text.h"
#include "engine/io/atomic_file.h"

namespace glassbox {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kLargestReport = 1 << 20;
constexpr std::size_t kMostReports = 5000, kMostLessons = 200;

void addRow(std::string& table, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) table += (i ? "," : "") + csvCell(cells[i]);
  table += "\n";
}

const LessonReport* lessonIn(const Report& report, const std::string& id) {
  const auto at = std::find_if(report.lessons.begin(), report.lessons.end(), [&](const LessonReport& lesson) { return lesson.id == id; });
  return at == report.lessons.end() ? nullptr : &*at;
}

}  // namespace

ReportFile readReport(const fs::path& path) {
  const std::string name = path.filename().string();
  const Result<std::string> bytes = readWholeFile(path, kLargestReport);
  if (!bytes) return {name, Error(bytes.error().what, name, bytes.error().hint)};
  return {name, parseReport(*bytes, name)};
}

Result<std::vector<ReportFile>> readReports(const fs::path& folder) {
  std::error_code failed;
  std::vector<fs::path> found;
  for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
    if (at->path().extension() == ".json") found.push_back(at->path());
    if (found.size() > kMostReports)
      return Error(GB_TEXT("engine", "The folder holds more than %1 files *.json.").arg(kMostReports), folder.string(), GB_TEXT("engine", "Put the reports of one class into a folder of their own."));
  }
  if (failed) return Error(GB_TEXT("engine", "The folder %1 cannot be listed: %2.").arg(folder.filename().string()).arg(failed.message()), folder.string());
  std::sort(found.begin(), found.end());
  std::vector<ReportFile> files;
  for (const fs::path& path : found) files.push_back(readReport(path));
  return files;
}

std::vector<ClassLesson> classLessons(std::span<const ReportFile> files) {
  std::set<std::string> known;
  std::vector<ClassLesson> lessons;
  for (const ReportFile& file : files) {
    if (!file.report) continue;
    for (const LessonReport& lesson : file.report->lessons)
      if (known.insert(lesson.id).second) lessons.push_back({lesson.id, lesson.number});
  }
  std::stable_sort(lessons.begin(), lessons.end(), [](const ClassLesson& a, const ClassLesson& b) { return a.number < b.number; });
  if (lessons.size() > kMostLessons) lessons.resize(kMostLessons);
  return lessons;
}

ReportTotals totalsOf(const Report& report) {
  ReportTotals totals;
  for (const LessonReport& lesson : report.lessons) {
    totals.seconds += lesson.seconds;
    totals.tasks += static_cast<int>(lesson.tasks.size());
    for (const TaskReport& task : lesson.tasks) {
      totals.passed += task.passed;
      totals.skipped += task.skipped;
      totals.attempts += task.attempts;
      totals.hints += task.hints;
    }
  }
  return totals;
}

std::string classCsv(std::span<const ReportFile> files, const std::function<std::string(const Error&)>& words) {
  const std::vector<ClassLesson> lessons = classLessons(files);
  std::vector<std::string> head{"file", "refused", "learner", "date", "passed", "tasks", "skipped", "attempts", "hints", "minutes"};
  for (const ClassLesson& lesson : lessons) head.push_back("passed." + lesson.id);
  for (const std::string_view skill : lessonSkills()) head.push_back("skill." + std::string(skill));
  std::string table;
  addRow(table, head);
  for (const ReportFile& file : files) {
    std::vector<std::string> cells{file.file};
    if (!file.report) {
      cells.push_back(words(file.report.error()));
      cells.resize(head.size());
      addRow(table, cells);
      continue;
    }
    const Report& report = *file.report;
    const ReportTotals totals = totalsOf(report);
    for (const std::string& cell : {std::string(), report.learner, report.date}) cells.push_back(cell);
    for (const std::int64_t number : {std::int64_t{totals.passed}, std::int64_t{totals.tasks}, std::int64_t{totals.skipped}, totals.attempts, std::int64_t{totals.hints}}) cells.push_back(std::to_string(number));
    cells.push_back(csvCell(std::round(totals.seconds / 6) / 10));
    for (const ClassLesson& known : lessons) {
      const LessonReport* lesson = lessonIn(report, known.id);
      cells.push_back(lesson ? std::to_string(lesson->passed()) : std::string());
    }
    for (const SkillScore& score : skillScores(report.lessons)) cells.push_back(score.tasks > 0 ? csvCell(std::round(score.share() * 1000) / 1000) : std::string());
    addRow(table, cells);
  }
  return table;
}

}  // namespace glassbox
