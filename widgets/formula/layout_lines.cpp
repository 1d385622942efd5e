// A formula that is too wide, in lines: broken at its outermost level, where a reader would pause.
#include "widgets/formula/setter.h"

#include <algorithm>

namespace glassbox {

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

} // namespace glassbox
