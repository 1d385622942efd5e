#include "engine/graph/narrow_chain.h"

namespace glassbox::inline GLASSBOX_REAL_NS {

std::optional<FoundChain> findNarrowChain(std::span<const ChainLink> links, const Loss& loss) {
  FoundChain found;
  NarrowChain& chain = found.chain;
  if (links.empty() || links[0].layer) return {};
  for (const ChainLink& link : links.subspan(1)) {
    if (!link.layer || !link.inLine) return {};
    const std::optional<Curve> curve = link.layer->curve();
    if (curve || link.activation != Activation::None) {
      if (chain.layers == 0) return {};
      NarrowLayer& before = chain.layer[chain.layers - 1];
      if (before.curved || before.activation != Activation::None) return {};
      before.activation = link.activation;
      before.curved = curve.has_value();
      if (curve) before.curve = *curve;
      ++found.nodesOf[chain.layers - 1];
      continue;
    }
    std::optional<NarrowLayer> layer = link.layer->narrow();
    if (!layer || !link.plainWeights || chain.layers == kNarrowLayers) return {};
    layer->weight = link.weight;
    if (layer->bias >= 0) layer->bias = link.bias;
    chain.layer[chain.layers] = *layer;
    found.nodesOf[chain.layers++] = 1;
  }
  if (chain.layers == 0) return {};
  chain.loss = loss.narrow(chain.factor);
  if (chain.loss == NarrowLoss::None) return {};
  return found;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
