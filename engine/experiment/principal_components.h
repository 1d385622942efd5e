// Principal components of a table of numbers: the directions in which its rows differ most.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/result.h"

namespace glassbox {

struct PrincipalComponents {
  std::int64_t rows = 0, width = 0, count = 0;
  std::vector<double> mean;        ///< (width)
  std::vector<double> directions;  ///< (count, width), of length 1, at right angles to each other
  std::vector<double> variances;   ///< (count), sum of squares along it / (rows - 1), falling
  std::vector<double> scores;      ///< (rows, count): each row less the mean, along each direction
  double total = 0;                ///< variance over all directions

  /// Share of the variance that direction `k` has; 0 where all rows are equal.
  double share(std::int64_t k) const { return total > 0 ? variances[static_cast<std::size_t>(k)] / total : 0; }
};

/// Principal components by the symmetric eigenproblem of the smaller of the two Gram matrices, in double (Jolliffe 2002, 3.5).
/// `table`: (rows, width). There are `count` directions, less where rows - 1 or width is less. The largest
/// component of a direction is positive. Fails for fewer than two rows, numbers that are not finite, and when both rows and width are over 2,000.
Result<PrincipalComponents> principalComponents(std::span<const float> table, std::int64_t rows, std::int64_t width, std::int64_t count);

/// Turns directions and scores by 180 degrees where they point away from those of `before`, so that a picture does not flip from
/// one step to the next. Nothing happens when the widths differ.
void keepSides(PrincipalComponents& components, const PrincipalComponents& before);

struct Neighbor {
  std::int64_t row = 0;
  double cosine = 0;
};

/// The `count` rows that point most nearly where `row` does: cosine of the angle between them, the largest first, of equal ones the
/// lower row. Without `row` itself; rows of zeros have cosine 0.
std::vector<Neighbor> nearestByCosine(std::span<const float> table, std::int64_t rows, std::int64_t width, std::int64_t row, std::size_t count);

}  // namespace glassbox
