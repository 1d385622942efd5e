// Decodes picture files by Qt, for the engine's readers.
#pragma once

#include "engine/data/picture.h"

namespace glassbox::cli {

/// A PictureDecoder: PNG, JPEG, BMP, GIF, PNM, WebP as far as Qt's plugins are there, never SVG. The first picture of an
/// animation. Takes at most 256 MB for one. What is transparent is laid on white; the orientation that a camera noted is kept.
Result<Picture> decodePicture(std::span<const std::uint8_t> bytes, const std::string& name);

} // namespace glassbox::cli
