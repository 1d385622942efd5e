// What a learner draws with the mouse, as the picture that a network gets.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/data/generators/strokes.h"

namespace glassbox {

/// One movement of the pen or of the eraser over a picture; coordinates and width in its pixels, y downwards.
struct PenStroke {
  std::vector<generators::PenPoint> points;  ///< one alone is a dot
  double width = 2.5;
  bool erases = false;
};

/// The strokes one after the other on black, (height, width) bytes: 255 is full ink. A pixel takes the ink of the darkest stroke
/// over it; an eraser leaves the share it does not cover.
std::vector<std::uint8_t> rasterize(std::span<const PenStroke> strokes, int width, int height);

/// The strokes as MNIST's pictures were made (LeCun, Cortes, Burges: the digit in a box of 20 x 20, sides kept in proportion, its
/// centre of mass in the middle of 28 x 28), for any size: the longer side of what is inked becomes 20/28 of the shorter side of
/// the picture. The pen keeps its width. Nothing changes without ink.
std::vector<PenStroke> centred(std::span<const PenStroke> strokes, int width, int height);

}  // namespace glassbox
