// The outline of a layer that is held over the canvas.
#pragma once

#include <QGraphicsItem>
#include <QString>

#include "engine/layers/layer.h"

namespace glassbox {

class GhostItem : public QGraphicsItem {
public:
  GhostItem();
  void setLayer(const NodeDef* def);

  QRectF boundingRect() const override { return {-1, -1, 138, 50}; }
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
  QString m_title, m_icon;
  LayerGroup m_group = LayerGroup::Data;
};

} // namespace glassbox
