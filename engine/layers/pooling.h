// What max and average pooling share: parameters, shapes and how their work is cut.
#pragma once

#include "engine/layers/blocks.h"
#include "engine/layers/window.h"

namespace glassbox::inline GLASSBOX_REAL_NS {

Fit<Inference> inferPooling(std::span<const PortType> inputs, const Params& params);
PoolShape poolShape(const LayerSetup& setup);
std::vector<ParamDef> poolingParams();
/// "nn.MaxPool2d(2)" and its like.
std::string torchPooling(const char* module, const Params& params);
/// Shapes times options that both kinds of pooling are tested with.
std::vector<LayerExample> poolingExamples();

/// Calls work(shape of some planes, first number of x, first number of y) for blocks of the batch's planes.
template<class F> void forPlanes(const Pass& pass, const PoolShape& shape, std::int64_t planesPerSample, const F& work) {
  const std::int64_t planes = pass.batch * planesPerSample, in = shape.inHeight * shape.inWidth, out = shape.outHeight * shape.outWidth;
  const int blocks = workBlocks(planes * (in * 8 + out * shape.kernelH * shape.kernelW * 8), planes);
  pass.team->blocks(blocks, [&](int block) {
    const BlockRange r = blockRange(planes, blocks, block);
    PoolShape part = shape;
    part.planes = r.size();
    work(part, r.begin * in, r.begin * out);
  });
}

/// Calls work(row, column) for the numbers inside the picture of the window of output (i, j), row by row.
template<class F> void forWindow(const Window& w, const Shape& batchedIn, std::int64_t i, std::int64_t j, const F& work) {
  for (std::int64_t row = i * w.strideH - w.padH; row < i * w.strideH - w.padH + w.height; ++row)
    for (std::int64_t column = j * w.strideW - w.padW; column < j * w.strideW - w.padW + w.width; ++column)
      if (row >= 0 && row < batchedIn[2] && column >= 0 && column < batchedIn[3]) work(row, column);
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
