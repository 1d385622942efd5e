// Scales pictures by areas, with the same bytes on every computer.
#pragma once

#include "engine/data/picture.h"

namespace glassbox {

/// Each new pixel is the mean of the old ones that it covers, by the share of each. Proportions are not kept.
Picture resized(const Picture& picture, int width, int height);

/// Red, green, blue as brightness: (299 R + 587 G + 114 B) / 1000, rounded (ITU-R BT.601).
inline std::uint8_t brightness(const std::uint8_t* rgb) {
  return static_cast<std::uint8_t>((299 * rgb[0] + 587 * rgb[1] + 114 * rgb[2] + 500) / 1000);
}

} // namespace glassbox
