#include "widgets/formula/layout.h"

#include "widgets/formula/setter.h"
#include "widgets/formula/tex_symbols.h"

#include <QString>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

// Space between two atoms (TeXbook, chapter 18): 0 none, 1 thin, 2 medium, 3 thick; negative: not in scripts. 9 cannot be.
constexpr int kBetween[8][8] = {
    //         Ord Op Bin Rel Open Close Punct Inner
    /* Ord */ {0, 1, -2, -3, 0, 0, 0, -1},
    /* Op */ {1, 1, 9, -3, 0, 0, 0, -1},
    /* Bin */ {-2, -2, 9, 9, -2, 9, 9, -2},
    /* Rel */ {-3, -3, 9, 0, -3, 0, 0, -3},
    /* Open */ {0, 0, 9, 0, 0, 0, 0, 0},
    /* Close */ {0, 1, -2, -3, 0, 0, 0, -1},
    /* Punct */ {-1, -1, 9, -1, -1, -1, -1, -1},
    /* Inner */ {-1, 1, -2, -3, -1, 0, -1, -1},
};

double spaceBetween(Atom left, Atom right, bool inScript) {
  const int kind = kBetween[static_cast<int>(left)][static_cast<int>(right)];
  if (kind == 0 || kind == 9 || (kind < 0 && inScript)) return 0;
  constexpr double mu = 1.0 / 18;
  switch (std::abs(kind)) {
  case 1:
    return 3 * mu;
  case 2:
    return 4 * mu;
  default:
    return 5 * mu;
  }
}

/// A sign of two operands needs both: without a left one it is an ordinary sign (rule 5), and without a right one (rule 6).
bool takesNoBinBehind(Atom before) {
  return before == Atom::Bin || before == Atom::Op || before == Atom::Rel || before == Atom::Open || before == Atom::Punct;
}
bool takesNoBinBefore(Atom after) { return after == Atom::Rel || after == Atom::Close || after == Atom::Punct; }

} // namespace

FormulaLayout FormulaLayout::scaled(double factor) const {
  FormulaLayout out = *this;
  const auto times = [factor](const QRectF& r) { return QRectF(r.topLeft() * factor, r.size() * factor); };
  out.width *= factor;
  out.height *= factor;
  out.depth *= factor;
  for (FormulaGlyph& glyph : out.glyphs) {
    glyph.x *= factor;
    glyph.y *= factor;
    glyph.size *= factor;
  }
  for (FormulaRule& rule : out.rules) rule.rect = times(rule.rect);
  for (FormulaLink& link : out.links)
    for (QRectF& rect : link.rects) rect = times(rect);
  return out;
}

FormulaLayout setFormula(const TexList& tree, const MathFont& font, const LayoutOptions& options) { return FormulaSetter(font).set(tree, options); }

FormulaLayout FormulaSetter::set(const TexList& tree, const LayoutOptions& options) const {
  Look look;
  look.level = options.display ? 0 : 1;
  std::vector<Piece> row = pieces(tree, look, {});
  FormulaLayout out;
  out.lines = breakLines(row, options.maxWidth, out.awkward);
  Box box = joined(std::move(row));
  out.width = box.width;
  out.height = box.height;
  out.depth = box.depth;
  out.glyphs = std::move(box.glyphs);
  out.rules = std::move(box.rules);
  for (LinkArea& area : box.links) {
    const auto same = std::find_if(out.links.begin(), out.links.end(), [&](const FormulaLink& link) { return link.id == area.id; });
    if (same != out.links.end()) same->rects.push_back(area.rect);
    else out.links.push_back({std::move(area.id), {area.rect}});
  }
  return out;
}

FormulaSetter::Look FormulaSetter::cramped(Look look) {
  look.cramped = true;
  return look;
}

FormulaSetter::Look FormulaSetter::upperOf(Look look) {
  look.level = look.level < 2 ? 2 : 3;
  return look;
}

FormulaSetter::Look FormulaSetter::numeratorOf(Look look) {
  look.level = std::min(3, look.level + 1);
  return look;
}

FormulaSetter::Look FormulaSetter::styled(Look look, TexStyle style) {
  if (style != TexStyle::AsIs) look.level = static_cast<int>(style) - static_cast<int>(TexStyle::Display);
  return look;
}

// ---- rows ---------------------------------------------------------------------------------------------------------------

void FormulaSetter::flatten(const TexList& list, Look& look, std::vector<const TexNode*>& links, std::vector<Piece>& out) const {
  for (const TexNode& node : list) {
    if (node.kind == TexKind::Style) {
      look = styled(look, node.style);
    } else if (node.kind == TexKind::Color) {
      const std::optional<ColorRole> outer = look.color;
      look.color = findColor(node.text);
      flatten(node.parts[0], look, links, out);
      look.color = outer;
    } else if (node.kind == TexKind::Link) {
      links.push_back(&node);
      flatten(node.parts[0], look, links, out);
      links.pop_back();
    } else {
      Piece piece;
      piece.node = &node;
      piece.look = look;
      piece.links = links;
      out.push_back(std::move(piece));
    }
  }
}

std::vector<FormulaSetter::Piece> FormulaSetter::pieces(const TexList& list, Look look, const Around& around) const {
  std::vector<Piece> row;
  std::vector<const TexNode*> links;
  flatten(list, look, links, row);
  for (Piece& piece : row)
    if (piece.node->kind != TexKind::Space) piece.set = setNode(*piece.node, piece.look);

  Piece* before = nullptr; // spaces between atoms do not separate them
  for (Piece& piece : row) {
    if (piece.node->kind == TexKind::Space) continue;
    const std::optional<Atom> left = before ? std::optional(before->set.atom) : around.before;
    if (piece.set.atom == Atom::Bin && (!left || takesNoBinBehind(*left))) piece.set.atom = Atom::Ord;
    if (before && before->set.atom == Atom::Bin && takesNoBinBefore(piece.set.atom)) before->set.atom = Atom::Ord;
    before = &piece;
  }
  if (before && before->set.atom == Atom::Bin) before->set.atom = Atom::Ord;

  std::optional<Atom> left = around.before;
  double x = 0;
  for (Piece& piece : row) {
    const double em = scale(piece.look);
    if (piece.node->kind == TexKind::Space) {
      piece.set.box.width = piece.node->amount / 18 * em;
    } else {
      if (left) piece.space = spaceBetween(*left, piece.set.atom, piece.look.level >= 2) * em;
      left = piece.set.atom;
    }
    piece.x = x + piece.space;
    x = piece.x + piece.set.box.width;
  }
  if (around.after && left && !row.empty()) { // the space before a closing \middle: there is none in TeX's table but behind Punct
    const Look& last = row.back().look;
    row.back().set.box.width += spaceBetween(*left, *around.after, last.level >= 2) * scale(last);
  }
  return row;
}

Box FormulaSetter::row(const TexList& list, Look look, const Around& around) const { return joined(pieces(list, look, around)); }

Box FormulaSetter::joined(std::vector<Piece>&& row) const {
  Box out;
  struct Open {
    const TexNode* node;
    int line;
    QRectF rect;
  };
  std::vector<Open> open;
  for (const Piece& piece : row) {
    out.width = std::max(out.width, piece.x + piece.set.box.width);
    out.hold(piece.set.box.height, piece.set.box.depth, piece.y);
    for (const TexNode* link : piece.links) {
      if (piece.node->kind == TexKind::Space) continue;
      const QRectF area = piece.set.box.area(m_font).translated(piece.x, piece.y);
      const auto same = std::find_if(open.begin(), open.end(), [&](const Open& o) { return o.node == link && o.line == piece.line; });
      if (same == open.end()) open.push_back({link, piece.line, area});
      else same->rect |= area;
    }
  }
  for (const Open& link : open) out.links.push_back({link.node->text, link.rect});
  for (Piece& piece : row) out.put(std::move(piece.set.box), piece.x, piece.y);
  return out;
}

int FormulaSetter::breakLines(std::vector<Piece>& row, double maxWidth, bool& awkward) {
  if (row.empty() || maxWidth <= 0 || row.back().x + row.back().set.box.width <= maxWidth) return 1;
  // Behind the first relation, where a continued right side begins; a little indented when that is too far right.
  constexpr double kIndent = 1.5, kLineGap = 0.3, kWidestLeft = 0.4;
  double relation = kIndent, behind = kIndent;
  for (const Piece& piece : row)
    if (piece.node->kind != TexKind::Space && piece.set.atom == Atom::Rel) {
      if (piece.x + piece.set.box.width > kWidestLeft * maxWidth) break;
      relation = piece.x;
      behind = piece.x + piece.set.box.width + 5.0 / 18;
      break;
    }
  behind = std::min(behind, maxWidth / 2);

  // How good a place before piece i is to break: between two formulas best, before words next, then before a sign.
  enum Break { None, WithinBrackets, Sign, BeforeWords, BetweenFormulas };
  std::vector<int> brackets(row.size(), 0); // open before piece i
  for (std::size_t i = 1; i < row.size(); ++i) {
    const Atom before = row[i - 1].node->kind == TexKind::Space ? Atom::Ord : row[i - 1].set.atom;
    brackets[i] = std::max(0, brackets[i - 1] + (before == Atom::Open) - (before == Atom::Close));
  }
  const auto breakBefore = [&](std::size_t i) {
    const Piece& piece = row[i];
    if (i == 0 || piece.node->kind == TexKind::Space) return None;
    if (row[i - 1].node->kind == TexKind::Space && row[i - 1].node->amount >= 18) return BetweenFormulas;
    if (piece.node->kind == TexKind::Words && piece.node->text.starts_with(' ')) return BeforeWords;
    if (piece.set.atom != Atom::Rel && piece.set.atom != Atom::Bin) return None;
    return brackets[i] > 0 ? WithinBrackets : Sign;
  };
  struct Line {
    std::size_t first;
    double x; // where it begins
  };
  constexpr double kLeastFilled = 0.3; // a better place is not worth an emptier line
  std::vector<Line> lines{{0, 0.0}};
  for (std::size_t i = 0; i < row.size(); ++i) {
    const Line line = lines.back();
    const auto endOf = [&](std::size_t piece) { return line.x + row[piece].x + row[piece].set.box.width - row[line.first].x; };
    if (endOf(i) <= maxWidth) continue;
    std::size_t best = 0;
    Break quality = None;
    for (std::size_t c = line.first + 1; c <= i; ++c) {
      const Break here = breakBefore(c);
      if (here == None) continue;
      const bool filled = endOf(c - 1) >= kLeastFilled * maxWidth;
      if (quality != None && (here < quality || (!filled && here > quality))) continue;
      best = c;
      quality = here;
    }
    if (quality == None) continue;
    awkward = awkward || quality == WithinBrackets;
    const Atom atom = row[best].set.atom;
    lines.push_back({best, quality == BetweenFormulas ? 0.0 : atom == Atom::Rel ? relation : behind});
    i = best; // what stands behind it is measured anew
  }

  double baseline = 0, depth = 0;
  for (std::size_t n = 0; n < lines.size(); ++n) {
    const std::size_t end = n + 1 < lines.size() ? lines[n + 1].first : row.size();
    double height = 0, lineDepth = 0;
    for (std::size_t i = lines[n].first; i < end; ++i) {
      height = std::max(height, row[i].set.box.height);
      lineDepth = std::max(lineDepth, row[i].set.box.depth);
    }
    if (n > 0) baseline += std::max(1.2, depth + kLineGap + height);
    depth = lineDepth;
    const double shift = lines[n].x - row[lines[n].first].x;
    for (std::size_t i = lines[n].first; i < end; ++i) {
      row[i].x += shift;
      row[i].y = baseline;
      row[i].line = static_cast<int>(n);
      // The space before a break would make the line above it look wider.
      if (i + 1 == end && row[i].node->kind == TexKind::Space) row[i].set.box.width = 0;
    }
  }
  return static_cast<int>(lines.size());
}

// ---- one node -----------------------------------------------------------------------------------------------------------

FormulaSetter::Set FormulaSetter::setNode(const TexNode& node, const Look& look) const {
  Set out;
  out.atom = node.atom;
  switch (node.kind) {
  case TexKind::Symbol:
    return setSymbol(node, look);
  case TexKind::Words:
    out.box = words(node.text, node.alphabet, 1, look);
    break;
  case TexKind::Function:
    out.box = words(node.text, Alphabet::Roman, 0.5, look); // "arg max": a thin space
    break;
  case TexKind::Scripts:
    return setScripts(node, look);
  case TexKind::Fraction:
    out.box = fraction(node, look);
    break;
  case TexKind::Root:
    out.box = root(node, look);
    break;
  case TexKind::Accent:
    return accent(node, look);
  case TexKind::Bar:
    out.box = bar(node, look);
    break;
  case TexKind::Brace:
    out.box = brace(node, look);
    break;
  case TexKind::Fence:
    out.box = fence(node, look);
    break;
  case TexKind::Delimiter: {
    constexpr double kSizes[] = {1.2, 1.2, 1.8, 2.4, 3.0};
    out.box = delimiter(node.symbol, kSizes[std::clamp(static_cast<int>(node.amount), 0, 4)], look);
    break;
  }
  case TexKind::Table:
    out.box = table(node, look);
    break;
  case TexKind::Group:
    out = setBase(node.parts[0], look);
    out.atom = node.atom;
    break;
  case TexKind::Color: // as the base of scripts or under an accent; a row takes them off
  case TexKind::Link:
    return setBase({node}, look);
  case TexKind::Space:
    out.box.width = node.amount / 18 * scale(look);
    break;
  case TexKind::Style:
    break;
  }
  return out;
}

FormulaSetter::Set FormulaSetter::setSymbol(const TexNode& node, const Look& look) const {
  Set out;
  out.atom = node.atom;
  const double em = scale(look);
  // The font's ‖ is narrow; its ∥ has the width of TeX's \|.
  GlyphId id = m_font.glyph(node.symbol == U'‖' ? U'∥' : styledLetter(node.symbol, node.alphabet));
  if (!id.glyph) id = m_font.glyph(node.symbol);
  if (!id.glyph) id = m_font.glyph(U'□');
  const bool large = node.atom == Atom::Op && isLargeOperator(node.symbol);
  if (large && look.level == 0)
    if (const GlyphGrowth* growth = m_font.vertical(id))
      for (const GlyphVariant& variant : growth->variants) {
        id.glyph = variant.glyph;
        if (variant.advance >= m_c.displayOperatorMinHeight - 1e-9) break;
      }
  if (node.symbol == U'′' && look.level >= 2) {
    out.box = prime(id, look);
    return out;
  }
  if (node.symbol == U'…' || node.symbol == U'⋯') {
    out.box = dots(node.symbol == U'…' ? U'.' : U'⋅', look);
    return out;
  }
  const GlyphMeasure& m = m_font.measure(id);
  out.box = glyphBox(id, em, look);
  // Large operators of the font lean further than TeX's (0.59 em and 0.44 em for the integral), which draws limits into the sign.
  out.italic = m.italic * em * (large ? 0.75 : 1.0);
  out.single = !large;
  if (large) { // rule 13: its middle on the axis
    const double shift = (out.box.height - out.box.depth) / 2 - m_c.axisHeight * em;
    for (FormulaGlyph& glyph : out.box.glyphs) glyph.y += shift;
    out.box.height -= shift;
    out.box.depth += shift;
  } else {
    out.box.width += out.italic; // rule 17; a lower index takes it back
  }
  if (node.symbol == U'=' || node.symbol == U'−') { // as high as a plus, as in TeX's fonts: y = x and y + x stand alike
    const GlyphMeasure& plus = m_font.measure(m_font.glyph(U'+'));
    out.box.hold(plus.height * em, plus.depth * em, 0);
  }
  return out;
}

/// The font's prime is drawn at the height where it belongs, at the size of the letter before it, not of an index.
Box FormulaSetter::prime(GlyphId id, const Look& look) const {
  constexpr double kLower = 0.37, kAdvance = 0.21, kLeft = 0.035; // of the letter's size
  Look letter = look;
  letter.level = look.level == 3 ? 2 : 1;
  const double size = scale(letter);
  const GlyphMeasure& m = m_font.measure(id);
  Box box;
  box.width = kAdvance * size;
  box.height = (m.height - kLower) * size;
  box.glyphs.push_back({id, -kLeft * size, kLower * size, size, look.color});
  return box;
}

/// Three dots with thin spaces between, as TeX makes them; the font's own sign is narrower.
Box FormulaSetter::dots(char32_t dot, const Look& look) const {
  constexpr double kThin = 3.0 / 18;
  const double em = scale(look);
  Box box;
  for (int i = 0; i < 3; ++i) {
    Box one = glyphBox(m_font.glyph(dot), em, look);
    const double width = one.width + (i < 2 ? kThin * em : 0);
    box.hold(one.height, one.depth, 0);
    box.put(std::move(one), box.width, 0);
    box.width += width;
  }
  return box;
}

Box FormulaSetter::glyphBox(GlyphId id, double size, const Look& look) const {
  constexpr double kHan = 0.92; // Han letters fill their em; beside Latin Modern's they look larger than they are
  if (id.face != 0) size *= kHan;
  const GlyphMeasure& m = m_font.measure(id);
  Box box;
  box.width = m.advance * size;
  box.height = m.height * size;
  box.depth = m.depth * size;
  box.glyphs.push_back({id, 0, 0, size, look.color});
  return box;
}

Box FormulaSetter::words(const std::string& utf8, Alphabet alphabet, double space, const Look& look) const {
  Box box;
  const double em = scale(look);
  const QList<uint> letters = QString::fromStdString(utf8).toUcs4();
  for (const uint letter : letters) {
    if (letter == U' ') {
      box.width += m_font.measure(m_font.glyph(U' ')).advance * em * space;
      continue;
    }
    GlyphId id = m_font.glyph(letter < 0x80 && alphabet != Alphabet::Roman ? styledLetter(letter, alphabet) : static_cast<char32_t>(letter));
    if (!id.glyph) id = m_font.glyph(U'□');
    Box glyph = glyphBox(id, em, look);
    box.hold(glyph.height, glyph.depth, 0);
    const double width = glyph.width;
    box.put(std::move(glyph), box.width, 0);
    box.width += width;
  }
  return box;
}

/// The sign that a list consists of, through colours, links and braces; null when there is more or less. Sets `look` to its colour.
const TexNode* FormulaSetter::onlySymbol(const TexList& list, Look& look) {
  const TexList* at = &list;
  for (;;) {
    if (at->size() != 1) return nullptr;
    const TexNode& node = at->front();
    if (node.kind == TexKind::Symbol) return node.atom == Atom::Op ? nullptr : &node;
    if (node.kind == TexKind::Color) look.color = findColor(node.text);
    else if (node.kind != TexKind::Link && (node.kind != TexKind::Group || node.atom != Atom::Ord)) return nullptr;
    at = &node.parts[0];
  }
}

} // namespace glassbox
