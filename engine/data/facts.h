// What there is to know of data before anything is trained on them.
#pragma once

#include <string>
#include <vector>

#include "engine/data/dataset.h"

namespace glassbox {

/// One column of a table, over the training part; missing values (NaN) are counted and left out of the rest.
struct ColumnFacts {
  std::string name;  ///< may be empty
  double mean = 0, deviation = 0;  ///< deviation: square root of the mean squared distance from the mean
  double least = 0, most = 0;
  std::int64_t missing = 0;
};

struct DataFacts {
  std::vector<ColumnFacts> columns;  ///< of an input that is a flat list of numbers, at most kMostColumns; empty for other data
  std::int64_t testRowsInTraining = 0;
  /// How many times the widest column is as wide as the narrowest that is not constant; 1 with fewer than two such columns.
  double scaleRatio = 1;
};

inline constexpr std::int64_t kMostColumns = 64;

/// Reads every value once or twice: for a thread.
DataFacts factsOf(const Dataset& data);

}  // namespace glassbox
