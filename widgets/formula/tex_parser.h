// Reads the TeX of a formula into its tree, or says what is wrong with it and where.
#pragma once

#include "engine/core/text.h"
#include "widgets/formula/tex_tree.h"

#include <optional>
#include <string_view>

namespace glassbox {

/// A formula deeper or longer than this is refused: nobody reads it, and no drawing of it ends.
inline constexpr int kDeepestFormula = 100;
inline constexpr std::size_t kLongestFormula = 16 * 1024; ///< bytes

struct TexError {
  std::size_t at = 0; ///< byte of the source
  Text what;          ///< a sentence
};

struct ParsedTex {
  TexList tree;
  std::optional<TexError> error; ///< then `tree` is empty
};

/// `tex` is UTF-8 without the dollar signs. Never fails otherwise than by `error`.
///
/// Besides LaTeX's own commands (tex_symbols.h; scripts, \frac, \sqrt, \left ... \right, \text, matrices, aligned, cases ...):
///   \color{fwd}{...}, \textcolor  a colour of the theme by its token's name
///   \link{id}{...}                a part with a name: the layout tells where it stands
ParsedTex parseTex(std::string_view tex);

/// The names of all commands of letters, without backslashes, in order; and of the environments.
std::vector<std::string> texCommands();
std::vector<std::string> texEnvironments();

/// The source of \text and of ids back in TeX: what has a meaning there gets its backslash.
std::string texEscaped(std::string_view words);

} // namespace glassbox
