#include "widgets/formula/plain.h"

#include "widgets/formula/tex_symbols.h"

#include <algorithm>

namespace glassbox {
namespace {

QString letter(char32_t c) { return QString::fromUcs4(&c, 1); }

/// `text` in raised or lowered characters; empty when one of them has no such form.
QString shifted(const QString& text, bool up) {
  static const QString from = QStringLiteral("0123456789+−=()aehijklmnoprstuvx"), raised = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵉʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛˣ"),
                       lowered = QStringLiteral("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ");
  QString out;
  for (const QChar c : text) {
    if (up && c == u'⊤') {
      out += u'ᵀ';
      continue;
    }
    const qsizetype at = from.indexOf(c);
    if (at < 0) return {};
    out += (up ? raised : lowered)[at];
  }
  return out;
}

class Line {
 public:
  QString list(const TexList& nodes) const {
    QString out;
    Atom before = Atom::Open;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const TexNode& node = nodes[i];
      if (node.kind == TexKind::Space) {
        if (node.amount >= 18 && !out.endsWith(u' ')) out += u' ';
        else if (node.amount > 0 && !out.isEmpty() && !out.endsWith(u' ')) out += QChar(0x2009);
        continue;
      }
      if (node.kind == TexKind::Style) continue;
      const auto joins = [](const TexNode& n) { return n.atom != Atom::Rel && n.atom != Atom::Punct && n.kind != TexKind::Space; };
      const bool besides = (i > 0 && joins(nodes[i - 1])) || (i + 1 < nodes.size() && joins(nodes[i + 1]));
      const QString text = one(node, besides);
      const bool unary = node.atom == Atom::Bin && (before == Atom::Bin || before == Atom::Rel || before == Atom::Open || before == Atom::Op || before == Atom::Punct);
      if (node.atom == Atom::Rel || (node.atom == Atom::Bin && !unary)) {
        while (out.endsWith(u' ') || out.endsWith(QChar(0x2009))) out.chop(1);
        out += u' ' + text + u' ';
      } else {
        const bool function = node.kind == TexKind::Function || (node.kind == TexKind::Scripts && node.parts[0].size() == 1 && node.parts[0][0].kind == TexKind::Function);
        if (function && !out.isEmpty() && (out.back().isLetterOrNumber() || out.endsWith(u')'))) out += u' ';
        out += text;
        const bool bracketNext = i + 1 < nodes.size() && (nodes[i + 1].atom == Atom::Open || nodes[i + 1].kind == TexKind::Fence);
        if ((function && !bracketNext && i + 1 < nodes.size()) || node.atom == Atom::Punct) out += u' ';
      }
      before = unary ? Atom::Ord : node.atom;
    }
    return out.trimmed();
  }

 private:
  /// `among` others: a fraction is put in parentheses.
  QString one(const TexNode& node, bool among) const {
    switch (node.kind) {
    case TexKind::Symbol: {
      const bool plainAlphabet = node.alphabet != Alphabet::Blackboard && node.alphabet != Alphabet::Calligraphic;
      return letter(plainAlphabet ? node.symbol : styledLetter(node.symbol, node.alphabet));
    }
    case TexKind::Words:
    case TexKind::Function:
      return QString::fromStdString(node.text);
    case TexKind::Group:
    case TexKind::Color:
    case TexKind::Link:
    case TexKind::Brace:
      return list(node.parts[0]);
    case TexKind::Scripts: {
      QString out = list(node.parts[0]);
      for (const bool up : {false, true}) {
        QString script = list(node.parts[up ? 2 : 1]).remove(u' ').remove(QChar(0x2009));
        while (up && script.startsWith(u'′')) {
          out += u'′';
          script.remove(0, 1);
        }
        if (script.isEmpty()) continue;
        const QString small = shifted(script, up);
        out += !small.isEmpty() ? small : (up ? u'^' : u'_') + (script.size() == 1 || (script.startsWith(u'(') && script.endsWith(u')')) ? script : u'(' + script + u')');
      }
      return out;
    }
    case TexKind::Fraction: {
      const QString above = list(node.parts[0]), below = list(node.parts[1]);
      const QString text = inBrackets(above, false) + u'/' + inBrackets(below, true);
      return among && (above.contains(u' ') || below.contains(u' ')) ? u'(' + text + u')' : text;
    }
    case TexKind::Root: {
      const QString degree = list(node.parts[1]);
      return shifted(degree, true) + u'√' + inBrackets(list(node.parts[0]), true);
    }
    case TexKind::Accent:
      return (list(node.parts[0]) + letter(node.symbol)).normalized(QString::NormalizationForm_C);
    case TexKind::Bar:
      return (list(node.parts[0]) + (node.above ? QChar(0x0304) : QChar(0x0332))).normalized(QString::NormalizationForm_C);
    case TexKind::Fence: {
      QString out;
      for (std::size_t i = 0; i < node.delimiters.size(); ++i) {
        if (node.delimiters[i]) out += letter(node.delimiters[i]);
        if (i < node.parts.size()) out += list(node.parts[i]);
      }
      return out;
    }
    case TexKind::Delimiter:
      return node.symbol ? letter(node.symbol) : QString();
    case TexKind::Table: {
      QStringList rows;
      const int columns = std::max(1, node.columns);
      for (std::size_t i = 0; i < node.parts.size(); ++i) {
        if (static_cast<int>(i) % columns == 0) rows << QString();
        rows.last() += (rows.last().isEmpty() ? QString() : QStringLiteral(" ")) + list(node.parts[i]);
      }
      return rows.join(QStringLiteral("; "));
    }
    case TexKind::Space:
    case TexKind::Style:
      return {};
    }
    return {};
  }

  /// What stands beside a / or under a √: as it is when it is one thing.
  static QString inBrackets(const QString& text, bool strict) {
    const bool single = std::all_of(text.begin(), text.end(), [&](QChar c) { return c != u' ' && c != QChar(0x2009) && c != u'/' && c != u'+' && c != u'−'; });
    const bool oneLetter = text.size() <= 1 || !strict || !text.contains(u'(');
    return single && oneLetter ? text : u'(' + text + u')';
  }
};

} // namespace

QString plainFormula(const Formula& formula) {
  return formula.error() ? QString::fromStdString(formula.tex()) : Line().list(formula.tree());
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
      out += plainFormula(Formula(words.mid(i + 1, close - i - 1)));
      i = close + 1;
    } else {
      out += words[i++];
    }
  }
  return out;
}

} // namespace glassbox
