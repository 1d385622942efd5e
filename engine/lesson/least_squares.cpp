#include "engine/lesson/least_squares.h"

#include <Eigen/Dense>

namespace glassbox {
namespace {

constexpr std::int64_t kMostInputs = 64, kMostSamples = 100'000;  // a check is asked again at every look

Eigen::MatrixXd matrixOf(const Field& field, RowRange range) {
  const std::int64_t width = field.type.shape.count();
  std::vector<float> row(static_cast<std::size_t>(width));
  Eigen::MatrixXd m(range.size(), width);
  for (std::int64_t i = 0; i < range.size(); ++i) {
    field.read(range.begin + i, row.data());
    for (std::int64_t j = 0; j < width; ++j) m(i, j) = static_cast<double>(row[static_cast<std::size_t>(j)]);
  }
  return m;
}

}  // namespace

Result<LeastSquares> leastSquares(const Dataset& data) {
  const RowRange range = rows(data, Part::Train);
  if (data.task != DataTask::Regression || data.inputs.size() != 1 || range.size() == 0)
    return Error(GB_TEXT("engine", "Least squares need one input and numbers to predict; these data have none."));
  const std::int64_t in = data.inputs[0].type.shape.count(), out = data.target.type.shape.count();
  if (in > kMostInputs || range.size() > kMostSamples)
    return Error(GB_TEXT("engine", "Least squares are computed for up to %1 inputs and %2 samples; these data have %3 and %4.")
                     .arg(kMostInputs).arg(kMostSamples).arg(in).arg(range.size()));
  Eigen::MatrixXd x(range.size(), in + 1);
  x.leftCols(in) = matrixOf(data.inputs[0], range);
  x.col(in).setOnes();
  const Eigen::MatrixXd y = matrixOf(data.target, range);
  const Eigen::MatrixXd solution = x.colPivHouseholderQr().solve(y);  // (in + 1, out)
  LeastSquares best;
  best.weightShape = Shape{out, in};
  best.biasShape = Shape{out};
  for (std::int64_t o = 0; o < out; ++o) {
    for (std::int64_t i = 0; i < in; ++i) best.weight.push_back(solution(i, o));
    best.bias.push_back(solution(in, o));
  }
  best.loss = (x * solution - y).squaredNorm() / static_cast<double>(y.size());
  return best;
}

}  // namespace glassbox
