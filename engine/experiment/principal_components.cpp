#include "engine/experiment/principal_components.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr std::int64_t kMostSide = 2000;

/// Turns the largest component to the positive side.
void fixSign(Eigen::VectorXd& direction) {
  Eigen::Index largest = 0;
  direction.cwiseAbs().maxCoeff(&largest);
  if (direction[largest] < 0) direction = -direction;
}

}  // namespace

Result<PrincipalComponents> principalComponents(std::span<const float> table, std::int64_t rows, std::int64_t width, std::int64_t count) {
  if (rows < 2 || width < 1) return Error(GB_TEXT("engine", "Principal components need at least two rows; here there are %1.").arg(rows));
  if (std::min(rows, width) > kMostSide)
    return Error(GB_TEXT("engine", "Principal components of a table of %1 by %2 numbers would take too long: one side may have at most %3.").arg(rows).arg(width).arg(kMostSide));
  if (!std::all_of(table.begin(), table.end(), [](float v) { return std::isfinite(v); }))
    return Error(GB_TEXT("engine", "There are numbers that are not finite: they have no principal components."));
  PrincipalComponents out;
  out.rows = rows;
  out.width = width;
  out.count = std::min({count, rows - 1, width});
  Eigen::MatrixXd x = Eigen::Map<const Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>(table.data(), rows, width).cast<double>();
  const Eigen::RowVectorXd mean = x.colwise().mean();
  out.mean.assign(mean.data(), mean.data() + width);
  x.rowwise() -= mean;
  out.total = x.squaredNorm() / static_cast<double>(rows - 1);

  const bool byWidth = width <= rows;
  const Eigen::MatrixXd gram = byWidth ? Eigen::MatrixXd(x.transpose() * x) : Eigen::MatrixXd(x * x.transpose());
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(gram);  // eigenvalues rise
  for (std::int64_t k = 0; k < out.count; ++k) {
    const Eigen::Index at = gram.rows() - 1 - k;
    Eigen::VectorXd direction = solver.eigenvectors().col(at);
    if (!byWidth) direction = x.transpose() * direction;
    const double length = direction.norm();
    if (length > 0) direction /= length;
    fixSign(direction);
    out.variances.push_back(std::max(0.0, solver.eigenvalues()[at]) / static_cast<double>(rows - 1));
    out.directions.insert(out.directions.end(), direction.data(), direction.data() + width);
  }
  out.scores.resize(static_cast<std::size_t>(rows * out.count));
  const Eigen::Map<const Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>> directions(out.directions.data(), out.count, width);
  Eigen::Map<Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>(out.scores.data(), rows, out.count) = x * directions.transpose();
  return out;
}

void keepSides(PrincipalComponents& components, const PrincipalComponents& before) {
  if (components.width != before.width) return;
  const auto width = static_cast<std::size_t>(components.width), count = static_cast<std::size_t>(components.count);
  for (std::size_t k = 0; k < std::min(count, static_cast<std::size_t>(before.count)); ++k) {
    double along = 0;
    for (std::size_t i = k * width; i < (k + 1) * width; ++i) along += components.directions[i] * before.directions[i];
    if (along >= 0) continue;
    for (std::size_t i = k * width; i < (k + 1) * width; ++i) components.directions[i] = -components.directions[i];
    for (std::size_t row = 0; row < static_cast<std::size_t>(components.rows); ++row) components.scores[row * count + k] = -components.scores[row * count + k];
  }
}

std::vector<Neighbor> nearestByCosine(std::span<const float> table, std::int64_t rows, std::int64_t width, std::int64_t row, std::size_t count) {
  const auto dot = [&](std::int64_t a, std::int64_t b) {
    double sum = 0;
    for (std::int64_t i = 0; i < width; ++i) sum += static_cast<double>(table[static_cast<std::size_t>(a * width + i)]) * static_cast<double>(table[static_cast<std::size_t>(b * width + i)]);
    return sum;
  };
  const double own = std::sqrt(dot(row, row));
  std::vector<Neighbor> all;
  for (std::int64_t other = 0; other < rows; ++other) {
    if (other == row) continue;
    const double lengths = own * std::sqrt(dot(other, other));
    all.push_back({other, lengths > 0 ? dot(row, other) / lengths : 0});
  }
  count = std::min(count, all.size());
  std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count), all.end(),
                    [](const Neighbor& a, const Neighbor& b) { return a.cosine != b.cosine ? a.cosine > b.cosine : a.row < b.row; });
  all.resize(count);
  return all;
}

}  // namespace glassbox
