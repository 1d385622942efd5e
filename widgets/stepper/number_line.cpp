#include "widgets/stepper/number_line.h"

#include "widgets/common/number_format.h"

#include <algorithm>
#include <vector>

namespace glassbox {
namespace {

bool isLetter(const QString& tex, qsizetype at) { return at >= 0 && at < tex.size() && tex[at].isLetter(); }

/// Whether the letter `symbol` stands at `at` by itself: not as a part of a command's name, nor with an index of its own.
bool standsAt(const QString& tex, qsizetype at, const QString& symbol) {
  if (QStringView(tex).mid(at, symbol.size()) != symbol) return false;
  const qsizetype end = at + symbol.size();
  if (symbol.startsWith(u'\\')) {
    if (symbol.back().isLetter() && isLetter(tex, end)) return false;
  } else {
    qsizetype begin = at;
    while (isLetter(tex, begin - 1)) --begin;
    if (begin > 0 && tex[begin - 1] == u'\\') return false;
  }
  return end >= tex.size() || (tex[end] != u'_' && tex[end] != u'\'');
}

/// Behind the first equals sign outside all braces; the whole where there is none.
QString rightSide(const QString& tex) {
  int depth = 0;
  for (qsizetype i = 0; i < tex.size(); ++i) {
    if (tex[i] == u'{') ++depth;
    else if (tex[i] == u'}') --depth;
    else if (tex[i] == u'=' && depth == 0) return tex.mid(i + 1).trimmed();
  }
  return tex;
}

/// A remark behind a comma ("x = ..., \\quad s = ...") explains letters: it is no part of the number.
QString withoutRemarks(const QString& tex) {
  const qsizetype remark = tex.indexOf(QStringLiteral(", \\quad"));
  return remark < 0 ? tex : tex.left(remark);
}

} // namespace

QString texNumber(double value, TexNumber place) {
  QString text = formatNumber(value);
  text.replace(kMinus, QStringLiteral("-"));
  text.remove(kThinSpace);
  if (const auto power = text.indexOf(u'×'); power >= 0) { // 1.23×10⁻⁵
    QString exponent;
    for (const QChar c : text.mid(power + 3)) {
      static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
      if (c == QChar(0x207B)) exponent += u'-';
      else if (digits.contains(c)) exponent += QString::number(digits.indexOf(c));
    }
    text = text.left(power) + QStringLiteral("\\cdot 10^{%1}").arg(exponent);
  }
  return value < 0 && place == TexNumber::Factor ? QStringLiteral("(%1)").arg(text) : text;
}

QString numberLine(const Explanation& explanation, bool hidden) {
  if (explanation.arguments.empty() || explanation.formula.empty()) return {};
  const QString letters = withoutRemarks(rightSide(QString::fromStdString(explanation.formula)));
  std::vector<bool> found(explanation.arguments.size(), false);
  QString line;
  for (qsizetype at = 0; at < letters.size();) {
    std::size_t which = 0;
    QString symbol;
    for (; which < explanation.arguments.size(); ++which) {
      symbol = QString::fromStdString(explanation.arguments[which].tex);
      if (!symbol.isEmpty() && standsAt(letters, at, symbol)) break;
    }
    if (which == explanation.arguments.size()) {
      line += letters[at++];
      continue;
    }
    const Factor& argument = explanation.arguments[which];
    const qsizetype end = at + symbol.size();
    const bool enclosed = at > 0 && letters[at - 1] == u'(' && end < letters.size() && letters[end] == u')';
    line += QStringLiteral("{\\link{%1}{%2}}").arg(QString::fromStdString(argument.from), texNumber(argument.value, enclosed ? TexNumber::Alone : TexNumber::Factor));
    found[which] = true;
    at = end;
  }
  if (std::find(found.begin(), found.end(), false) != found.end()) return {};
  return line + QStringLiteral(" = ") + (hidden ? QStringLiteral("\\text{?}") : texNumber(explanation.value, TexNumber::Alone));
}

} // namespace glassbox
