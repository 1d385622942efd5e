// Whether labels have anything to do with the inputs: by single columns, by neighbors, and by what the network learns of them.
#include <algorithm>
#include <cmath>
#include <map>

#include "engine/experiment/doctor_parts.h"

namespace glassbox::doctor {
namespace {

constexpr std::int64_t kRows = 1000, kQueries = 300;
constexpr std::int64_t kColumns = 64, kNeighborColumns = 256, kTargets = 8;
constexpr int kKinds = 8;            // that columns and targets are sorted into
constexpr double kSure = 5;          // standard deviations
constexpr int kDraws = 3;
constexpr double kLearned = 0.2;     // of the loss, that true labels bring more than drawn ones, which scatter by a tenth

using Table = std::vector<std::vector<float>>;  // row by row

std::vector<std::int64_t> evenly(std::int64_t count, std::int64_t most) {
  std::vector<std::int64_t> out;
  const std::int64_t n = std::min(count, most);
  for (std::int64_t i = 0; i < n; ++i) out.push_back(n > 1 ? i * (count - 1) / (n - 1) : 0);
  return out;
}

Table readInputs(const Dataset& data, const std::vector<std::int64_t>& rows) {
  Table table;
  for (const std::int64_t row : rows) {
    std::vector<float> all;
    for (const Field& field : data.inputs) {
      std::vector<float> one(static_cast<std::size_t>(field.type.shape.count()));
      field.read(row, one.data());
      all.insert(all.end(), one.begin(), one.end());
    }
    table.push_back(std::move(all));
  }
  return table;
}

Table readTargets(const Dataset& data, const std::vector<std::int64_t>& rows) {
  Table table;
  for (const std::int64_t row : rows) {
    table.emplace_back(static_cast<std::size_t>(data.target.type.shape.count()));
    data.target.read(row, table.back().data());
  }
  return table;
}

/// Sorts a column into few kinds: whole numbers by their own value while they are few, others by their place in the order.
std::vector<int> kindsOf(const Table& table, std::int64_t column) {
  std::vector<float> sorted;
  for (const std::vector<float>& row : table) sorted.push_back(row[static_cast<std::size_t>(column)]);
  const std::vector<float> values = sorted;
  std::sort(sorted.begin(), sorted.end());
  std::map<float, int> frequent;
  for (const float v : sorted) ++frequent[v];
  std::vector<int> kinds;
  if (frequent.size() <= 32) {
    std::vector<std::pair<int, float>> ranked;
    for (const auto& entry : frequent) ranked.push_back({-entry.second, entry.first});
    std::sort(ranked.begin(), ranked.end());
    std::map<float, int> kind;
    for (std::size_t i = 0; i < ranked.size(); ++i) kind[ranked[i].second] = static_cast<int>(std::min<std::size_t>(i, kKinds - 1));
    for (const float v : values) kinds.push_back(kind[v]);
    return kinds;
  }
  constexpr std::size_t kParts = 4;
  for (const float v : values) {
    const auto below = static_cast<std::size_t>(std::lower_bound(sorted.begin(), sorted.end(), v) - sorted.begin());
    kinds.push_back(static_cast<int>(std::min(below * kParts / sorted.size(), kParts - 1)));
  }
  return kinds;
}

/// Pearson's chi square of two sortings, as standard deviations above what chance gives (Wilson and Hilferty 1931).
double association(const std::vector<int>& a, const std::vector<int>& b) {
  double joint[kKinds][kKinds] = {}, rows[kKinds] = {}, columns[kKinds] = {};
  for (std::size_t i = 0; i < a.size(); ++i) joint[a[i]][b[i]] += 1, rows[a[i]] += 1, columns[b[i]] += 1;
  const auto n = static_cast<double>(a.size());
  double square = 0;
  int usedRows = 0, usedColumns = 0;
  for (int i = 0; i < kKinds; ++i) usedRows += rows[i] > 0, usedColumns += columns[i] > 0;
  const double freedom = (usedRows - 1.0) * (usedColumns - 1.0);
  if (freedom < 1) return 0;
  for (int i = 0; i < kKinds; ++i)
    for (int j = 0; j < kKinds; ++j)
      if (const double expected = rows[i] * columns[j] / n; expected >= 1) square += (joint[i][j] - expected) * (joint[i][j] - expected) / expected;
  const double spread = 2 / (9 * freedom);
  return (std::cbrt(square / freedom) - (1 - spread)) / std::sqrt(spread);
}

double strongestColumn(const Table& inputs, const Table& targets) {
  double strongest = 0;
  std::vector<std::vector<int>> answers;
  for (const std::int64_t t : evenly(static_cast<std::int64_t>(targets[0].size()), kTargets)) answers.push_back(kindsOf(targets, t));
  for (const std::int64_t c : evenly(static_cast<std::int64_t>(inputs[0].size()), kColumns)) {
    const std::vector<int> kinds = kindsOf(inputs, c);
    for (const std::vector<int>& answer : answers) strongest = std::max(strongest, association(kinds, answer));
  }
  return strongest;
}

/// How much more (or less) often than by chance a row has the label of its nearest neighbor, in standard deviations.
double neighborhood(const Table& inputs, const Table& targets, bool tokens) {
  const std::vector<int> kinds = kindsOf(targets, static_cast<std::int64_t>(targets[0].size()) - 1);
  const std::vector<std::int64_t> columns = evenly(static_cast<std::int64_t>(inputs[0].size()), kNeighborColumns);
  std::vector<double> weight;  // of a column's squared difference
  for (const std::int64_t c : columns) {
    double sum = 0, squares = 0;
    for (const std::vector<float>& row : inputs) sum += row[static_cast<std::size_t>(c)], squares += std::pow(row[static_cast<std::size_t>(c)], 2);
    const auto n = static_cast<double>(inputs.size());
    const double variance = squares / n - sum / n * (sum / n);
    weight.push_back(variance > 1e-12 ? 1 / variance : 0);
  }
  const auto distance = [&](const std::vector<float>& a, const std::vector<float>& b, double most) {
    double sum = 0;
    for (std::size_t i = 0; i < columns.size() && sum < most; ++i) {
      const double d = a[static_cast<std::size_t>(columns[i])] - b[static_cast<std::size_t>(columns[i])];
      sum += tokens ? static_cast<double>(d != 0) : weight[i] * d * d;
    }
    return sum;
  };
  double share[kKinds] = {}, same = 0, expected = 0;
  for (const int kind : kinds) share[kind] += 1.0 / static_cast<double>(kinds.size());
  for (const double p : share) expected += p * p;
  const std::vector<std::int64_t> queries = evenly(static_cast<std::int64_t>(inputs.size()), kQueries);
  for (const std::int64_t q : queries) {
    double nearest = INFINITY;
    std::size_t best = 0;
    for (std::size_t other = 0; other < inputs.size(); ++other) {
      if (static_cast<std::int64_t>(other) == q) continue;
      if (const double d = distance(inputs[static_cast<std::size_t>(q)], inputs[other], nearest); d < nearest) nearest = d, best = other;
    }
    same += kinds[static_cast<std::size_t>(q)] == kinds[best];
  }
  const auto n = static_cast<double>(queries.size());
  const double deviation = std::sqrt(n * expected * (1 - expected));
  return deviation > 0 ? std::abs(same - n * expected) / deviation : 0;
}

}  // namespace

bool labelsLookDrawn(const Dataset& data) {
  const std::vector<std::int64_t> rows = evenly(data.train, kRows);
  const Table inputs = readInputs(data, rows), targets = readTargets(data, rows);
  if (strongestColumn(inputs, targets) > kSure) return false;
  return neighborhood(inputs, targets, data.inputs[0].type.element == Element::Token) <= kSure;
}

Result<void> examineLabels(const RunSetup& setup, const ShortRun& run, const std::stop_token& stop, std::vector<Finding>& out) {
  constexpr std::int64_t kLeastRows = 100;
  const Dataset& data = *setup.data;
  const bool windows = data.target.isWindows() || std::any_of(data.inputs.begin(), data.inputs.end(), [](const Field& f) { return f.isWindows(); });
  if (data.task == DataTask::Regression || windows || data.train < kLeastRows || run.reason == StopReason::NotFinite) return {};
  // A run that does not learn for another reason says nothing of its labels.
  const auto hinders = [](const Finding& f) { return f.kind != FindingKind::ClassImbalance && f.kind != FindingKind::LeakedRows; };
  if (std::any_of(out.begin(), out.end(), hinders) || !labelsLookDrawn(data)) return {};
  double least = INFINITY;
  for (int draw = 1; draw <= kDraws; ++draw) {
    RunSetup drawn = setup;
    drawn.data = std::make_shared<const Dataset>(withDrawnLabels(data, setup.plan.seed + static_cast<std::uint64_t>(draw)));
    const Result<ShortRun> other = trainShortly(drawn, Watch::Nothing, stop);
    if (!other) return other.error();
    least = std::min(least, other->last());
  }
  if (run.last() < (1 - kLearned) * least) return {};
  Cure cure{Cure::Change::DrawLabels, {}, {}, {}, GB_TEXT("engine", "Labels drawn anew")};
  out.push_back({FindingKind::ShuffledLabels, Issue::Severity::Error, {}, {{"loss", run.last()}, {"loss_of_drawn", least}, {"step", static_cast<double>(run.step)}},
                 GB_TEXT("engine", "The labels have nothing to do with the inputs: in %1 steps the loss comes to %2, and to %3 with labels drawn by chance.").arg(run.step).arg(run.last()).arg(least),
                 GB_TEXT("engine", "No input column and no nearest neighbor says more of a label than chance would. Perhaps inputs and labels were sorted differently. No setting mends that; beside it the same run with labels drawn anew shows that it learns as much."),
                 "p(y \\mid x) = p(y)", cure});
  return {};
}

}  // namespace glassbox::doctor
