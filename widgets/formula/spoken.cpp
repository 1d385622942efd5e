#include "widgets/formula/spoken.h"

#include "widgets/formula/tex_symbols.h"
#include "widgets/formula/voice.h"

#include <algorithm>

namespace glassbox {
namespace {

QString letter(char32_t c) { return QString::fromUcs4(&c, 1); }
bool isDigit(const TexNode& node) { return node.kind == TexKind::Symbol && node.symbol >= U'0' && node.symbol <= U'9'; }
bool isSign(const TexNode& node, char32_t sign) { return node.kind == TexKind::Symbol && node.symbol == sign; }

/// Letters that are functions when a parenthesis follows them.
bool namesFunction(char32_t c) { return QStringLiteral("fghpPNσΦφΨ").contains(letter(c)); }

class Walk {
 public:
  explicit Walk(const Voice& voice) : m_voice(voice) {}

  Spoken list(const TexList& source) const {
    std::vector<const TexNode*> nodes;
    flatten(source, nodes);
    return nodesOf(nodes.data(), nodes.data() + nodes.size());
  }

 private:
  using At = const TexNode* const*;

  static void flatten(const TexList& list, std::vector<const TexNode*>& out) {
    for (const TexNode& node : list) {
      if (node.kind == TexKind::Color || node.kind == TexKind::Link) flatten(node.parts[0], out);
      else if (node.kind != TexKind::Style) out.push_back(&node);
    }
  }

  Spoken nodesOf(At first, At last) const {
    QStringList words;
    int operands = 0;
    bool operators = false, integral = false;
    const TexNode* before = nullptr;
    for (At at = first; at != last;) {
      const TexNode& node = **at;
      if (node.kind == TexKind::Space) {
        if (node.amount >= 18 && !words.isEmpty() && !words.last().endsWith(m_voice.pause())) words << m_voice.pause();
        ++at;
        continue;
      }
      if (isDigit(node) || isPoint(at, last)) {
        QString number;
        while (at != last && (isDigit(**at) || isPoint(at, last))) number += letter((**at++).symbol);
        if (isFactor(before)) words << m_voice.times();
        before = at[-1];
        // 0.61^2: TeX raises behind the last digit, a reader behind the number
        if (at != last && (*at)->kind == TexKind::Scripts && (*at)->parts[0].size() == 1 && isDigit((*at)->parts[0][0])) {
          number += letter((*at)->parts[0][0].symbol);
          number = scriptsOn(number, **at);
          before = *at++;
        }
        words << number;
        ++operands;
        continue;
      }
      if (const At close = barsEnd(at, last); close != at) {
        const QString inside = m_voice.enclosed(node.symbol, nodesOf(at + 1, close));
        words << ((*close)->kind == TexKind::Scripts ? scriptsOn(inside, **close) : inside);
        before = *close;
        at = close + 1;
        ++operands;
        continue;
      }
      if (const At close = callEnd(at, last); close != at) {
        const bool heard = std::none_of(at + 2, close, [](const TexNode* n) { // without hearing where it ends
          return n->atom == Atom::Bin || n->atom == Atom::Op || (n->atom == Atom::Rel && n->symbol != U'∣') || n->kind == TexKind::Fraction;
        });
        if (heard) {
          if (before && endsOperand(*before) && !isSign(*before, U'∇')) words << m_voice.times();
          words << m_voice.call(one(node), nodesOf(at + 2, close));
          before = *close;
          at = close + 1;
          ++operands;
          continue;
        }
      }
      if (isSign(node, U'−') && (!before || !endsOperand(*before))) {
        words << m_voice.negative();
        before = nullptr;
        ++at;
        continue;
      }
      if (isSign(node, U':') && at + 1 != last && isSign(*at[1], U'=')) {
        words << m_voice.definedAs();
        before = at[1];
        at += 2;
        continue;
      }
      if (node.kind == TexKind::Function && node.text == "arg" && at + 1 != last) { // \arg\max_i
        const TexNode& next = *at[1];
        const TexNode& name = next.kind == TexKind::Scripts && next.parts[0].size() == 1 ? next.parts[0][0] : next;
        if (name.kind == TexKind::Function && (name.text == "max" || name.text == "min")) {
          words << m_voice.operation(0, QStringLiteral("arg ") + QString::fromStdString(name.text), next.kind == TexKind::Scripts ? list(next.parts[1]).words : QString(), {}, false);
          operators = true;
          before = &next;
          at += 2;
          continue;
        }
      }
      const bool differential = integral && isSign(node, U'd') && at + 1 != last; // the d of dx is no factor
      integral = integral || isIntegral(node);
      if (!differential && ((isFactor(before) && startsFactor(node)) || (isTall(node) && before && isLetter(*before) && endsOperand(*before)))) words << m_voice.times();
      const QString word = one(node);
      if (!word.isEmpty()) words << word;
      operators = operators || node.atom == Atom::Bin || node.atom == Atom::Rel || node.atom == Atom::Op || node.atom == Atom::Punct;
      operands += node.atom != Atom::Bin && node.atom != Atom::Rel;
      before = &node;
      ++at;
    }
    return {joined(words), operands <= 1 && !operators && !holdsFraction(first, last)};
  }

  static bool holdsFraction(At first, At last) {
    return std::any_of(first, last, [](const TexNode* node) {
      return isTall(*node) || node->kind == TexKind::Fence || (node->kind == TexKind::Group && !node->parts[0].empty());
    });
  }
  static bool isTall(const TexNode& node) { return node.kind == TexKind::Fraction || (node.kind == TexKind::Root && node.parts[0].size() > 1); }
  static bool isIntegral(const TexNode& node) {
    return isSign(node, U'∫') || (node.kind == TexKind::Scripts && node.parts[0].size() == 1 && isSign(node.parts[0][0], U'∫'));
  }
  static bool isLetter(const TexNode& node) {
    return (node.kind == TexKind::Symbol && node.atom == Atom::Ord) || node.kind == TexKind::Accent || node.kind == TexKind::Scripts;
  }

  /// A full stop between digits.
  static bool isPoint(At at, At last) { return isSign(**at, U'.') && at + 1 != last && isDigit(*at[1]); }

  /// The second bar of |x|, at the same level; `at` when there is none.
  static At barsEnd(At at, At last) {
    const auto bar = [](const TexNode& node, Atom side) {
      return node.kind == TexKind::Symbol && (node.symbol == U'|' || node.symbol == U'‖') && (node.atom == Atom::Ord || node.atom == side);
    };
    if (!bar(**at, Atom::Open)) return at;
    const At close = std::find_if(at + 1, last, [&](const TexNode* node) {
      const TexNode& sign = node->kind == TexKind::Scripts && node->parts[0].size() == 1 ? node->parts[0][0] : *node;
      return sign.symbol == (*at)->symbol && bar(sign, Atom::Close);
    });
    return close == last ? at : close;
  }

  /// The parenthesis that closes f(x); `at` when this is no call.
  static At callEnd(At at, At last) {
    const TexNode& node = **at;
    const TexNode* name = &node;
    if (name->kind == TexKind::Scripts && name->parts[0].size() == 1) name = &name->parts[0][0];
    if (name->kind != TexKind::Function && !(name->kind == TexKind::Symbol && (namesFunction(name->symbol) || name->alphabet == Alphabet::Calligraphic))) return at;
    if (name->kind == TexKind::Function && node.kind == TexKind::Scripts && node.limits == Limits::ByStyle) return at; // max over u
    if (at + 1 == last || !isSign(*at[1], U'(')) return at;
    const At close = std::find_if(at + 2, last, [](const TexNode* n) { return n->kind == TexKind::Symbol && (n->symbol == U')' || n->symbol == U'('); });
    return close != last && isSign(**close, U')') ? close : at;
  }

  static bool endsOperand(const TexNode& node) { return node.atom == Atom::Ord || node.atom == Atom::Close || node.atom == Atom::Inner; }
  /// Factors whose end is not heard from the letter alone.
  static bool isFactor(const TexNode* node) {
    if (!node) return false;
    if (node->kind == TexKind::Fraction || node->kind == TexKind::Root) return true;
    if (isSign(*node, U')')) return true;
    return node->kind == TexKind::Scripts && endsOperand(*node) && node->parts[0].size() == 1 && node->parts[0][0].kind != TexKind::Words;
  }
  static bool startsFactor(const TexNode& node) {
    switch (node.kind) {
    case TexKind::Symbol:
      return node.atom == Atom::Ord && node.symbol != U'/' && node.symbol != U'|' && node.symbol != U'‖' && node.symbol != U'.';
    case TexKind::Scripts:
      return node.atom == Atom::Ord || node.atom == Atom::Op;
    case TexKind::Fraction:
    case TexKind::Root:
    case TexKind::Accent:
    case TexKind::Fence:
    case TexKind::Function:
      return true;
    default:
      return false;
    }
  }

  QString joined(const QStringList& words) const {
    QString out = words.join(u' ').simplified();
    for (const QChar mark : QStringLiteral(",;，；：、")) out.replace(QStringLiteral(" ") + mark, QString(mark));
    for (const QChar mark : QStringLiteral("，；：、")) out.replace(mark + QStringLiteral(" "), QString(mark));
    // A pause before another pause, or at the end, is none.
    for (const char* pauses : {",,", ",;", "，，", "，；", "，）", "、，"}) {
      const QString two = QString::fromUtf8(pauses);
      while (out.contains(two)) out.replace(two, two.right(1));
    }
    return out;
  }

  QString one(const TexNode& node) const {
    switch (node.kind) {
    case TexKind::Symbol:
      if (node.atom == Atom::Op) return m_voice.operation(node.symbol, {}, {}, {}, false);
      if (node.atom == Atom::Punct) return node.symbol == U',' ? m_voice.pause() : letter(node.symbol);
      if (node.atom == Atom::Open) return m_voice.open(node.symbol);
      if (node.atom == Atom::Close && node.symbol != U'!') return m_voice.close(node.symbol);
      return m_voice.sign(node.symbol, node.alphabet);
    case TexKind::Words:
      return m_voice.words(QString::fromStdString(node.text));
    case TexKind::Function:
      return m_voice.operation(0, QString::fromStdString(node.text), {}, {}, false);
    case TexKind::Group: {
      // \mathrm{reshape}: letters that make a word
      const TexList& inside = node.parts[0];
      const bool word = inside.size() > 1 && std::all_of(inside.begin(), inside.end(), [](const TexNode& n) {
                          return n.kind == TexKind::Symbol && n.alphabet == Alphabet::Roman && n.symbol < 0x80 && n.atom == Atom::Ord;
                        });
      if (!word) return list(inside).words;
      QString letters;
      for (const TexNode& n : inside) letters += letter(n.symbol);
      return letters;
    }
    case TexKind::Scripts:
      return scripts(node);
    case TexKind::Fraction:
      return fraction(node);
    case TexKind::Root:
      return m_voice.root(list(node.parts[0]), list(node.parts[1]).words);
    case TexKind::Accent:
      return m_voice.accented(node.symbol, list(node.parts[0]));
    case TexKind::Bar:
      return node.above ? m_voice.accented(U'\u0304', list(node.parts[0])) : list(node.parts[0]).words;
    case TexKind::Brace:
      return list(node.parts[0]).words;
    case TexKind::Fence:
      return fence(node);
    case TexKind::Delimiter:
      return node.atom == Atom::Close ? m_voice.close(node.symbol) : m_voice.open(node.symbol);
    case TexKind::Table:
      return table(node, false);
    case TexKind::Color:
    case TexKind::Link:
      return list(node.parts[0]).words;
    case TexKind::Space:
    case TexKind::Style:
      return {};
    }
    return {};
  }

  QString scripts(const TexNode& node) const {
    const TexList& base = node.parts[0];
    const Spoken below = list(node.parts[1]);
    if (base.size() == 1) {
      const TexNode& sign = base[0];
      const bool ranges = std::any_of(node.parts[1].begin(), node.parts[1].end(), [](const TexNode& n) { return isSign(n, U'='); });
      const QString above = list(node.parts[2]).words;
      if (sign.kind == TexKind::Symbol && sign.atom == Atom::Op) return m_voice.operation(sign.symbol, {}, below.words, above, ranges);
      if (sign.kind == TexKind::Function && node.limits == Limits::ByStyle)
        return m_voice.operation(0, QString::fromStdString(sign.text), below.words, above, ranges);
      if (sign.kind == TexKind::Brace) return m_voice.labelled(list(sign.parts[0]).words, node.parts[1].empty() ? above : below.words);
    }
    if (node.limits == Limits::Above) return m_voice.labelled(list(base).words, list(node.parts[node.parts[1].empty() ? 2 : 1]).words); // \overset
    return scriptsOn(list(base).words, node);
  }

  /// The indices of `node` behind what its base is called.
  QString scriptsOn(QString words, const TexNode& node) const {
    const TexList& base = node.parts[0];
    if (!node.parts[1].empty()) words = m_voice.lower(words, list(node.parts[1]));
    TexList upper = node.parts[2];
    int primes = 0;
    while (!upper.empty() && isSign(upper.front(), U'′')) {
      ++primes;
      upper.erase(upper.begin());
    }
    if (primes) words = m_voice.primed(words, primes);
    if (upper.empty()) return words;
    if (upper.size() == 1 && (isSign(upper[0], U'⊤') || (upper[0].kind == TexKind::Symbol && upper[0].symbol == U'T' && upper[0].alphabet != Alphabet::Normal)))
      return m_voice.transposed(words);
    // x^{(s)}, W^{out}: an index; a number, a letter or a sum is a power
    if (isSign(upper.front(), U'(') && isSign(upper.back(), U')') && upper.size() > 2)
      return m_voice.upper(words, list(TexList(upper.begin() + 1, upper.end() - 1)));
    const bool isName = upper.size() > 1 && std::all_of(upper.begin(), upper.end(), [](const TexNode& n) {
                          return n.kind == TexKind::Symbol && ((n.symbol >= U'a' && n.symbol <= U'z') || (n.symbol >= U'A' && n.symbol <= U'Z'));
                        });
    if (isName || (upper.size() == 1 && upper[0].kind == TexKind::Words)) {
      QString name;
      for (const TexNode& n : upper) name += n.kind == TexKind::Words ? QString::fromStdString(n.text) : letter(n.symbol);
      return m_voice.upper(words, {name, true});
    }
    Spoken exponent = list(upper);
    if (base.size() == 1 && base[0].alphabet == Alphabet::Blackboard) // a space, no power: "R n by m"
      return letter(base[0].symbol) + u' ' + exponent.words.replace(m_voice.sign(U'×', Alphabet::Normal), m_voice.byDimensions());
    return m_voice.power(words, exponent);
  }

  QString fraction(const TexNode& node) const {
    const TexList &above = node.parts[0], &below = node.parts[1];
    if (node.barless) return m_voice.choose(list(above), list(below));
    const auto isD = [](const TexList& l, char32_t d) { return !l.empty() && isSign(l[0], d); };
    for (const char32_t d : {U'∂', U'd'})
      if (isD(above, d) && isD(below, d) && below.size() > 1)
        return m_voice.derivative(above.size() > 1 ? list(TexList(above.begin() + 1, above.end())).words : QString(),
                                  list(TexList(below.begin() + 1, below.end())).words, d == U'∂');
    return m_voice.fraction(list(above), list(below));
  }

  QString fence(const TexNode& node) const {
    const char32_t left = node.delimiters.front();
    if (node.parts.size() == 1 && node.parts[0].size() == 1 && node.parts[0][0].kind == TexKind::Table) return table(node.parts[0][0], left == U'|');
    if (node.parts.size() == 1 && (left == U'|' || left == U'‖') && node.delimiters.back() == left) return m_voice.enclosed(left, list(node.parts[0]));
    QStringList words;
    if (left) words << m_voice.open(left);
    for (std::size_t i = 0; i < node.parts.size(); ++i) {
      if (i > 0) words << m_voice.sign(U'∣', Alphabet::Normal);
      words << list(node.parts[i]).words;
    }
    if (node.delimiters.back()) words << m_voice.close(node.delimiters.back());
    return joined(words);
  }

  QString table(const TexNode& node, bool determinant) const {
    const auto columns = static_cast<std::size_t>(std::max(1, node.columns));
    std::vector<QStringList> rows;
    QStringList lines;
    for (std::size_t i = 0; i < node.parts.size(); ++i) {
      if (i % columns == 0) rows.emplace_back();
      rows.back() << list(node.parts[i]).words;
    }
    if (node.text == "cases") return m_voice.cases(rows);
    if (node.text != "aligned" && node.text != "gathered") return m_voice.matrix(rows, determinant);
    for (const QStringList& row : rows) lines << joined(row);
    return joined({m_voice.lines(lines)});
  }

  const Voice& m_voice;
};

} // namespace

QString spokenFormula(const Formula& formula, LanguageSwitch::Tongue tongue) {
  if (formula.error()) return QString::fromStdString(formula.tex());
  QString words = Walk(tongue == LanguageSwitch::Tongue::Chinese ? chineseVoice() : englishVoice()).list(formula.tree()).words;
  while (words.endsWith(u',') || words.endsWith(u'，')) words.chop(1);
  return words;
}

QString spokenFormula(const Formula& formula) { return spokenFormula(formula, LanguageSwitch::inUse()); }

} // namespace glassbox
