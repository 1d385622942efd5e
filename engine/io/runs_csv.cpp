#include "engine/io/runs_csv.h"

#include "engine/core/csv_text.h"

namespace glassbox {

Result<std::string> runsToCsv(const Project& project) {
  if (project.runs.empty())
    return Error(GB_TEXT("engine", "The project holds no runs: there is nothing to write."), "", GB_TEXT("engine", "Train it in the window and save it; the runs are saved with it."));
  std::string out = "run,curve,step,steps,mean,min,max\n";
  for (const RecordedRun& run : project.runs)
    for (const auto& [name, points] : run.curves)
      for (const RecordedPoint& point : points)
        out += csvCell(run.name.empty() ? run.id : run.name) + "," + csvCell(name) + "," + std::to_string(point.step) + "," + std::to_string(point.count) + "," + csvCell(point.mean) + "," +
               csvCell(point.min) + "," + csvCell(point.max) + "\n";
  return out;
}

}  // namespace glassbox
