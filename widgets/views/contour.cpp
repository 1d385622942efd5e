#include "widgets/views/contour.h"

#include <algorithm>
#include <limits>

namespace glassbox {

std::vector<QLineF> contourLines(std::span<const float> values, int side, double level) {
  std::vector<QLineF> lines;
  const auto at = [&](int row, int column) { return values[static_cast<std::size_t>(row) * side + column] - level; };
  const auto point = [&](double row, double column) { return QPointF((column + 0.5) / side, (row + 0.5) / side); };
  for (int row = 0; row + 1 < side; ++row)
    for (int column = 0; column + 1 < side; ++column) {
      // Corners clockwise from the upper left; each edge whose ends differ in sign is crossed once.
      const double a = at(row, column), b = at(row, column + 1), c = at(row + 1, column + 1), d = at(row + 1, column);
      QPointF cut[4];
      int cuts = 0;
      if ((a > 0) != (b > 0)) cut[cuts++] = point(row, column + a / (a - b));
      if ((b > 0) != (c > 0)) cut[cuts++] = point(row + b / (b - c), column + 1);
      if ((c > 0) != (d > 0)) cut[cuts++] = point(row + 1, column + d / (d - c));
      if ((d > 0) != (a > 0)) cut[cuts++] = point(row + a / (a - d), column);
      if (cuts == 2) lines.emplace_back(cut[0], cut[1]);
      if (cuts == 4) { // a saddle: the middle decides which corners belong together
        const bool middle = (a + b + c + d > 0) == (a > 0);
        lines.emplace_back(cut[0], cut[middle ? 1 : 3]);
        lines.emplace_back(cut[2], cut[middle ? 3 : 1]);
      }
    }
  return lines;
}

std::vector<QLineF> classBorders(std::span<const float> values, int side, int classes) {
  std::vector<QLineF> lines;
  const std::size_t points = static_cast<std::size_t>(side) * side;
  std::vector<float> lead(points); // of class k over the best other one
  for (int k = 0; k < classes; ++k) {
    bool wins = false;
    for (std::size_t i = 0; i < points; ++i) {
      const float* p = values.data() + i * classes;
      float other = -std::numeric_limits<float>::infinity();
      for (int j = 0; j < classes; ++j)
        if (j != k) other = std::max(other, p[j]);
      lead[i] = p[k] - other;
      wins = wins || lead[i] > 0;
    }
    if (!wins) continue;
    const std::vector<QLineF> own = contourLines(lead, side, 0);
    lines.insert(lines.end(), own.begin(), own.end());
  }
  return lines;
}

} // namespace glassbox
