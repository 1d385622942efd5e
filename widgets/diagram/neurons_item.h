// The column of pictures in a small layer: what each unit computes, its bias, and from 150 % on its number.
#pragma once

#include "widgets/diagram/detail.h"
#include "widgets/diagram/tiles.h"

#include <QGraphicsItem>

namespace glassbox {

/// Lies over the weight wires, which lie over the tile.
class NeuronsItem : public QGraphicsItem {
public:
  enum { Type = UserType + 2 };
  explicit NeuronsItem(const Tile& tile);
  int type() const override { return Type; }

  const NodeId& id() const { return m_tile.id; }
  void setTile(const Tile& tile);
  void setLive(std::vector<QImage> pictures, std::vector<float> biases, std::vector<float> values);
  /// In place of the pictures, while a step is taken apart; empty: the pictures again.
  void setNumbers(const DiagramFlow::Numbers& numbers);
  void setFaded(bool faded);
  /// Unit that is marked by the pointer or the selection; -1: none.
  void setMarkedUnit(int unit);

  /// Unit whose picture is at `point`, or -1.
  int unitAt(QPointF point) const;
  /// Unit whose bias square is at `point`, or -1. Far away the square is drawn larger, as long as there are pictures.
  int biasAt(QPointF point, double zoom) const;

  QRectF boundingRect() const override;
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
  QRectF biasRect(int unit, double zoom) const;
  void paintNumbers(QPainter& painter, int unit) const;

  Tile m_tile;
  std::vector<QImage> m_pictures;
  std::vector<float> m_biases, m_values;
  DiagramFlow::Numbers m_numbers;
  bool m_faded = false;
  int m_marked = -1;
};

} // namespace glassbox
