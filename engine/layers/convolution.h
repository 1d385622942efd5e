// Conv1d and Conv2d are one layer over pictures or sequences: how its work is cut, and what its definition shares.
#pragma once

#include "engine/core/tensor.h"
#include "engine/layers/blocks.h"
#include "engine/layers/window.h"

namespace glassbox::inline GLASSBOX_REAL_NS {

/// x: (batch, in, height, width) -> y: (batch, out, height', width'), or for sequences (batch, time, in) -> (batch, time', out).
/// weight: (out, in, kh, kw)   bias: (out)
class Convolution : public Layer {
 public:
  Convolution(const ConvShape& shape, bool bias, const Kernels& kernels, int maxBatch);

  bool canFuseActivation(Activation) const override { return true; }
  void fuseActivation(Activation activation) override { m_activation = activation; }
  void forward(const Pass& pass) override;
  void backward(const BackwardPass& pass) override;
  std::size_t scratchBytes() const override;

 private:
  void backwardWeights(const BackwardPass& pass);
  void addSums(const Kernels& kernels, int slots, BlockRange r, const Real* from, Real* to) const;
  Real* room(int block) { return m_room.data() + block * m_roomPerSlot; }

  ConvShape m_shape;
  bool m_bias;
  Activation m_activation = Activation::None;
  Index m_roomPerSlot = 0, m_sumsPerSlot = 0;
  Buffer<Real> m_room;  ///< one slot per block
  Buffer<Real> m_sums;  ///< gradients of weight and bias, one slot per block of samples
};

/// A convolution's parameters but for the kernel's: channels, kernel, stride, padding, dilation, bias, initializer.
std::vector<ParamDef> convolutionParams(ParamDef kernel);

/// What follows for a window that fits, `out` channels from `in`.
Inference inferConvolution(const PortType& output, std::int64_t in, std::int64_t out, const Window& window, const Shape& weight, bool bias);

/// Explanation of an element of "out", "in0.grad", "weight.grad" or "bias.grad", of a picture or of a sequence.
Explanation explainConvolution(const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace, bool sequence);

}  // namespace glassbox::inline GLASSBOX_REAL_NS
