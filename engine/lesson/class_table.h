// The reports of a class, file by file, and the table they make.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "engine/lesson/report.h"

namespace glassbox {

struct ReportFile {
  std::string file;  ///< its name in the folder
  Result<Report> report;
};

/// One file; a device, a pipe or one over 1 MB is refused like one with something wrong in it.
ReportFile readReport(const std::filesystem::path& path);

/// Every file *.json of `folder` by name; one that is no report is refused with its sentence, the others are there all the same.
/// Fails when the folder cannot be listed, or holds more than 5,000 of them.
Result<std::vector<ReportFile>> readReports(const std::filesystem::path& folder);

/// A lesson that some report speaks of.
struct ClassLesson {
  std::string id;
  int number = 0;
  bool operator==(const ClassLesson&) const = default;
};

/// The lessons of all reports, by number; the first 200 of them.
std::vector<ClassLesson> classLessons(std::span<const ReportFile> files);

/// Sums over all lessons of a report.
struct ReportTotals {
  int passed = 0, skipped = 0, tasks = 0, hints = 0;  ///< a task's highest grade counts the ones before it
  std::int64_t attempts = 0;
  double seconds = 0;
};
ReportTotals totalsOf(const Report& report);

/// A row for each file: file, refused, learner, date, totals, passed tasks of each lesson, share of each skill in [0, 1]. `words` says
/// an error in the language in use. Cells that a spreadsheet would take for formulas are quoted.
std::string classCsv(std::span<const ReportFile> files, const std::function<std::string(const Error&)>& words);

}  // namespace glassbox
