#include "engine/data/facts.h"

#include <algorithm>
#include <cmath>

#include "engine/data/leaks.h"

namespace glassbox {
namespace {

std::vector<ColumnFacts> columnsOf(const Dataset& data) {
  if (data.inputs.size() != 1) return {};
  const Field& field = data.inputs[0];
  if (field.type.element != Element::Number || field.type.shape.rank() != 1 || field.type.shape[0] > kMostColumns) return {};
  const auto count = static_cast<std::size_t>(field.type.shape[0]);
  std::vector<ColumnFacts> columns(count);
  std::vector<float> row(count);
  // Mean and deviation in one pass (Welford 1962).
  std::vector<double> squares(count, 0);
  std::vector<std::int64_t> seen(count, 0);
  const RowRange train = rows(data, Part::Train);
  for (std::int64_t r = train.begin; r < train.end; ++r) {
    field.read(r, row.data());
    for (std::size_t c = 0; c < count; ++c) {
      ColumnFacts& column = columns[c];
      const double v = row[c];
      if (std::isnan(v)) {
        ++column.missing;
        continue;
      }
      column.least = seen[c] ? std::min(column.least, v) : v;
      column.most = seen[c] ? std::max(column.most, v) : v;
      const double from = v - column.mean;
      column.mean += from / static_cast<double>(++seen[c]);
      squares[c] += from * (v - column.mean);
    }
  }
  for (std::size_t c = 0; c < count; ++c) {
    if (seen[c]) columns[c].deviation = std::sqrt(squares[c] / static_cast<double>(seen[c]));
    if (c < field.labels.size()) columns[c].name = field.labels[c];
  }
  return columns;
}

}  // namespace

DataFacts factsOf(const Dataset& data) {
  DataFacts facts;
  facts.columns = columnsOf(data);
  facts.testRowsInTraining = testRowsInTraining(data);
  double narrow = 0, wide = 0;
  for (const ColumnFacts& column : facts.columns) {
    if (!(column.deviation > 0) || !std::isfinite(column.deviation)) continue;
    narrow = narrow == 0 ? column.deviation : std::min(narrow, column.deviation);
    wide = std::max(wide, column.deviation);
  }
  if (narrow > 0) facts.scaleRatio = wide / narrow;
  return facts;
}

}  // namespace glassbox
