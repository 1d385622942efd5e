#include "widgets/formula/tex_symbols.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace glassbox {
namespace {

using enum Atom;

// In the order of the name's bytes: it is searched by halves.
constexpr TexSymbol kSymbols[] = {
    {"#", U'#', Ord},
    {"$", U'$', Ord},
    {"%", U'%', Ord},
    {"&", U'&', Ord},
    {"Delta", U'Δ', Ord},
    {"Downarrow", U'⇓', Rel},
    {"Gamma", U'Γ', Ord},
    {"Im", U'ℑ', Ord},
    {"Lambda", U'Λ', Ord},
    {"Leftarrow", U'⇐', Rel},
    {"Leftrightarrow", U'⇔', Rel},
    {"Longleftarrow", U'⟸', Rel},
    {"Longleftrightarrow", U'⟺', Rel},
    {"Longrightarrow", U'⟹', Rel},
    {"Omega", U'Ω', Ord},
    {"Phi", U'Φ', Ord},
    {"Pi", U'Π', Ord},
    {"Psi", U'Ψ', Ord},
    {"Re", U'ℜ', Ord},
    {"Rightarrow", U'⇒', Rel},
    {"Sigma", U'Σ', Ord},
    {"Theta", U'Θ', Ord},
    {"Uparrow", U'⇑', Rel},
    {"Upsilon", U'Υ', Ord},
    {"Vert", U'‖', Ord},
    {"Xi", U'Ξ', Ord},
    {"_", U'_', Ord},
    {"aleph", U'ℵ', Ord},
    {"alpha", U'α', Ord},
    {"angle", U'∠', Ord},
    {"approx", U'≈', Rel},
    {"ast", U'∗', Bin},
    {"asymp", U'≍', Rel},
    {"backslash", U'\\', Ord},
    {"because", U'∵', Rel},
    {"beta", U'β', Ord},
    {"bigcap", U'⋂', Op, Limits::ByStyle},
    {"bigcup", U'⋃', Op, Limits::ByStyle},
    {"bigodot", U'⨀', Op, Limits::ByStyle},
    {"bigoplus", U'⨁', Op, Limits::ByStyle},
    {"bigotimes", U'⨂', Op, Limits::ByStyle},
    {"bigvee", U'⋁', Op, Limits::ByStyle},
    {"bigwedge", U'⋀', Op, Limits::ByStyle},
    {"blacksquare", U'■', Ord},
    {"bot", U'⊥', Ord},
    {"bullet", U'∙', Bin},
    {"cap", U'∩', Bin},
    {"cdot", U'⋅', Bin},
    {"cdots", U'⋯', Inner},
    {"checkmark", U'✓', Ord},
    {"chi", U'χ', Ord},
    {"circ", U'∘', Bin},
    {"colon", U':', Punct},
    {"cong", U'≅', Rel},
    {"coprod", U'∐', Op, Limits::ByStyle},
    {"cup", U'∪', Bin},
    {"dagger", U'†', Bin},
    {"dashv", U'⊣', Rel},
    {"ddots", U'⋱', Inner},
    {"delta", U'δ', Ord},
    {"diamond", U'⋄', Bin},
    {"div", U'÷', Bin},
    {"doteq", U'≐', Rel},
    {"dots", U'…', Inner},
    {"dotsb", U'⋯', Inner},
    {"dotsc", U'…', Inner},
    {"downarrow", U'↓', Rel},
    {"ell", U'ℓ', Ord},
    {"emptyset", U'∅', Ord},
    {"epsilon", U'ϵ', Ord},
    {"equiv", U'≡', Rel},
    {"eta", U'η', Ord},
    {"exists", U'∃', Ord},
    {"forall", U'∀', Ord},
    {"gamma", U'γ', Ord},
    {"ge", U'≥', Rel},
    {"geq", U'≥', Rel},
    {"gets", U'←', Rel},
    {"gg", U'≫', Rel},
    {"gt", U'>', Rel},
    {"hbar", U'ℏ', Ord},
    {"hookrightarrow", U'↪', Rel},
    {"iff", U'⟺', Rel},
    {"iiint", U'∭', Op, Limits::Beside},
    {"iint", U'∬', Op, Limits::Beside},
    {"imath", U'ı', Ord},
    {"implies", U'⟹', Rel},
    {"in", U'∈', Rel},
    {"infty", U'∞', Ord},
    {"int", U'∫', Op, Limits::Beside},
    {"iota", U'ι', Ord},
    {"jmath", U'ȷ', Ord},
    {"kappa", U'κ', Ord},
    {"lVert", U'‖', Open},
    {"lambda", U'λ', Ord},
    {"land", U'∧', Bin},
    {"langle", U'⟨', Open},
    {"lbrace", U'{', Open},
    {"lbrack", U'[', Open},
    {"lceil", U'⌈', Open},
    {"ldots", U'…', Inner},
    {"le", U'≤', Rel},
    {"leftarrow", U'←', Rel},
    {"leftrightarrow", U'↔', Rel},
    {"leq", U'≤', Rel},
    {"lfloor", U'⌊', Open},
    {"ll", U'≪', Rel},
    {"lnot", U'¬', Ord},
    {"longleftarrow", U'⟵', Rel},
    {"longmapsto", U'⟼', Rel},
    {"longrightarrow", U'⟶', Rel},
    {"lor", U'∨', Bin},
    {"lt", U'<', Rel},
    {"lvert", U'|', Open},
    {"mapsto", U'↦', Rel},
    {"mid", U'∣', Rel},
    {"models", U'⊧', Rel},
    {"mp", U'∓', Bin},
    {"mu", U'μ', Ord},
    {"nabla", U'∇', Ord},
    {"ne", U'≠', Rel},
    {"neg", U'¬', Ord},
    {"neq", U'≠', Rel},
    {"ni", U'∋', Rel},
    {"nmid", U'∤', Rel},
    {"notin", U'∉', Rel},
    {"nu", U'ν', Ord},
    {"odot", U'⊙', Bin},
    {"oint", U'∮', Op, Limits::Beside},
    {"omega", U'ω', Ord},
    {"omicron", U'ο', Ord},
    {"ominus", U'⊖', Bin},
    {"oplus", U'⊕', Bin},
    {"oslash", U'⊘', Bin},
    {"otimes", U'⊗', Bin},
    {"parallel", U'∥', Rel},
    {"partial", U'∂', Ord},
    {"perp", U'⟂', Rel},
    {"phi", U'ϕ', Ord},
    {"pi", U'π', Ord},
    {"pm", U'±', Bin},
    {"prec", U'≺', Rel},
    {"prime", U'′', Ord},
    {"prod", U'∏', Op, Limits::ByStyle},
    {"propto", U'∝', Rel},
    {"psi", U'ψ', Ord},
    {"rVert", U'‖', Close},
    {"rangle", U'⟩', Close},
    {"rbrace", U'}', Close},
    {"rbrack", U']', Close},
    {"rceil", U'⌉', Close},
    {"rfloor", U'⌋', Close},
    {"rho", U'ρ', Ord},
    {"rightarrow", U'→', Rel},
    {"rvert", U'|', Close},
    {"setminus", U'∖', Bin},
    {"sigma", U'σ', Ord},
    {"sim", U'∼', Rel},
    {"simeq", U'≃', Rel},
    {"square", U'□', Ord},
    {"star", U'⋆', Bin},
    {"subset", U'⊂', Rel},
    {"subseteq", U'⊆', Rel},
    {"succ", U'≻', Rel},
    {"sum", U'∑', Op, Limits::ByStyle},
    {"supset", U'⊃', Rel},
    {"supseteq", U'⊇', Rel},
    {"tau", U'τ', Ord},
    {"therefore", U'∴', Rel},
    {"theta", U'θ', Ord},
    {"times", U'×', Bin},
    {"to", U'→', Rel},
    {"top", U'⊤', Ord},
    {"triangle", U'△', Ord},
    {"triangleq", U'≜', Rel},
    {"uparrow", U'↑', Rel},
    {"updownarrow", U'↕', Rel},
    {"upsilon", U'υ', Ord},
    {"varepsilon", U'ε', Ord},
    {"varkappa", U'ϰ', Ord},
    {"varnothing", U'∅', Ord},
    {"varphi", U'φ', Ord},
    {"varpi", U'ϖ', Ord},
    {"varrho", U'ϱ', Ord},
    {"varsigma", U'ς', Ord},
    {"vartheta", U'ϑ', Ord},
    {"vdash", U'⊢', Rel},
    {"vdots", U'⋮', Ord},
    {"vee", U'∨', Bin},
    {"vert", U'|', Ord},
    {"wedge", U'∧', Bin},
    {"wp", U'℘', Ord},
    {"xi", U'ξ', Ord},
    {"zeta", U'ζ', Ord},
    {"{", U'{', Open},
    {"|", U'‖', Ord},
    {"}", U'}', Close},
};
static_assert(std::is_sorted(std::begin(kSymbols), std::end(kSymbols), [](const TexSymbol& a, const TexSymbol& b) { return a.name < b.name; }));

// What a key on the keyboard means in a formula.
constexpr TexSymbol kKeys[] = {
    {"!", U'!', Close}, {"(", U'(', Open}, {")", U')', Close},  {"*", U'∗', Bin},  {"+", U'+', Bin}, {",", U',', Punct},
    {"-", U'−', Bin},   {".", U'.', Ord},  {"/", U'/', Ord},    {":", U':', Rel},  {";", U';', Punct}, {"<", U'<', Rel},
    {"=", U'=', Rel},   {">", U'>', Rel},  {"?", U'?', Close},  {"@", U'@', Ord},  {"[", U'[', Open}, {"]", U']', Close},
    {"|", U'|', Ord},   {"−", U'−', Bin},  {"·", U'⋅', Bin},    {"`", U'‘', Ord},  {"′", U'′', Ord},  {"°", U'°', Ord},
    {"½", U'½', Ord},   {"√", U'√', Ord},
};

constexpr TexFunction kFunctions[] = {
    {"Pr", "Pr", Limits::ByStyle},      {"arccos", "arccos", Limits::Beside}, {"arcsin", "arcsin", Limits::Beside}, {"arctan", "arctan", Limits::Beside},
    {"arg", "arg", Limits::Beside},     {"argmax", "arg max", Limits::ByStyle}, {"argmin", "arg min", Limits::ByStyle}, {"cos", "cos", Limits::Beside},
    {"cosh", "cosh", Limits::Beside},   {"cot", "cot", Limits::Beside},       {"deg", "deg", Limits::Beside},       {"det", "det", Limits::ByStyle},
    {"dim", "dim", Limits::Beside},     {"exp", "exp", Limits::Beside},       {"gcd", "gcd", Limits::ByStyle},      {"inf", "inf", Limits::ByStyle},
    {"ker", "ker", Limits::Beside},     {"lg", "lg", Limits::Beside},         {"lim", "lim", Limits::ByStyle},      {"liminf", "lim inf", Limits::ByStyle},
    {"limsup", "lim sup", Limits::ByStyle}, {"ln", "ln", Limits::Beside},     {"log", "log", Limits::Beside},       {"max", "max", Limits::ByStyle},
    {"min", "min", Limits::ByStyle},    {"sec", "sec", Limits::Beside},       {"sin", "sin", Limits::Beside},       {"sinh", "sinh", Limits::Beside},
    {"sup", "sup", Limits::ByStyle},    {"tan", "tan", Limits::Beside},       {"tanh", "tanh", Limits::Beside},
};

constexpr TexAccent kAccents[] = {
    {"acute", U'\u0301', false}, {"bar", U'\u0304', false},       {"breve", U'\u0306', false}, {"check", U'\u030C', false},   {"ddot", U'\u0308', false},
    {"dot", U'\u0307', false},   {"grave", U'\u0300', false},     {"hat", U'\u0302', false},   {"mathring", U'\u030A', false}, {"overrightarrow", U'\u20D7', true},
    {"tilde", U'\u0303', false}, {"vec", U'\u20D7', false},       {"widehat", U'\u0302', true}, {"widetilde", U'\u0303', true},
};

struct Delimiter {
  std::string_view name;
  char32_t sign;
};
constexpr Delimiter kDelimiters[] = {
    {"(", U'('},          {")", U')'},          {"[", U'['},         {"]", U']'},        {"|", U'|'},        {"/", U'/'},       {"\\|", U'‖'},
    {"\\{", U'{'},        {"\\}", U'}'},        {"<", U'⟨'},         {">", U'⟩'},        {".", 0},           {"⟨", U'⟨'},       {"⟩", U'⟩'},
    {"\\lbrace", U'{'},   {"\\rbrace", U'}'},   {"\\langle", U'⟨'},  {"\\rangle", U'⟩'}, {"\\lvert", U'|'},  {"\\rvert", U'|'}, {"\\vert", U'|'},
    {"\\lVert", U'‖'},    {"\\rVert", U'‖'},    {"\\Vert", U'‖'},    {"\\lfloor", U'⌊'}, {"\\rfloor", U'⌋'}, {"\\lceil", U'⌈'}, {"\\rceil", U'⌉'},
    {"\\lbrack", U'['},   {"\\rbrack", U']'},   {"\\mid", U'|'},     {"\\uparrow", U'↑'}, {"\\downarrow", U'↓'}, {"\\updownarrow", U'↕'}, {"\\backslash", U'\\'},
};

struct NamedColor {
  std::string_view name;
  ColorRole role;
};
constexpr NamedColor kColors[] = {
    {"text", ColorRole::Text}, {"text2", ColorRole::Text2}, {"text3", ColorRole::Text3}, {"off", ColorRole::Off},   {"accent", ColorRole::Accent},
    {"pos", ColorRole::Pos},   {"neg", ColorRole::Neg},     {"fwd", ColorRole::Fwd},     {"bwd", ColorRole::Bwd},   {"err", ColorRole::Err},
    {"warn", ColorRole::Warn}, {"ok", ColorRole::Ok},       {"train", ColorRole::Train}, {"test", ColorRole::Test}, {"c0", ColorRole::C0},
    {"c1", ColorRole::C1},     {"c2", ColorRole::C2},       {"c3", ColorRole::C3},       {"c4", ColorRole::C4},     {"c5", ColorRole::C5},
    {"c6", ColorRole::C6},     {"c7", ColorRole::C7},       {"c8", ColorRole::C8},       {"c9", ColorRole::C9},
};

template<class Table> auto findIn(const Table& table, std::string_view name) -> decltype(std::data(table)) {
  const auto* at = std::find_if(std::begin(table), std::end(table), [&](const auto& entry) { return entry.name == name; });
  return at == std::end(table) ? nullptr : at;
}

// Letters of Unicode's mathematical alphabets that were there before and kept their old place.
struct OldPlace {
  Alphabet alphabet;
  char32_t letter, sign;
};
constexpr OldPlace kOldPlaces[] = {
    {Alphabet::Normal, U'h', U'ℎ'},       {Alphabet::Italic, U'h', U'ℎ'},       {Alphabet::Calligraphic, U'B', U'ℬ'}, {Alphabet::Calligraphic, U'E', U'ℰ'},
    {Alphabet::Calligraphic, U'F', U'ℱ'}, {Alphabet::Calligraphic, U'H', U'ℋ'}, {Alphabet::Calligraphic, U'I', U'ℐ'}, {Alphabet::Calligraphic, U'L', U'ℒ'},
    {Alphabet::Calligraphic, U'M', U'ℳ'}, {Alphabet::Calligraphic, U'R', U'ℛ'}, {Alphabet::Calligraphic, U'e', U'ℯ'}, {Alphabet::Calligraphic, U'g', U'ℊ'},
    {Alphabet::Calligraphic, U'o', U'ℴ'}, {Alphabet::Blackboard, U'C', U'ℂ'},   {Alphabet::Blackboard, U'H', U'ℍ'},   {Alphabet::Blackboard, U'N', U'ℕ'},
    {Alphabet::Blackboard, U'P', U'ℙ'},   {Alphabet::Blackboard, U'Q', U'ℚ'},   {Alphabet::Blackboard, U'R', U'ℝ'},   {Alphabet::Blackboard, U'Z', U'ℤ'},
    {Alphabet::Fraktur, U'C', U'ℭ'},      {Alphabet::Fraktur, U'H', U'ℌ'},      {Alphabet::Fraktur, U'I', U'ℑ'},      {Alphabet::Fraktur, U'R', U'ℜ'},
    {Alphabet::Fraktur, U'Z', U'ℨ'},
};

/// Where an alphabet's A, 0, Α and α lie; 0 where it has none.
struct Places {
  char32_t latin, digit, greekCapital, greekSmall;
};
constexpr Places placesOf(Alphabet alphabet) {
  switch (alphabet) {
  case Alphabet::Normal: // capital Greek letters stand upright, as in LaTeX
    return {0x1D434, 0, 0, 0x1D6FC};
  case Alphabet::Italic:
    return {0x1D434, 0, 0x1D6E2, 0x1D6FC};
  case Alphabet::Roman:
    return {0, 0, 0, 0};
  case Alphabet::Bold:
    return {0x1D400, 0x1D7CE, 0x1D6A8, 0x1D6FC};
  case Alphabet::BoldSymbol:
    return {0x1D468, 0x1D7CE, 0x1D6A8, 0x1D736};
  case Alphabet::Calligraphic:
    return {0x1D49C, 0, 0, 0};
  case Alphabet::Blackboard:
    return {0x1D538, 0x1D7D8, 0, 0};
  case Alphabet::Fraktur:
    return {0x1D504, 0, 0, 0};
  case Alphabet::SansSerif:
    return {0x1D5A0, 0x1D7E2, 0, 0};
  case Alphabet::Typewriter:
    return {0x1D670, 0x1D7F6, 0, 0};
  }
  return {0, 0, 0, 0};
}

// The forms behind ω in each Greek alphabet: ∂ ϵ ϑ ϰ ϕ ϱ ϖ.
constexpr char32_t kGreekForms[] = {U'∂', U'ϵ', U'ϑ', U'ϰ', U'ϕ', U'ϱ', U'ϖ'};

} // namespace

const TexSymbol* findSymbol(std::string_view name) {
  const auto* at = std::lower_bound(std::begin(kSymbols), std::end(kSymbols), name, [](const TexSymbol& s, std::string_view n) { return s.name < n; });
  return at != std::end(kSymbols) && at->name == name ? at : nullptr;
}

const TexSymbol* findSign(char32_t sign) {
  if (sign < 0x80) {
    const char key = static_cast<char>(sign);
    return findIn(kKeys, std::string_view(&key, 1));
  }
  const auto same = [&](const TexSymbol& s) { return s.sign == sign; };
  if (const auto* key = std::find_if(std::begin(kKeys), std::end(kKeys), same); key != std::end(kKeys)) return key;
  if (sign == U'·') return findSymbol("cdot");
  const auto* at = std::find_if(std::begin(kSymbols), std::end(kSymbols), same);
  return at == std::end(kSymbols) ? nullptr : at;
}

const TexFunction* findFunction(std::string_view name) { return findIn(kFunctions, name); }

const TexAccent* findAccent(std::string_view name) { return findIn(kAccents, name); }

std::optional<char32_t> findDelimiter(std::string_view name) {
  const Delimiter* found = findIn(kDelimiters, name);
  return found ? std::optional(found->sign) : std::nullopt;
}

std::optional<ColorRole> findColor(std::string_view name) {
  const NamedColor* found = findIn(kColors, name);
  return found ? std::optional(found->role) : std::nullopt;
}

std::vector<std::string_view> namesOfSymbols() {
  std::vector<std::string_view> names;
  for (const TexSymbol& symbol : kSymbols) names.push_back(symbol.name);
  for (const TexFunction& function : kFunctions) names.push_back(function.name);
  for (const TexAccent& accent : kAccents) names.push_back(accent.name);
  return names;
}

char32_t styledLetter(char32_t c, Alphabet alphabet) {
  for (const OldPlace& old : kOldPlaces)
    if (old.alphabet == alphabet && old.letter == c) return old.sign;
  const Places places = placesOf(alphabet);
  if (c >= U'A' && c <= U'Z') return places.latin ? places.latin + (c - U'A') : c;
  if (c >= U'a' && c <= U'z') return places.latin ? places.latin + 26 + (c - U'a') : c;
  if (c >= U'0' && c <= U'9') return places.digit ? places.digit + (c - U'0') : c;
  if (c >= U'Α' && c <= U'Ω') return places.greekCapital ? places.greekCapital + (c - U'Α') : c;
  // Small Greek letters have an italic form only, whatever the alphabet, as in LaTeX.
  const char32_t small = places.greekSmall ? places.greekSmall : placesOf(Alphabet::Normal).greekSmall;
  if (c >= U'α' && c <= U'ω') return small + (c - U'α');
  for (std::size_t i = 0; i < std::size(kGreekForms); ++i)
    if (kGreekForms[i] == c) return small + 25 + static_cast<char32_t>(i);
  if (alphabet != Alphabet::Roman && c == U'ı') return 0x1D6A4;
  if (alphabet != Alphabet::Roman && c == U'ȷ') return 0x1D6A5;
  if (alphabet == Alphabet::Bold || alphabet == Alphabet::BoldSymbol)
    if (c == U'∇') return 0x1D6C1;
  return c;
}

bool isLargeOperator(char32_t sign) {
  const TexSymbol* found = findSign(sign);
  return found && found->atom == Op;
}

} // namespace glassbox
