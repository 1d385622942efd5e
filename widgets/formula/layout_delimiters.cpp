// Signs that grow: the font's larger variants, and beyond them assemblies of pieces (rule 19).
#include "widgets/formula/setter.h"

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr double kNearly = 0.01; // em: a variant that misses the wanted size by less is taken
constexpr int kMostPieces = 400;

struct Placed {
  const GlyphPart* part;
  double at; // of its beginning
};

/// The pieces of an assembly at least `size` long, with the overlaps all alike; sizes in em at scale 1. `length` is what came out.
std::vector<Placed> assemble(const std::vector<GlyphPart>& parts, double minOverlap, double size, double& length) {
  const auto repeated = [&](int extenders) {
    std::vector<const GlyphPart*> list;
    for (const GlyphPart& part : parts)
      for (int i = 0; i < (part.extender ? extenders : 1); ++i) list.push_back(&part);
    return list;
  };
  const auto longest = [&](const std::vector<const GlyphPart*>& list) {
    double sum = 0;
    for (const GlyphPart* part : list) sum += part->advance;
    return sum - minOverlap * std::max(0, static_cast<int>(list.size()) - 1);
  };
  std::vector<const GlyphPart*> list = repeated(0);
  for (int extenders = 1; (list.empty() || longest(list) < size) && extenders < kMostPieces; ++extenders) list = repeated(extenders);
  std::vector<Placed> placed;
  length = 0;
  if (list.empty()) return placed;
  // The joints can give way between the least overlap and their connectors; all give the same.
  double mostGive = 0;
  for (std::size_t i = 0; i + 1 < list.size(); ++i)
    mostGive += std::max(0.0, std::min(list[i]->endConnector, list[i + 1]->startConnector) - minOverlap);
  const double spare = std::clamp(longest(list) - size, 0.0, mostGive);
  double at = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    placed.push_back({list[i], at});
    length = at + list[i]->advance;
    if (i + 1 == list.size()) break;
    const double give = std::max(0.0, std::min(list[i]->endConnector, list[i + 1]->startConnector) - minOverlap);
    at = length - minOverlap - (mostGive > 0 ? spare * give / mostGive : 0);
  }
  return placed;
}

} // namespace

Box FormulaSetter::vertical(char32_t sign, double total, const Look& look) const {
  const double em = scale(look);
  GlyphId id = m_font.glyph(sign == U'‖' ? U'∥' : sign);
  if (!id.glyph) return {};
  const GlyphGrowth* growth = m_font.vertical(id);
  if (!growth) return glyphBox(id, em, look);
  for (const GlyphVariant& variant : growth->variants) {
    id.glyph = variant.glyph;
    const GlyphMeasure& m = m_font.measure(id);
    if ((m.height + m.depth + kNearly) * em >= total) return glyphBox(id, em, look);
  }
  if (growth->parts.empty()) return glyphBox(id, em, look);
  double length = 0;
  const std::vector<Placed> placed = assemble(growth->parts, m_font.minConnectorOverlap(), total / em, length);
  Box box;
  box.height = length * em; // parts are listed from the bottom up
  for (const Placed& piece : placed) {
    GlyphId part = id;
    part.glyph = piece.part->glyph;
    const GlyphMeasure& m = m_font.measure(part);
    Box glyph = glyphBox(part, em, look);
    box.width = std::max(box.width, glyph.width);
    box.put(std::move(glyph), 0, -(piece.at + m.depth) * em);
  }
  return box;
}

Box FormulaSetter::horizontal(char32_t sign, double width, const Look& look) const {
  const double em = scale(look);
  GlyphId id = m_font.glyph(sign);
  if (!id.glyph) return {};
  const GlyphGrowth* growth = m_font.horizontal(id);
  if (!growth) return glyphBox(id, em, look);
  // The widest variant that is not wider, as TeX takes accents; an assembly where there is one and it is needed.
  const GlyphVariant* best = growth->variants.empty() ? nullptr : &growth->variants.front();
  for (const GlyphVariant& variant : growth->variants)
    if (variant.advance * em <= width + kNearly) best = &variant;
  const bool tooShort = best && best == &growth->variants.back() && best->advance * em < width - kNearly;
  if (best && (growth->parts.empty() || !tooShort)) {
    id.glyph = best->glyph;
    return glyphBox(id, em, look);
  }
  double length = 0;
  const std::vector<Placed> placed = assemble(growth->parts, m_font.minConnectorOverlap(), width / em, length);
  Box box;
  box.width = length * em;
  box.height = box.depth = -1e9;
  for (const Placed& piece : placed) {
    GlyphId part = id;
    part.glyph = piece.part->glyph;
    const GlyphMeasure& m = m_font.measure(part);
    Box glyph = glyphBox(part, em, look);
    box.height = std::max(box.height, glyph.height);
    box.depth = std::max(box.depth, glyph.depth);
    box.put(std::move(glyph), (piece.at - m.left) * em, 0);
  }
  return box;
}

Box FormulaSetter::delimiter(char32_t sign, double total, const Look& look) const {
  if (!sign) {
    Box none;
    none.width = m_x.nullDelimiterSpace;
    return none;
  }
  Box drawn = vertical(sign, total, look), box;
  const double axis = m_c.axisHeight * scale(look), shift = (drawn.height - drawn.depth) / 2 - axis;
  box.width = drawn.width;
  box.height = drawn.height - shift;
  box.depth = drawn.depth + shift;
  box.put(std::move(drawn), 0, shift);
  return box;
}

Box FormulaSetter::fence(const TexNode& node, const Look& look) const {
  const double axis = m_c.axisHeight * scale(look);
  std::vector<Box> parts;
  double reach = 0; // the farthest from the axis
  for (const TexList& part : node.parts) {
    parts.push_back(row(part, look, {Atom::Open, Atom::Close}));
    reach = std::max({reach, parts.back().height - axis, parts.back().depth + axis});
  }
  const double total = std::max(2 * reach * m_x.delimiterFactor, 2 * reach - m_x.delimiterShortfall);
  Box box;
  for (std::size_t i = 0; i < node.delimiters.size(); ++i) {
    Box sign = delimiter(node.delimiters[i], total, look);
    const double signWidth = sign.width;
    box.hold(sign.height, sign.depth, 0);
    box.put(std::move(sign), box.width, 0);
    box.width += signWidth;
    if (i == parts.size()) break;
    const double width = parts[i].width;
    box.hold(parts[i].height, parts[i].depth, 0);
    box.put(std::move(parts[i]), box.width, 0);
    box.width += width;
  }
  return box;
}

} // namespace glassbox
