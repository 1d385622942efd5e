// The best straight line (plane, ...) through the training part, computed directly: what gradient descent should find.
#pragma once

#include <vector>

#include "engine/data/dataset.h"

namespace glassbox {

/// y = W x + b with the smallest mean squared error.
struct LeastSquares {
  Shape weightShape, biasShape;    ///< (out, in) and (out), as of a dense layer
  std::vector<double> weight, bias;
  double loss = 0;                 ///< mean over samples and outputs, as of the MSE node
};

/// Solves min |X w - y|^2 for each output by a rank-revealing QR (Golub and Van Loan 2013, 5.5), X with a column of
/// ones for the bias. Fails for data without numbers to predict, with several inputs, or too large to be quick
/// (over 64 inputs or 100,000 samples).
Result<LeastSquares> leastSquares(const Dataset& data);

}  // namespace glassbox
