// The commands that stand for one sign, and what they stand for.
#pragma once

#include "widgets/common/theme.h"
#include "widgets/formula/tex_tree.h"

#include <optional>
#include <string_view>

namespace glassbox {

struct TexSymbol {
  std::string_view name;
  char32_t sign;
  Atom atom;
  Limits limits = Limits::Beside; ///< of large operators
};

/// \alpha, \le, \sum: null for a name that is no sign.
const TexSymbol* findSymbol(std::string_view name);
/// The same for a sign that stands in the source itself: +, ≤, α. Null for letters, digits and what has no meaning in a formula.
const TexSymbol* findSign(char32_t sign);

struct TexFunction {
  std::string_view name;
  std::string_view words; ///< "lim sup"
  Limits limits;
};
/// \log, \max, \lim.
const TexFunction* findFunction(std::string_view name);

struct TexAccent {
  std::string_view name;
  char32_t mark; ///< combining
  bool wide;
};
const TexAccent* findAccent(std::string_view name);

/// A delimiter by its command without the backslash ("langle", "{", "|") or by its character.
std::optional<char32_t> findDelimiter(std::string_view name);

/// "fwd", "bwd", "text2" ...: the theme's colours that a formula may name.
std::optional<ColorRole> findColor(std::string_view name);

/// The names of all symbols, functions and accents, without backslashes.
std::vector<std::string_view> namesOfSymbols();

/// The sign that letter `c` has in `alphabet`: x becomes U+1D465, R in Blackboard U+211D. What the alphabet lacks stays.
char32_t styledLetter(char32_t c, Alphabet alphabet);

/// A sign that goes up and down with the size of what stands behind it: Σ, ∏, ∫.
bool isLargeOperator(char32_t sign);

} // namespace glassbox
