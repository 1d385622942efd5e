// The kernels of one instruction set. Compiled once per set, with its -march and -DKERNEL_NS=v2, v3 or v4.
//
// Nothing here may have a name that the other builds share: the linker would keep one copy for all. A test reads the
// symbols of the object files. So no containers, no std templates, and everything in nameless namespaces but table().
#include "engine/kernels/kernels.h"
#include "engine/kernels/simd.h"

// Each builds on those above it.
#include "engine/kernels/functions.inc"
#include "engine/kernels/products.inc"
#include "engine/kernels/elementwise.inc"
#include "engine/kernels/rows.inc"
#include "engine/kernels/optimize.inc"
#include "engine/kernels/curves.inc"
#include "engine/kernels/losses.inc"
#include "engine/kernels/narrow.inc"
#include "engine/kernels/recurrent.inc"
#include "engine/kernels/transformer.inc"
#include "engine/kernels/conv.inc"
#include "engine/kernels/pool.inc"

namespace glassbox::inline f32::KERNEL_NS {

namespace {
namespace vectorWidth {
enum { v2 = 4, v3 = 8, v4 = 16 };
}
static_assert(kWidth == static_cast<Index>(vectorWidth::KERNEL_NS), "-march and KERNEL_NS do not belong together");

constexpr Kernels kTable{
  .productNT = productNT,
  .turn = turn,
  .productWithTurned = productWithTurned,
  .productOfTurned = productOfTurned,
  .turnedWidth = kTurnedWidth,
  .longSum = kLongSum,
  .productNN = productNN,
  .productTN = productTN,
  .columnSums = columnSums,
  .activate = activate,
  .activateBackward = activateBackward,
  .exp = exponentials,
  .log = logarithms,
  .add = add,
  .multiply = multiply,
  .scaleShift = scaleShift,
  .fromBytes = fromBytes,
  .softmaxRows = softmaxRows,
  .softmaxRowsBackward = softmaxRowsBackward,
  .softmaxCrossEntropy = softmaxCrossEntropy,
  .binaryCrossEntropy = binaryCrossEntropy,
  .squaredError = squaredError,
  .sum = sum,
  .sumOfSquares = sumOfSquares,
  .updateSgd = updateSgd,
  .updateMomentum = updateMomentum,
  .updateNesterov = updateNesterov,
  .updateAdaGrad = updateAdaGrad,
  .updateRmsProp = updateRmsProp,
  .updateAdam = updateAdam,
  .narrow = {.room = narrowRoom, .forward = narrowForward, .backward = narrowBackward},
  .recurrent = kRecurrent,
  .transformer = {.layerNorm = layerNorm, .layerNormBackward = layerNormBackward, .attend = attend, .storeKeys = storeKeys, .attendSteps = attendSteps, .attendBackward = attendBackward},
  .curves = {.apply = applyCurve, .backward = curveBackward},
  .conv = {kWidth, convScratch, convForward, convBackwardInput, convBackwardWeights},
  .pool = {maxForward, maxBackward, averageForward, averageBackward},
  .runs = {squaredDistances, dot, normalizeRun, combine},
  .losses = {.absoluteError = absoluteError, .huber = huber, .hinge = hinge, .smoothedCrossEntropy = smoothedCrossEntropy},
};
}  // namespace

const Kernels& table();
const Kernels& table() { return kTable; }

}  // namespace glassbox::inline f32::KERNEL_NS
