#include "widgets/formula/tex_parser.h"

#include "widgets/formula/tex_symbols.h"

#include <algorithm>
#include <utility>

namespace glassbox {
namespace {

struct Fault {
  TexError error;
};

[[noreturn]] void fail(std::size_t at, Text what) { throw Fault{{at, std::move(what)}}; }

struct SpaceCommand {
  std::string_view name;
  double mu;
};
constexpr SpaceCommand kSpaces[] = {{",", 3}, {":", 4}, {">", 4}, {";", 5}, {"!", -3}, {" ", 6}, {"quad", 18}, {"qquad", 36}, {"thinspace", 3}, {"enspace", 9}};

struct FontCommand {
  std::string_view name;
  Alphabet alphabet;
};
constexpr FontCommand kFonts[] = {{"mathrm", Alphabet::Roman},         {"mathbf", Alphabet::Bold},       {"boldsymbol", Alphabet::BoldSymbol},
                                  {"bm", Alphabet::BoldSymbol},        {"mathit", Alphabet::Italic},     {"mathcal", Alphabet::Calligraphic},
                                  {"mathscr", Alphabet::Calligraphic}, {"mathbb", Alphabet::Blackboard}, {"mathfrak", Alphabet::Fraktur},
                                  {"mathsf", Alphabet::SansSerif},     {"mathtt", Alphabet::Typewriter}, {"mathnormal", Alphabet::Normal}};
constexpr FontCommand kTextFonts[] = {{"text", Alphabet::Roman},   {"textrm", Alphabet::Roman},     {"mbox", Alphabet::Roman},          {"textbf", Alphabet::Bold},
                                      {"textit", Alphabet::Italic}, {"textsf", Alphabet::SansSerif}, {"texttt", Alphabet::Typewriter}};

struct BigCommand {
  std::string_view name;
  int size;
  Atom atom;
};
constexpr BigCommand kBigs[] = {{"big", 1, Atom::Ord},   {"Big", 2, Atom::Ord},   {"bigg", 3, Atom::Ord},   {"Bigg", 4, Atom::Ord},
                                {"bigl", 1, Atom::Open}, {"Bigl", 2, Atom::Open}, {"biggl", 3, Atom::Open}, {"Biggl", 4, Atom::Open},
                                {"bigr", 1, Atom::Close}, {"Bigr", 2, Atom::Close}, {"biggr", 3, Atom::Close}, {"Biggr", 4, Atom::Close},
                                {"bigm", 1, Atom::Rel},  {"Bigm", 2, Atom::Rel},  {"biggm", 3, Atom::Rel},  {"Biggm", 4, Atom::Rel}};

struct Environment {
  std::string_view name;
  char32_t left, right;
};
constexpr Environment kEnvironments[] = {{"matrix", 0, 0},         {"smallmatrix", 0, 0}, {"pmatrix", U'(', U')'}, {"bmatrix", U'[', U']'}, {"Bmatrix", U'{', U'}'},
                                         {"vmatrix", U'|', U'|'}, {"Vmatrix", U'‖', U'‖'}, {"cases", U'{', 0},     {"aligned", 0, 0},       {"gathered", 0, 0}};

struct ClassCommand {
  std::string_view name;
  Atom atom;
};
constexpr ClassCommand kClasses[] = {{"mathord", Atom::Ord},     {"mathop", Atom::Op},       {"mathbin", Atom::Bin},     {"mathrel", Atom::Rel},
                                     {"mathopen", Atom::Open},   {"mathclose", Atom::Close}, {"mathpunct", Atom::Punct}, {"mathinner", Atom::Inner}};

struct StyleCommand {
  std::string_view name;
  TexStyle style;
};
constexpr StyleCommand kStyles[] = {
    {"displaystyle", TexStyle::Display}, {"textstyle", TexStyle::Text}, {"scriptstyle", TexStyle::Script}, {"scriptscriptstyle", TexStyle::ScriptScript}};

struct Negation {
  char32_t sign, negated;
};
constexpr Negation kNegations[] = {{U'=', U'≠'}, {U'∈', U'∉'}, {U'<', U'≮'}, {U'>', U'≯'}, {U'≤', U'≰'}, {U'≥', U'≱'}, {U'⊂', U'⊄'}, {U'⊆', U'⊈'},
                                   {U'≡', U'≢'}, {U'∼', U'≁'}, {U'≈', U'≉'}, {U'∣', U'∤'}, {U'∥', U'∦'}, {U'∃', U'∄'}, {U'∋', U'∌'}};

// Read by name in readCommand and withScripts.
constexpr std::string_view kOthers[] = {"begin",  "binom",     "color", "dfrac",    "end",      "frac",     "left",      "limits",    "link",      "middle",     "nolimits", "not",
                                        "operatorname", "overbrace", "overline", "overset", "right", "sqrt", "stackrel", "textcolor", "tfrac", "underbrace", "underline", "underset"};

template<class Table> auto entry(const Table& table, std::string_view name) -> decltype(std::data(table)) {
  const auto* at = std::find_if(std::begin(table), std::end(table), [&](const auto& e) { return e.name == name; });
  return at == std::end(table) ? nullptr : at;
}

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool isContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// What a person would call it in a sentence: no control characters, not long.
std::string shown(std::string_view words) {
  std::string out;
  for (const char c : words.substr(0, 24)) out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  while (words.size() > 24 && !out.empty() && isContinuation(words[out.size()])) out.pop_back();
  return words.size() > 24 ? out + "…" : out;
}

/// Letters that stand in the source and mean themselves.
bool isLetterSign(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9') || (c >= U'Α' && c <= U'ω');
}

class Parser {
 public:
  explicit Parser(std::string_view tex) : m_tex(tex) {}

  TexList read() {
    if (m_tex.size() > kLongestFormula) fail(kLongestFormula, GB_TEXT("formula", "The formula is longer than %1 characters.").arg(kLongestFormula));
    TexList list = readList(Alphabet::Normal);
    if (m_at < m_tex.size()) failHere();
    return list;
  }

 private:
  /// What ends a list stands at m_at and is not part of it.
  [[noreturn]] void failHere() {
    if (m_tex[m_at] == '}') fail(m_at, GB_TEXT("formula", "This } closes nothing."));
    if (m_tex[m_at] == '&') fail(m_at, GB_TEXT("formula", "An & separates columns and stands in a matrix, in cases or in aligned only."));
    const std::string_view name = commandAt(m_at);
    if (name == "right") fail(m_at, GB_TEXT("formula", "This \\right has no \\left."));
    if (name == "middle") fail(m_at, GB_TEXT("formula", "This \\middle does not stand between \\left and \\right."));
    if (name == "end") fail(m_at, GB_TEXT("formula", "This \\end has no \\begin."));
    if (name == "\\") fail(m_at, GB_TEXT("formula", "A \\\\ begins a new row and stands in a matrix, in cases or in aligned only."));
    fail(m_at, GB_TEXT("formula", "The formula cannot be read from here on."));
  }

  /// One level deeper, as long as it lives.
  class Deeper {
   public:
    explicit Deeper(Parser& parser) : m_parser(parser) {
      if (++parser.m_depth > kDeepestFormula) fail(parser.m_at, GB_TEXT("formula", "Braces and commands are nested deeper than %1 levels.").arg(kDeepestFormula));
    }
    ~Deeper() { --m_parser.m_depth; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;

   private:
    Parser& m_parser;
  };

  bool atEnd() const { return m_at >= m_tex.size(); }
  void skipSpaces() {
    while (!atEnd() && isSpace(m_tex[m_at])) ++m_at;
  }

  /// The name of the command whose backslash is at `at`, "" where there is none: "frac", ",", "\\".
  std::string_view commandAt(std::size_t at) const {
    if (at + 1 >= m_tex.size() || m_tex[at] != '\\') return {};
    std::size_t end = at + 1;
    while (end < m_tex.size() && isLetter(m_tex[end])) ++end;
    if (end == at + 1) {
      ++end;
      while (end < m_tex.size() && isContinuation(m_tex[end])) ++end;
    }
    return m_tex.substr(at + 1, end - at - 1);
  }

  bool atListEnd() const {
    if (atEnd()) return true;
    const char c = m_tex[m_at];
    if (c == '}' || c == '&' || (c == ']' && m_inOption && m_depth == m_optionDepth)) return true;
    if (c != '\\') return false;
    const std::string_view name = commandAt(m_at);
    return name == "right" || name == "middle" || name == "end" || name == "\\" || name == "cr";
  }

  TexList readList(Alphabet alphabet) {
    const Deeper deeper(*this);
    if (m_inOption && m_optionDepth == 0) m_optionDepth = m_depth;
    TexList list;
    for (skipSpaces(); !atListEnd(); skipSpaces()) {
      TexNode node = readOne(alphabet);
      list.push_back(withScripts(std::move(node), alphabet));
    }
    return list;
  }

  /// Reads ^, _, ' and \limits behind `base`.
  TexNode withScripts(TexNode base, Alphabet alphabet) {
    if (base.kind == TexKind::Space || base.kind == TexKind::Style) return base;
    TexNode scripts;
    scripts.kind = TexKind::Scripts;
    scripts.at = base.at;
    scripts.limits = base.limits;
    scripts.parts.resize(3);
    TexList& lower = scripts.parts[1];
    TexList& upper = scripts.parts[2];
    bool hasLower = false, hasUpper = false;
    TexList primes;
    for (;;) {
      skipSpaces();
      if (atEnd()) break;
      const char c = m_tex[m_at];
      if (c == '_' || c == '^') {
        bool& taken = c == '_' ? hasLower : hasUpper;
        if (taken)
          fail(m_at, c == '_' ? GB_TEXT("formula", "Two lower indices behind one sign: write them in one pair of braces.")
                              : GB_TEXT("formula", "Two upper indices behind one sign: write them in one pair of braces."));
        const std::size_t at = m_at++;
        TexList script = readArgument(alphabet, at, c == '_' ? "_" : "^");
        taken = true;
        TexList& place = c == '_' ? lower : upper;
        place.insert(place.end(), std::make_move_iterator(script.begin()), std::make_move_iterator(script.end()));
      } else if (c == '\'' || m_tex.substr(m_at, 3) == "\u2032") {
        if (hasUpper) fail(m_at, GB_TEXT("formula", "A prime stands before the upper index, not behind it."));
        TexNode prime;
        prime.symbol = U'′';
        prime.at = m_at;
        primes.push_back(prime);
        m_at += c == '\'' ? 1 : 3;
      } else if (const std::string_view name = commandAt(m_at); name == "limits" || name == "nolimits") {
        if (!isOperator(base)) fail(m_at, GB_TEXT("formula", "\\%1 stands behind a large operator such as \\sum.").arg(std::string(name)));
        scripts.limits = name == "limits" ? Limits::Above : Limits::Beside;
        m_at += name.size() + 1;
      } else {
        break;
      }
    }
    upper.insert(upper.begin(), primes.begin(), primes.end());
    if (!hasLower && !hasUpper && primes.empty()) return base;
    scripts.atom = base.atom;
    scripts.parts[0].push_back(std::move(base));
    return scripts;
  }

  static bool isOperator(const TexNode& node) { return node.atom == Atom::Op || node.kind == TexKind::Brace; }

  /// One sign, group or command with its arguments; scripts are not read.
  TexNode readOne(Alphabet alphabet) {
    TexNode node;
    node.at = m_at;
    node.alphabet = alphabet;
    const char c = m_tex[m_at];
    if (c == '\\') return readCommand(alphabet);
    if (c == '{') {
      node.kind = TexKind::Group;
      node.parts.push_back(readBraces(alphabet));
      return node;
    }
    if (c == '^' || c == '_' || c == '\'') { // {}^2: scripts of nothing
      node.kind = TexKind::Group;
      node.parts.emplace_back();
      return node;
    }
    if (c == '~') {
      ++m_at;
      node.kind = TexKind::Space;
      node.amount = 6;
      return node;
    }
    if (c == '$') fail(m_at, GB_TEXT("formula", "A dollar sign in a formula is written \\$."));
    if (c == '%') fail(m_at, GB_TEXT("formula", "A percent sign in a formula is written \\%."));
    if (c == '#') fail(m_at, GB_TEXT("formula", "A number sign in a formula is written \\#."));
    return readSign(alphabet);
  }

  TexNode readSign(Alphabet alphabet) {
    TexNode node;
    node.at = m_at;
    node.alphabet = alphabet;
    const std::size_t length = lengthAt(m_at);
    const char32_t sign = decode(m_at, length);
    const std::string_view bytes = m_tex.substr(m_at, length);
    m_at += length;
    node.symbol = sign;
    if (isLetterSign(sign)) return node;
    if (const TexSymbol* known = findSign(sign)) {
      node.symbol = known->sign;
      node.atom = known->atom;
      node.limits = known->limits;
      return node;
    }
    if (sign < 0x80) fail(node.at, GB_TEXT("formula", "The sign %1 has no meaning in a formula.").arg(shown(bytes)));
    node.kind = TexKind::Words; // Han and the like: as if in \text
    node.alphabet = Alphabet::Roman;
    node.text = std::string(bytes);
    return node;
  }

  std::size_t lengthAt(std::size_t at) const {
    const auto c = static_cast<unsigned char>(m_tex[at]);
    const std::size_t length = c < 0x80 ? 1 : c >= 0xF0 && c < 0xF8 ? 4 : c >= 0xE0 && c < 0xF0 ? 3 : c >= 0xC2 && c < 0xE0 ? 2 : 0;
    bool sound = length > 0 && at + length <= m_tex.size() && !(c < 0x20);
    for (std::size_t i = 1; sound && i < length; ++i) sound = isContinuation(m_tex[at + i]);
    if (!sound) fail(at, GB_TEXT("formula", "This byte is no character of UTF-8 text."));
    return length;
  }

  char32_t decode(std::size_t at, std::size_t length) const {
    const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(m_tex[at + i])); };
    switch (length) {
    case 1:
      return byte(0);
    case 2:
      return (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
    case 3:
      return (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    default:
      return (byte(0) & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
    }
  }

  /// {...} as a list; m_at is at the brace.
  TexList readBraces(Alphabet alphabet) {
    const std::size_t open = m_at++;
    const bool wasInOption = std::exchange(m_inOption, false);
    TexList list = readList(alphabet);
    m_inOption = wasInOption;
    if (atEnd()) fail(open, GB_TEXT("formula", "This { is not closed."));
    if (m_tex[m_at] != '}') failHere();
    ++m_at;
    return list;
  }

  /// The argument of `command` (which begins at `at`): a group's list, or the one sign that follows.
  TexList readArgument(Alphabet alphabet, std::size_t at, std::string_view command) {
    skipSpaces();
    if (atListEnd() || m_tex[m_at] == '^' || m_tex[m_at] == '_' || m_tex[m_at] == '\'')
      fail(at, GB_TEXT("formula", "%1 has nothing behind it.").arg(shown(command)));
    if (m_tex[m_at] == '{') return readBraces(alphabet);
    const Deeper deeper(*this);
    TexList list;
    list.push_back(readOne(alphabet));
    return list;
  }

  /// The words between the braces of `command`, taken as they stand; \{ \} \\ \$ \% \_ \& \# lose their backslash.
  std::string readWords(std::size_t at, std::string_view command) {
    skipSpaces();
    if (atEnd() || m_tex[m_at] != '{') fail(at, GB_TEXT("formula", "%1 needs its words in braces.").arg(shown(command)));
    const std::size_t open = m_at++;
    std::string words;
    for (int depth = 0; !atEnd();) {
      const char c = m_tex[m_at];
      if (c == '}' && depth-- == 0) {
        ++m_at;
        return words;
      }
      depth += c == '{';
      if (c == '\\') {
        const std::string_view name = commandAt(m_at);
        if (name.size() != 1 || std::string_view("{}\\$%_&#, ").find(name[0]) == std::string_view::npos)
          fail(m_at, GB_TEXT("formula", "\\%1 cannot stand between words: close the braces before it.").arg(shown(name)));
        words += name == "," ? ' ' : name[0];
        m_at += 2;
        continue;
      }
      const std::size_t length = isSpace(c) ? 1 : lengthAt(m_at);
      if (c == '~' || isSpace(c)) words += ' ';
      else if (c != '{' && c != '}') words += m_tex.substr(m_at, length);
      m_at += length;
    }
    fail(open, GB_TEXT("formula", "This { is not closed."));
  }

  char32_t readDelimiter(std::size_t at, std::string_view command) {
    skipSpaces();
    if (atEnd()) fail(at, GB_TEXT("formula", "%1 needs a delimiter: a bracket, a bar, or a full stop for none.").arg("\\" + std::string(command)));
    const std::size_t begin = m_at;
    const std::string_view name = m_tex[m_at] == '\\' ? m_tex.substr(m_at, commandAt(m_at).size() + 1) : m_tex.substr(m_at, lengthAt(m_at));
    const std::optional<char32_t> sign = findDelimiter(name);
    if (!sign) fail(begin, GB_TEXT("formula", "%1 is no delimiter: a bracket, a bar, or a full stop for none stands here.").arg(shown(name)));
    m_at += name.size();
    return *sign;
  }

  TexNode readCommand(Alphabet alphabet) {
    const std::size_t at = m_at;
    const std::string_view name = commandAt(at);
    if (name.empty()) fail(at, GB_TEXT("formula", "The formula ends with a backslash."));
    m_at += name.size() + 1;
    const std::string command = "\\" + std::string(name);
    TexNode node;
    node.at = at;
    node.alphabet = alphabet;
    const auto argument = [&](Alphabet in) { return readArgument(in, at, command); };

    if (const TexSymbol* symbol = findSymbol(name)) {
      node.symbol = symbol->sign;
      node.atom = symbol->atom;
      node.limits = symbol->limits;
      return node;
    }
    if (const TexFunction* function = findFunction(name)) {
      node.kind = TexKind::Function;
      node.atom = Atom::Op;
      node.limits = function->limits;
      node.text = std::string(function->words);
      return node;
    }
    if (const auto* space = entry(kSpaces, name)) {
      node.kind = TexKind::Space;
      node.amount = space->mu;
      return node;
    }
    if (const auto* font = entry(kFonts, name)) {
      node.kind = TexKind::Group;
      node.parts.push_back(argument(font->alphabet));
      // \mathrm{d}, \mathbf{x}: one letter is that letter, so that its scripts and accents know its slant.
      if (node.parts[0].size() == 1 && node.parts[0][0].kind == TexKind::Symbol) return std::move(node.parts[0][0]);
      return node;
    }
    if (const auto* font = entry(kTextFonts, name)) {
      node.kind = TexKind::Words;
      node.alphabet = font->alphabet;
      node.text = readWords(at, command);
      return node;
    }
    if (name == "operatorname") {
      node.kind = TexKind::Function;
      node.atom = Atom::Op;
      node.limits = Limits::Beside;
      if (!atEnd() && m_tex[m_at] == '*') {
        ++m_at;
        node.limits = Limits::ByStyle;
      }
      node.text = readWords(at, command);
      return node;
    }
    if (name == "frac" || name == "dfrac" || name == "tfrac" || name == "binom") {
      node.kind = TexKind::Fraction;
      node.atom = Atom::Ord; // LaTeX's \frac stands in braces of its own
      node.barless = name == "binom";
      node.style = name == "dfrac" ? TexStyle::Display : name == "tfrac" ? TexStyle::Text : TexStyle::AsIs;
      node.parts.push_back(argument(alphabet));
      node.parts.push_back(argument(alphabet));
      return node;
    }
    if (name == "sqrt") {
      node.kind = TexKind::Root;
      TexList degree = readOption(alphabet, at);
      node.parts.push_back(argument(alphabet));
      node.parts.push_back(std::move(degree));
      return node;
    }
    if (const TexAccent* accent = findAccent(name)) {
      node.kind = TexKind::Accent;
      node.symbol = accent->mark;
      node.wide = accent->wide;
      node.parts.push_back(argument(alphabet));
      return node;
    }
    if (name == "overline" || name == "underline") {
      node.kind = TexKind::Bar;
      node.above = name == "overline";
      node.parts.push_back(argument(alphabet));
      return node;
    }
    if (name == "overbrace" || name == "underbrace") {
      node.kind = TexKind::Brace;
      node.atom = Atom::Op;
      node.above = name == "overbrace";
      node.limits = Limits::Above;
      node.parts.push_back(argument(alphabet));
      return node;
    }
    if (name == "overset" || name == "underset" || name == "stackrel") {
      TexList small = argument(alphabet), base = argument(alphabet);
      node.kind = TexKind::Scripts;
      node.limits = Limits::Above;
      node.atom = name == "stackrel" ? Atom::Rel : base.size() == 1 ? base[0].atom : Atom::Ord;
      TexNode group;
      group.kind = TexKind::Group;
      group.at = at;
      group.parts.push_back(std::move(base));
      node.parts.resize(3);
      node.parts[0].push_back(std::move(group));
      node.parts[name == "underset" ? 1 : 2] = std::move(small);
      return node;
    }
    if (name == "color" || name == "textcolor" || name == "link") {
      node.kind = name == "link" ? TexKind::Link : TexKind::Color;
      const std::size_t words = m_at;
      node.text = readWords(at, command);
      if (node.kind == TexKind::Color && !findColor(node.text))
        fail(words, GB_TEXT("formula", "The theme has no colour \"%1\": a formula knows fwd, bwd, pos, neg, accent, text2 and the like.").arg(shown(node.text)));
      if (node.text.empty()) fail(words, GB_TEXT("formula", "A link needs a name between its first braces."));
      node.parts.push_back(argument(alphabet));
      return node;
    }
    if (const auto* cls = entry(kClasses, name)) {
      node.kind = TexKind::Group;
      node.atom = cls->atom;
      node.limits = cls->atom == Atom::Op ? Limits::ByStyle : Limits::Beside;
      node.parts.push_back(argument(alphabet));
      return node;
    }
    if (const auto* style = entry(kStyles, name)) {
      node.kind = TexKind::Style;
      node.style = style->style;
      return node;
    }
    if (const auto* big = entry(kBigs, name)) {
      node.kind = TexKind::Delimiter;
      node.amount = big->size;
      node.atom = big->atom;
      node.symbol = readDelimiter(at, name);
      return node;
    }
    if (name == "not") {
      skipSpaces();
      const std::size_t begin = m_at;
      TexList what = argument(alphabet);
      const auto* negation = what.size() == 1 && what[0].kind == TexKind::Symbol
                                 ? std::find_if(std::begin(kNegations), std::end(kNegations), [&](const Negation& n) { return n.sign == what[0].symbol; })
                                 : std::end(kNegations);
      if (negation == std::end(kNegations)) fail(begin, GB_TEXT("formula", "\\not cannot stand before this: it negates relations such as = and \\in."));
      what[0].symbol = negation->negated;
      what[0].at = at;
      return std::move(what[0]);
    }
    if (name == "left") return readFence(alphabet, at);
    if (name == "begin") return readEnvironment(alphabet, at);
    if (name == "limits" || name == "nolimits") fail(at, GB_TEXT("formula", "\\%1 stands behind a large operator such as \\sum.").arg(std::string(name)));
    fail(at, GB_TEXT("formula", "The formula command %1 is not known.").arg(shown(command)));
  }

  /// [...] behind \sqrt; empty where there is none.
  TexList readOption(Alphabet alphabet, std::size_t at) {
    skipSpaces();
    if (atEnd() || m_tex[m_at] != '[') return {};
    ++m_at;
    const bool wasInOption = std::exchange(m_inOption, true);
    const int wasDepth = std::exchange(m_optionDepth, 0);
    TexList list = readList(alphabet);
    m_inOption = wasInOption;
    m_optionDepth = wasDepth;
    if (atEnd() || m_tex[m_at] != ']') fail(at, GB_TEXT("formula", "The [ behind \\sqrt is not closed."));
    ++m_at;
    return list;
  }

  TexNode readFence(Alphabet alphabet, std::size_t at) {
    TexNode node;
    node.kind = TexKind::Fence;
    node.atom = Atom::Inner;
    node.at = at;
    node.delimiters.push_back(readDelimiter(at, "left"));
    const bool wasInOption = std::exchange(m_inOption, false);
    for (;;) {
      node.parts.push_back(readList(alphabet));
      if (atEnd()) fail(at, GB_TEXT("formula", "This \\left has no \\right."));
      const std::string_view end = commandAt(m_at);
      if (end != "right" && end != "middle") {
        if (m_tex[m_at] == '}' || end == "end") fail(at, GB_TEXT("formula", "This \\left has no \\right."));
        failHere();
      }
      const std::size_t begin = m_at;
      m_at += end.size() + 1;
      node.delimiters.push_back(readDelimiter(begin, end));
      if (end == "right") break;
    }
    m_inOption = wasInOption;
    return node;
  }

  TexNode readEnvironment(Alphabet alphabet, std::size_t at) {
    const std::string name = readWords(at, "\\begin");
    const Environment* environment = entry(kEnvironments, name);
    if (!environment) fail(at, GB_TEXT("formula", "The formula environment \"%1\" is not known.").arg(shown(name)));
    TexNode table;
    table.kind = TexKind::Table;
    table.at = at;
    table.text = name;
    std::vector<std::vector<TexList>> rows(1);
    const bool wasInOption = std::exchange(m_inOption, false);
    for (;;) {
      rows.back().push_back(readList(alphabet));
      if (atEnd()) fail(at, GB_TEXT("formula", "This \\begin{%1} has no \\end{%1}.").arg(name));
      const std::string_view end = commandAt(m_at);
      if (m_tex[m_at] == '&') {
        ++m_at;
        continue;
      }
      if (end == "\\" || end == "cr") {
        m_at += end.size() + 1;
        rows.emplace_back();
        continue;
      }
      if (end != "end") {
        if (m_tex[m_at] == '}') fail(at, GB_TEXT("formula", "This \\begin{%1} has no \\end{%1}.").arg(name));
        failHere();
      }
      const std::size_t begin = m_at;
      m_at += 4;
      const std::string closed = readWords(begin, "\\end");
      if (closed != name) fail(begin, GB_TEXT("formula", "\\end{%1} stands where \\end{%2} is due.").arg(shown(closed)).arg(name));
      break;
    }
    m_inOption = wasInOption;
    if (rows.size() > 1 && rows.back().size() == 1 && rows.back()[0].empty()) rows.pop_back(); // a \\ behind the last row
    for (const auto& row : rows) table.columns = std::max(table.columns, static_cast<int>(row.size()));
    if (rows.size() * static_cast<std::size_t>(table.columns) > kLongestFormula)
      fail(at, GB_TEXT("formula", "The formula is longer than %1 characters.").arg(kLongestFormula));
    for (auto& row : rows) {
      row.resize(static_cast<std::size_t>(table.columns));
      for (TexList& cell : row) table.parts.push_back(std::move(cell));
    }
    if (!environment->left && !environment->right) return table;
    TexNode fence;
    fence.kind = TexKind::Fence;
    fence.atom = Atom::Inner;
    fence.at = at;
    fence.delimiters = {environment->left, environment->right};
    fence.parts.emplace_back();
    fence.parts[0].push_back(std::move(table));
    return fence;
  }

  std::string_view m_tex;
  std::size_t m_at = 0;
  int m_depth = 0;
  bool m_inOption = false;  // a ] may end the list
  int m_optionDepth = 0;    // and does so at this depth
};

} // namespace

ParsedTex parseTex(std::string_view tex) {
  try {
    return {Parser(tex).read(), std::nullopt};
  } catch (const Fault& fault) {
    return {{}, fault.error};
  }
}

std::vector<std::string> texCommands() {
  std::vector<std::string> all;
  const auto add = [&](std::string_view name) {
    if (isLetter(name[0])) all.emplace_back(name);
  };
  for (const std::string_view name : namesOfSymbols()) add(name);
  for (const std::string_view name : kOthers) add(name);
  for (const auto& command : kSpaces) add(command.name);
  for (const auto& command : kFonts) add(command.name);
  for (const auto& command : kTextFonts) add(command.name);
  for (const auto& command : kBigs) add(command.name);
  for (const auto& command : kClasses) add(command.name);
  for (const auto& command : kStyles) add(command.name);
  std::sort(all.begin(), all.end());
  return all;
}

std::vector<std::string> texEnvironments() {
  std::vector<std::string> all;
  for (const Environment& environment : kEnvironments) all.emplace_back(environment.name);
  std::sort(all.begin(), all.end());
  return all;
}

std::string texEscaped(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (std::string_view("{}\\$%_&#").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

} // namespace glassbox
