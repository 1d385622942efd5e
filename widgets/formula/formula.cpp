#include "widgets/formula/formula.h"

#include "widgets/model/language.h"

#include <QCoreApplication>

namespace glassbox {

namespace {

// The words between the signs of the engine's formulas; a lesson's formulas have the words of its language.
constexpr const char* kWords[] = {QT_TRANSLATE_NOOP("formula words", "for"), QT_TRANSLATE_NOOP("formula words", "else"), QT_TRANSLATE_NOOP("formula words", ", else"),
                                  QT_TRANSLATE_NOOP("formula words", "or"), QT_TRANSLATE_NOOP("formula words", "windows"),
                                  QT_TRANSLATE_NOOP("formula words", "windows won")};

void translateWords(TexList& list) {
  for (TexNode& node : list) {
    for (TexList& part : node.parts) translateWords(part);
    if (node.kind != TexKind::Words) continue;
    const QString words = QString::fromStdString(node.text), bare = words.trimmed();
    for (const char* known : kWords) {
      if (bare != QLatin1String(known)) continue;
      const QString there = QCoreApplication::translate("formula words", known);
      if (there != bare) node.text = (words.startsWith(u' ') ? " " : "") + there.toStdString() + (words.endsWith(u' ') ? " " : "");
    }
  }
}

} // namespace

Formula::Formula(std::string_view tex) : m_tex(tex) {
  ParsedTex parsed = parseTex(m_tex);
  m_tree = std::move(parsed.tree);
  translateWords(m_tree);
  m_error = std::move(parsed.error);
}

QString Formula::fault() const {
  if (m_error) {
    const qsizetype column = QString::fromUtf8(m_tex.data(), static_cast<qsizetype>(std::min(m_error->at, m_tex.size()))).size() + 1;
    return QCoreApplication::translate("formula", "%1 (character %2)").arg(translated(m_error->what)).arg(column);
  }
  return mathFont().fault();
}

FormulaLayout layOut(const Formula& formula, double size, FormulaStyle style, double maxWidth) {
  LayoutOptions options;
  options.display = style == FormulaStyle::Display;
  options.maxWidth = size > 0 ? maxWidth / size : 0;
  if (!formula.error() && mathFont().isSound()) return setFormula(formula.tree(), mathFont(), options).scaled(size);
  TexNode words; // the source, as words
  words.kind = TexKind::Words;
  words.alphabet = Alphabet::Roman;
  words.text = formula.tex();
  return setFormula({words}, mathFont(), options).scaled(size);
}

} // namespace glassbox
