#include "widgets/formula/formula.h"

#include "widgets/model/language.h"

#include <QCoreApplication>

namespace glassbox {

Formula::Formula(std::string_view tex) : m_tex(tex) {
  ParsedTex parsed = parseTex(m_tex);
  m_tree = std::move(parsed.tree);
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
  if (!formula.error()) return setFormula(formula.tree(), mathFont(), options).scaled(size);
  TexNode words; // the source, as words
  words.kind = TexKind::Words;
  words.alphabet = Alphabet::Roman;
  words.text = formula.tex();
  return setFormula({words}, mathFont(), options).scaled(size);
}

} // namespace glassbox
