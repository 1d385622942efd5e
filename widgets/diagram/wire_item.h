// A wire between two tiles with its shape, and the wire that is being drawn.
#pragma once

#include "widgets/diagram/detail.h"
#include "widgets/diagram/tiles.h"
#include "widgets/diagram/wire_route.h"

#include <QGraphicsItem>

namespace glassbox {

struct WireMarks {
  bool selected = false, hovered = false, current = false;
  bool dropTarget = false;   ///< a layer held over it would be put into it
  bool faded = false;        ///< another part of the network is lit
  std::optional<DiagramFlow::Direction> flow;
  double dot = -1;
  bool operator==(const WireMarks&) const = default;
};

class WireItem : public QGraphicsItem {
public:
  enum { Type = UserType + 3 };
  explicit WireItem(TileWire wire);
  int type() const override { return Type; }

  const TileWire& wire() const { return m_wire; }
  void setWire(const TileWire& wire);
  void setRoute(const WireRoute& route);
  const WireRoute& route() const { return m_route; }
  void setMarks(const WireMarks& marks);
  /// Between tiles that are close the shape stands above the wire.
  void setGap(double gap);

  double distanceTo(QPointF point) const;

  QRectF boundingRect() const override;
  QPainterPath shape() const override;
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
  QRectF pill() const;

  TileWire m_wire;
  WireRoute m_route;
  WireMarks m_marks;
  double m_gap = 56;
};

/// The wire in the hand: dashed where it may be dropped, dotted with the reason where it may not.
class DraftWireItem : public QGraphicsItem {
public:
  DraftWireItem();
  void setDraft(QPointF from, QPointF to, bool refused, const QString& reason);
  bool refused() const { return m_refused; }
  const QString& reason() const { return m_reason; }

  QRectF boundingRect() const override;
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
  QRectF bubble(double zoom) const;

  QPointF m_from, m_to;
  bool m_refused = false;
  QString m_reason;
};

} // namespace glassbox
