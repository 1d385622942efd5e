// One tile of the diagram: it holds the description of its node and paints it.
#pragma once

#include "widgets/diagram/detail.h"
#include "widgets/diagram/tiles.h"

#include <QGraphicsItem>

namespace glassbox {

/// What the pointer, the keyboard and the lit step add to a tile.
struct TileMarks {
  bool selected = false, current = false, hovered = false;
  bool wordSelected = false, wordCurrent = false, wordHovered = false;
  bool portsShown = false;                ///< a wire is being drawn
  std::set<PortRef> valid;                ///< ports it may be dropped on
  std::optional<PortRef> currentPort;     ///< chosen by the keyboard
  std::optional<DiagramFlow::Direction> flow;
  bool operator==(const TileMarks&) const = default;
};

class NodeItem : public QGraphicsItem {
public:
  explicit NodeItem(Tile tile);
  enum { Type = UserType + 1 };
  int type() const override { return Type; }

  const Tile& tile() const { return m_tile; }
  void setTile(const Tile& tile);
  void setMarks(const TileMarks& marks);
  const TileMarks& marks() const { return m_marks; }
  void setThumbnail(const QImage& image);
  void setLosses(std::optional<double> batch, std::optional<double> test);
  void setCaption(const DataCaption& caption);

  /// The tile's box without rings and badges, in its own coordinates.
  QRectF box() const { return {0, 0, m_tile.width, m_tile.height}; }
  /// Where the word of an activation stands.
  QRectF wordRect() const;
  QPointF inputPoint(int index) const;   ///< in scene coordinates
  QPointF outputPoint() const;
  QRectF badgeRect() const;
  QRectF unfoldRect() const;             ///< of a folded group, in its own coordinates; else empty

  QRectF boundingRect() const override;
  QPainterPath shape() const override;
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
  void paintBody(QPainter& painter, Detail detail) const;
  void paintHead(QPainter& painter, Detail detail) const;
  void paintLine(QPainter& painter) const;
  void paintThumbnail(QPainter& painter) const;
  void paintLosses(QPainter& painter) const;
  void paintSheets(QPainter& painter) const;
  void paintGroup(QPainter& painter) const;
  void paintData(QPainter& painter) const;
  void paintRings(QPainter& painter) const;
  void paintPorts(QPainter& painter) const;
  void paintBadges(QPainter& painter, Detail detail) const;
  bool headOfColumn() const { return m_tile.form == TileForm::Column; }
  double lineLeft() const;
  /// Of the line of parameters with the word behind it.
  double wordsEnd() const;

  Tile m_tile;
  TileMarks m_marks;
  QImage m_thumbnail;
  std::optional<double> m_batchLoss, m_testLoss;
  DataCaption m_data;
};

} // namespace glassbox
