// The table of a sweep.
#include "engine/core/csv_text.h"
#include "engine/experiment/sweep.h"

namespace glassbox {

std::string sweepToCsv(const SweepResult& result) {
  std::string out;
  for (const SweepAxis& axis : result.axes) out += csvCell(axis.key) + ",";
  out += "seed,validation_loss,validation_accuracy,steps,reason,fingerprint,mean_validation_loss,rank\n";
  for (std::size_t place = 0; place < result.ranking.size(); ++place) {
    const SweepCell& cell = result.cells[result.ranking[place]];
    for (const SweepRun& run : cell.runs) {
      for (const std::string& value : cell.values) out += csvCell(value) + ",";
      out += std::to_string(run.seed) + "," + csvCell(run.loss) + "," + (run.hasAccuracy ? csvCell(run.accuracy) : "") + "," + std::to_string(run.steps) + "," + name(run.reason) + "," +
             run.fingerprint + "," + csvCell(cell.meanLoss) + "," + std::to_string(place + 1) + "\n";
    }
  }
  return out;
}

}  // namespace glassbox
