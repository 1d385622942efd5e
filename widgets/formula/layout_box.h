// A piece of a formula that has been set, and may still be moved: glyphs and lines with width, height and depth, in em.
#pragma once

#include "widgets/formula/layout.h"

namespace glassbox {

struct LinkArea {
  std::string id;
  QRectF rect;
};

struct Box {
  double width = 0, height = 0, depth = 0;
  std::vector<FormulaGlyph> glyphs;
  std::vector<FormulaRule> rules;
  std::vector<LinkArea> links;

  /// Puts `other` with its origin at (x, y), y downward. The measures of this box stay.
  void put(Box&& other, double x, double y);
  /// Makes height and depth hold a box that was put at `y`.
  void hold(double otherHeight, double otherDepth, double y);
  double total() const { return height + depth; }
  /// The rectangle of the box together with all ink that leaves it.
  QRectF area(const MathFont& font) const;
};

} // namespace glassbox
