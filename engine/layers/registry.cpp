// The lists of layers and losses, made from layers.def.
#include <array>

#include "engine/layers/loss.h"

namespace glassbox::inline GLASSBOX_REAL_NS {

#define GLASSBOX_LAYER(key) const LayerDef& layer_##key();
#define GLASSBOX_LOSS(key) const LossDef& loss_##key();
#include "engine/layers/layers.def"
#undef GLASSBOX_LAYER
#undef GLASSBOX_LOSS

std::span<const LayerDef* const> allLayers() {
#define GLASSBOX_LAYER(key) &layer_##key(),
#define GLASSBOX_LOSS(key)
  static const std::array list{
#include "engine/layers/layers.def"
  };
#undef GLASSBOX_LAYER
#undef GLASSBOX_LOSS
  return list;
}

std::span<const LossDef* const> allLosses() {
#define GLASSBOX_LAYER(key)
#define GLASSBOX_LOSS(key) &loss_##key(),
  static const std::array list{
#include "engine/layers/layers.def"
  };
#undef GLASSBOX_LAYER
#undef GLASSBOX_LOSS
  return list;
}

const LayerDef* findLayer(std::string_view key) {
  for (const LayerDef* def : allLayers())
    if (def->key == key) return def;
  return nullptr;
}

const LossDef* findLoss(std::string_view key) {
  for (const LossDef* def : allLosses())
    if (def->key == key) return def;
  return nullptr;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
