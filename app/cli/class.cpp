// glassbox-cli class: the reports of learners, merged into one table.
#include <system_error>

#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "engine/io/atomic_file.h"
#include "engine/lesson/class_table.h"

namespace glassbox::cli {
namespace {

/// The reports of a folder, or one file.
Result<void> add(const std::string& place, std::vector<ReportFile>& files) {
  std::error_code ignored;  // what cannot be looked at is no folder
  if (!std::filesystem::is_directory(place, ignored)) {
    files.push_back(readReport(place));
    return {};
  }
  Result<std::vector<ReportFile>> more = readReports(place);
  if (!more) return more.error();
  for (ReportFile& file : *more) files.push_back(std::move(file));
  return {};
}

}  // namespace

int runClass(const Words& all) {
  const Result<Arguments> arguments = Arguments::parse(all, {{"--csv", Takes::One}});
  if (!arguments) return wrongUsage(arguments.error());
  if (arguments->positional().empty() || !arguments->has("--csv")) return wrongUsage(Error(GB_TEXT("cli", "`class` takes report files or folders of them, and --csv OUT.")));
  std::vector<ReportFile> files;
  for (const std::string& place : arguments->positional())
    if (Result<void> read = add(place, files); !read) return refuse(read.error());
  int status = kDone;
  for (const ReportFile& file : files) {
    if (!file.report) {
      status = refuse(file.report.error());
      continue;
    }
    const ReportTotals totals = totalsOf(*file.report);
    printLine(words(GB_TEXT("cli", "%1: %2 of %3 tasks passed").arg(file.report->learner.empty() ? file.file : file.report->learner).arg(totals.passed).arg(totals.tasks)));
  }
  if (Result<void> saved = replaceFile(arguments->value("--csv"), classCsv(files, [](const Error& error) { return words(error); })); !saved) return refuse(saved.error());
  return status;
}

}  // namespace glassbox::cli
