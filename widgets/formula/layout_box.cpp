#include "widgets/formula/layout_box.h"

#include <algorithm>
#include <iterator>

namespace glassbox {

void Box::put(Box&& other, double x, double y) {
  for (FormulaGlyph& glyph : other.glyphs) {
    glyph.x += x;
    glyph.y += y;
  }
  for (FormulaRule& rule : other.rules) rule.rect.translate(x, y);
  for (LinkArea& link : other.links) link.rect.translate(x, y);
  const auto append = [](auto& to, auto& from) {
    if (to.empty()) to = std::move(from);
    else to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  };
  append(glyphs, other.glyphs);
  append(rules, other.rules);
  append(links, other.links);
}

void Box::hold(double otherHeight, double otherDepth, double y) {
  height = std::max(height, otherHeight - y);
  depth = std::max(depth, otherDepth + y);
}

QRectF Box::area(const MathFont& font) const {
  QRectF area(0, -height, width, height + depth);
  for (const FormulaGlyph& glyph : glyphs) {
    const GlyphMeasure& m = font.measure(glyph.id);
    area |= QRectF(glyph.x + m.left * glyph.size, glyph.y - m.height * glyph.size, (m.right - m.left) * glyph.size, (m.height + m.depth) * glyph.size);
  }
  for (const FormulaRule& rule : rules) area |= rule.rect;
  return area;
}

} // namespace glassbox
