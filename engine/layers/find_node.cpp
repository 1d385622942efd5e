#include "engine/layers/loss.h"

namespace glassbox {

std::int64_t Inference::cachePerSample() const {
  std::int64_t numbers = 0;
  for (const CacheDef& cache : caches)
    if (!cache.perBatch) numbers += cache.shape.count();
  return numbers;
}

const NodeDef* findNode(std::string_view key) {
  if (const LayerDef* layer = findLayer(key)) return layer;
  return findLoss(key);
}

}  // namespace glassbox
