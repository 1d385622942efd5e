// Clipping by the norm of all gradients: the norm must be known before the first weight moves.
#pragma once

#include <atomic>
#include <vector>

#include "engine/train/optimizers.h"

namespace glassbox {

/// What the gradients are multiplied by so that their norm is at most `largest`, as torch.nn.utils.clip_grad_norm_ does it.
double clipScale(double norm, double largest);

/// Stands between backward and optimizer: holds the finished ranges back until the norm is known, then hands them on as they
/// came. So every weight is updated in the same ranges as without clipping.
class GradientClip : public GradientSink {
 public:
  explicit GradientClip(const Network& network);

  void begin();
  void finished(int weight, int block, std::int64_t begin, std::int64_t end) override;
  /// Norm over all ranges held; the same for any number of threads.
  double norm(const Network& network, Team& team);
  void handOn(Optimizer& optimizer, Team& team);

 private:
  static constexpr int kBlocks = 64;
  struct Range {
    int weight = 0, block = 0;
    std::int64_t begin = 0, end = 0;
    double squares = 0;
  };
  std::vector<Range> m_ranges;                 ///< (weight, block); end 0: none came
  std::vector<std::atomic<int>> m_used;        ///< per weight: blocks that came
  std::vector<std::size_t> m_held;             ///< places in m_ranges, in order
};

}  // namespace glassbox
