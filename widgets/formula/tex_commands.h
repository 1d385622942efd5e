// The commands of the parser that do more than stand for a sign, in tables: spaces, alphabets, sizes, environments. For tex_parser.cpp.
#pragma once

#include "widgets/formula/tex_tree.h"

#include <string_view>

namespace glassbox {

struct SpaceCommand {
  std::string_view name;
  double mu;
};
inline constexpr SpaceCommand kSpaces[] = {{",", 3}, {":", 4},     {">", 4},      {";", 5},         {"!", -3},
                                           {" ", 6}, {"quad", 18}, {"qquad", 36}, {"thinspace", 3}, {"enspace", 9}};

struct FontCommand {
  std::string_view name;
  Alphabet alphabet;
};
inline constexpr FontCommand kFonts[] = {
    {"mathrm", Alphabet::Roman},         {"mathbf", Alphabet::Bold},       {"boldsymbol", Alphabet::BoldSymbol},
    {"bm", Alphabet::BoldSymbol},        {"mathit", Alphabet::Italic},     {"mathcal", Alphabet::Calligraphic},
    {"mathscr", Alphabet::Calligraphic}, {"mathbb", Alphabet::Blackboard}, {"mathfrak", Alphabet::Fraktur},
    {"mathsf", Alphabet::SansSerif},     {"mathtt", Alphabet::Typewriter}, {"mathnormal", Alphabet::Normal}};
inline constexpr FontCommand kTextFonts[] = {{"text", Alphabet::Roman},       {"textrm", Alphabet::Roman},  {"mbox", Alphabet::Roman},
                                             {"textbf", Alphabet::Bold},      {"textit", Alphabet::Italic}, {"textsf", Alphabet::SansSerif},
                                             {"texttt", Alphabet::Typewriter}};

struct BigCommand {
  std::string_view name;
  int size;
  Atom atom;
};
inline constexpr BigCommand kBigs[] = {
    {"big", 1, Atom::Ord},    {"Big", 2, Atom::Ord},    {"bigg", 3, Atom::Ord},    {"Bigg", 4, Atom::Ord},
    {"bigl", 1, Atom::Open},  {"Bigl", 2, Atom::Open},  {"biggl", 3, Atom::Open},  {"Biggl", 4, Atom::Open},
    {"bigr", 1, Atom::Close}, {"Bigr", 2, Atom::Close}, {"biggr", 3, Atom::Close}, {"Biggr", 4, Atom::Close},
    {"bigm", 1, Atom::Rel},   {"Bigm", 2, Atom::Rel},   {"biggm", 3, Atom::Rel},   {"Biggm", 4, Atom::Rel}};

struct Environment {
  std::string_view name;
  char32_t left, right;
};
inline constexpr Environment kEnvironments[] = {
    {"matrix", 0, 0},        {"smallmatrix", 0, 0},   {"pmatrix", U'(', U')'}, {"bmatrix", U'[', U']'}, {"Bmatrix", U'{', U'}'},
    {"vmatrix", U'|', U'|'}, {"Vmatrix", U'‖', U'‖'}, {"cases", U'{', 0},      {"aligned", 0, 0},       {"gathered", 0, 0}};

struct ClassCommand {
  std::string_view name;
  Atom atom;
};
inline constexpr ClassCommand kClasses[] = {{"mathord", Atom::Ord},     {"mathop", Atom::Op},      {"mathbin", Atom::Bin},
                                            {"mathrel", Atom::Rel},     {"mathopen", Atom::Open},  {"mathclose", Atom::Close},
                                            {"mathpunct", Atom::Punct}, {"mathinner", Atom::Inner}};

struct StyleCommand {
  std::string_view name;
  TexStyle style;
};
inline constexpr StyleCommand kStyles[] = {{"displaystyle", TexStyle::Display},
                                           {"textstyle", TexStyle::Text},
                                           {"scriptstyle", TexStyle::Script},
                                           {"scriptscriptstyle", TexStyle::ScriptScript}};

struct Negation {
  char32_t sign, negated;
};
inline constexpr Negation kNegations[] = {{U'=', U'≠'}, {U'∈', U'∉'}, {U'<', U'≮'}, {U'>', U'≯'}, {U'≤', U'≰'},
                                          {U'≥', U'≱'}, {U'⊂', U'⊄'}, {U'⊆', U'⊈'}, {U'≡', U'≢'}, {U'∼', U'≁'},
                                          {U'≈', U'≉'}, {U'∣', U'∤'}, {U'∥', U'∦'}, {U'∃', U'∄'}, {U'∋', U'∌'}};

} // namespace glassbox
