#include "widgets/lesson/formula_object.h"

#include "widgets/common/theme_manager.h"
#include "widgets/lesson/tex_text.h"

#include <QAbstractTextDocumentLayout>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextBlock>
#include <QTextDocument>

namespace glassbox {
namespace {

enum Property { Tex = QTextFormat::UserProperty + 1, Size };

constexpr double kScript = 0.7; // size of raised and lowered parts
constexpr double kRaise = 0.38; // of the size, upward
constexpr double kLower = 0.18; // of the size, downward

QFont mathFont(double size) {
  QFont font;
  font.setFamilies({QStringLiteral("Latin Modern Math"), QStringLiteral("DejaVu Serif"), QStringLiteral("Noto Sans CJK SC")});
  font.setPixelSize(qMax(1, qRound(size)));
  return font;
}

/// Calls draw(run, font, x, rise) for each run and returns the width. A lowered part behind a raised one, or the other way round,
/// stands under it.
template<class F> double eachRun(const QString& tex, double size, const F& draw) {
  const QFont normal = mathFont(size), script = mathFont(size * kScript);
  const QFontMetricsF normalMetrics(normal), scriptMetrics(script);
  double x = 0, end = 0, scriptsAt = 0;
  TexScript before = TexScript::Normal;
  for (const TexRun& run : texRuns(tex)) {
    const bool small = run.script != TexScript::Normal;
    if (!small)
      x = end;
    else if (before == TexScript::Normal)
      scriptsAt = x = end;
    else
      x = scriptsAt;
    draw(run, small ? script : normal, x,
         run.script == TexScript::Super ? kRaise * size
         : run.script == TexScript::Sub ? -kLower * size
                                        : 0.0);
    end = std::max(end, x + (small ? scriptMetrics : normalMetrics).horizontalAdvance(run.text) + (small ? size * 0.04 : 0));
    before = run.script;
  }
  return end;
}

} // namespace

void FormulaObject::install(QTextDocument& document) {
  document.documentLayout()->registerHandler(Type, new FormulaObject(document.documentLayout()));
}

QTextCharFormat FormulaObject::format(const QString& tex, int size) {
  QTextCharFormat format;
  format.setObjectType(Type);
  format.setProperty(Tex, tex);
  format.setProperty(Size, size);
  return format;
}

QString FormulaObject::texOf(const QTextFormat& format) {
  return format.objectType() == Type ? format.property(Tex).toString() : QString();
}

/// As tall as the letters before it, so that it cannot push lines apart; what is lower or higher is drawn over the edge.
QSizeF FormulaObject::intrinsicSize(QTextDocument* document, int, const QTextFormat& format) {
  const double size = theme().px(format.intProperty(Size));
  const double width = eachRun(texOf(format), size, [](const TexRun&, const QFont&, double, double) {});
  return {width, QFontMetricsF(document->defaultFont()).ascent()};
}

void FormulaObject::drawObject(QPainter* painter, const QRectF& rect, QTextDocument*, int, const QTextFormat& format) {
  const double size = theme().px(format.intProperty(Size));
  painter->save();
  const QBrush brush = format.foreground();
  painter->setPen(brush.style() == Qt::NoBrush ? theme().color(ColorRole::Text) : brush.color());
  eachRun(texOf(format), size, [&](const TexRun& run, const QFont& font, double x, double rise) {
    painter->setFont(font);
    painter->drawText(QPointF(rect.left() + x, rect.bottom() - rise), run.text);
  });
  painter->restore();
}

QString plainTextOf(const QTextDocument& document) {
  QString text;
  for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
    for (auto it = block.begin(); !it.atEnd(); ++it) {
      const QString tex = FormulaObject::texOf(it.fragment().charFormat());
      text += tex.isEmpty() ? it.fragment().text() : texPlain(tex);
    }
    text += u'\n';
  }
  return text;
}

} // namespace glassbox
