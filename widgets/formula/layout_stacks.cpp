// What stands on top of each other: fractions, roots, accents, bars and braces (rules 9 to 12 and 15).
#include "widgets/formula/setter.h"

#include <algorithm>
#include <cmath>

namespace glassbox {

Box FormulaSetter::fraction(const TexNode& node, Look look) const {
  look = styled(look, node.style);
  const double em = scale(look), axis = m_c.axisHeight * em;
  const bool display = look.level == 0;
  Box above = row(node.parts[0], numeratorOf(look)), below = row(node.parts[1], cramped(numeratorOf(look)));
  const double rule = node.barless ? 0 : m_c.fractionRule * em;
  double up = 0, down = 0;
  if (node.barless) {
    up = (display ? m_c.stackTopDisplayShiftUp : m_c.stackTopShiftUp) * em;
    down = (display ? m_c.stackBottomDisplayShiftDown : m_c.stackBottomShiftDown) * em;
    const double least = (display ? m_c.stackDisplayGapMin : m_c.stackGapMin) * em;
    const double gap = (up - above.depth) - (below.height - down);
    if (gap < least) {
      up += (least - gap) / 2;
      down += (least - gap) / 2;
    }
  } else {
    up = (display ? m_c.numeratorDisplayShiftUp : m_c.numeratorShiftUp) * em;
    down = (display ? m_c.denominatorDisplayShiftDown : m_c.denominatorShiftDown) * em;
    up = std::max(up, axis + rule / 2 + (display ? m_c.numeratorDisplayGapMin : m_c.numeratorGapMin) * em + above.depth);
    down = std::max(down, -axis + rule / 2 + (display ? m_c.denominatorDisplayGapMin : m_c.denominatorGapMin) * em + below.height);
  }
  Box box;
  const double overhang = node.barless ? 0 : m_x.fractionOverhang * em;
  const double side = node.barless ? 0 : m_x.nullDelimiterSpace, width = std::max(above.width, below.width) + 2 * overhang;
  box.width = width + 2 * side;
  box.hold(above.height, above.depth, -up);
  box.hold(below.height, below.depth, down);
  const double aboveX = side + (width - above.width) / 2, belowX = side + (width - below.width) / 2;
  box.put(std::move(above), aboveX, -up);
  box.put(std::move(below), belowX, down);
  if (rule > 0) box.rules.push_back({QRectF(side, -axis - rule / 2, width, rule), look.color});
  if (!node.barless) return box;

  // \binom: parentheses of TeX's fixed sizes for generalized fractions (sigma 20 and 21)
  const double size = (display ? 2.39 : 1.01) * em;
  Box left = delimiter(U'(', size, look), right = delimiter(U')', size, look), out;
  out.height = std::max({box.height, left.height, right.height});
  out.depth = std::max({box.depth, left.depth, right.depth});
  const double inner = left.width, behind = inner + box.width;
  out.width = behind + right.width;
  out.put(std::move(left), 0, 0);
  out.put(std::move(box), inner, 0);
  out.put(std::move(right), behind, 0);
  return out;
}

Box FormulaSetter::root(const TexNode& node, const Look& look) const {
  const double em = scale(look);
  Box inner = row(node.parts[0], cramped(look));
  const double rule = m_c.radicalRule * em;
  double gap = (look.level == 0 ? m_c.radicalDisplayGap : m_c.radicalGap) * em;
  const double wanted = inner.total() + gap + rule;
  Box sign = vertical(U'√', wanted, look);
  const double total = sign.total();
  if (total > wanted) gap += (total - wanted) / 2; // a sign that is too tall hangs half of the rest below
  const double top = inner.height + gap + rule;    // of the sign and of its roof

  Box out;
  double x = 0;
  if (!node.parts[1].empty()) {
    Look small = look;
    small.level = 3;
    Box degree = row(node.parts[1], small);
    const double bottom = total - top; // of the sign, below the baseline
    const double raise = m_c.radicalDegreeRaise * total - bottom;
    const double before = m_c.radicalKernBeforeDegree * em, degreeWidth = degree.width;
    x = std::max(0.0, before + degreeWidth + m_c.radicalKernAfterDegree * em);
    out.hold(degree.height, degree.depth, -raise);
    out.put(std::move(degree), x - m_c.radicalKernAfterDegree * em - degreeWidth, -raise);
  }
  const double signWidth = sign.width;
  out.hold(top + m_c.radicalExtra * em, total - top, 0);
  out.hold(inner.height, inner.depth, 0);
  out.put(std::move(sign), x, -(top - sign.height)); // the sign's own origin has its top at its height
  const double roof = x + signWidth;
  out.rules.push_back({QRectF(roof, -top, inner.width, rule), look.color});
  out.width = roof + inner.width;
  out.put(std::move(inner), roof, 0);
  return out;
}

FormulaSetter::Set FormulaSetter::accent(const TexNode& node, const Look& look) const {
  const double em = scale(look);
  Look inside = cramped(look);
  Set out = setBase(node.parts[0], inside);
  out.atom = Atom::Ord;
  Look colored = inside;
  const TexNode* sign = onlySymbol(node.parts[0], colored);
  double middle = out.box.width / 2;
  if (sign && !out.box.glyphs.empty()) middle = m_font.measure(out.box.glyphs[0].id).topAccent * em;

  Box mark;
  GlyphId id = m_font.glyph(node.symbol);
  if (node.wide) {
    mark = horizontal(node.symbol, out.box.width, look);
  } else if (id.glyph) {
    mark = glyphBox(id, em, look);
  }
  if (mark.glyphs.empty()) return out;
  const double over = std::max(0.0, out.box.height - m_c.accentBaseHeight * em);
  const FormulaGlyph first = mark.glyphs[0];
  const GlyphMeasure& m = m_font.measure(first.id);
  const double attach = mark.glyphs.size() == 1 ? first.x + m.topAccent * em : mark.width / 2;
  const double height = mark.height;
  out.box.put(std::move(mark), middle - attach, -over);
  out.box.height = std::max(out.box.height, over + height + m_x.accentRoom * em);
  return out;
}

Box FormulaSetter::bar(const TexNode& node, const Look& look) const {
  const double em = scale(look);
  Box box = row(node.parts[0], node.above ? cramped(look) : look);
  if (node.above) {
    const double bottom = box.height + m_c.overbarGap * em, rule = m_c.overbarRule * em;
    box.rules.push_back({QRectF(0, -bottom - rule, box.width, rule), look.color});
    box.height = bottom + rule + m_c.overbarExtra * em;
  } else {
    const double top = box.depth + m_c.underbarGap * em, rule = m_c.underbarRule * em;
    box.rules.push_back({QRectF(0, top, box.width, rule), look.color});
    box.depth = top + rule + m_c.underbarExtra * em;
  }
  return box;
}

Box FormulaSetter::brace(const TexNode& node, const Look& look) const {
  constexpr double kGap = 0.12; // between the brace and what it holds
  const double em = scale(look);
  Look inside = look;
  if (inside.level == 1) inside.level = 0; // \underbrace sets in display style
  Box box = row(node.parts[0], inside);
  Box sign = horizontal(node.above ? U'⏞' : U'⏟', box.width, look);
  const double total = sign.total(), x = (box.width - sign.width) / 2;
  if (node.above) {
    const double y = -(box.height + kGap * em + sign.depth);
    box.put(std::move(sign), x, y);
    box.height += kGap * em + total;
  } else {
    const double y = box.depth + kGap * em + sign.height;
    box.put(std::move(sign), x, y);
    box.depth += kGap * em + total;
  }
  return box;
}

} // namespace glassbox
