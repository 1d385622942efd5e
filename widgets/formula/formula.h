// A formula: read from TeX once, then set and painted at any size. The way in for everything outside of this folder.
#pragma once

#include "widgets/formula/layout.h"
#include "widgets/formula/tex_parser.h"

#include <QPointF>
#include <QString>

#include <string>

class QPainter;

namespace glassbox {

class Formula {
 public:
  Formula() = default;
  /// Reads `tex`, UTF-8 without dollar signs (tex_parser.h says what it may hold). The words of the engine's formulas ("for",
  /// "else") are put into the language in use.
  explicit Formula(std::string_view tex);
  explicit Formula(const QString& tex) : Formula(std::string_view(tex.toStdString())) {}

  const std::string& tex() const { return m_tex; }
  const TexList& tree() const { return m_tree; }
  bool isEmpty() const { return m_tex.empty(); }
  /// Why it cannot be drawn: what is wrong with the TeX and where, or that the font is missing. Empty when it can.
  QString fault() const;
  const std::optional<TexError>& error() const { return m_error; }

 private:
  std::string m_tex;
  TexList m_tree;
  std::optional<TexError> m_error;
};

enum class FormulaStyle { Display, InText };

/// Sets `formula` with letters of `size` pixels, in pixels; broken into lines where it is wider than `maxWidth` (0: never).
/// Where the formula has a fault, its TeX stands as it is, so that something is always seen.
FormulaLayout layOut(const Formula& formula, double size, FormulaStyle style = FormulaStyle::Display, double maxWidth = 0);

struct FormulaInk {
  QColor text;                 ///< what has no colour of its own
  const Theme* theme = nullptr; ///< of the colours that the formula names; the one in use by default
};

/// Paints with the baseline of the first line beginning at `origin`. Sharp at any device pixel ratio: outlines and, where the
/// painter is not turned, lines and baseline on whole device pixels.
void paintFormula(QPainter& painter, const FormulaLayout& layout, QPointF origin, const FormulaInk& ink);

/// The formula as a picture in the theme's colours, for places that show pictures only (tooltips).
QImage formulaPicture(const Formula& formula, double size, FormulaStyle style, const FormulaInk& ink, double devicePixelRatio, double maxWidth = 0);

} // namespace glassbox
