#include "widgets/diagram/live_diagram.h"

#include "widgets/common/theme_manager.h"

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr int kStripColumns = 16, kStripRows = 6;

float largestOf(std::span<const float> values) {
  float largest = 0;
  for (float v : values)
    if (std::isfinite(v)) largest = std::max(largest, std::abs(v));
  return largest;
}

} // namespace

QImage weightStrip(std::span<const float> weights, std::int64_t rows, std::int64_t columns) {
  const auto shownColumns = static_cast<int>(std::min<std::int64_t>(columns, kStripColumns));
  const auto shownRows = static_cast<int>(std::min<std::int64_t>(rows, kStripRows));
  QImage strip(shownColumns, shownRows, QImage::Format_RGB32);
  std::vector<float> shown;  // only these are read: a layer may have millions of weights, and this happens 30 times a second
  for (int r = 0; r < shownRows; ++r)
    for (int c = 0; c < shownColumns; ++c)
      shown.push_back(weights[static_cast<std::size_t>(r * rows / shownRows * columns + c * columns / shownColumns)]);
  const float largest = largestOf(shown);
  for (int r = 0; r < shownRows; ++r)
    for (int c = 0; c < shownColumns; ++c) {
      const float w = shown[static_cast<std::size_t>(r * shownColumns + c)];
      strip.setPixel(c, r, theme().diverging(largest > 0 ? w / largest * 0.8 : 0));
    }
  return strip;
}

DiagramLive liveFrom(const Snapshot& snapshot, std::span<const WeightInfo> infos, DiagramLive::Wires wires) {
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
    if (info.def.shape.rank() != 2) continue;
    const std::int64_t rows = info.def.shape[0], columns = info.def.shape[1];
    if (rows <= kSmallLayer && columns <= kSmallLayer) {
      node.weights.assign(values.begin(), values.end());
      node.largest = largestOf(values);
    } else {
      node.thumbnail = weightStrip(weights, rows, columns);
    }
  }
  return live;
}

} // namespace glassbox
