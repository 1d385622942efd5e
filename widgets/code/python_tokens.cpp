#include "widgets/code/python_tokens.h"

#include <array>
#include <string_view>

namespace glassbox {
namespace {

constexpr std::array<std::u16string_view, 35> kKeywords{
    u"False", u"None", u"True", u"and", u"as", u"assert", u"async", u"await", u"break", u"class", u"continue", u"def",
    u"del", u"elif", u"else", u"except", u"finally", u"for", u"from", u"global", u"if", u"import", u"in", u"is",
    u"lambda", u"nonlocal", u"not", u"or", u"pass", u"raise", u"return", u"try", u"while", u"with", u"yield"};

bool isKeyword(QStringView word) {
  for (const std::u16string_view keyword : kKeywords)
    if (word == QStringView(keyword.data(), static_cast<qsizetype>(keyword.size()))) return true;
  return false;
}

bool inWord(QChar c) { return c.isLetterOrNumber() || c == u'_'; }

/// Where the string ends that has been opened with `quotes` before `from`; -1: not in this line.
qsizetype stringEnd(const QString& line, qsizetype from, const QString& quotes) {
  for (qsizetype i = from; i < line.size(); ++i) {
    if (line[i] == u'\\') ++i;
    else if (QStringView(line).mid(i).startsWith(quotes)) return i + quotes.size();
  }
  return -1;
}

} // namespace

PythonLine pythonTokens(const QString& line, const QString& open) {
  using Kind = PythonToken::Kind;
  PythonLine out;
  const auto add = [&](Kind kind, qsizetype start, qsizetype end) { out.tokens.push_back({kind, static_cast<int>(start), static_cast<int>(end - start)}); };
  qsizetype at = 0;
  const auto readString = [&](qsizetype start, qsizetype from, const QString& quotes) {
    const qsizetype end = stringEnd(line, from, quotes);
    at = end < 0 ? line.size() : end;
    if (end < 0 && quotes.size() == 3) out.open = quotes;
    add(Kind::String, start, at);
  };
  if (!open.isEmpty()) readString(0, 0, open);
  bool introduces = false;
  while (at < line.size()) {
    const QChar c = line[at];
    if (c == u'#') {
      add(Kind::Comment, at, line.size());
      break;
    }
    if (c == u'\'' || c == u'"') {
      const QString one(c), three(3, c);
      const bool longOne = QStringView(line).mid(at).startsWith(three);
      readString(at, at + (longOne ? 3 : 1), longOne ? three : one);
      continue;
    }
    if (c.isDigit() || (c == u'.' && at + 1 < line.size() && line[at + 1].isDigit())) {
      qsizetype end = at + 1;
      while (end < line.size() && (inWord(line[end]) || line[end] == u'.' || ((line[end] == u'-' || line[end] == u'+') && line[end - 1].toLower() == u'e'))) ++end;
      add(Kind::Number, at, end);
      at = end;
      continue;
    }
    if (!inWord(c)) {
      ++at;
      continue;
    }
    qsizetype end = at;
    while (end < line.size() && inWord(line[end])) ++end;
    const QStringView word = QStringView(line).mid(at, end - at);
    if (end < line.size() && (line[end] == u'\'' || line[end] == u'"') && word.size() <= 2) {  // f'…', rb"…"
      at = end;
      continue;
    }
    if (introduces) add(Kind::Name, at, end);
    else if (isKeyword(word)) add(Kind::Keyword, at, end);
    introduces = word == QStringView(u"def") || word == QStringView(u"class");
    at = end;
  }
  return out;
}

} // namespace glassbox
