#include "widgets/plots/plot_axis.h"

#include "widgets/common/number_format.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace glassbox {
namespace {

constexpr int kLeastTicks = 4;
constexpr double kSlack = 1e-9; // a tick that rounding has moved out of the range by this share of it still counts

QString tickLabel(double value, double step, ValueFormat format) {
  if (format == ValueFormat::Percent) return formatPercent(value, step >= 0.00999 ? 0 : step >= 0.000999 ? 1 : 2);
  // -0 and 3e-17 in place of 0 come from adding up steps.
  return formatShort(std::abs(value) < step * 1e-6 ? 0 : value);
}

int countOf(double low, double high, double step) {
  return static_cast<int>(std::floor(high / step + kSlack) - std::ceil(low / step - kSlack)) + 1;
}

// How far a number of ticks is from the four to six we want.
int distance(int count, int most) { return count > most ? count - most : std::max(0, std::min(kLeastTicks, most) - count); }

double roundStep(double low, double high, ValueFormat format, int most) {
  const double decade = std::pow(10.0, std::floor(std::log10(high - low)) - 1);
  double best = decade;
  int bestDistance = 1000;
  // In this order, so that among equally good steps 1-2-5 wins over 2.5 and a coarse step over a fine one.
  for (const double factor : {100.0, 50.0, 20.0, 10.0, 5.0, 2.0, 1.0, 25.0, 2.5}) {
    const double step = factor * decade;
    if (format == ValueFormat::Integer && step != std::floor(step)) continue;
    const int d = distance(countOf(low, high, step), most);
    if (d < bestDistance) {
      bestDistance = d;
      best = step;
    }
  }
  return format == ValueFormat::Integer ? std::max(1.0, best) : best;
}

std::vector<double> decadeTicks(double low, double high, std::initializer_list<double> mantissas, int every) {
  std::vector<double> values;
  const int first = static_cast<int>(std::floor(std::log10(low) + kSlack)), last = static_cast<int>(std::ceil(std::log10(high) - kSlack));
  for (int exponent = first; exponent <= last; ++exponent) {
    if (((exponent % every) + every) % every != 0) continue;
    for (const double m : mantissas) {
      const double value = m * std::pow(10.0, exponent);
      if (value >= low * (1 - kSlack) && value <= high * (1 + kSlack)) values.push_back(value);
    }
  }
  return values;
}

} // namespace

std::vector<AxisTick> linearTicks(double low, double high, ValueFormat format, int most) {
  std::vector<AxisTick> ticks;
  if (!(high > low)) return ticks;
  const double step = roundStep(low, high, format, std::max(2, most));
  const double first = std::ceil(low / step - kSlack);
  const int count = countOf(low, high, step);
  for (int i = 0; i < count; ++i) {
    const double value = (first + i) * step;
    ticks.push_back({value, tickLabel(value, step, format)});
  }
  return ticks;
}

std::vector<AxisTick> logTicks(double low, double high, ValueFormat format, int most) {
  std::vector<double> best;
  int bestDistance = 1000;
  const auto consider = [&](std::vector<double> values) {
    const int d = distance(static_cast<int>(values.size()), std::max(2, most));
    if (d >= bestDistance) return;
    bestDistance = d;
    best = std::move(values);
  };
  consider(decadeTicks(low, high, {1}, 1));
  consider(decadeTicks(low, high, {1, 3}, 1));
  consider(decadeTicks(low, high, {1, 2, 5}, 1));
  for (const int every : {2, 3, 4, 5, 10}) consider(decadeTicks(low, high, {1}, every));
  if (best.size() < 2) return linearTicks(low, high, format, most); // less than a factor of two: round numbers read better
  std::vector<AxisTick> ticks;
  for (const double value : best) ticks.push_back({value, tickLabel(value, value, format)});
  return ticks;
}

PlotAxis valueAxis(double least, double greatest, bool logarithmic, ValueFormat format, int mostTicks) {
  PlotAxis axis;
  axis.logarithmic = logarithmic;
  if (logarithmic) {
    // A single value near 0 must not press the rest of the curve flat: eight decades at most.
    const double low = std::log10(std::max(least, greatest * 1e-8)), high = std::log10(greatest);
    const double air = std::max(0.05, 0.04 * (high - low));
    axis.low = std::pow(10.0, std::floor((low - air) * 10) / 10);
    axis.high = std::pow(10.0, std::ceil((high + air) * 10) / 10);
    axis.ticks = logTicks(axis.low, axis.high, format, mostTicks);
    return axis;
  }
  double span = greatest - least;
  if (span <= 0) span = greatest == 0 ? 1 : std::abs(greatest);
  double low = least - 0.05 * span, high = greatest + 0.05 * span;
  if (least >= 0 && least < 0.5 * span) low = 0; // a curve that comes near 0 is shown with its 0
  const double grain = std::pow(10.0, std::floor(std::log10(span))) / 10;
  axis.low = std::floor(low / grain + kSlack) * grain;
  axis.high = std::ceil(high / grain - kSlack) * grain;
  if (least >= 0) axis.low = std::max(0.0, axis.low);
  if (format == ValueFormat::Percent && greatest <= 1) axis.high = std::min(1.02, axis.high);
  axis.ticks = linearTicks(axis.low, axis.high, format, mostTicks);
  return axis;
}

PlotAxis stepAxis(double first, double last, bool live, const PlotAxis& before, int mostTicks) {
  PlotAxis axis;
  axis.low = first >= 0 && first <= 0.05 * last ? 0 : first;
  axis.high = last > axis.low ? last : axis.low + 1;
  if (live) {
    const bool keep = before.low == axis.low && before.high >= last && before.high <= axis.low + 2 * std::max(1.0, last - axis.low);
    if (keep) {
      axis.high = before.high;
    } else {
      const double wanted = axis.low + 1.15 * std::max(1.0, last - axis.low);
      const double grain = std::max(1.0, std::pow(10.0, std::floor(std::log10(wanted))) / 10);
      axis.high = std::ceil(wanted / grain) * grain;
    }
  }
  axis.ticks = linearTicks(axis.low, axis.high, ValueFormat::Integer, mostTicks);
  return axis;
}

bool spansMoreThanTen(double least, double greatest) { return least > 0 && greatest > 10 * least; }

std::vector<double> spreadLabels(const std::vector<double>& wanted, double gap, double top, double bottom) {
  std::vector<std::size_t> order(wanted.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });

  // Groups of labels that touch are moved as one block to the mean of what their members want.
  struct Block {
    double start;
    std::vector<std::size_t> members;
    double sum; // of wanted position minus own place in the block
  };
  const auto place = [&](Block& block) {
    const double length = gap * static_cast<double>(block.members.size() - 1);
    const double upper = std::max(top, bottom - length);
    block.start = std::clamp(block.sum / static_cast<double>(block.members.size()), top, upper);
  };
  std::vector<Block> blocks;
  for (const std::size_t label : order) {
    blocks.push_back({0, {label}, wanted[label]});
    place(blocks.back());
    while (blocks.size() > 1) {
      Block& above = blocks[blocks.size() - 2];
      const double end = above.start + gap * static_cast<double>(above.members.size());
      if (end <= blocks.back().start) break;
      const Block below = blocks.back();
      blocks.pop_back();
      Block& merged = blocks.back();
      for (const std::size_t member : below.members) {
        merged.sum += wanted[member] - gap * static_cast<double>(merged.members.size());
        merged.members.push_back(member);
      }
      place(merged);
    }
  }
  std::vector<double> out(wanted.size());
  for (const Block& block : blocks)
    for (std::size_t i = 0; i < block.members.size(); ++i) out[block.members[i]] = block.start + gap * static_cast<double>(i);
  return out;
}

} // namespace glassbox
