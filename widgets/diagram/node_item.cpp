#include "widgets/diagram/node_item.h"

#include "widgets/common/icons.h"
#include "widgets/common/number_format.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <cmath>

namespace glassbox {
namespace {

constexpr double kRadius = 6, kBand = 4, kMargin = 16;
constexpr double kPort = 10, kPortHovered = 12, kPortValid = 14;

QString tr(const char* text) { return QCoreApplication::translate("glassbox::NodeItem", text); }

const QString kDot = QStringLiteral(" · ");

void drawText(QPainter& painter, const QRectF& where, const QString& text, ColorRole role, const QFont& font, Qt::TextElideMode elide = Qt::ElideMiddle) {
  painter.setFont(font);
  painter.setPen(theme().color(role));
  painter.drawText(where, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, QFontMetricsF(font).elidedText(text, elide, where.width()));
}

QPen ring(ColorRole role, Qt::PenStyle style = Qt::SolidLine) {
  QPen pen(theme().color(role), 2, style, Qt::FlatCap);
  if (style == Qt::DotLine) {
    pen.setCapStyle(Qt::RoundCap);
    pen.setDashPattern({0.01, 2});
  }
  return pen;
}

} // namespace

NodeItem::NodeItem(Tile tile) : m_tile(std::move(tile)) { setZValue(1); }

void NodeItem::setTile(const Tile& tile) {
  if (tile == m_tile) return;
  prepareGeometryChange();
  m_tile = tile;
  update();
}

void NodeItem::setMarks(const TileMarks& marks) {
  if (marks == m_marks) return;
  m_marks = marks;
  update();
}

void NodeItem::setThumbnail(const QImage& image) {
  if (image.isNull() && m_thumbnail.isNull()) return;
  m_thumbnail = image;
  update(QRectF(14, 44, 140, 52));
}

void NodeItem::setLosses(std::optional<double> batch, std::optional<double> test) {
  if (batch == m_batchLoss && test == m_testLoss) return;
  m_batchLoss = batch;
  m_testLoss = test;
  update(box());
}

void NodeItem::setCaption(const DataCaption& caption) {
  if (caption == m_data) return;
  m_data = caption;
  update();
}

QRectF NodeItem::boundingRect() const { return box().adjusted(-kMargin, -kMargin, kMargin, kMargin); }

QPainterPath NodeItem::shape() const {
  QPainterPath path;
  path.addRect(box());
  return path;
}

QPointF NodeItem::inputPoint(int index) const {
  const double y = index >= 0 && index < static_cast<int>(m_tile.inputs.size()) ? m_tile.inputs[static_cast<std::size_t>(index)].y : 0;
  return pos() + QPointF(0, m_tile.anchor + y);
}

QPointF NodeItem::outputPoint() const { return pos() + QPointF(m_tile.width, m_tile.anchor); }

QRectF NodeItem::badgeRect() const { return {m_tile.width - 10, -10, 20, 20}; }

QRectF NodeItem::unfoldRect() const { return m_tile.form == TileForm::Group ? QRectF(30, 68, m_tile.width - 34, 22) : QRectF(); }

double NodeItem::lineLeft() const { return headOfColumn() ? 9 : 34; }

double NodeItem::wordsEnd() const {
  if (!m_tile.word.isEmpty()) return wordRect().right();
  return lineLeft() + QFontMetricsF(sceneFont(FontRole::Hint)).horizontalAdvance(m_tile.line);
}

QRectF NodeItem::wordRect() const {
  if (m_tile.word.isEmpty()) return {};
  const QFontMetricsF metrics(sceneFont(FontRole::Hint));
  const double left = lineLeft() + (m_tile.line.isEmpty() ? 0 : metrics.horizontalAdvance(m_tile.line + kDot));
  const double top = headOfColumn() ? 25 : 20;
  return QRectF(left - 3, top, metrics.horizontalAdvance(m_tile.word) + 6, 17).intersected(box());
}

void NodeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  const Detail detail = detailAt(zoomOf(*painter));
  painter->setRenderHint(QPainter::Antialiasing);
  if (m_tile.bypassed) {  // the wire passes behind
    painter->setPen(QPen(theme().color(ColorRole::Ctrl), 1.5));
    painter->drawLine(QPointF(0, m_tile.anchor), QPointF(m_tile.width, m_tile.anchor));
    painter->setOpacity(0.45);
  }
  if (detail != Detail::Block && m_tile.sheets > 0) paintSheets(*painter);
  paintBody(*painter, detail);
  if (detail != Detail::Block) paintHead(*painter, detail);
  if (detail >= Detail::All) {
    paintLine(*painter);
    if (m_tile.form == TileForm::Thumbnail) paintThumbnail(*painter);
    if (m_tile.form == TileForm::Loss && m_tile.height > 48) paintLosses(*painter);
    if (m_tile.form == TileForm::Data) paintData(*painter);
    if (m_tile.form == TileForm::Group) paintGroup(*painter);
  }
  painter->setOpacity(1);
  paintRings(*painter);
  if (detail >= Detail::Name) paintPorts(*painter);
  if (detail >= Detail::Icon) paintBadges(*painter, detail);
}

void NodeItem::paintBody(QPainter& painter, Detail detail) const {
  const ColorRole category = categoryColor(m_tile.group);
  if (detail == Detail::Block) {
    painter.fillRect(box(), theme().color(category));
    return;
  }
  const bool error = m_tile.issue == Issue::Severity::Error, warning = m_tile.issue == Issue::Severity::Warning;
  ColorRole fill = m_tile.frozen ? ColorRole::Panel : ColorRole::Raised;
  if (m_marks.hovered) fill = ColorRole::Hover;
  if (m_marks.flow) fill = *m_marks.flow == DiagramFlow::Direction::Forward ? ColorRole::FwdTint : ColorRole::BwdTint;
  const double least = 1 / zoomOf(painter);  // a border never thins out below a pixel of the screen
  const double width = std::max(error || warning ? 2.0 : 1.0, least);
  QPen border(theme().color(error ? ColorRole::Err : warning ? ColorRole::Warn : ColorRole::Ctrl), width);
  if (m_tile.frozen && !error && !warning) {
    border.setStyle(Qt::CustomDashLine);
    border.setDashPattern({4, 3});
    border.setCapStyle(Qt::FlatCap);
  }
  painter.setPen(border);
  painter.setBrush(theme().color(fill));
  painter.drawRoundedRect(box().adjusted(width / 2, width / 2, -width / 2, -width / 2), kRadius, kRadius);
  // The band is a part of the tile's own outline, so that its corners are round too.
  painter.save();
  painter.setClipRect(QRectF(0, 0, std::max(kBand, 2 * least), m_tile.height), Qt::IntersectClip);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme().color(category));
  painter.drawRoundedRect(box(), kRadius, kRadius);
  painter.restore();
}

void NodeItem::paintHead(QPainter& painter, Detail detail) const {
  const double zoom = zoomOf(painter);
  const QColor category = theme().color(categoryColor(m_tile.group));
  if (detail == Detail::Icon) {
    const double side = std::min(14 / zoom, std::min(m_tile.height, m_tile.width) - 8);
    painter.save();
    painter.translate((m_tile.width + kBand - side) / 2, (m_tile.height - side) / 2);
    painter.scale(side / 20, side / 20);
    paintIcon(painter, QRectF(0, 0, 20, 20), m_tile.icon, category);
    painter.restore();
    return;
  }
  if (detail == Detail::Name) {
    // Only the name, as large on the screen as the tile allows.
    const double side = std::min(20.0, m_tile.height * zoom - 6) / zoom, left = 8 / zoom;
    const bool room = m_tile.width * zoom >= 60;
    const double middle = headOfColumn() ? kMargin + 8 : m_tile.height / 2;
    double text = std::min(11.0, 18 * zoom) / zoom;
    double x = kBand + 2;
    if (room) {
      const double icon = std::min(side, 20.0);
      paintIcon(painter, QRectF(std::min(left, 10.0), middle - icon / 2, icon, icon), m_tile.icon, category);
      x = std::min(left, 10.0) + icon + 4;
    }
    // The whole name a little smaller says more than half of it: down to the least size that can be read.
    const double width = m_tile.width - x - 3;
    QString name = m_tile.title;
    QStringList lines;
    const auto advance = [&](const QString& words, double pixels) {
      return QFontMetricsF(sceneFont(FontRole::Bold, 100)).horizontalAdvance(words) * pixels / 100;
    };
    if (advance(name, kLeastText / zoom) > width) {
      name = m_tile.shortTitle;
      const int space = name.indexOf(u' ');
      if (space > 0 && advance(name, kLeastText / zoom) > width && m_tile.height * zoom >= 3 * kLeastText) lines = {name.left(space), name.mid(space + 1)};
    }
    if (!lines.isEmpty()) {
      const double line = 1.25 * kLeastText / zoom;
      for (int i = 0; i < 2; ++i)
        drawText(painter, QRectF(x, middle + (i - 1) * line, width + 2, line), lines[i], ColorRole::Text, sceneFont(FontRole::Bold, std::floor(kLeastText / zoom)));
      return;
    }
    text = std::max(kLeastText / zoom, std::min(text, text * width / std::max(1.0, advance(name, text))));
    drawText(painter, QRectF(x, middle - text, width + 2, 2 * text), name, ColorRole::Text, sceneFont(FontRole::Bold, std::floor(text)));
    return;
  }
  if (headOfColumn()) {
    paintIcon(painter, QRectF(6, 6, 20, 20), m_tile.icon, category);
    const QFont font = sceneFont(FontRole::Bold, 11);
    const QRectF room(27, 8, m_tile.width - 30, 16);
    const bool fits = QFontMetricsF(font).horizontalAdvance(m_tile.title) <= room.width();
    drawText(painter, room, fits ? m_tile.title : m_tile.shortTitle, ColorRole::Text, font);
    return;
  }
  const double right = m_tile.frozen ? 28 : 6;  // the chevron of a lit step stands below
  const bool alone = (m_tile.form == TileForm::Plain || (m_tile.form == TileForm::Loss && m_tile.height <= 48 && !m_batchLoss)) && m_tile.line.isEmpty() && m_tile.word.isEmpty() && !m_tile.frozen;
  paintIcon(painter, QRectF(10, alone ? 14 : 6, 20, 20), m_tile.icon, category);
  drawText(painter, QRectF(34, alone ? 16 : 5, m_tile.width - 34 - right, 16), m_tile.title, ColorRole::Text, sceneFont(FontRole::Bold));
}

void NodeItem::paintLine(QPainter& painter) const {
  if (m_tile.form == TileForm::Loss && m_tile.height > 48) return;
  const QFont font = sceneFont(FontRole::Hint);
  const double top = headOfColumn() ? 26 : 21, left = lineLeft();
  QString text = m_tile.line;
  if (m_tile.form == TileForm::Loss && m_batchLoss) text = tr("batch") + kDot + formatNumber(*m_batchLoss);
  if (!m_tile.word.isEmpty() && !text.isEmpty()) text += kDot;
  drawText(painter, QRectF(left, top, m_tile.width - left - 4, 15), text, ColorRole::Text2, font, Qt::ElideRight);
  double x = left + QFontMetricsF(font).horizontalAdvance(text);
  if (!m_tile.word.isEmpty()) {
    if (m_marks.wordHovered || m_marks.wordSelected) {
      painter.setPen(Qt::NoPen);
      painter.setBrush(theme().color(m_marks.wordSelected ? ColorRole::Tint : ColorRole::Line));
      painter.drawRoundedRect(wordRect(), 3, 3);
    }
    QFont wordFont = font;
    wordFont.setStrikeOut(m_tile.wordBypassed);
    drawText(painter, QRectF(x, top, m_tile.width - x - 2, 15), m_tile.word,
             m_tile.wordBypassed ? ColorRole::Text3 : m_marks.wordSelected ? ColorRole::Accent : ColorRole::Text2, wordFont, Qt::ElideRight);
    x += QFontMetricsF(wordFont).horizontalAdvance(m_tile.word);
  }
  if (m_tile.frozen && !headOfColumn()) {
    const QString frozen = (x > left ? kDot : QString()) + tr("frozen");
    if (x + QFontMetricsF(font).horizontalAdvance(frozen) > m_tile.width - 4) return;  // the padlock says it too
    drawText(painter, QRectF(x, top, m_tile.width - x - 4, 15), frozen, ColorRole::Text2, font, Qt::ElideRight);
  }
}

// One for each further copy: what is seen once stands there several times.
void NodeItem::paintSheets(QPainter& painter) const {
  painter.setPen(QPen(theme().color(ColorRole::Ctrl), std::max(1.0, 1 / zoomOf(painter))));
  painter.setBrush(theme().color(ColorRole::Raised));
  for (int i = m_tile.sheets; i > 0; --i) painter.drawRoundedRect(box().translated(3 * i, 3 * i).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
}

void NodeItem::paintGroup(QPainter& painter) const {
  const QFont hint = sceneFont(FontRole::Hint);
  double left = 34;
  if (!m_tile.copies.isEmpty()) {
    QFont bold = hint;
    bold.setBold(true);
    const QRectF chip(left, 43, QFontMetricsF(bold).horizontalAdvance(m_tile.copies) + 16, 19);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().color(ColorRole::Hover));
    painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2);
    painter.setFont(bold);
    painter.setPen(theme().color(ColorRole::Text));
    painter.drawText(chip, Qt::AlignCenter, m_tile.copies);
    left = chip.right() + 8;
  }
  drawText(painter, QRectF(left, 43, m_tile.width - left - 4, 19), m_tile.parameters, ColorRole::Text2, hint, Qt::ElideRight);
  paintIcon(painter, QRectF(34, 71, 16, 16), QStringLiteral("fold"), theme().color(ColorRole::Text2));
  drawText(painter, QRectF(54, 70, m_tile.width - 58, 18), tr("unfold"), ColorRole::Text2, hint);
}

void NodeItem::paintThumbnail(QPainter& painter) const {
  const QRectF place(14, 48, 140, 52);
  if (m_thumbnail.isNull()) {
    painter.setPen(QPen(theme().color(ColorRole::Line), 1));
    painter.setBrush(theme().color(ColorRole::Panel));
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    return;
  }
  painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
  painter.drawImage(place, m_thumbnail);
}

void NodeItem::paintLosses(QPainter& painter) const {
  const QFont font = sceneFont(FontRole::Hint);
  QFont bold = font;
  bold.setBold(true);
  const auto row = [&](double y, const QString& label, std::optional<double> value) {
    drawText(painter, QRectF(34, y, 56, 17), label, ColorRole::Text2, font);
    drawText(painter, QRectF(90, y, m_tile.width - 94, 17), value ? formatNumber(*value) : QStringLiteral("–"), ColorRole::Text, bold);
  };
  row(26, tr("batch"), m_batchLoss);
  row(43, tr("test"), m_testLoss);
  if (!m_data.empty()) drawText(painter, QRectF(34, 60, m_tile.width - 38, 17), tr("label ← %1").arg(m_data.title), ColorRole::Text3, font);
}

void NodeItem::paintData(QPainter& painter) const {
  if (m_tile.height <= 48) return;
  const QRectF place((m_tile.width - 80) / 2, 44, 80, 68);
  if (!m_data.picture.isNull()) {
    const QSizeF size = QSizeF(m_data.picture.size()).scaled(place.size(), Qt::KeepAspectRatio);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, size.width() < m_data.picture.width());
    painter.drawImage(QRectF(place.center() - QPointF(size.width() / 2, size.height() / 2), size), m_data.picture);
    return;
  }
  painter.setPen(Qt::NoPen);
  for (const DataDot& dot : m_data.dots) {
    const ColorRole color = m_data.groups > 2 ? Theme::classRole(dot.group) : dot.group == 0 ? ColorRole::Neg : ColorRole::Pos;
    painter.setBrush(theme().color(color));
    const QPointF at = place.center() + QPointF(dot.x * 34, -dot.y * 34);
    if (dot.group % 2 == 0) painter.drawEllipse(at, 1.4, 1.4);
    else painter.drawRect(QRectF(at.x() - 1.25, at.y() - 1.25, 2.5, 2.5));
  }
}

void NodeItem::paintRings(QPainter& painter) const {
  painter.setBrush(Qt::NoBrush);
  const auto around = [&](const QRectF& rect, double gap, double radius, const QPen& pen) {
    painter.setPen(pen);
    const double out = gap + pen.widthF() / 2;
    painter.drawRoundedRect(rect.adjusted(-out, -out, out, out), radius + out, radius + out);
  };
  if (m_marks.flow) around(box(), 1, kRadius, ring(*m_marks.flow == DiagramFlow::Direction::Forward ? ColorRole::Fwd : ColorRole::Bwd));
  else if (m_marks.selected) around(box(), 1, kRadius, ring(ColorRole::Accent));
  if (m_marks.current) around(box(), m_marks.selected || m_marks.flow ? 4 : 3, kRadius, ring(ColorRole::Focus, Qt::DotLine));
  if (m_marks.wordCurrent) around(wordRect(), 0, 3, ring(ColorRole::Focus, Qt::DotLine));
}

void NodeItem::paintPorts(QPainter& painter) const {
  if (m_tile.form == TileForm::Data) return;
  const bool shown = m_marks.portsShown || m_marks.hovered || m_marks.selected;
  const auto port = [&](const QPointF& at, const TilePort& p) {
    const bool current = m_marks.currentPort == p.ref;
    const bool valid = m_marks.valid.count(p.ref) != 0;
    if (p.wired && !shown && !valid && !current) return;
    const double size = valid || current ? kPortValid : m_marks.hovered ? kPortHovered : kPort;
    painter.setPen(QPen(theme().color(valid || current ? ColorRole::Accent : ColorRole::Ctrl), valid || current ? 2 : 1.5));
    painter.setBrush(theme().color(current ? ColorRole::Tint : ColorRole::Raised));
    painter.drawEllipse(at, size / 2 - 0.75, size / 2 - 0.75);
  };
  for (const TilePort& p : m_tile.inputs) port({0.5, m_tile.anchor + p.y}, p);
  for (const TilePort& p : m_tile.outputs) port({m_tile.width - 0.5, m_tile.anchor + p.y}, p);
}

void NodeItem::paintBadges(QPainter& painter, Detail detail) const {
  const QRectF chevron(m_tile.width - 27, 15, 18, 18);  // of a lit step, where the words leave room; ring and wires show it too
  if (detail >= Detail::All && m_marks.flow && !headOfColumn() && wordsEnd() <= chevron.left()) {
    const bool forward = *m_marks.flow == DiagramFlow::Direction::Forward;
    paintIcon(painter, chevron, forward ? QStringLiteral("right") : QStringLiteral("left"),
              theme().color(forward ? ColorRole::Fwd : ColorRole::Bwd));
  } else if (detail >= Detail::All && m_tile.frozen) {
    const QRectF place = headOfColumn() ? QRectF(m_tile.width - 20, 27, 14, 14) : QRectF(m_tile.width - 24, 5, 16, 16);
    paintIcon(painter, place, QStringLiteral("lock"), theme().color(ColorRole::Text2));
  }
  if (!m_tile.issue) return;
  const bool error = *m_tile.issue == Issue::Severity::Error;
  QRectF badge = badgeRect();
  if (const double zoom = zoomOf(painter); zoom < 0.6) {  // a badge stays readable when the tile does not
    const double side = 12 / zoom;
    badge = QRectF(badge.center() - QPointF(side / 2, side / 2), QSizeF(side, side));
  }
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme().color(ColorRole::Raised));
  painter.drawEllipse(badge);
  painter.save();
  painter.translate(badge.topLeft());
  painter.scale(badge.width() / 20, badge.height() / 20);
  paintIcon(painter, QRectF(1, 1, 18, 18), error ? QStringLiteral("err") : QStringLiteral("warn"), theme().color(error ? ColorRole::Err : ColorRole::Warn));
  painter.restore();
}

} // namespace glassbox
