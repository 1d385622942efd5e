// The frame around a group of layers that is repeated: its title and how many copies stand in a row.
#pragma once

#include <QGraphicsItem>
#include <QString>

namespace glassbox {

struct GroupFrame {
  QRectF members;        ///< what the frame goes around, in the scene
  QString title;         ///< "Transformer block 1"
  QString copies;        ///< "× 4"; empty: once
  QString parameters;    ///< "4 × 49 984 parameters"
  QString count;         ///< "4 × 49 984"
  int repeat = 1;
  int copy = 1;          ///< whose numbers stand on the layers
  bool operator==(const GroupFrame&) const = default;
};

class GroupItem : public QGraphicsItem {
public:
  GroupItem();
  void setFrame(const GroupFrame& frame);
  const GroupFrame& frame() const { return m_frame; }
  /// With the title row, in the scene.
  QRectF box() const;
  /// Over the layers: the chevron that folds, the title, and with copies a stepper that chooses one. In the scene.
  QRectF titleRow() const;
  QRectF foldRect() const;
  QRectF beforeRect() const;   ///< the copy before; empty when there is only one
  QRectF afterRect() const;

  QRectF boundingRect() const override;
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
  GroupFrame m_frame;
};

} // namespace glassbox
