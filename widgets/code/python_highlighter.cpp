#include "widgets/code/python_highlighter.h"

#include "widgets/common/theme_manager.h"

namespace glassbox {
namespace {

// States of a block: what it leaves open.
constexpr int kNothing = -1, kDouble = 1, kSingle = 2;

ColorRole roleOf(PythonToken::Kind kind) {
  switch (kind) {
  case PythonToken::Kind::Keyword: return ColorRole::KSeq;
  case PythonToken::Kind::Number: return ColorRole::KDense;
  case PythonToken::Kind::String: return ColorRole::KConv;
  case PythonToken::Kind::Comment: return ColorRole::Text3;
  case PythonToken::Kind::Name: return ColorRole::Text;
  }
  return ColorRole::Text;
}

} // namespace

QTextCharFormat pythonFormat(PythonToken::Kind kind, ColorRole ground, ColorRole lit) {
  QTextCharFormat format;
  format.setForeground(theme().readable(theme().readable(theme().color(roleOf(kind)), theme().color(ground)), theme().color(lit)));
  if (kind == PythonToken::Kind::Keyword || kind == PythonToken::Kind::Name) format.setFontWeight(QFont::Bold);
  return format;
}

PythonHighlighter::PythonHighlighter(QTextDocument* document) : QSyntaxHighlighter(document) {
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &QSyntaxHighlighter::rehighlight);
}

void PythonHighlighter::highlightBlock(const QString& text) {
  const int before = previousBlockState();
  const QString open = before == kDouble ? QStringLiteral("\"\"\"") : before == kSingle ? QStringLiteral("'''") : QString();
  const PythonLine line = pythonTokens(text, open);
  for (const PythonToken& token : line.tokens) setFormat(token.start, token.length, pythonFormat(token.kind, ColorRole::Canvas, ColorRole::Tint));
  setCurrentBlockState(line.open.isEmpty() ? kNothing : line.open.front() == u'"' ? kDouble : kSingle);
}

} // namespace glassbox
