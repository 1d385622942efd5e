// What the losses share: cutting rows into blocks, and the common facts of their descriptions.
#pragma once

#include "engine/layers/blocks.h"
#include "engine/layers/loss.h"

namespace glassbox::inline GLASSBOX_REAL_NS {

/// 1 / number of items that count. With a mask the items that count are those with 1.
Real lossScale(const LossPass& pass, std::int64_t items);

/// Sets gradients of masked items to 0: `width` predictions an item.
void maskGradient(const LossPass& pass, std::int64_t items, std::int64_t width);

/// In an explanation: 1/n, n the number of items that count.
Factor itemShare(const TraceReader& trace, std::int64_t items);

/// In an explanation: whether an item counts.
bool itemCounts(const TraceReader& trace, std::span<const std::int64_t> item);

/// Of an item that does not count: its loss and its gradients are 0.
Explanation uncountedItem();

/// Runs work(begin, count) over blocks of `n` rows of `flopsPerRow`.
template<class F> void eachRow(const LossPass& pass, std::int64_t n, std::int64_t flopsPerRow, const F& work) {
  const int blocks = workBlocks(n * flopsPerRow, (n + 15) / 16);
  pass.team->blocks(blocks, [&](int block) {
    const BlockRange r = blockRange(n, blocks, block, 16);
    work(r.begin, r.size());
  });
}

/// A loss takes numbers and gives none.
Fit<Inference> inferLoss(std::span<const PortType> inputs, std::int64_t flopsPerNumber);

/// Everything of a loss's description but its formula and functions.
LossDef baseLoss(std::string key, Text title, Text help, char letter);

}  // namespace glassbox::inline GLASSBOX_REAL_NS
