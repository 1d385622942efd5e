// What the doctor sees in the data before anything is trained, and how data are changed for a cure.
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <unordered_set>

#include "engine/core/random.h"
#include "engine/data/facts.h"
#include "engine/data/leaks.h"
#include "engine/experiment/doctor_parts.h"

namespace glassbox {
namespace doctor {
namespace {

std::uint64_t hashRow(const Dataset& data, std::int64_t row, std::vector<float>& room) {
  std::uint64_t hash = kHashStart;
  for (const Field& field : data.inputs) {
    room.resize(static_cast<std::size_t>(field.type.shape.count()));
    field.read(row, room.data());
    for (float& number : room) number += 0.0f;  // -0 is 0
    hash = hashBytes(room.data(), room.size() * sizeof(float), hash);
  }
  return hash;
}

std::unordered_set<std::uint64_t> hashesOf(const Dataset& data, Part part) {
  std::unordered_set<std::uint64_t> hashes;
  std::vector<float> room;
  const RowRange range = rows(data, part);
  for (std::int64_t row = range.begin; row < range.end; ++row) hashes.insert(hashRow(data, row, room));
  return hashes;
}

template<class T> Buffer<T> gather(const Buffer<T>& from, const std::vector<std::int64_t>& rows, std::int64_t width) {
  Buffer<T> out(from.empty() ? 0 : rows.size() * static_cast<std::size_t>(width));
  if (!from.empty())
    for (std::size_t i = 0; i < rows.size(); ++i) std::copy_n(from.data() + rows[i] * width, width, out.data() + static_cast<std::int64_t>(i) * width);
  return out;
}

void takeRows(Field& field, const std::vector<std::int64_t>& rows) {
  const std::int64_t width = field.type.shape.count();
  field.numbers = gather(field.numbers, rows, width);
  field.bytes = gather(field.bytes, rows, width);
}

bool hasWindows(const Dataset& data) {
  return data.target.isWindows() || std::any_of(data.inputs.begin(), data.inputs.end(), [](const Field& field) { return field.isWindows(); });
}

std::map<std::int64_t, std::vector<std::int64_t>> rowsByClass(const Dataset& data) {
  std::map<std::int64_t, std::vector<std::int64_t>> all;
  for (std::int64_t row = 0; row < data.train; ++row) {
    float target = 0;
    data.target.read(row, &target);
    all[static_cast<std::int64_t>(target)].push_back(row);
  }
  return all;
}

}  // namespace

Dataset withTrainingRows(const Dataset& data, const std::vector<std::int64_t>& training) {
  Dataset out = data;
  std::vector<std::int64_t> all = training;
  for (std::int64_t row = data.train; row < data.samples(); ++row) all.push_back(row);
  for (Field& field : out.inputs) takeRows(field, all);
  takeRows(out.target, all);
  if (data.masked()) takeRows(out.mask, all);
  out.train = static_cast<std::int64_t>(training.size());
  finishHash(out);
  return out;
}

std::vector<std::int64_t> rowsWithoutLeaks(const Dataset& data) {
  const std::unordered_set<std::uint64_t> test = hashesOf(data, Part::Test);
  std::vector<std::int64_t> kept;
  std::vector<float> room;
  for (std::int64_t row = 0; row < data.train; ++row)
    if (test.count(hashRow(data, row, room)) == 0) kept.push_back(row);
  return kept;
}

std::vector<std::int64_t> balancedRows(const Dataset& data) {
  std::vector<std::int64_t> all;
  std::size_t most = 0;
  const std::map<std::int64_t, std::vector<std::int64_t>> byClass = rowsByClass(data);
  for (const auto& entry : byClass) most = std::max(most, entry.second.size());
  for (std::size_t i = 0; i < most; ++i)
    for (const auto& entry : byClass) all.push_back(entry.second[i % entry.second.size()]);
  return all;
}

Dataset withDrawnLabels(const Dataset& data, std::uint64_t seed) {
  std::vector<std::uint32_t> order(static_cast<std::size_t>(data.train));
  std::iota(order.begin(), order.end(), 0u);
  shuffle(order, Random(seed, streamOf(Stream::Shuffle, std::uint64_t{1} << 46)));  // an epoch that no run reaches
  std::vector<std::int64_t> all(order.begin(), order.end());
  for (std::int64_t row = data.train; row < data.samples(); ++row) all.push_back(row);
  Dataset out = data;
  takeRows(out.target, all);
  if (data.masked()) takeRows(out.mask, all);
  finishHash(out);
  return out;
}

}  // namespace doctor

namespace {

using Severity = Issue::Severity;

constexpr double kImbalance = 10;      // most frequent class over the rarest
constexpr double kScaleRatio = 1000;   // largest spread of a column over the smallest
constexpr double kLargeInputs = 30;    // root mean square of all inputs
constexpr double kLeakShare = 0.05;
constexpr double kNaturalRepeats = 4;  // times the share of training rows that repeat an earlier one; by chance it is twice that
constexpr std::int64_t kScaleRows = 4096;

/// Tokens, bits: inputs that a table of their possible rows could list.
bool hasFewValues(const Dataset& data) {
  constexpr std::size_t kFew = 32;
  constexpr std::int64_t kLooked = 100;
  std::unordered_set<float> values;
  for (const Field& field : data.inputs) {
    if (field.isBytes()) return false;
    std::vector<float> room(static_cast<std::size_t>(field.type.shape.count()));
    for (std::int64_t row = 0; row < std::min(data.train, kLooked); ++row) {
      field.read(row, room.data());
      values.insert(room.begin(), room.end());
      if (values.size() > kFew) return false;
    }
  }
  return true;
}

void findLeaks(const Dataset& data, std::vector<Finding>& out) {
  if (data.test == 0 || doctor::hasWindows(data)) return;
  const double distinct = static_cast<double>(doctor::hashesOf(data, Part::Train).size()) / static_cast<double>(data.train);
  const std::int64_t leaked = testRowsInTraining(data);
  const double share = static_cast<double>(leaked) / static_cast<double>(data.test);
  if (share <= kLeakShare) return;
  // Where there are few possible inputs (words of some letters, a truth table) rows repeat by nature, in the training part too:
  // that is no leak.
  if (distinct < 0.5 || (hasFewValues(data) && share < kNaturalRepeats * (1 - distinct))) return;
  // A training part that is all in the test part cannot go without.
  const bool curable = 2 * static_cast<std::int64_t>(doctor::rowsWithoutLeaks(data).size()) >= data.train;
  out.push_back({FindingKind::LeakedRows, Severity::Error, {}, {{"share", share}, {"leaked", static_cast<double>(leaked)}, {"test", static_cast<double>(data.test)}},
                 GB_TEXT("engine", "%1 of %2 test samples are in the training part too.").arg(leaked).arg(data.test),
                 GB_TEXT("engine", "A network that has seen a sample can know it by heart, so the test says nothing of new samples. Take the repeated rows out of one of the parts."), "D_{\\mathrm{train}} \\cap D_{\\mathrm{test}} = \\emptyset",
                 curable ? Cure{Cure::Change::DropLeaked, {}, {}, {}, GB_TEXT("engine", "Training without the test samples")} : Cure{}});
}

void findImbalance(const Dataset& data, std::vector<Finding>& out) {
  if (data.task == DataTask::Regression || data.target.type.shape.count() != 1 || data.classes() < 2) return;
  if (!data.vocabulary.empty() && data.classes() == static_cast<std::int64_t>(data.vocabulary.size())) return;  // words are never equally frequent
  std::vector<std::int64_t> counts(static_cast<std::size_t>(data.classes()));
  for (std::int64_t row = 0; row < data.train; ++row) {
    float target = 0;
    data.target.read(row, &target);
    ++counts.at(static_cast<std::size_t>(target));
  }
  const std::int64_t most = *std::max_element(counts.begin(), counts.end()), least = *std::min_element(counts.begin(), counts.end());
  const double ratio = static_cast<double>(most) / static_cast<double>(std::max<std::int64_t>(least, 1));
  if (ratio < kImbalance) return;
  const Cure cure{Cure::Change::Balance, {}, {}, {}, GB_TEXT("engine", "The rarer classes repeated")};
  out.push_back({FindingKind::ClassImbalance, Severity::Warning, {}, {{"ratio", ratio}, {"most", static_cast<double>(most)}, {"least", static_cast<double>(least)}},
                 GB_TEXT("engine", "The classes are unbalanced: %1 training samples of the most frequent one, %2 of the rarest.").arg(most).arg(least),
                 GB_TEXT("engine", "Always answering the most frequent class is already mostly right, so accuracy hides what happens to the rare one. Look at its recall, or bring more samples of it."), "\\frac{\\max_c n_c}{\\min_c n_c}",
                 doctor::hasWindows(data) ? Cure{} : cure});
}

/// Something behind the input makes its numbers alike before the first weight meets them.
bool scalesItself(const NetworkSpec& spec, const NodeId& input) {
  for (const Wire& wire : spec.wires) {
    if (wire.from.node != input) continue;
    const NodeSpec* next = spec.find(wire.to.node);
    if (!next) continue;
    const bool scales = next->key == "normalize" || next->key == "batch_norm" || next->key == "layer_norm";
    if (scales && !next->bypassed) return true;
    const bool passes = next->bypassed || next->key == "flatten" || next->key == "reshape";
    if (passes && scalesItself(spec, next->id)) return true;
  }
  return false;
}

struct Scales {
  double smallest = 0, largest = 0;  ///< standard deviations of columns; of one that never changes none
  double size = 0;                   ///< root mean square of all numbers
};

Scales scalesOf(const Dataset& data, const Field& field) {
  const Shape& shape = field.type.shape;
  const bool picture = shape.rank() == 3;
  const std::int64_t columns = picture ? shape[0] : shape.back(), inner = picture ? shape.count() / columns : 1;
  std::vector<double> sum(static_cast<std::size_t>(columns)), squares(sum.size());
  std::vector<float> room(static_cast<std::size_t>(shape.count()));
  const std::int64_t stride = std::max<std::int64_t>(1, data.train / kScaleRows);
  double n = 0, all = 0;
  for (std::int64_t row = 0; row < data.train; row += stride) {
    field.read(row, room.data());
    for (std::int64_t i = 0; i < shape.count(); ++i) {
      const auto c = static_cast<std::size_t>(i / inner % columns);
      const double value = room[static_cast<std::size_t>(i)];
      if (std::isnan(value)) continue;
      sum[c] += value, squares[c] += value * value, all += value * value;
    }
    n += static_cast<double>(shape.count() / columns);
  }
  Scales scales;
  scales.size = std::sqrt(all / (n * static_cast<double>(columns)));
  for (std::size_t c = 0; c < sum.size(); ++c) {
    const double deviation = std::sqrt(std::max(0.0, squares[c] / n - sum[c] / n * (sum[c] / n)));
    if (deviation <= 1e-6 * std::abs(sum[c] / n)) continue;  // it never changes, but for rounding
    scales.smallest = scales.smallest == 0 ? deviation : std::min(scales.smallest, deviation);
    scales.largest = std::max(scales.largest, deviation);
  }
  return scales;
}

void findScales(const RunSetup& setup, std::vector<Finding>& out) {
  const Dataset& data = *setup.data;
  const std::vector<NodeId> inputs = analyse(*setup.spec).inputs;
  for (std::size_t i = 0; i < data.inputs.size() && i < inputs.size(); ++i) {
    const Field& field = data.inputs[i];
    const NodeSpec* input = setup.spec->find(inputs[i]);
    if (field.type.element == Element::Token || field.isBytes() || field.isWindows() || field.type.shape.rank() < 1 || data.train < 2) continue;
    if (!input || scalesItself(*setup.spec, inputs[i])) continue;
    const Scales scales = scalesOf(data, field);
    // The pixels of a flat picture are alike, though some at the border hardly ever change.
    const bool alike = field.type.shape.count() > kMostColumns && scales.size < 1.5;
    const bool uneven = scales.smallest > 0 && scales.largest >= kScaleRatio * scales.smallest && !alike, large = scales.size > kLargeInputs;
    if (!uneven && !large) continue;
    Cure cure = doctor::normalizeCure(*setup.spec);
    if (!cure.empty()) cure.node = inputs[i];
    const char* const explained = "x' = \\frac{x - \\mu}{\\sigma}";
    if (uneven)
      out.push_back({FindingKind::UnscaledInputs, Severity::Warning, inputs[i], {{"ratio", scales.largest / scales.smallest}, {"smallest", scales.smallest}, {"largest", scales.largest}},
                     GB_TEXT("engine", "The input columns have very different scales: their standard deviations reach from %1 to %2.").arg(scales.smallest).arg(scales.largest),
                     GB_TEXT("engine", "A learning rate that suits a large column is too small for a small one. Standardizing gives every column mean 0 and deviation 1."), explained, cure});
    else
      out.push_back({FindingKind::UnscaledInputs, Severity::Warning, inputs[i], {{"size", scales.size}},
                     GB_TEXT("engine", "The input numbers are large: %1 in root mean square.").arg(scales.size),
                     GB_TEXT("engine", "Initial weights and usual learning rates are made for inputs of about 1. Larger ones saturate the first units and make its gradients as many times larger. Standardizing gives every column mean 0 and deviation 1."), explained, cure});
  }
}

}  // namespace

std::vector<Finding> examineData(const RunSetup& setup) {
  std::vector<Finding> out;
  findLeaks(*setup.data, out);
  findImbalance(*setup.data, out);
  findScales(setup, out);
  return out;
}

}  // namespace glassbox
