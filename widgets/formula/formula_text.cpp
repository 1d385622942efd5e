#include "widgets/formula/formula_text.h"

#include "widgets/common/theme_manager.h"
#include "widgets/formula/spoken.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

enum Property { Tex = QTextFormat::UserProperty + 1, Size, Display };

FormulaStyle styleOf(const QTextFormat& format) { return format.boolProperty(Display) ? FormulaStyle::Display : FormulaStyle::InText; }

FormulaLayout layoutOf(const QTextFormat& format, double maxWidth) {
  const FormulaStyle style = styleOf(format);
  const double size = format.doubleProperty(Size) * theme().scale();
  return layOut(Formula(FormulaText::texOf(format)), size, style, style == FormulaStyle::Display ? maxWidth : 0);
}

/// An object of a document hangs below the baseline with AlignMiddle only: then Qt gives its line
/// ascent - descent = half the x-height of the format's font. So the format names a font with the x-height that is wanted.
/// (Qt then draws it in the middle of the line; drawObject goes by the line's baseline instead.)
struct Room {
  double ascent, descent;
};
int xHeightFor(double height, double depth) { return std::max(0, static_cast<int>(std::ceil(2 * (height - depth)))); }
Room roomFor(double height, double depth, int xHeight) {
  const double descent = std::max(depth, height - xHeight / 2.0);
  return {descent + xHeight / 2.0, descent};
}

/// A font of our text family with that x-height; for one so small that there is none, the smallest.
QFont fontOfXHeight(int xHeight) {
  QFont font = theme().font(FontRole::Normal);
  for (int size = 1; size < 400; ++size) {
    font.setPixelSize(size);
    if (qRound(QFontMetricsF(font).xHeight()) >= xHeight) break;
  }
  return font;
}

double pageWidth(const QTextDocument* document) {
  const double width = document ? document->textWidth() - 2 * document->documentMargin() : 0;
  return width > 1 ? width : 0;
}

/// Display formulas stand alone in their paragraph: the baseline of what is around does not matter.
FormulaLayout shrunk(FormulaLayout layout, double page) {
  constexpr double kSmallest = 0.6;
  return page > 0 && layout.width > page ? layout.scaled(std::max(kSmallest, page / layout.width)) : layout;
}

} // namespace

void FormulaText::install(QTextDocument& document) {
  document.documentLayout()->registerHandler(Type, new FormulaText(document.documentLayout()));
}

QTextCharFormat FormulaText::format(const QString& tex, double size, FormulaStyle style) {
  QTextCharFormat format;
  format.setObjectType(Type);
  format.setProperty(Tex, tex);
  format.setProperty(Size, size);
  format.setProperty(Display, style == FormulaStyle::Display);
  if (style == FormulaStyle::InText) {
    const FormulaLayout layout = layoutOf(format, 0);
    format.setVerticalAlignment(QTextCharFormat::AlignMiddle);
    format.setFont(fontOfXHeight(xHeightFor(layout.height, layout.depth)), QTextCharFormat::FontPropertiesSpecifiedOnly);
  }
  return format;
}

void FormulaText::insert(QTextCursor& cursor, const QString& tex, double size, FormulaStyle style) {
  cursor.insertText(QString(QChar::ObjectReplacementCharacter), format(tex, size, style));
}

QString FormulaText::texOf(const QTextFormat& format) { return format.objectType() == Type ? format.property(Tex).toString() : QString(); }

double FormulaText::tallness(const QTextFormat& format) {
  const FormulaLayout layout = layoutOf(format, 0);
  return layout.height + layout.depth;
}

QSizeF FormulaText::intrinsicSize(QTextDocument* document, int, const QTextFormat& format) {
  const double page = pageWidth(document);
  const FormulaLayout layout = shrunk(layoutOf(format, page), styleOf(format) == FormulaStyle::Display ? page : 0);
  if (styleOf(format) == FormulaStyle::Display) return {std::ceil(layout.width), std::ceil(layout.height + layout.depth)};
  const int xHeight = qRound(QFontMetricsF(format.toCharFormat().font()).xHeight());
  const Room room = roomFor(layout.height, layout.depth, xHeight);
  return {layout.width, room.ascent + room.descent};
}

void FormulaText::drawObject(QPainter* painter, const QRectF& rect, QTextDocument* document, int position, const QTextFormat& format) {
  const double page = pageWidth(document);
  const bool display = styleOf(format) == FormulaStyle::Display;
  const FormulaLayout layout = shrunk(layoutOf(format, page), display ? page : 0);
  const QBrush brush = format.foreground();
  const QColor color = brush.style() == Qt::NoBrush ? theme().color(ColorRole::Text) : brush.color();
  double baseline = rect.top() + layout.height;
  if (!display) {
    const QTextBlock block = document->findBlock(position);
    const QTextLine line = block.layout()->lineForTextPosition(position - block.position());
    if (line.isValid()) baseline = document->documentLayout()->blockBoundingRect(block).top() + line.y() + line.ascent();
  }
  paintFormula(*painter, layout, QPointF(rect.left(), baseline), {color, nullptr});
}

QString textWithTex(const QTextCursor& selection) {
  QString text;
  const int begin = selection.selectionStart(), end = selection.selectionEnd();
  for (QTextBlock block = selection.document()->findBlock(begin); block.isValid() && block.position() < end; block = block.next()) {
    if (!text.isEmpty() || block.position() > begin) text += u'\n';
    for (auto it = block.begin(); !it.atEnd(); ++it) {
      const QTextFragment fragment = it.fragment();
      const int from = std::max(begin, fragment.position()), to = std::min(end, fragment.position() + fragment.length());
      if (from >= to) continue;
      const QString tex = FormulaText::texOf(fragment.charFormat());
      const QString dollars = fragment.charFormat().boolProperty(Display) ? QStringLiteral("$$") : QStringLiteral("$");
      if (tex.isEmpty()) text += fragment.text().mid(from - fragment.position(), to - from).replace(QChar::LineSeparator, u'\n');
      else text += dollars + tex + dollars;
    }
  }
  return text;
}

QString spokenText(const QTextDocument& document) {
  QString text;
  for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
    for (auto it = block.begin(); !it.atEnd(); ++it) {
      const QString tex = FormulaText::texOf(it.fragment().charFormat());
      text += tex.isEmpty() ? it.fragment().text() : spokenFormula(Formula(tex));
    }
    text += u'\n';
  }
  return text;
}

QString formulaHtml(const QString& tex, double size, double devicePixelRatio, double maxWidth) {
  const QImage picture = formulaPicture(Formula(tex), size * theme().scale(), FormulaStyle::Display, {theme().color(ColorRole::Text), nullptr}, devicePixelRatio, maxWidth);
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  picture.save(&buffer, "PNG");
  return QStringLiteral("<img src=\"data:image/png;base64,%1\" width=\"%2\" height=\"%3\">")
      .arg(QString::fromLatin1(bytes.toBase64()))
      .arg(qRound(picture.width() / devicePixelRatio))
      .arg(qRound(picture.height() / devicePixelRatio));
}

} // namespace glassbox
