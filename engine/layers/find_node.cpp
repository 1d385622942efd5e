#include "engine/core/capped.h"
#include "engine/layers/loss.h"

namespace glassbox {

std::int64_t Inference::cachePerSample() const {
  std::int64_t numbers = 0;
  for (const CacheDef& cache : caches)
    if (!cache.perBatch) numbers = cappedSum({numbers, cache.shape.count()});
  return numbers;
}

std::string torchWires(std::size_t wires, const std::string& between) {
  std::string out;
  for (std::size_t i = 0; i < wires; ++i) out += (i ? between : "") + "{" + std::to_string(i) + "}";
  return out;
}

const NodeDef* findNode(std::string_view key) {
  if (const LayerDef* layer = findLayer(key)) return layer;
  return findLoss(key);
}

}  // namespace glassbox
