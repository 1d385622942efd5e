#include "widgets/inspector/tex_text.h"

#include <QHash>

namespace glassbox {
namespace {

const QHash<QString, QString>& symbols() {
  static const QHash<QString, QString> table{
      {"leftarrow", "←"},  {"rightarrow", "→"}, {"sum", "Σ"},      {"prod", "Π"},  {"cdot", " · "}, {"times", " × "}, {"odot", " ⊙ "},
      {"partial", "∂"},    {"ell", "ℓ"},        {"dots", "…"},     {"ldots", "…"}, {"cdots", "…"},  {"infty", "∞"},   {"le", " ≤ "},
      {"ge", " ≥ "},       {"ne", " ≠ "},       {"approx", " ≈ "}, {"in", " ∈ "},  {"top", "ᵀ"},    {"alpha", "α"},   {"beta", "β"},
      {"gamma", "γ"},      {"delta", "δ"},      {"epsilon", "ε"},  {"eta", "η"},   {"theta", "θ"},  {"lambda", "λ"},  {"mu", "μ"},
      {"pi", "π"},         {"rho", "ρ"},        {"sigma", "σ"},    {"tau", "τ"},   {"phi", "φ"},    {"Phi", "Φ"},     {"Delta", "Δ"},
      {"quad", "   "},     {"qquad", "     "},  {",", " "},        {";", " "},     {":", " "},      {" ", " "},       {"!", ""},
      {"left", ""},        {"right", ""},       {"lVert", "‖"},    {"rVert", "‖"}, {"|", "‖"},      {"{", "{"},       {"}", "}"},
      {"varphi", "φ"},     {"neq", " ≠ "},      {"sim", " ~ "},     {"pm", "±"},
      {"displaystyle", ""}};
  return table;
}

// Letters of which Unicode has a small raised or lowered form; any other is written after ^ or _.
QString shifted(const QString& text, const QString& from, const QString& to, QChar mark) {
  QString out;
  for (const QChar c : text) {
    if (c == u' ') continue;
    const qsizetype at = from.indexOf(c);
    if (at < 0) return mark + (text.size() == 1 ? text : u'(' + text + u')');
    out += to.at(at);
  }
  return out;
}

QString raised(const QString& text) {
  static const QString from = QStringLiteral("0123456789+-−()abcdefghijklmnoprstuvwxyzT"),
                       to = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ");
  return shifted(text, from, to, u'^');
}

QString lowered(const QString& text) {
  static const QString from = QStringLiteral("0123456789+-−()aehijklmnoprstuvx"), to = QStringLiteral("₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ");
  return shifted(text, from, to, u'_');
}

class Reader {
 public:
  explicit Reader(std::string_view tex) : m_tex(QString::fromUtf8(tex.data(), static_cast<qsizetype>(tex.size()))) {}

  QString upTo(QChar end) {
    QString out;
    while (m_at < m_tex.size() && m_tex.at(m_at) != end) out += item();
    ++m_at;
    return out;
  }

 private:
  QString item() {
    const QChar c = m_tex.at(m_at++);
    if (c == u'{') return upTo(u'}');
    if (c == u'^') return raised(argument());
    if (c == u'_') return lowered(argument());
    if (c == u'-') return QString(u'−');
    if (c == u'\\') return command();
    return QString(c);
  }

  QString argument() {
    while (m_at < m_tex.size() && m_tex.at(m_at) == u' ') ++m_at;
    return m_at < m_tex.size() ? item() : QString();
  }

  // Letters that stand for one factor need no brackets above or below the line of a fraction.
  static QString factor(const QString& text) {
    const bool compound = text.contains(u'+') || text.contains(u'−') || text.trimmed().contains(u' ') || text.contains(u'/');
    return compound ? u'(' + text + u')' : text;
  }

  // ŷ where Unicode has it as one letter, mˆ where it has not: screen fonts drop a mark that floats alone.
  static QString accented(const QString& letter, QChar mark, QChar behind) {
    const QString one = QString(letter + mark).normalized(QString::NormalizationForm_C);
    return one.size() == 1 ? one : letter + behind;
  }

  QString command() {
    QString name;
    while (m_at < m_tex.size() && m_tex.at(m_at).isLetter()) name += m_tex.at(m_at++);
    if (name.isEmpty() && m_at < m_tex.size()) name = m_tex.at(m_at++);
    if (name == QLatin1String("frac")) {
      const QString above = factor(argument());
      return above + u'/' + factor(argument());
    }
    if (name == QLatin1String("sqrt")) {
      const QString under = argument();
      return u'√' + (under.size() == 1 || under.size() == 2 ? under : u'(' + under + u')');
    }
    if (name == QLatin1String("hat")) return accented(argument(), QChar(0x0302), QChar(0x02C6));
    if (name == QLatin1String("bar")) return accented(argument(), QChar(0x0304), QChar(0x02C9));
    if (name == QLatin1String("tilde")) return accented(argument(), QChar(0x0303), QChar(0x02DC));
    if (name == QLatin1String("text") || name == QLatin1String("mathrm") || name == QLatin1String("mathbf") ||
        name == QLatin1String("operatorname"))
      return argument();
    const auto symbol = symbols().constFind(name);
    return symbol == symbols().constEnd() ? name : *symbol; // log, max, tanh: their names
  }

  QString m_tex;
  qsizetype m_at = 0;
};

} // namespace

QString texText(std::string_view tex) {
  const QString read = Reader(tex).upTo(QChar());
  QString text;
  for (const QChar c : read) {
    if (c == u' ' && (text.endsWith(u' ') || text.endsWith(u'('))) continue;
    if ((c == u')' || c == u',') && text.endsWith(u' ')) text.chop(1);
    text += c;
  }
  return text.trimmed();
}

} // namespace glassbox
