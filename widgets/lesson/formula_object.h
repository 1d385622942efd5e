// A formula as one character of a text document: sits on the line's baseline and never changes the distance of lines.
#pragma once

#include <QObject>
#include <QTextObjectInterface>

class QTextDocument;

namespace glassbox {

/// Draws the runs of texRuns; another way of drawing formulas replaces this class and nothing else.
class FormulaObject : public QObject, public QTextObjectInterface {
  Q_OBJECT
  Q_INTERFACES(QTextObjectInterface)

 public:
  static constexpr int Type = QTextFormat::UserObject + 1;

  /// Makes `document` able to draw formulas; once for each document.
  static void install(QTextDocument& document);
  /// The format of the object character of a formula; `size` in device-independent pixels at normal text size.
  static QTextCharFormat format(const QString& tex, int size);
  /// The TeX of a format made so; empty for other formats.
  static QString texOf(const QTextFormat& format);

  QSizeF intrinsicSize(QTextDocument* document, int position, const QTextFormat& format) override;
  void drawObject(QPainter* painter, const QRectF& rect, QTextDocument* document, int position, const QTextFormat& format) override;

 private:
  explicit FormulaObject(QObject* parent) : QObject(parent) {}
};

/// The text of `document` with its formulas in words (texPlain).
QString plainTextOf(const QTextDocument& document);

} // namespace glassbox
