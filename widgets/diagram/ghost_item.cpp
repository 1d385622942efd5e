#include "widgets/diagram/ghost_item.h"

#include "widgets/common/icons.h"
#include "widgets/diagram/detail.h"
#include "widgets/diagram/tiles.h"
#include "widgets/model/language.h"

namespace glassbox {

GhostItem::GhostItem() {
  setZValue(6);
  hide();
}

void GhostItem::setLayer(const NodeDef* def) {
  m_title = def ? translated(def->title) : QString();
  m_icon = def ? QString::fromStdString(def->icon) : QString();
  if (!hasIcon(m_icon)) m_icon = QStringLiteral("block");
  m_group = def ? def->group : LayerGroup::Data;
  update();
}

void GhostItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  painter->setRenderHint(QPainter::Antialiasing);
  QPen pen(theme().color(ColorRole::Accent), 1.5, Qt::CustomDashLine);
  pen.setDashPattern({4, 3});
  painter->setPen(pen);
  painter->setBrush(theme().color(ColorRole::Raised, 0.9));
  painter->drawRoundedRect(QRectF(0.5, 0.5, 135, 47), 6, 6);
  paintIcon(*painter, QRectF(10, 14, 20, 20), m_icon, theme().color(categoryColor(m_group)));
  painter->setFont(sceneFont(FontRole::Bold));
  painter->setPen(theme().color(ColorRole::Text));
  painter->drawText(QRectF(34, 0, 98, 48), Qt::AlignVCenter | Qt::AlignLeft, painter->fontMetrics().elidedText(m_title, Qt::ElideMiddle, 98));
}

} // namespace glassbox
