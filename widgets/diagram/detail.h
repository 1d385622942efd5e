// How much of the diagram is drawn at a zoom, and the fonts of the scene.
#pragma once

#include "widgets/common/theme_manager.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace glassbox {

/// Below 25 %: a block in the colour of the category. 25 %: band and icon. 45 %: name, weights and biases. 80 %: all. 150 %: numbers too.
enum class Detail { Block, Icon, Name, All, Numbers };

/// `zoom` counts device-independent pixels per unit of the scene.
inline Detail detailAt(double zoom) {
  if (zoom < 0.25) return Detail::Block;
  if (zoom < 0.45) return Detail::Icon;
  if (zoom < 0.795) return Detail::Name;
  return zoom < 1.495 ? Detail::All : Detail::Numbers;
}

inline double zoomOf(const QPainter& painter) { return QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter.worldTransform()); }

/// A font at 100 %: the text size of the program is part of the zoom.
inline QFont sceneFont(FontRole role) { return Theme(theme().mode()).font(role); }

inline QFont sceneFont(FontRole role, double pixels) {
  QFont font = sceneFont(role);
  font.setPixelSize(std::max(1, qRound(pixels)));
  return font;
}

/// Smallest text that is drawn, in device-independent pixels.
inline constexpr double kLeastText = 7;

} // namespace glassbox
