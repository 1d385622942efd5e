#include "widgets/views/threshold_probe.h"

#include "widgets/views/probe_bench.h"

#include <algorithm>
#include <numeric>

namespace glassbox {
namespace {

constexpr std::int64_t kMostAtRest = 200000, kMostLive = 500;

std::optional<double> share(std::int64_t part, std::int64_t whole) {
  return whole > 0 ? std::optional(static_cast<double>(part) / static_cast<double>(whole)) : std::nullopt;
}

} // namespace

std::optional<PositiveScores> computeScores(const ProbeBench& bench, const ScoresWish& wish) {
  const OutputReading reading(bench.network.analysis());
  if (!bench.subject.data || !reading.classes() || wish.of < 0 || wish.of >= reading.classCount()) return std::nullopt;
  const Dataset& data = *bench.subject.data;
  PositiveScores out;
  out.wish = wish;
  out.part = rows(data, wish.part).size() > 0 ? wish.part : Part::Train;
  const RowRange range = rows(data, out.part);
  out.total = range.size();
  // Every n-th row: a part may be sorted by class.
  const std::int64_t most = bench.care == ProbeCare::AtRest ? kMostAtRest : kMostLive;
  const std::int64_t stride = std::max<std::int64_t>(1, (out.total + most - 1) / most);
  std::vector<std::int64_t> chosen;
  for (std::int64_t row = range.begin; row < range.end; row += stride) chosen.push_back(row);
  std::vector<float> shares;
  const bool done = runRows(bench, chosen, [&](std::int64_t first, int count) {
    for (int i = 0; i < count; ++i) {
      reading.toShares(bench.network.output().data() + static_cast<std::ptrdiff_t>(i) * reading.outputs, shares);
      float truth = 0;
      data.target.read(chosen[static_cast<std::size_t>(first + i)], &truth);
      out.score.push_back(reading.shareOf(shares, wish.of));
      out.positive.push_back(static_cast<int>(truth) == wish.of);
    }
  });
  return done ? std::optional(std::move(out)) : std::nullopt;
}

std::optional<double> ThresholdCounts::precision() const { return share(tp, tp + fp); }
std::optional<double> ThresholdCounts::recall() const { return share(tp, tp + fn); }
std::optional<double> ThresholdCounts::f1() const { return share(2 * tp, 2 * tp + fp + fn); }
double ThresholdCounts::accuracy() const { return share(tp + tn, tp + fp + fn + tn).value_or(0); }

ThresholdCounts countsAt(const PositiveScores& scores, double threshold) {
  ThresholdCounts counts;
  for (std::size_t i = 0; i < scores.score.size(); ++i) {
    const bool called = static_cast<double>(scores.score[i]) >= threshold;
    ++(scores.positive[i] ? (called ? counts.tp : counts.fn) : (called ? counts.fp : counts.tn));
  }
  return counts;
}

std::vector<ThresholdPoint> thresholdCurve(const PositiveScores& scores) {
  std::vector<std::size_t> order(scores.score.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores.score[a] > scores.score[b]; });
  std::vector<ThresholdPoint> curve;
  ThresholdCounts counts = countsAt(scores, 2); // nobody is called positive
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::size_t at = order[i];
    scores.positive[at] ? (++counts.tp, --counts.fn) : (++counts.fp, --counts.tn);
    if (i + 1 == order.size() || scores.score[order[i + 1]] != scores.score[at]) curve.push_back({static_cast<double>(scores.score[at]), counts});
  }
  return curve;
}

} // namespace glassbox
