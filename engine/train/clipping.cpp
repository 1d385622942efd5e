#include "engine/train/clipping.h"

#include <algorithm>
#include <cmath>

namespace glassbox {

double clipScale(double norm, double largest) { return std::min(1.0, largest / (norm + 1e-6)); }

GradientClip::GradientClip(const Network& network) : m_ranges(network.weightInfos().size() * kBlocks), m_used(network.weightInfos().size()) {
  m_held.reserve(m_ranges.size());
}

void GradientClip::begin() {
  for (std::atomic<int>& used : m_used) used.store(0, std::memory_order_relaxed);
}

void GradientClip::finished(int weight, int block, std::int64_t begin, std::int64_t end) {
  m_ranges[static_cast<std::size_t>(weight * kBlocks + block)] = {weight, block, begin, end, 0};
  std::atomic<int>& used = m_used[static_cast<std::size_t>(weight)];
  for (int seen = used.load(std::memory_order_relaxed); seen <= block && !used.compare_exchange_weak(seen, block + 1, std::memory_order_relaxed);) {}
}

double GradientClip::norm(const Network& network, Team& team) {
  m_held.clear();
  for (std::size_t weight = 0; weight < m_used.size(); ++weight)
    for (int block = 0; block < m_used[weight].load(std::memory_order_relaxed); ++block) m_held.push_back(weight * kBlocks + static_cast<std::size_t>(block));
  const Kernels& k = kernels(network.kernelSet());
  team.blocks(static_cast<int>(m_held.size()), [&](int i) {
    Range& range = m_ranges[m_held[static_cast<std::size_t>(i)]];
    const Real* g = network.gradients().data() + network.weightInfos()[static_cast<std::size_t>(range.weight)].offset;
    range.squares = k.sumOfSquares(range.end - range.begin, g + range.begin);
  });
  double squares = 0;
  for (const std::size_t place : m_held) squares += m_ranges[place].squares;
  return std::sqrt(squares);
}

void GradientClip::handOn(Optimizer& optimizer, Team& team) {
  team.blocks(static_cast<int>(m_held.size()), [&](int i) {
    const Range& range = m_ranges[m_held[static_cast<std::size_t>(i)]];
    optimizer.finished(range.weight, range.block, range.begin, range.end);
  });
}

}  // namespace glassbox
