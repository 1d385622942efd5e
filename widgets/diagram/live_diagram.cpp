#include "widgets/diagram/live_diagram.h"

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

float largestOf(std::span<const float> values) {
  float largest = 0;
  for (float v : values)
    if (std::isfinite(v)) largest = std::max(largest, std::abs(v));
  return largest;
}

} // namespace

DiagramLive liveFrom(const Snapshot& snapshot, std::span<const WeightInfo> infos, DiagramLive::Wires wires, const TileWishes& wishes) {
  DiagramLive live;
  live.wires = wires;
  const Buffer<float>& arena = wires == DiagramLive::Wires::Gradients ? snapshot.gradients : snapshot.weights;
  for (const WeightInfo& info : infos) {
    if (info.offset + info.size > snapshot.weights.size() || info.offset + info.size > arena.size() || info.def.role == WeightRole::Statistic) continue;
    LiveNode& node = live.nodes[info.node];
    const std::span<const float> values(arena.data() + info.offset, info.size);
    const std::span<const float> weights(snapshot.weights.data() + info.offset, info.size);
    if (info.def.role == WeightRole::Bias) {
      if (static_cast<std::int64_t>(info.size) <= kSmallLayer) node.biases.assign(weights.begin(), weights.end());
      continue;
    }
    const Shape& shape = info.def.shape;
    if (shape.rank() < 2) continue;
    if (shape.rank() == 2 && shape[0] <= kSmallLayer && shape[1] <= kSmallLayer) {
      node.weights.assign(values.begin(), values.end());
      node.largest = largestOf(values);
      continue;
    }
    const auto wish = wishes.find(info.node);
    if (wish == wishes.end() || !node.thumbnail.isNull()) continue;  // of several arrays the first is the layer's own
    const bool gradients = wish->second == TileShow::Gradients;
    if ((wish->second != TileShow::Weights && !gradients) || (gradients && info.offset + info.size > snapshot.gradients.size())) continue;
    const std::span<const float> shown = gradients ? std::span<const float>(snapshot.gradients.data() + info.offset, info.size) : weights;
    const TilePicture picture = shape.rank() == 2 ? stripOf(shown, shape[0], shape[1]) : filtersOf(shown, shape);
    node.thumbnail = picture.image;
    node.thumbnailLargest = picture.largest;
    node.thumbnailShown = picture.shown;
    node.thumbnailTotal = picture.total;
  }
  return live;
}

} // namespace glassbox
