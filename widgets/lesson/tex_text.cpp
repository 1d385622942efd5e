#include "widgets/lesson/tex_text.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

namespace glassbox {
namespace {

const QChar kThin(0x2009), kMedium(0x2005), kWide(0x2003);

QString point(char32_t code) { return QString::fromUcs4(&code, 1); }

/// Letters of mathematics: italic by themselves, upright in words.
QString italic(QChar c) {
  const char16_t u = c.unicode();
  if (u == u'h') return point(0x210E); // the Planck constant took its place
  if (u >= u'A' && u <= u'Z') return point(0x1D434 + (u - u'A'));
  if (u >= u'a' && u <= u'z') return point(0x1D44E + (u - u'a'));
  if (u >= 0x03B1 && u <= 0x03C9) return point(0x1D6FC + (u - 0x03B1));
  return c;
}

QString bold(QChar c) {
  const char16_t u = c.unicode();
  if (u >= u'A' && u <= u'Z') return point(0x1D400 + (u - u'A'));
  if (u >= u'a' && u <= u'z') return point(0x1D41A + (u - u'a'));
  return c;
}

QString doubleStruck(QChar c) {
  switch (c.unicode()) {
  case u'R':
    return QStringLiteral("ℝ");
  case u'N':
    return QStringLiteral("ℕ");
  case u'Z':
    return QStringLiteral("ℤ");
  case u'Q':
    return QStringLiteral("ℚ");
  case u'C':
    return QStringLiteral("ℂ");
  case u'P':
    return QStringLiteral("ℙ");
  case u'E':
    return point(0x1D53C);
  default:
    return c;
  }
}

/// Signs between two operands get room on both sides; others stand close.
enum class Room { None, Both, After };
struct Sign {
  QString text;
  Room room = Room::None;
};

const QHash<QString, Sign>& signs() {
  static const QHash<QString, Sign> table{
      {"alpha", {point(0x1D6FC)}},
      {"beta", {point(0x1D6FD)}},
      {"gamma", {point(0x1D6FE)}},
      {"delta", {point(0x1D6FF)}},
      {"varepsilon", {point(0x1D700)}},
      {"epsilon", {point(0x1D716)}},
      {"zeta", {point(0x1D701)}},
      {"eta", {point(0x1D702)}},
      {"theta", {point(0x1D703)}},
      {"kappa", {point(0x1D705)}},
      {"mu", {point(0x1D707)}},
      {"nu", {point(0x1D708)}},
      {"xi", {point(0x1D709)}},
      {"pi", {point(0x1D70B)}},
      {"rho", {point(0x1D70C)}},
      {"sigma", {point(0x1D70E)}},
      {"tau", {point(0x1D70F)}},
      {"varphi", {point(0x1D711)}},
      {"phi", {point(0x1D719)}},
      {"chi", {point(0x1D712)}},
      {"psi", {point(0x1D713)}},
      {"omega", {point(0x1D714)}},
      {"lambda", {point(0x1D706)}},
      {"partial", {point(0x1D715)}},
      {"Gamma", {"Γ"}},
      {"Delta", {"Δ"}},
      {"Theta", {"Θ"}},
      {"Lambda", {"Λ"}},
      {"Pi", {"Π"}},
      {"Sigma", {"Σ"}},
      {"Phi", {"Φ"}},
      {"Psi", {"Ψ"}},
      {"Omega", {"Ω"}},
      {"nabla", {"∇"}},
      {"infty", {"∞"}},
      {"ell", {"ℓ"}},
      {"forall", {"∀"}},
      {"top", {"⊤"}},
      {"circ", {"∘"}},
      {"mid", {"|", Room::Both}},
      {"dots", {"…"}},
      {"ldots", {"…"}},
      {"cdots", {"⋯"}},
      {"vdots", {"⋮"}},
      {"sum", {"∑", Room::After}},
      {"prod", {"∏", Room::After}},
      {"int", {"∫"}},
      {"cdot", {"·", Room::Both}},
      {"times", {"×", Room::Both}},
      {"pm", {"±", Room::Both}},
      {"mp", {"∓", Room::Both}},
      {"odot", {"⊙", Room::Both}},
      {"oplus", {"⊕", Room::Both}},
      {"otimes", {"⊗", Room::Both}},
      {"cap", {"∩", Room::Both}},
      {"cup", {"∪", Room::Both}},
      {"le", {"≤", Room::Both}},
      {"leq", {"≤", Room::Both}},
      {"ge", {"≥", Room::Both}},
      {"geq", {"≥", Room::Both}},
      {"ne", {"≠", Room::Both}},
      {"neq", {"≠", Room::Both}},
      {"ll", {"≪", Room::Both}},
      {"gg", {"≫", Room::Both}},
      {"approx", {"≈", Room::Both}},
      {"equiv", {"≡", Room::Both}},
      {"sim", {"∼", Room::Both}},
      {"propto", {"∝", Room::Both}},
      {"in", {"∈", Room::Both}},
      {"notin", {"∉", Room::Both}},
      {"subset", {"⊂", Room::Both}},
      {"leftarrow", {"←", Room::Both}},
      {"gets", {"←", Room::Both}},
      {"rightarrow", {"→", Room::Both}},
      {"to", {"→", Room::Both}},
      {"mapsto", {"↦", Room::Both}},
      {"leftrightarrow", {"↔", Room::Both}},
      {"Rightarrow", {"⇒", Room::Both}},
      {"Leftrightarrow", {"⇔", Room::Both}},
  };
  return table;
}

const QStringList& functions() {
  static const QStringList names{"arg", "cos", "det", "exp", "lim", "ln", "log", "max", "min", "sin", "tan", "tanh"};
  return names;
}

const QHash<QString, char16_t>& accents() {
  static const QHash<QString, char16_t> table{{"hat", 0x0302}, {"bar", 0x0304}, {"overline", 0x0305}, {"tilde", 0x0303},
                                              {"vec", 0x20D7}, {"dot", 0x0307}, {"underline", 0x0332}};
  return table;
}

class Reader {
 public:
  explicit Reader(const QString& tex) : m_tex(tex) {}

  std::vector<TexRun> read() {
    while (m_at < m_tex.size()) item();
    // Room at the ends belongs to nobody.
    while (!m_runs.empty() && m_runs.back().text.trimmed().isEmpty()) m_runs.pop_back();
    return std::move(m_runs);
  }

 private:
  void put(const QString& text) {
    if (text.isEmpty()) return;
    if (!m_runs.empty() && m_runs.back().script == m_script)
      m_runs.back().text += text;
    else
      m_runs.push_back({text, m_script});
  }
  QChar lastPut() const { return m_runs.empty() ? QChar(u' ') : m_runs.back().text.back(); }

  /// Room before a sign between two operands; a sign at the beginning or behind another is a sign of its operand.
  bool hasOperandBefore() const {
    static const QString openers = QStringLiteral("([{,=←→+−·×<>≤≥|");
    QString text;
    for (const TexRun& run : m_runs) text += run.text;
    text = text.trimmed();
    return !text.isEmpty() && !openers.contains(text.back());
  }
  void putSign(const Sign& sign) {
    if (m_script != TexScript::Normal || sign.room == Room::None) return put(sign.text);
    if (sign.room == Room::After) return put(sign.text);
    if (!hasOperandBefore()) return put(sign.text);
    put(kMedium + sign.text + kMedium);
  }

  void item() {
    const QChar c = m_tex[m_at];
    if (c == u'\\') return command();
    ++m_at;
    if (c == u'^' || c == u'_') return script(c == u'^' ? TexScript::Super : TexScript::Sub);
    if (c == u'{' || c == u'}' || c.isSpace()) return;
    if (c == u'~') return put(QChar(0x00A0));
    if (c == u'&') return put(kWide);
    if (c == u'-') return putSign({QStringLiteral("−"), Room::Both});
    if (c == u'+' || c == u'=' || c == u'<' || c == u'>') return putSign({c, Room::Both});
    if (c == u'\'') return put(QStringLiteral("′"));
    if (c == u',') return put(m_script == TexScript::Normal ? QString(c) + kThin : QString(c));
    put(c.isLetter() ? italic(c) : QString(c));
  }

  void script(TexScript script) {
    const QString inner = argument();
    const TexScript before = m_script;
    m_script = before == TexScript::Normal ? script : before; // a script of a script stays at its height
    for (const TexRun& run : Reader(inner).inScript(m_script)) put(run.text);
    m_script = before;
    // Behind both limits of a sum its operand begins.
    const bool another = m_at < m_tex.size() && (m_tex[m_at] == u'_' || m_tex[m_at] == u'^');
    if (m_limits && !another) {
      m_limits = false;
      put(kThin);
    }
  }
  std::vector<TexRun> inScript(TexScript script) {
    m_script = script;
    return read();
  }

  /// The group in braces, or the next sign or command.
  QString argument() {
    while (m_at < m_tex.size() && m_tex[m_at].isSpace()) ++m_at;
    if (m_at >= m_tex.size()) return {};
    if (m_tex[m_at] == u'{') {
      int depth = 0;
      const qsizetype begin = m_at + 1;
      for (; m_at < m_tex.size(); ++m_at) {
        if (m_tex[m_at] == u'\\')
          ++m_at;
        else if (m_tex[m_at] == u'{')
          ++depth;
        else if (m_tex[m_at] == u'}' && --depth == 0)
          return m_tex.mid(begin, m_at++ - begin);
      }
      return m_tex.mid(begin);
    }
    const qsizetype begin = m_at++;
    if (m_tex[begin] == u'\\')
      while (m_at < m_tex.size() && m_tex[m_at].isLetter() && m_tex[m_at].unicode() < 128) ++m_at;
    return m_tex.mid(begin, m_at - begin);
  }

  void putGroup(const QString& tex) {
    for (const TexRun& run : Reader(tex).read()) {
      if (m_script == TexScript::Normal && run.script != TexScript::Normal) {
        m_script = run.script;
        put(run.text);
        m_script = TexScript::Normal;
      } else {
        put(run.text);
      }
    }
  }

  /// A numerator or denominator of several terms needs brackets in a line.
  void putPart(const QString& tex) {
    static const QString joining = QStringLiteral("+−=·×/±<>≤≥");
    QString text;
    for (const TexRun& run : Reader(tex).read())
      if (run.script == TexScript::Normal) text += run.text;
    const bool compound = std::any_of(text.begin(), text.end(), [](QChar c) { return joining.contains(c); });
    if (compound) put(QStringLiteral("("));
    putGroup(tex);
    if (compound) put(QStringLiteral(")"));
  }

  void fraction() {
    const QString above = argument(), below = argument();
    // a/b as one factor of more: 2/n Σ reads as 2/(n Σ)
    while (m_at < m_tex.size() && m_tex[m_at].isSpace()) ++m_at;
    static const QString ends = QStringLiteral("=+-,)}&<>");
    static const QStringList endCommands{"\\le", "\\ge", "\\qu", "\\ap", "\\ri", "\\ne", "\\eq", "\\to"};
    const bool alone = m_at >= m_tex.size() || ends.contains(m_tex[m_at]) || endCommands.contains(m_tex.mid(m_at, 3));
    const bool brackets = !alone && m_script == TexScript::Normal;
    if (brackets) put(QStringLiteral("("));
    putPart(above);
    put(QStringLiteral("/"));
    putPart(below);
    if (brackets) put(QStringLiteral(")"));
    if (brackets) put(kThin);
  }

  template<class F> void letters(const QString& text, const F& style) {
    QString out;
    for (const QChar c : text) out += style(c);
    put(out);
  }

  void command() {
    const qsizetype begin = ++m_at;
    while (m_at < m_tex.size() && m_tex[m_at].isLetter() && m_tex[m_at].unicode() < 128) ++m_at;
    const QString name = m_tex.mid(begin, m_at - begin);
    if (name.isEmpty()) return single(m_at < m_tex.size() ? m_tex[m_at++] : QChar(u' '));
    if (const auto sign = signs().find(name); sign != signs().end()) {
      m_limits = m_limits || sign->room == Room::After;
      return putSign(*sign);
    }
    if (functions().contains(name) || name == QLatin1String("operatorname")) {
      const QString word = name == QLatin1String("operatorname") ? argument() : name;
      if (lastPut().isLetterOrNumber() || lastPut() == u')' || lastPut().isSurrogate()) put(kThin);
      put(word);
      const bool close = m_at < m_tex.size() && (m_tex[m_at] == u'(' || m_tex[m_at] == u'_' || m_tex[m_at] == u'^');
      if (!close && m_tex.mid(m_at, 5) != QLatin1String("\\left")) put(kThin);
      return;
    }
    if (const auto accent = accents().find(name); accent != accents().end()) {
      putGroup(argument());
      return put(QChar(*accent));
    }
    if (name == QLatin1String("frac")) return fraction();
    if (name == QLatin1String("sqrt")) {
      const QString inner = argument();
      put(QStringLiteral("√"));
      const bool longer = Reader(inner).read().size() > 1 || inner.size() > 1;
      if (longer) put(QStringLiteral("("));
      putGroup(inner);
      if (longer) put(QStringLiteral(")"));
      return;
    }
    if (name == QLatin1String("binom")) {
      const QString above = argument(), below = argument();
      put(QStringLiteral("C("));
      putGroup(above);
      put(QStringLiteral(",") + kThin);
      putGroup(below);
      return put(QStringLiteral(")"));
    }
    if (name == QLatin1String("left") || name == QLatin1String("right")) {
      if (m_at < m_tex.size() && m_tex[m_at] == u'.') ++m_at; // an invisible bracket
      return;
    }
    if (name == QLatin1String("big") || name == QLatin1String("color")) {
      if (name == QLatin1String("color")) argument();
      return;
    }
    if (name == QLatin1String("text") || name == QLatin1String("mathrm")) return put(argument());
    if (name == QLatin1String("mathbf")) return letters(argument(), bold);
    if (name == QLatin1String("mathbb")) return letters(argument(), doubleStruck);
    if (name == QLatin1String("mathcal")) return letters(argument(), [](QChar c) { return QString(c); });
    if (name == QLatin1String("underbrace") || name == QLatin1String("overbrace")) return putGroup(argument());
    if (name == QLatin1String("quad")) return put(kWide);
    if (name == QLatin1String("qquad")) return put(QString(kWide) + kWide);
    if (name == QLatin1String("begin")) {
      const QString environment = argument();
      if (environment == QLatin1String("bmatrix")) put(QStringLiteral("["));
      if (environment == QLatin1String("pmatrix")) put(QStringLiteral("("));
      if (environment == QLatin1String("cases")) put(QStringLiteral("{") + kThin);
      return;
    }
    if (name == QLatin1String("end")) {
      const QString environment = argument();
      if (environment == QLatin1String("bmatrix")) put(QStringLiteral("]"));
      if (environment == QLatin1String("pmatrix")) put(QStringLiteral(")"));
      return;
    }
    put(name); // unknown: seen by its name
  }

  void single(QChar c) {
    switch (c.unicode()) {
    case u',':
    case u':':
      return put(kThin);
    case u';':
    case u' ':
      return put(kMedium);
    case u'!':
      return;
    case u'\\':
      return put(QStringLiteral(";") + kMedium); // the next row
    case u'|':
      return put(QStringLiteral("‖"));
    default:
      return put(c);
    }
  }

  const QString m_tex;
  qsizetype m_at = 0;
  TexScript m_script = TexScript::Normal;
  bool m_limits = false; // a sum waits for the end of its limits
  std::vector<TexRun> m_runs;
};

} // namespace

std::vector<TexRun> texRuns(const QString& tex) { return Reader(tex).read(); }

QString texPlain(const QString& tex) {
  QString out;
  for (const TexRun& run : texRuns(tex)) {
    if (run.script == TexScript::Sub) out += u'_';
    if (run.script == TexScript::Super) out += u'^';
    out += run.text;
  }
  return out;
}

QString withPlainFormulas(const QString& words) {
  QString out;
  qsizetype i = 0;
  while (i < words.size()) {
    if (words[i] == u'\\' && i + 1 < words.size()) {
      out += words[i + 1];
      i += 2;
    } else if (words[i] == u'$') {
      qsizetype close = i + 1;
      while (close < words.size() && words[close] != u'$') close += words[close] == u'\\' ? 2 : 1;
      out += texPlain(words.mid(i + 1, close - i - 1));
      i = close + 1;
    } else {
      out += words[i++];
    }
  }
  return out;
}

} // namespace glassbox
