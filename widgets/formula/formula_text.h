// Formulas in rich text: one character of a QTextDocument each, on the line's baseline, copied as TeX.
#pragma once

#include "widgets/formula/formula.h"

#include <QObject>
#include <QTextObjectInterface>

class QTextCursor;
class QTextDocument;

namespace glassbox {

/// Draws the formulas of a document. A formula takes the room it needs above and below the baseline; alone in its paragraph it is
/// set in display style, and is broken where it is wider than the page.
class FormulaText : public QObject, public QTextObjectInterface {
  Q_OBJECT
  Q_INTERFACES(QTextObjectInterface)

 public:
  static constexpr int Type = QTextFormat::UserObject + 1;

  /// Makes `document` able to draw formulas; once for each document (a clone is another one).
  static void install(QTextDocument& document);
  /// The format of the object character of a formula; `size` in device-independent pixels at normal text size.
  static QTextCharFormat format(const QString& tex, double size, FormulaStyle style = FormulaStyle::InText);
  /// Puts the formula at `cursor`.
  static void insert(QTextCursor& cursor, const QString& tex, double size, FormulaStyle style = FormulaStyle::InText);
  /// The TeX of a format made so; empty for other formats.
  static QString texOf(const QTextFormat& format);
  /// How far a formula in a line reaches above and below the baseline, together; pixels.
  static double tallness(const QTextFormat& format);

  QSizeF intrinsicSize(QTextDocument* document, int position, const QTextFormat& format) override;
  void drawObject(QPainter* painter, const QRectF& rect, QTextDocument* document, int position, const QTextFormat& format) override;

 private:
  explicit FormulaText(QObject* parent) : QObject(parent) {}
};

/// What is selected, with each formula as $TeX$ ($$TeX$$ for display): what goes to the clipboard.
QString textWithTex(const QTextCursor& selection);

/// The text of `document` with its formulas in words: what a screen reader says.
QString spokenText(const QTextDocument& document);

/// `tex` as an <img> for rich text that has no document of its own (tooltips): a picture in the theme's colours.
QString formulaHtml(const QString& tex, double size, double devicePixelRatio, double maxWidth);

} // namespace glassbox
