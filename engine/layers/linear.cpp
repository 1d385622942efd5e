#include "engine/layers/linear.h"

#include "engine/layers/blocks.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

constexpr std::int64_t kColumns = 16;  // blocks begin on whole vectors

}  // namespace

void linearForward(const Pass& pass, const LinearShape& shape, const Real* x, const Real* w, const Real* b, Activation activation, Real* y) {
  const std::int64_t rows = shape.rows, in = shape.in, out = shape.out;
  const std::int64_t flops = 2 * rows * in * out;
  if (rows > 2 * out) {
    const int blocks = workBlocks(flops, (rows + 7) / 8);
    pass.team->blocks(blocks, [&](int block) {
      const BlockRange r = blockRange(rows, blocks, block, 8);
      pass.kernels->productNT(r.size(), out, in, x + r.begin * in, in, w, in, b, activation, y + r.begin * out, out);
    });
  } else {
    const int blocks = workBlocks(flops, (out + kColumns - 1) / kColumns);
    pass.team->blocks(blocks, [&](int block) {
      const BlockRange r = blockRange(out, blocks, block, kColumns);
      pass.kernels->productNT(rows, r.size(), in, x, in, w + r.begin * in, in, b ? b + r.begin : nullptr, activation, y + r.begin, out);
    });
  }
}

void linearBackwardInput(const Pass& pass, const LinearShape& shape, const Real* dy, const Real* w, Real* dx) {
  const std::int64_t rows = shape.rows, in = shape.in, out = shape.out;
  const std::int64_t flops = 2 * rows * in * out;
  if (rows > in) {
    const int blocks = workBlocks(flops, (rows + 7) / 8);
    pass.team->blocks(blocks, [&](int block) {
      const BlockRange r = blockRange(rows, blocks, block, 8);
      pass.kernels->productNN(r.size(), in, out, dy + r.begin * out, out, w, in, dx + r.begin * in, in);
    });
  } else {
    const int blocks = workBlocks(flops, (in + kColumns - 1) / kColumns);
    pass.team->blocks(blocks, [&](int block) {
      const BlockRange r = blockRange(in, blocks, block, kColumns);
      pass.kernels->productNN(rows, r.size(), out, dy, out, w + r.begin, in, dx + r.begin, in);
    });
  }
}

void linearBackwardWeights(const BackwardPass& pass, const LinearShape& shape, const Real* dy, const Real* x, int weight, int bias) {
  if (pass.dw.empty()) return;
  const std::int64_t rows = shape.rows, in = shape.in, out = shape.out;
  Real* dw = pass.dw[static_cast<std::size_t>(weight)];
  const int blocks = workBlocks(2 * rows * in * out, out);
  pass.team->blocks(blocks, [&](int block) {
    const BlockRange r = blockRange(out, blocks, block);
    pass.kernels->productTN(r.size(), in, rows, dy + r.begin, out, x, in, dw + r.begin * in, in);
    if (bias >= 0) pass.kernels->columnSums(rows, r.size(), dy + r.begin, out, pass.dw[static_cast<std::size_t>(bias)] + r.begin);
    if (!pass.sink) return;
    pass.sink->finished(weight, block, r.begin * in, r.end * in);
    if (bias >= 0) pass.sink->finished(bias, block, r.begin, r.end);
  });
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
