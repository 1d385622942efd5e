// A part of a lesson's picture that can be clicked, in the picture's own coordinates.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace glassbox {

/// x to the right, y down.
struct PictureBox {
  double x = 0, y = 0, width = 0, height = 0;
  bool holds(const PictureBox& inner) const;
  bool operator==(const PictureBox&) const = default;
};

struct Region {
  enum class Form {
    Circle,     ///< x and y of the middle, radius
    Rectangle,  ///< x and y of the upper left corner, width, height
    Polygon,    ///< x and y of each corner
  };
  std::string id;  ///< its words stand in the pages
  Form form = Form::Circle;
  std::vector<double> numbers;

  /// The edge belongs to it.
  bool contains(double x, double y) const;
  PictureBox bounds() const;
  bool operator==(const Region&) const = default;
};

/// The coordinates that an SVG drawing shows: its viewBox, else its width and height. Nothing when it tells neither.
std::optional<PictureBox> pictureBox(std::string_view svg);

}  // namespace glassbox
