// Which inputs an answer hangs on: the gradient of a logit in the input (Simonyan et al. 2013), and what covering a patch of it
// takes from a class's probability (Zeiler & Fergus 2013).
#pragma once

#include "engine/core/tensor.h"
#include "widgets/views/probe_subject.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace glassbox {

struct ProbeBench;

/// What the gradient is taken of.
inline constexpr int kPredictedClass = -1, kLossItself = -2;

struct SaliencyWish {
  std::int64_t row = 0;
  int of = kPredictedClass; ///< a class, kPredictedClass or kLossItself; without classes the output number `of`, or the first
  bool operator==(const SaliencyWish&) const = default;
};

/// Of pictures (height, width) numbers, the largest magnitude over the channels; of other data one number for each input.
struct Saliency {
  SaliencyWish wish;
  int of = 0;                   ///< the class or output that was taken; kLossItself
  int height = 0, width = 0;    ///< 0: no picture
  std::vector<float> gradient;  ///< in the input's own shape, signed
  std::vector<float> magnitude; ///< what is shown
  std::vector<float> shares;    ///< the network's answer: OutputReading::toShares
};

/// True when there is one input of numbers and one target a sample.
bool takesSaliency(const Analysis& analysis);

/// Works on `copy`, a network that keeps gradients: it is compiled when it is null, and gets the weights of the bench's.
/// Nothing for a row outside the data, or a network that cannot be compiled for training.
std::optional<Saliency> computeSaliency(const ProbeBench& bench, std::shared_ptr<Network>& copy, const SaliencyWish& wish);

enum class PatchFill {
  Mean, ///< of the channel in this sample; of a feature, over the training part
  Gray, ///< 0.5; 0 for what is no picture
};

struct OcclusionWish {
  std::int64_t row = 0;
  int of = kPredictedClass;
  int patch = 7, stride = 2; ///< numbers along a side; pictures only
  PatchFill fill = PatchFill::Mean;
  bool operator==(const OcclusionWish&) const = default;
};

/// Of pictures (height, width): at each place the mean drop over the patches that cover it. Of other data, one feature covered
/// at a time. A drop below 0: the class became more probable. Without classes, the drop of the output.
struct Occlusion {
  OcclusionWish wish;
  int of = 0;
  int height = 0, width = 0;
  std::vector<float> drop;
  float whole = 0;         ///< probability (or output) for the sample as it is
  std::int64_t patches = 0;
};

/// Places of a patch along a side: 0, stride, 2 stride, ..., and the last one that ends at the border.
std::vector<int> patchPlaces(int side, int patch, int stride);

/// Compiles a network of its own. Nothing when stopped, or when the subject cannot be compiled.
std::optional<Occlusion> computeOcclusion(const ProbeSubject& subject, std::span<const float> weights, const OcclusionWish& wish,
                                          const std::atomic<bool>& stop, const std::function<void(double)>& progress);

} // namespace glassbox
