#include "widgets/diagram/group_item.h"

#include "widgets/common/icons.h"
#include "widgets/diagram/detail.h"

#include <algorithm>

namespace glassbox {
namespace {

constexpr double kMargin = 12, kTitleRow = 28, kGap = 8;
constexpr double kButton = 20, kNumber = 40;  // of the stepper
constexpr double kSmall = 10;  // px on the screen

} // namespace

GroupItem::GroupItem() { setZValue(-1); }

void GroupItem::setFrame(const GroupFrame& frame) {
  if (frame == m_frame) return;
  prepareGeometryChange();
  m_frame = frame;
  update();
}

QRectF GroupItem::box() const { return m_frame.members.adjusted(-kMargin, -kMargin - kTitleRow, kMargin, kMargin); }

QRectF GroupItem::titleRow() const { return {box().topLeft(), QSizeF(box().width(), kTitleRow)}; }

QRectF GroupItem::foldRect() const { return {box().left() + 6, box().top() + 4, kButton, kButton}; }

QRectF GroupItem::afterRect() const { return m_frame.repeat > 1 ? QRectF(box().right() - 6 - kButton, box().top() + 4, kButton, kButton) : QRectF(); }

QRectF GroupItem::beforeRect() const { return m_frame.repeat > 1 ? afterRect().translated(-kButton - kNumber, 0) : QRectF(); }

QRectF GroupItem::boundingRect() const { return box().adjusted(-1, -1, 1, 1); }

void GroupItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  painter->setRenderHint(QPainter::Antialiasing);
  const QRectF frame = box();
  QPen pen(theme().color(ColorRole::KSeq), 1.5, Qt::CustomDashLine);
  pen.setDashPattern({4, 3});
  painter->setPen(pen);
  painter->setBrush(Qt::NoBrush);
  painter->drawRoundedRect(frame, 8, 8);

  const double zoom = zoomOf(*painter);
  // That the block is repeated is to be read also where the whole of a long network is in sight.
  const double size = std::clamp(kSmall / zoom, 12.0, kTitleRow - 6);
  if (size * zoom < kLeastText) return;
  const QFont bold = sceneFont(FontRole::Bold, size), hint = sceneFont(FontRole::Hint, size - 1);
  QRectF row(frame.left() + kMargin, frame.top() + 2, frame.width() - 2 * kMargin, kTitleRow);
  if (detailAt(zoom) >= Detail::Name) {
    const QColor ink = theme().color(ColorRole::KSeq);
    paintIcon(*painter, foldRect().adjusted(2, 2, -2, -2), QStringLiteral("fold"), ink);
    row.setLeft(foldRect().right() + 4);
    if (m_frame.repeat > 1) {
      row.setRight(beforeRect().left() - kGap);
      const auto button = [&](const QRectF& place, const char* name, bool enabled) {
        paintIcon(*painter, place.adjusted(2, 2, -2, -2), QLatin1String(name), theme().color(enabled ? ColorRole::Text2 : ColorRole::Off));
      };
      button(beforeRect(), "left", m_frame.copy > 1);
      button(afterRect(), "right", m_frame.copy < m_frame.repeat);
      painter->setFont(sceneFont(FontRole::Hint, std::max(11.0, kLeastText / zoom)));
      painter->setPen(theme().color(ColorRole::Text));
      painter->drawText(QRectF(beforeRect().right(), beforeRect().top(), kNumber, kButton), Qt::AlignCenter, QStringLiteral("%1 / %2").arg(m_frame.copy).arg(m_frame.repeat));
    }
  }
  const auto write = [&](const QFont& font, ColorRole role, const QString& text) {
    painter->setFont(font);
    painter->setPen(theme().color(role));
    const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(row.width()));
    painter->drawText(row, Qt::AlignLeft | Qt::AlignVCenter, shown);
    row.setLeft(row.left() + painter->fontMetrics().horizontalAdvance(shown) + kGap);
  };
  write(bold, ColorRole::KSeq, m_frame.title);
  if (!m_frame.copies.isEmpty()) {
    const double width = QFontMetricsF(bold).horizontalAdvance(m_frame.copies) + 2 * kGap;
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme().color(ColorRole::Hover));
    painter->drawRoundedRect(QRectF(row.left(), row.center().y() - size * 0.75, width, size * 1.5), size * 0.75, size * 0.75);
    row.setLeft(row.left() + kGap);
    write(bold, ColorRole::Text, m_frame.copies);
    row.setLeft(row.left() + kGap);
  }
  if (row.width() > 0) write(hint, ColorRole::Text2, m_frame.parameters);
}

} // namespace glassbox
