// The least and the greatest of some numbers, in words: what most summaries of a picture end with.
#pragma once

#include <QString>

#include <cstddef>
#include <functional>
#include <optional>

namespace glassbox {

/// Where the least and the greatest finite number stand: the first of equal ones.
struct Extremes {
  double least = 0, greatest = 0;
  std::size_t leastAt = 0, greatestAt = 0;
};

/// Of value(0) to value(count - 1); empty where none is finite.
std::optional<Extremes> extremesOf(std::size_t count, const std::function<double(std::size_t)>& value);

/// "least 0.0210 at step 1150, greatest 0.6931 at step 1"; where all are the same, "all 0.5000".
QString spokenExtremes(const Extremes& extremes, const std::function<QString(double)>& number, const std::function<QString(std::size_t)>& place);

} // namespace glassbox
