// The table of a sweep.
#include <charconv>
#include <cmath>

#include "engine/experiment/sweep.h"

namespace glassbox {
namespace {

std::string cellText(const std::string& words) {
  const bool quoted = !words.empty() && (std::string("=+-@").find(words[0]) != std::string::npos || words.find_first_of(",\"\r\n") != std::string::npos);
  if (!quoted) return words;
  std::string out = "\"";
  for (const char c : words) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + '"';
}

std::string numberText(double value) {
  if (!std::isfinite(value)) return {};
  char text[32];
  const auto [end, error] = std::to_chars(text, text + sizeof text, value);
  return cellText(std::string(text, end));
}

}  // namespace

std::string sweepToCsv(const SweepResult& result) {
  std::string out;
  for (const SweepAxis& axis : result.axes) out += cellText(axis.key) + ",";
  out += "seed,validation_loss,validation_accuracy,steps,reason,fingerprint,mean_validation_loss,rank\n";
  for (std::size_t place = 0; place < result.ranking.size(); ++place) {
    const SweepCell& cell = result.cells[result.ranking[place]];
    for (const SweepRun& run : cell.runs) {
      for (const std::string& value : cell.values) out += cellText(value) + ",";
      out += std::to_string(run.seed) + "," + numberText(run.loss) + "," + (run.hasAccuracy ? numberText(run.accuracy) : "") + "," + std::to_string(run.steps) + "," + name(run.reason) + "," +
             run.fingerprint + "," + numberText(cell.meanLoss) + "," + std::to_string(place + 1) + "\n";
    }
  }
  return out;
}

}  // namespace glassbox
