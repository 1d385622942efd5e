#include "engine/lesson/region.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace glassbox {
namespace {

/// What stands in quotes behind ` name=` in the first tag <svg ...>; empty: nothing.
std::string_view attributeOf(std::string_view svg, std::string_view name) {
  const std::size_t begin = svg.find("<svg");
  if (begin == std::string_view::npos) return {};
  const std::string_view tag = svg.substr(begin, svg.find('>', begin) - begin);
  for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    const std::size_t quote = at + name.size() + 1;
    if (tag[at - 1] != ' ' || quote >= tag.size() || tag[quote - 1] != '=' || (tag[quote] != '"' && tag[quote] != '\'')) continue;
    const std::size_t end = tag.find(tag[quote], quote + 1);
    return end == std::string_view::npos ? std::string_view() : tag.substr(quote + 1, end - quote - 1);
  }
  return {};
}

/// Numbers with blanks or commas between them; a unit behind a number ends the list.
std::vector<double> numbersIn(std::string_view text) {
  std::vector<double> out;
  std::size_t at = 0;
  while ((at = std::min(text.find_first_not_of(" ,\t\n", at), text.size())) < text.size()) {
    double value = 0;
    const auto [end, fault] = std::from_chars(text.data() + at, text.data() + text.size(), value);
    if (fault != std::errc()) return out;
    out.push_back(value);
    at = static_cast<std::size_t>(end - text.data());
  }
  return out;
}

bool onEdge(double x, double y, double ax, double ay, double bx, double by) {
  const double cross = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
  return cross == 0 && x >= std::min(ax, bx) && x <= std::max(ax, bx) && y >= std::min(ay, by) && y <= std::max(ay, by);
}

/// A ray to the right crosses the edges of a polygon an odd number of times from within.
bool inPolygon(const std::vector<double>& corners, double x, double y) {
  bool inside = false;
  for (std::size_t i = 0, before = corners.size() - 2; i < corners.size(); before = i, i += 2) {
    const double ax = corners[before], ay = corners[before + 1], bx = corners[i], by = corners[i + 1];
    if (onEdge(x, y, ax, ay, bx, by)) return true;
    if ((ay > y) != (by > y) && x < ax + (y - ay) / (by - ay) * (bx - ax)) inside = !inside;
  }
  return inside;
}

}  // namespace

bool PictureBox::holds(const PictureBox& inner) const {
  return inner.x >= x && inner.y >= y && inner.x + inner.width <= x + width && inner.y + inner.height <= y + height;
}

bool Region::contains(double x, double y) const {
  switch (form) {
    case Form::Circle: return std::hypot(x - numbers[0], y - numbers[1]) <= numbers[2];
    case Form::Rectangle: return x >= numbers[0] && x <= numbers[0] + numbers[2] && y >= numbers[1] && y <= numbers[1] + numbers[3];
    case Form::Polygon: break;
  }
  return inPolygon(numbers, x, y);
}

PictureBox Region::bounds() const {
  if (form == Form::Circle) return {numbers[0] - numbers[2], numbers[1] - numbers[2], 2 * numbers[2], 2 * numbers[2]};
  if (form == Form::Rectangle) return {numbers[0], numbers[1], numbers[2], numbers[3]};
  double left = numbers[0], right = left, top = numbers[1], bottom = top;
  for (std::size_t i = 0; i < numbers.size(); i += 2) {
    left = std::min(left, numbers[i]), right = std::max(right, numbers[i]);
    top = std::min(top, numbers[i + 1]), bottom = std::max(bottom, numbers[i + 1]);
  }
  return {left, top, right - left, bottom - top};
}

std::optional<PictureBox> pictureBox(std::string_view svg) {
  const auto sound = [](const PictureBox& box) { return box.width > 0 && box.height > 0 ? std::optional(box) : std::nullopt; };
  if (const std::vector<double> box = numbersIn(attributeOf(svg, "viewBox")); box.size() == 4) return sound({box[0], box[1], box[2], box[3]});
  const std::vector<double> width = numbersIn(attributeOf(svg, "width")), height = numbersIn(attributeOf(svg, "height"));
  if (width.size() != 1 || height.size() != 1) return std::nullopt;
  return sound({0, 0, width[0], height[0]});
}

}  // namespace glassbox
