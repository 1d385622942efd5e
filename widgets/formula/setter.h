// Sets formulas: one member for each of the rules of appendix G of the TeXbook, in the measures of OpenType's MATH table.
//
// Where OpenType has one number for what TeX has two (the raise of upper indices in display style, the drop of lower indices that
// stand alone), TeX's second number is in `TexExtras`: the fonts are of one family, and a page of TeX is what readers know.
#pragma once

#include "widgets/formula/layout_box.h"

namespace glassbox {

/// Latin Modern's text measures at 10 pt that the MATH table has no place for; em.
struct TexExtras {
  double supShiftDisplay = 0.413;  // sigma 13
  double subShiftAlone = 0.15;     // sigma 16
  double supDrop = 0.27, subDrop = 0.035; // sigma 18 and 19 of the 7-pt font
  double fractionOverhang = 0.1;   // of the bar, as MathJax draws it: a bar reads better when it is the longest part
  double accentRoom = 0.075;       // above an accent, so that a root's roof does not touch it
  double nullDelimiterSpace = 0.12;
  double bigOpSpacing = 0.1;       // xi 13: above the upper and below the lower limit
  double delimiterFactor = 0.901;
  double delimiterShortfall = 0.5;
  double rowHeight = 0.84, rowDepth = 0.36; // the strut of a 12-pt line
  double rowGapAligned = 0.3;      // \jot
};

class FormulaSetter {
 public:
  explicit FormulaSetter(const MathFont& font) : m_font(font), m_c(font.constants()) {}

  FormulaLayout set(const TexList& tree, const LayoutOptions& options) const;

 private:
  /// 0 display, 1 text, 2 script, 3 script of a script.
  struct Look {
    int level = 0;
    bool cramped = false;
    std::optional<ColorRole> color;
  };
  /// What became of a node: `italic` is how far a single sign leans out behind its width.
  struct Set {
    Box box;
    Atom atom = Atom::Ord;
    bool single = false; ///< one glyph: scripts are placed by the font's fixed shifts
    double italic = 0;
  };
  /// An entry of a list, when colours and links around it are taken off.
  struct Piece {
    const TexNode* node = nullptr;
    Look look;
    std::vector<const TexNode*> links;
    Set set;
    double space = 0;   ///< before it
    double x = 0, y = 0; ///< its place in the row
    int line = 0;
  };
  /// What stands around a list: Open and Close inside of delimiters.
  struct Around {
    std::optional<Atom> before, after;
  };

  double scale(const Look& look) const { return look.level == 3 ? m_c.scriptScriptScale : look.level == 2 ? m_c.scriptScale : 1.0; }
  static Look cramped(Look look);
  static Look upperOf(Look look);
  static Look lowerOf(Look look) { return cramped(upperOf(look)); }
  static Look numeratorOf(Look look);
  static Look styled(Look look, TexStyle style);

  // rows
  void flatten(const TexList& list, Look& look, std::vector<const TexNode*>& links, std::vector<Piece>& out) const;
  std::vector<Piece> pieces(const TexList& list, Look look, const Around& around) const;
  Box row(const TexList& list, Look look, const Around& around = {}) const;
  Box joined(std::vector<Piece>&& pieces) const;
  /// Gives the pieces their lines; `awkward` when a line ends within brackets.
  static int breakLines(std::vector<Piece>& pieces, double maxWidth, bool& awkward);

  // one node
  Set setNode(const TexNode& node, const Look& look) const;
  Set setSymbol(const TexNode& node, const Look& look) const;
  Box words(const std::string& utf8, Alphabet alphabet, double space, const Look& look) const;
  Box prime(GlyphId id, const Look& look) const;
  Box dots(char32_t dot, const Look& look) const;
  Box glyphBox(GlyphId id, double size, const Look& look) const;
  static const TexNode* onlySymbol(const TexList& list, Look& look);

  // scripts
  Set setScripts(const TexNode& node, const Look& look) const;
  Set setBase(const TexList& base, const Look& look) const;
  Box withLimits(Set&& base, const TexNode& node, const Look& look) const;

  // stacks
  Box fraction(const TexNode& node, Look look) const;
  Box root(const TexNode& node, const Look& look) const;
  Set accent(const TexNode& node, const Look& look) const;
  Box bar(const TexNode& node, const Look& look) const;
  Box brace(const TexNode& node, const Look& look) const;

  // delimiters
  Box fence(const TexNode& node, const Look& look) const;
  /// A sign at least `total` high (in em of the page), centred on the axis; empty for sign 0.
  Box delimiter(char32_t sign, double total, const Look& look) const;
  Box vertical(char32_t sign, double total, const Look& look) const;
  Box horizontal(char32_t sign, double width, const Look& look) const;

  Box table(const TexNode& node, Look look) const;

  const MathFont& m_font;
  const MathConstants& m_c;
  TexExtras m_x;
};

} // namespace glassbox
