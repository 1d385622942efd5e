// Where every glyph, line and link of a formula stands: the result of setting it, in em or pixels, y downward from the baseline.
#pragma once

#include "widgets/common/theme.h"
#include "widgets/formula/math_font.h"
#include "widgets/formula/tex_tree.h"

#include <QRectF>

#include <optional>
#include <string>
#include <vector>

namespace glassbox {

struct FormulaGlyph {
  GlyphId id;
  double x = 0, y = 0;
  double size = 1;                ///< of the em
  std::optional<ColorRole> color; ///< none: the colour of the text around
};

/// A fraction's bar, a root's roof.
struct FormulaRule {
  QRectF rect;
  std::optional<ColorRole> color;
};

struct FormulaLink {
  std::string id;
  std::vector<QRectF> rects; ///< one for each line and each place where the id stands
};

struct FormulaLayout {
  double width = 0;
  double height = 0, depth = 0; ///< above and below the baseline of the first line
  int lines = 1;
  bool awkward = false; ///< a line ends within brackets, for there was no better place
  std::vector<FormulaGlyph> glyphs;
  std::vector<FormulaRule> rules;
  std::vector<FormulaLink> links; ///< in the order of the source

  /// The same, `factor` times as large.
  FormulaLayout scaled(double factor) const;
};

struct LayoutOptions {
  bool display = true;  ///< limits above and below, tall fractions; else as in a line of text
  double maxWidth = 0;  ///< in em; a wider formula is broken before relations and signs of its outermost level. 0: never
};

/// Sets `tree` by appendix G of the TeXbook with the font's OpenType measures, in em.
FormulaLayout setFormula(const TexList& tree, const MathFont& font, const LayoutOptions& options);

} // namespace glassbox
