// A decoded picture, and the function that decodes one: the engine reads no picture formats itself.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/core/result.h"

namespace glassbox {

/// Red, green and blue of each pixel, a byte each, row by row from the top.
struct Picture {
  int width = 0, height = 0;
  bool transparent = false; ///< was, before it was laid on white
  std::vector<std::uint8_t> pixels;
};

/// Decodes a picture file's bytes; `name` is the file, for sentences. Fails for what is no picture and for one that would
/// take more memory than the decoder allows.
using PictureDecoder = Result<Picture> (*)(std::span<const std::uint8_t> bytes, const std::string& name);

/// Largest width and height that readers take.
inline constexpr int kMaxPictureSide = 4096;

} // namespace glassbox
