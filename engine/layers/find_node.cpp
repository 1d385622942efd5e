#include "engine/layers/loss.h"

namespace glassbox {

const NodeDef* findNode(std::string_view key) {
  if (const LayerDef* layer = findLayer(key)) return layer;
  return findLoss(key);
}

}  // namespace glassbox
