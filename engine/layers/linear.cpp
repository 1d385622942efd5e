#include "engine/layers/linear.h"

#include "engine/layers/blocks.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

/// Columns of Y that belong together: some of the kernels' widest tiles where there are enough to share out, else whole vectors.
std::int64_t columnUnit(std::int64_t columns) { return columns >= 512 ? 128 : columns >= 256 ? 64 : columns >= 128 ? 32 : 16; }

// Every block of rows turns W into the kernels' form once, so a block has enough of them to pay for it; 24 is a multiple of
// the tiles' heights.
constexpr std::int64_t kRowUnit = 24, kRowsPerBlock = 128;
constexpr std::int64_t kTurnedUnit = 48;  // rows of W beside a turned X: a multiple of the tiles' heights

int rowBlocks(std::int64_t flops, std::int64_t rows) { return workBlocks(flops, rows / kRowsPerBlock); }

/// Which factor of a long sum is turned before, once for all blocks.
enum class Turned { Neither, X, W };

/// Turning costs about ten products a number, so each must be used often; and lanes must not stay empty.
constexpr std::int64_t kManyUses = 256, kFewestRows = 32;
Turned turnedFactor(const Kernels& kernels, const LinearShape& shape) {
  constexpr std::int64_t kVector = 16;
  if (shape.in <= kernels.longSum) return Turned::Neither;
  if (shape.rows > 2 * shape.out) return shape.rows >= kManyUses ? Turned::W : Turned::Neither;
  const std::int64_t lanes = (shape.rows + kVector - 1) / kVector * kVector;
  return shape.out >= kManyUses && shape.rows >= kFewestRows && 8 * (lanes - shape.rows) <= shape.rows ? Turned::X : Turned::Neither;
}

void turn(const Pass& pass, std::int64_t rows, std::int64_t in, const Real* x) {
  const int blocks = workBlocks(rows * in * 16, in / 64);
  pass.team->blocks(blocks, [&](int block) {
    const BlockRange k = blockRange(in, blocks, block, 16);
    pass.kernels->turn(rows, k.begin, k.end, in, x, in, pass.room);
  });
}

/// How dW is cut. A block of rows reads all of x, a block of columns all of dy: where these are more than a cache holds, few
/// and large blocks read them less often, and the cut goes along the longer side.
struct GradientBlocks {
  GradientBlocks(std::int64_t flops, const LinearShape& shape) {
    const bool large = shape.rows * shape.in > (std::int64_t{1} << 16);
    columns = large && shape.in >= 2 * shape.out;
    const std::int64_t most = columns ? shape.in / 64 : large ? shape.out / (shape.out < 256 ? 32 : 64) : (shape.out + 5) / 6;
    count = workBlocks(flops, most);
    unit = columns ? columnUnit(shape.in) : large ? 6 : 1;
  }
  bool columns;
  int count;
  std::int64_t unit;
};

}  // namespace

std::int64_t linearRoom(const Kernels& kernels, const LinearShape& most) {
  if (most.in <= kernels.longSum) return 0;
  std::int64_t rows = 0;  // of the factor that is turned
  if (most.out >= kManyUses && most.rows >= kFewestRows) rows = std::min(most.rows, 2 * most.out);
  if (most.rows >= kManyUses && most.rows > 2 * most.out) rows = std::max(rows, most.out);
  return (rows + kernels.turnedWidth - 1) / kernels.turnedWidth * kernels.turnedWidth * most.in;
}

void linearForward(const Pass& pass, const LinearShape& shape, const Real* x, const Real* w, const Real* b, Activation activation, Real* y) {
  const std::int64_t rows = shape.rows, in = shape.in, out = shape.out;
  const std::int64_t flops = 2 * rows * in * out;
  const Turned turned = turnedFactor(*pass.kernels, shape);
  if (turned == Turned::X) turn(pass, rows, in, x);
  if (turned == Turned::W) turn(pass, out, in, w);
  if (rows > 2 * out) {
    const int blocks = rowBlocks(flops, rows);
    pass.team->blocks(blocks, [&](int block) {
      const BlockRange r = blockRange(rows, blocks, block, kRowUnit);
      const Real* from = x + r.begin * in;
      Real* to = y + r.begin * out;
      if (turned == Turned::W) pass.kernels->productWithTurned(r.size(), out, in, from, in, pass.room, b, activation, to, out);
      else pass.kernels->productNT(r.size(), out, in, from, in, w, in, b, activation, to, out);
    });
  } else {
    const std::int64_t unit = turned == Turned::X ? kTurnedUnit : columnUnit(out);
    const int blocks = workBlocks(flops, (out + unit - 1) / unit);
    pass.team->blocks(blocks, [&](int block) {
      const BlockRange r = blockRange(out, blocks, block, unit);
      const Real *part = w + r.begin * in, *bias = b ? b + r.begin : nullptr;
      if (turned == Turned::X) pass.kernels->productOfTurned(rows, r.size(), in, pass.room, part, in, bias, activation, y + r.begin, out);
      else pass.kernels->productNT(rows, r.size(), in, x, in, part, in, bias, activation, y + r.begin, out);
    });
  }
}

void linearBackwardInput(const Pass& pass, const LinearShape& shape, const Real* dy, const Real* w, Real* dx) {
  const std::int64_t rows = shape.rows, in = shape.in, out = shape.out;
  const std::int64_t flops = 2 * rows * in * out;
  if (rows > in) {
    const int blocks = rowBlocks(flops, rows);
    pass.team->blocks(blocks, [&](int block) {
      const BlockRange r = blockRange(rows, blocks, block, kRowUnit);
      pass.kernels->productNN(r.size(), in, out, dy + r.begin * out, out, w, in, dx + r.begin * in, in);
    });
  } else {
    const std::int64_t unit = columnUnit(in);
    const int blocks = workBlocks(flops, (in + unit - 1) / unit);
    pass.team->blocks(blocks, [&](int block) {
      const BlockRange r = blockRange(in, blocks, block, unit);
      pass.kernels->productNN(rows, r.size(), out, dy, out, w + r.begin, in, dx + r.begin, in);
    });
  }
}

void linearBackwardWeights(const BackwardPass& pass, const LinearShape& shape, const Real* dy, const Real* x, int weight, int bias) {
  if (pass.dw.empty()) return;
  const std::int64_t rows = shape.rows, in = shape.in, out = shape.out;
  Real* dw = pass.dw[static_cast<std::size_t>(weight)];
  const GradientBlocks blocks(2 * rows * in * out, shape);
  const auto finish = [&](BlockRange r, int block) {  // rows of dW are complete
    if (bias >= 0) pass.kernels->columnSums(rows, r.size(), dy + r.begin, out, pass.dw[static_cast<std::size_t>(bias)] + r.begin);
    if (!pass.sink) return;
    pass.sink->finished(weight, block, r.begin * in, r.end * in);
    if (bias >= 0) pass.sink->finished(bias, block, r.begin, r.end);
  };
  pass.team->blocks(blocks.count, [&](int block) {
    if (blocks.columns) {
      const BlockRange c = blockRange(in, blocks.count, block, blocks.unit);
      pass.kernels->productTN(out, c.size(), rows, dy, out, x + c.begin, in, dw + c.begin, in);
      return;
    }
    const BlockRange r = blockRange(out, blocks.count, block, blocks.unit);
    pass.kernels->productTN(r.size(), in, rows, dy + r.begin, out, x, in, dw + r.begin * in, in);
    finish(r, block);
  });
  if (!blocks.columns) return;
  constexpr std::int64_t kUnit = 16;  // of biases: whole vectors
  const int parts = workBlocks((rows + 8 * in) * out, (out + kUnit - 1) / kUnit);
  pass.team->blocks(parts, [&](int block) { finish(blockRange(out, parts, block, kUnit), block); });
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
