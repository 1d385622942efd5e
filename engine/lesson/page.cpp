#include "engine/lesson/page.h"

#include <algorithm>
#include <charconv>

#include "engine/io/json_value.h"

namespace glassbox {
namespace {

struct BlockRule {
  BlockKind kind;
  const char* key;
  bool hasId, hasGrade, hasTitle;
};

constexpr std::array kRules{
    BlockRule{BlockKind::Goal, "goal", false, false, false},          BlockRule{BlockKind::Task, "task", true, false, true},
    BlockRule{BlockKind::Hint, "hint", true, true, false},            BlockRule{BlockKind::Question, "question", true, false, false},
    BlockRule{BlockKind::Reveal, "reveal", true, false, false},       BlockRule{BlockKind::Misconception, "misconception", false, false, false},
    BlockRule{BlockKind::Summary, "summary", false, false, false},    BlockRule{BlockKind::TakeHome, "take_home", false, false, false},
};

constexpr std::size_t kShown = 60;  // bytes of the file that a sentence repeats

bool isContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::string shown(std::string_view text) {
  std::size_t end = std::min(text.size(), kShown);
  while (end < text.size() && end > 0 && isContinuation(text[end])) --end;
  return std::string(text.substr(0, end));
}

bool isBlank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

/// Lower-case letters, digits and _, at most 40.
bool isMarkId(std::string_view text) {
  return !text.empty() && text.size() <= 40 && std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

/// Position of `mark` at or behind `from` that no backslash escapes.
std::size_t findUnescaped(std::string_view line, std::string_view mark, std::size_t from) {
  for (std::size_t i = from; i < line.size(); ++i) {
    if (line[i] == '\\') ++i;
    else if (line.substr(i).starts_with(mark)) return i;
  }
  return std::string_view::npos;
}

class PageReader {
 public:
  PageReader(std::string_view text, const std::string& name) : m_text(text), m_name(name) {}

  Result<Page> read() {
    if (const std::optional<std::size_t> bad = badUtf8(m_text)) {
      const std::string_view before = m_text.substr(0, *bad);
      m_number = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
      m_line = m_text.substr(before.rfind('\n') + 1);
      report(offsetOf(m_text.substr(*bad)), GB_TEXT("engine", "The bytes here are not UTF-8 text."), GB_TEXT("engine", "Save the file as UTF-8."));
      return *m_fault;
    }
    std::string_view rest = m_text;
    while (!rest.empty() && !m_fault) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      m_line = rest.substr(0, end);
      if (m_line.ends_with('\r')) m_line.remove_suffix(1);
      ++m_number;
      readLine();
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    finish();
    if (m_fault) return *m_fault;
    return std::move(m_page);
  }

 private:
  /// Keeps the first fault.
  void report(std::size_t offset, Text what, Text hint = {}) {
    if (!m_fault) m_fault = Error(std::move(what), placeAt(offset), std::move(hint));
  }
  /// The column counts characters, as the JSON reader does.
  std::string placeAt(std::size_t offset) const {
    const std::string_view before = m_line.substr(0, offset);
    const auto column = 1 + std::count_if(before.begin(), before.end(), [](char c) { return !isContinuation(c); });
    return m_name + ":" + std::to_string(m_number) + ":" + std::to_string(column);
  }
  std::size_t offsetOf(std::string_view part) const { return static_cast<std::size_t>(part.data() - m_line.data()); }

  void readLine() {
    checkCharacters();
    if (m_inCode || m_line.starts_with("```")) {
      if (m_line.starts_with("```")) m_inCode = !m_inCode, m_codeLine = m_number;
      return keep(m_line);
    }
    if (m_line.starts_with(":::")) return readMark();
    if (m_page.title.empty()) return readTitle();
    if (m_line.starts_with("# ")) return report(0, GB_TEXT("engine", "A page has one title; use ## for its sections."));
    if (m_open && m_open->kind == BlockKind::Question && m_line.starts_with("- (")) return readChoice();
    checkInline(m_line);
    keep(m_line);
  }

  void checkCharacters() {
    for (std::size_t i = 0; i < m_line.size(); ++i) {
      const auto c = static_cast<unsigned char>(m_line[i]);
      if ((c < 0x20 && c != '\t') || c == 0x7F) return report(i, GB_TEXT("engine", "A control character stands here."), GB_TEXT("engine", "Remove it."));
      if (isDirectionMark(m_line.substr(i))) return report(i, GB_TEXT("engine", "A hidden mark that changes the reading direction stands here."), GB_TEXT("engine", "Remove it."));
    }
  }

  void readTitle() {
    if (isBlank(m_line)) return;
    if (!m_line.starts_with("# ") || isBlank(m_line.substr(2))) return report(0, GB_TEXT("engine", "A page begins with its title: # and a space, then the words."));
    m_page.title = trimmed(m_line.substr(2));
    checkInline(m_line.substr(2));
  }

  // ---- blocks -----------------------------------------------------------------------------------------------------------

  void readMark() {
    std::string_view rest = trimmed(m_line.substr(3));
    if (m_page.title.empty()) return report(0, GB_TEXT("engine", "A page begins with its title: # and a space, then the words."));
    if (rest.empty()) {
      if (!m_open) return report(0, GB_TEXT("engine", "This ::: closes a block, but none is open."));
      m_open = nullptr;
      return;
    }
    if (m_open) return report(0, GB_TEXT("engine", "The block \"%1\" is still open here.").arg(key(m_open->kind)), GB_TEXT("engine", "Close it with ::: on a line of its own."));
    const std::string_view word = takeWord(rest);
    const auto rule = std::find_if(kRules.begin(), kRules.end(), [&](const BlockRule& r) { return word == r.key; });
    if (rule == kRules.end()) return report(offsetOf(word), GB_TEXT("engine", "There is no block \"%1\"; known are %2.").arg(shown(word)).arg(knownBlocks()));
    PageBlock block;
    block.kind = rule->kind;
    block.place = placeAt(0);
    if (rule->hasId) {
      const std::string_view id = takeWord(rest);
      if (!isMarkId(id)) return report(id.empty() ? m_line.size() : offsetOf(id), GB_TEXT("engine", "Behind \"%1\" its id should stand: small letters, digits and _, at most 40.").arg(rule->key));
      block.id = id;
    }
    if (rule->hasGrade) {
      const std::string_view grade = takeWord(rest);
      if (grade.size() != 1 || grade[0] < '1' || grade[0] > '3') return report(grade.empty() ? m_line.size() : offsetOf(grade), GB_TEXT("engine", "Behind the id of a hint its grade should stand: 1, 2 or 3."));
      block.grade = grade[0] - '0';
      const std::string_view variant = takeWord(rest);
      if (!variant.empty() && !isMarkId(variant)) return report(offsetOf(variant), GB_TEXT("engine", "Behind the grade of a hint the id of a hint of lesson.json may stand: small letters, digits and _, at most 40."));
      block.variant = variant;
    }
    if (rule->hasTitle) {
      if (rest.empty()) return report(m_line.size(), GB_TEXT("engine", "Behind the id of a task its title should stand."));
      block.title = rest;
      checkInline(rest);
    } else if (!rest.empty()) {
      return report(offsetOf(rest), GB_TEXT("engine", "\"%1\" does not belong here.").arg(shown(rest)));
    }
    if (m_page.find(block.kind, block.id, block.grade, block.variant)) return report(0, GB_TEXT("engine", "This block stands twice on the page."));
    m_page.blocks.push_back(std::move(block));
    m_open = &m_page.blocks.back();
    m_openLine = m_number;
  }

  static std::string_view takeWord(std::string_view& rest) {
    const std::size_t end = std::min(rest.find_first_of(" \t"), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest = trimmed(rest.substr(end));
    return word;
  }

  static std::string knownBlocks() {
    std::string list;
    for (const BlockRule& rule : kRules) list += (list.empty() ? "" : ", ") + std::string(rule.key);
    return list;
  }

  /// "- (key) words"
  void readChoice() {
    const std::size_t close = m_line.find(')');
    const std::string_view id = m_line.substr(3, close == std::string_view::npos ? 0 : close - 3);
    if (!isMarkId(id)) return report(3, GB_TEXT("engine", "A choice begins with its key in brackets: small letters, digits and _."));
    const std::string_view words = trimmed(m_line.substr(close + 1));
    if (words.empty()) return report(m_line.size(), GB_TEXT("engine", "The choice \"%1\" has no words.").arg(shown(id)));
    for (const PageChoice& choice : m_open->choices)
      if (choice.key == id) return report(3, GB_TEXT("engine", "The choice \"%1\" stands twice.").arg(shown(id)));
    m_open->choices.push_back({std::string(id), std::string(words)});
    checkInline(words);
  }

  void keep(std::string_view line) {
    if (!m_open && (m_page.blocks.empty() || m_page.blocks.back().kind != BlockKind::Text || m_wasOpen)) {
      if (isBlank(line)) return;
      PageBlock block;
      block.place = placeAt(0);
      m_page.blocks.push_back(std::move(block));
    }
    m_wasOpen = m_open != nullptr;
    m_page.blocks.back().markdown += std::string(line) + "\n";
  }

  void finish() {
    if (m_fault) return;
    m_line = {};
    if (m_inCode) m_number = m_codeLine, report(0, GB_TEXT("engine", "The code that begins here is not closed."), GB_TEXT("engine", "Close it with ``` on a line of its own."));
    if (m_open) m_number = m_openLine, report(0, GB_TEXT("engine", "The block \"%1\" that begins here is not closed.").arg(key(m_open->kind)), GB_TEXT("engine", "Close it with ::: on a line of its own."));
    if (m_page.title.empty()) m_number = 1, report(0, GB_TEXT("engine", "The page is empty."));
    if (m_fault) return;
    for (const PageBlock& block : m_page.blocks)
      if (isBlank(firstWords(block))) {
        m_fault = Error(GB_TEXT("engine", "The block \"%1\" has no text.").arg(key(block.kind)), block.place);
        return;
      }
  }

  static std::string_view firstWords(const PageBlock& block) {
    const std::size_t at = block.markdown.find_first_not_of(" \t\r\n");
    return at == std::string::npos ? std::string_view() : std::string_view(block.markdown).substr(at, 1);
  }

  // ---- within a line ----------------------------------------------------------------------------------------------------

  /// Checks a part of m_line and adds its plain words.
  void checkInline(std::string_view part) {
    std::size_t i = 0;
    while (i < part.size() && !m_fault) {
      const std::string_view rest = part.substr(i);
      if (rest[0] == '\\' && rest.size() > 1) plain(rest.substr(1, 1)), i += 2;
      else if (rest[0] == '`') i += codeLength(rest);
      else if (rest[0] == '$') i += formulaLength(rest);
      else if (rest[0] == '<') report(offsetOf(rest), GB_TEXT("engine", "A page takes no HTML, so a < outside code and formulas is written \\<."));
      else if (rest.starts_with("[^")) report(offsetOf(rest), GB_TEXT("engine", "Footnotes are not shown in the lab."), GB_TEXT("engine", "Put the remark into the text."));
      else if (rest.starts_with("![")) i += pictureLength(rest);
      else if (rest.starts_with("](")) i += linkLength(rest);
      else plain(rest.substr(0, 1)), ++i;
    }
    plain("\n");
  }

  void plain(std::string_view text) {
    if (text == "*" || text == "[" || text == "#") return;
    (m_open && !m_open->variant.empty() ? m_page.variants : m_page.plain) += text;
  }

  std::size_t codeLength(std::string_view rest) {
    const std::size_t ticks = std::min(rest.find_first_not_of('`'), rest.size());
    const std::size_t close = rest.find(std::string(ticks, '`'), ticks);
    if (close == std::string_view::npos) return report(offsetOf(rest), GB_TEXT("engine", "The code that begins with this ` does not close on its line.")), rest.size();
    return close + ticks;
  }

  std::size_t formulaLength(std::string_view rest) {
    const std::string_view mark = rest.starts_with("$$") ? "$$" : "$";
    const std::size_t close = findUnescaped(rest, mark, mark.size());
    if (close == std::string_view::npos) {
      report(offsetOf(rest), GB_TEXT("engine", "The formula that begins with this $ does not close on its line."), GB_TEXT("engine", "A dollar sign in the text is written \\$."));
      return rest.size();
    }
    const std::string_view tex = rest.substr(mark.size(), close - mark.size());
    if (isBlank(tex)) report(offsetOf(rest), GB_TEXT("engine", "This formula is empty."));
    else if (const std::optional<FormulaFault> fault = checkFormula(tex)) report(offsetOf(tex) + fault->offset, fault->what);
    ++m_page.formulas;
    plain(" ");
    return close + mark.size();
  }

  std::size_t pictureLength(std::string_view rest) {
    const std::size_t middle = rest.find("]("), end = rest.find(')', std::min(middle, rest.size()));
    if (end == std::string_view::npos) return report(offsetOf(rest), GB_TEXT("engine", "A picture is written ![what it shows](file.svg).")), rest.size();
    const std::string_view alt = rest.substr(2, middle - 2), file = rest.substr(middle + 2, end - middle - 2);
    if (isBlank(alt)) report(offsetOf(alt), GB_TEXT("engine", "This picture needs words between [ and ] for readers who cannot see it."));
    else if (!isPictureName(file))
      report(offsetOf(file), GB_TEXT("engine", "\"%1\" is not the name of a picture in the lesson's folder: letters, digits, - and _, ending in .svg, without a path.").arg(shown(file)));
    m_page.pictures.push_back({std::string(file), placeAt(offsetOf(file))});
    return end + 1;
  }

  /// Behind the words of a link: "](target)".
  std::size_t linkLength(std::string_view rest) {
    const std::size_t end = rest.find(')');
    if (end == std::string_view::npos) return report(offsetOf(rest), GB_TEXT("engine", "The link that begins here is not closed by a round bracket.")), rest.size();
    const std::string_view target = rest.substr(2, end - 2);
    const std::span<const std::string_view> known = labLinks();
    const bool lab = target.starts_with("lab:") && std::find(known.begin(), known.end(), target.substr(4)) != known.end();
    const bool web = target.starts_with("https://") && target.size() > 8 && target.find_first_of(" \t\"\\") == std::string_view::npos;
    if (!lab && !web) report(offsetOf(target), GB_TEXT("engine", "The link \"%1\" leads nowhere that a lesson may lead: it is https:// or lab: and one of %2.").arg(shown(target)).arg(knownLinks()));
    return end + 1;
  }

  static std::string knownLinks() {
    std::string list;
    for (std::string_view link : labLinks()) list += (list.empty() ? "" : ", ") + std::string(link);
    return list;
  }

  std::string_view m_text;
  std::string m_name;
  Page m_page;
  std::optional<Error> m_fault;
  std::string_view m_line;
  int m_number = 0;
  PageBlock* m_open = nullptr;  // the last of m_page.blocks; none is added while it is open
  int m_openLine = 0;
  bool m_wasOpen = false;       // the last kept line stood in a block
  bool m_inCode = false;
  int m_codeLine = 0;
};

// ---- formulas -------------------------------------------------------------------------------------------------------------

// What the lab draws (widgets/formula; a test of that folder holds the two together). Sorted.
constexpr std::string_view kCommands[] = {
    "Big", "Bigg", "Biggl", "Biggm", "Biggr", "Bigl", "Bigm", "Bigr", "Delta", "Downarrow", "Gamma", "Im", "Lambda", "Leftarrow", "Leftrightarrow",
    "Longleftarrow", "Longleftrightarrow", "Longrightarrow", "Omega", "Phi", "Pi", "Pr", "Psi", "Re", "Rightarrow", "Sigma", "Theta", "Uparrow",
    "Upsilon", "Vert", "Xi", "acute", "aleph", "alpha", "angle", "approx", "arccos", "arcsin", "arctan", "arg", "argmax", "argmin", "ast", "asymp",
    "backslash", "bar", "because", "begin", "beta", "big", "bigcap", "bigcup", "bigg", "biggl", "biggm", "biggr", "bigl", "bigm", "bigodot",
    "bigoplus", "bigotimes", "bigr", "bigvee", "bigwedge", "binom", "blacksquare", "bm", "boldsymbol", "bot", "breve", "bullet", "cap", "cdot",
    "cdots", "check", "checkmark", "chi", "circ", "colon", "color", "cong", "coprod", "cos", "cosh", "cot", "cup", "dagger", "dashv", "ddot", "ddots",
    "deg", "delta", "det", "dfrac", "diamond", "dim", "displaystyle", "div", "dot", "doteq", "dots", "dotsb", "dotsc", "downarrow", "ell", "emptyset",
    "end", "enspace", "epsilon", "equiv", "eta", "exists", "exp", "forall", "frac", "gamma", "gcd", "ge", "geq", "gets", "gg", "grave", "gt", "hat",
    "hbar", "hookrightarrow", "iff", "iiint", "iint", "imath", "implies", "in", "inf", "infty", "int", "iota", "jmath", "kappa", "ker", "lVert",
    "lambda", "land", "langle", "lbrace", "lbrack", "lceil", "ldots", "le", "left", "leftarrow", "leftrightarrow", "leq", "lfloor", "lg", "lim",
    "liminf", "limits", "limsup", "ll", "ln", "lnot", "log", "longleftarrow", "longmapsto", "longrightarrow", "lor", "lt", "lvert", "mapsto",
    "mathbb", "mathbf", "mathbin", "mathcal", "mathclose", "mathfrak", "mathinner", "mathit", "mathnormal", "mathop", "mathopen", "mathord",
    "mathpunct", "mathrel", "mathring", "mathrm", "mathscr", "mathsf", "mathtt", "max", "mbox", "mid", "middle", "min", "models", "mp", "mu", "nabla",
    "ne", "neg", "neq", "ni", "nmid", "nolimits", "not", "notin", "nu", "odot", "oint", "omega", "omicron", "ominus", "operatorname", "oplus",
    "oslash", "otimes", "overbrace", "overline", "overrightarrow", "overset", "parallel", "partial", "perp", "phi", "pi", "pm", "prec", "prime",
    "prod", "propto", "psi", "qquad", "quad", "rVert", "rangle", "rbrace", "rbrack", "rceil", "rfloor", "rho", "right", "rightarrow", "rvert",
    "scriptscriptstyle", "scriptstyle", "sec", "setminus", "sigma", "sim", "simeq", "sin", "sinh", "sqrt", "square", "stackrel", "star", "subset",
    "subseteq", "succ", "sum", "sup", "supset", "supseteq", "tan", "tanh", "tau", "text", "textbf", "textcolor", "textit", "textrm", "textsf",
    "textstyle", "texttt", "tfrac", "therefore", "theta", "thinspace", "tilde", "times", "to", "top", "triangle", "triangleq", "underbrace",
    "underline", "underset", "uparrow", "updownarrow", "upsilon", "varepsilon", "varkappa", "varnothing", "varphi", "varpi", "varrho", "varsigma",
    "vartheta", "vdash", "vdots", "vec", "vee", "vert", "wedge", "widehat", "widetilde", "wp", "xi", "zeta"};
constexpr std::string_view kSigns = ",;:>! \\{}|%$_&#";  // behind a backslash
constexpr std::string_view kEnvironments[] = {"Bmatrix", "Vmatrix", "aligned", "bmatrix", "cases", "gathered", "matrix", "pmatrix", "smallmatrix", "vmatrix"};

bool isTexLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

const char* key(Language language) { return language == Language::English ? "en" : "zh_CN"; }

const char* key(BlockKind kind) {
  const auto rule = std::find_if(kRules.begin(), kRules.end(), [&](const BlockRule& r) { return r.kind == kind; });
  return rule == kRules.end() ? "" : rule->key;
}

std::span<const std::string_view> labLinks() {
  static constexpr std::string_view links[] = {"run", "step", "epoch", "reset", "new_seed", "build", "stepping", "look", "data", "training"};
  return links;
}

std::optional<FormulaFault> checkFormula(std::string_view tex) {
  std::vector<std::string_view> open;  // "{", "left" and environments, in the order in which they must close
  const auto closes = [&](std::string_view what) {
    if (open.empty() || open.back() != what) return false;
    open.pop_back();
    return true;
  };
  for (std::size_t i = 0; i < tex.size(); ++i) {
    if (tex[i] == '{') open.push_back("{");
    if (tex[i] == '}' && !closes("{")) return FormulaFault{i, GB_TEXT("engine", "This } closes nothing in the formula.")};
    if (tex[i] != '\\') continue;
    std::size_t end = i + 1;
    while (end < tex.size() && isTexLetter(tex[end])) ++end;
    const std::string_view name = tex.substr(i + 1, end - i - 1);
    if (name.empty()) {
      if (end == tex.size() || kSigns.find(tex[end]) == std::string_view::npos)
        return FormulaFault{i, GB_TEXT("engine", "The lab does not know the formula command \\%1.").arg(shown(tex.substr(i + 1, 1)))};
      i = end;
      continue;
    }
    if (!std::binary_search(std::begin(kCommands), std::end(kCommands), name))
      return FormulaFault{i, GB_TEXT("engine", "The lab does not know the formula command \\%1.").arg(shown(name))};
    if (name == "left") open.push_back("left");
    if (name == "right" && !closes("left")) return FormulaFault{i, GB_TEXT("engine", "This \\right has no \\left.")};
    if (name == "begin" || name == "end") {
      const std::size_t close = tex.find('}', end);
      const std::string_view environment = end < tex.size() && tex[end] == '{' && close != std::string_view::npos ? tex.substr(end + 1, close - end - 1) : std::string_view();
      const auto* known = std::find(std::begin(kEnvironments), std::end(kEnvironments), environment);
      if (known == std::end(kEnvironments)) return FormulaFault{i, GB_TEXT("engine", "The lab does not know the formula environment \"%1\".").arg(shown(environment))};
      if (name == "begin") open.push_back(*known);
      else if (!closes(*known)) return FormulaFault{i, GB_TEXT("engine", "This \\end{%1} closes nothing in the formula.").arg(std::string(*known))};
      i = close;
      continue;
    }
    i = end - 1;
  }
  if (open.empty()) return std::nullopt;
  return FormulaFault{0, GB_TEXT("engine", "In this formula %1 is not closed.").arg(std::string(open.back() == "left" ? "\\left" : open.back()))};
}

bool isPictureName(std::string_view text) {
  return text.size() > 4 && text.size() <= 80 && text.ends_with(".svg") &&
         std::all_of(text.begin(), text.end() - 4, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; });
}

int countWords(std::string_view plain) {
  int latin = 0, han = 0;
  bool inWord = false;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const auto c = static_cast<unsigned char>(plain[i]);
    const bool letter = isTexLetter(plain[i]) || (c >= '0' && c <= '9') || (inWord && c == '\'');
    latin += letter && !inWord;
    inWord = letter;
    // U+3400 to U+9FFF take the three bytes E3 90 80 to E9 BF BF.
    if (c >= 0xE3 && c <= 0xE9 && i + 2 < plain.size() && !(c == 0xE3 && static_cast<unsigned char>(plain[i + 1]) < 0x90)) ++han;
  }
  return latin + han * 5 / 8;
}

const PageBlock* Page::find(BlockKind kind, std::string_view id, int grade, std::string_view variant) const {
  const auto at = std::find_if(blocks.begin(), blocks.end(), [&](const PageBlock& b) { return b.kind == kind && b.id == id && b.grade == grade && b.variant == variant; });
  return at == blocks.end() ? nullptr : &*at;
}

bool isDirectionMark(std::string_view at) {
  if (at.starts_with("\xD8\x9C")) return true;
  if (at.size() < 3 || at[0] != '\xE2') return false;
  const auto second = static_cast<unsigned char>(at[1]), third = static_cast<unsigned char>(at[2]);
  if (second == 0x80) return third == 0x8E || third == 0x8F || (third >= 0xAA && third <= 0xAE);
  return second == 0x81 && third >= 0xA6 && third <= 0xA9;
}

Result<Page> parsePage(std::string_view text, const std::string& name) { return PageReader(text, name).read(); }

}  // namespace glassbox
