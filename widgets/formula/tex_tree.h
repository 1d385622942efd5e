// A formula as a tree of plain values: what the TeX says, before anything is measured.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace glassbox {

/// The kinds of things between which TeX sets different spaces (TeXbook, chapter 18).
enum class Atom : std::uint8_t { Ord, Op, Bin, Rel, Open, Close, Punct, Inner };

enum class Alphabet : std::uint8_t { Normal, Roman, Italic, Bold, BoldSymbol, Calligraphic, Blackboard, Fraktur, SansSerif, Typewriter };

/// Where the limits of a large operator stand: above and below in display style only, always, or never.
enum class Limits : std::uint8_t { ByStyle, Above, Beside };

enum class TexKind : std::uint8_t {
  Symbol,    ///< one sign: symbol, alphabet, atom; for large operators limits
  Words,     ///< \text: text, alphabet
  Function,  ///< \log, \operatorname: text, limits
  Space,     ///< amount in mu, 18 to the quad
  Group,     ///< {...}: parts[0]; spaced as one thing of class `atom`
  Color,     ///< \color{text}{parts[0]}: spaced as if it were not there
  Link,      ///< \link{text}{parts[0]}: the same
  Scripts,   ///< parts: base (one node or none), lower, upper; limits
  Fraction,  ///< parts: above, below; style; barless with parentheses when `barless`
  Root,      ///< parts: what stands under it, degree
  Accent,    ///< symbol (a combining mark) over parts[0]; grows with it when `wide`
  Bar,       ///< line over (`above`) or under parts[0]
  Brace,     ///< brace over (`above`) or under parts[0]; the label is its script
  Fence,     ///< \left...\right: delimiters parts.size() + 1, parts between them
  Delimiter, ///< \big(: symbol, atom, amount = 1..4
  Table,     ///< environment `text`: parts row by row, `columns` to a row
  Style,     ///< \displaystyle: style, for the rest of its list
};

enum class TexStyle : std::uint8_t { AsIs, Display, Text, Script, ScriptScript };

struct TexNode;
using TexList = std::vector<TexNode>;

struct TexNode {
  TexKind kind = TexKind::Symbol;
  Atom atom = Atom::Ord;
  Alphabet alphabet = Alphabet::Normal;
  Limits limits = Limits::ByStyle;
  TexStyle style = TexStyle::AsIs;
  bool wide = false;
  bool above = false;
  bool barless = false;
  char32_t symbol = 0;
  double amount = 0;
  std::size_t at = 0; ///< byte of the source where it begins
  int columns = 0;
  std::string text;
  std::vector<char32_t> delimiters; ///< 0 for the invisible one
  std::vector<TexList> parts;

  bool operator==(const TexNode&) const = default;
};

} // namespace glassbox
