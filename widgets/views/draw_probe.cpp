#include "widgets/views/draw_probe.h"

#include "widgets/views/probe_bench.h"

#include <algorithm>

namespace glassbox {

std::optional<DrawnAnswer> computeDrawn(const ProbeBench& bench, const DrawnWish& wish) {
  const Analysis& analysis = bench.network.analysis();
  if (analysis.inputs.size() != 1 || !wish.samples) return std::nullopt;
  const auto numbers = static_cast<std::size_t>(analysis.nodes.at(analysis.inputs[0]).inference.outputs[0].shape.count());
  const OutputReading reading(analysis);
  DrawnAnswer answer{wish, {}};
  Team team;
  for (std::size_t first = 0; first < wish.samples->size(); first += kProbeChunk) {
    if (bench.stop) return std::nullopt;
    const std::size_t count = std::min<std::size_t>(kProbeChunk, wish.samples->size() - first);
    std::vector<Real> rows;
    rows.reserve(count * numbers);
    for (std::size_t i = 0; i < count; ++i) {
      const std::vector<float>& sample = (*wish.samples)[first + i];
      if (sample.size() != numbers) return std::nullopt;
      rows.insert(rows.end(), sample.begin(), sample.end());
    }
    const Real* pointer = rows.data();
    NetworkInput input;
    input.batch = static_cast<int>(count);
    input.inputs = {&pointer, 1};
    input.mode = Mode::Inference;
    bench.network.forward(input, team);
    const auto outputs = static_cast<std::size_t>(reading.outputs);
    for (std::size_t i = 0; i < count; ++i) reading.toShares(bench.network.output().data() + i * outputs, answer.shares.emplace_back());
  }
  return answer;
}

} // namespace glassbox
