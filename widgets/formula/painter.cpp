// Paints what has been set: outlines of glyphs, and lines that fall on whole pixels.
#include "widgets/formula/formula.h"

#include "widgets/common/theme_manager.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace glassbox {

void paintFormula(QPainter& painter, const FormulaLayout& layout, QPointF origin, const FormulaInk& ink) {
  const MathFont& font = mathFont();
  const Theme& colors = ink.theme ? *ink.theme : theme();
  const auto colorOf = [&](const std::optional<ColorRole>& role) { return role ? colors.color(*role) : ink.text; };
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);

  // On a screen the baseline and the lines lie on whole device pixels; a printer has pixels enough.
  const QTransform device = painter.deviceTransform();
  const bool onPixels = device.type() <= QTransform::TxScale && painter.device() && painter.device()->devType() != QInternal::Printer &&
                        painter.device()->devType() != QInternal::Pbuffer && painter.device()->depth() > 1 && device.m22() > 0;
  const double dense = device.m22();
  const auto whole = [&](double y) { return onPixels ? (std::round(y * dense + device.dy()) - device.dy()) / dense : y; };
  origin.setY(whole(origin.y()));

  for (const FormulaGlyph& glyph : layout.glyphs) {
    const double scale = glyph.size / 1000;
    QTransform place(scale, 0, 0, scale, origin.x() + glyph.x, origin.y() + glyph.y);
    painter.setBrush(colorOf(glyph.color));
    painter.drawPath(place.map(font.outline(glyph.id)));
  }
  for (const FormulaRule& rule : layout.rules) {
    QRectF rect = rule.rect.translated(origin);
    if (onPixels) {
      const double thick = std::max(1.0, std::round(rect.height() * dense)) / dense;
      const double top = whole(rect.center().y() - thick / 2);
      rect = QRectF(rect.left(), top, rect.width(), thick);
    }
    painter.fillRect(rect, colorOf(rule.color));
  }
  painter.restore();
}

QImage formulaPicture(const Formula& formula, double size, FormulaStyle style, const FormulaInk& ink, double devicePixelRatio, double maxWidth) {
  const FormulaLayout layout = layOut(formula, size, style, maxWidth);
  const double above = std::ceil(layout.height) + 1, width = std::ceil(layout.width) + 2, height = above + std::ceil(layout.depth) + 1;
  QImage picture(QSize(std::max(1, static_cast<int>(std::ceil(width * devicePixelRatio))), std::max(1, static_cast<int>(std::ceil(height * devicePixelRatio)))),
                 QImage::Format_ARGB32_Premultiplied);
  picture.setDevicePixelRatio(devicePixelRatio);
  picture.fill(Qt::transparent);
  QPainter painter(&picture);
  paintFormula(painter, layout, QPointF(1, above), ink);
  return picture;
}

} // namespace glassbox
