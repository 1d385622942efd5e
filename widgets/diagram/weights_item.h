// All weights between two columns of pictures as one item: thousands of wires cost one repaint.
#pragma once

#include "widgets/diagram/detail.h"
#include "widgets/diagram/tiles.h"

#include <QGraphicsItem>

#include <array>

namespace glassbox {

class WeightsItem : public QGraphicsItem {
public:
  enum { Type = UserType + 4 };
  explicit WeightsItem(TileWire wire);
  int type() const override { return Type; }

  const TileWire& wire() const { return m_wire; }
  /// `from` are the right ends of the source's pictures, `to` the left ends of the target's, in scene coordinates.
  void setEnds(std::vector<QPointF> from, std::vector<QPointF> to);
  /// (to, from), as a dense layer keeps them. Other sizes than the ends' draw thin grey wires: nothing is known yet.
  void setWeights(std::vector<float> weights, float largest, DiagramLive::Wires kind);
  void setFaded(bool faded);
  void setMarked(int to, int from);
  void setDropTarget(bool on);
  /// Writes the weights on their wires: of few wires all that have room beside each other, of many the marked one's alone.
  void setNumbersShown(bool shown);
  /// Where the numbers stand at a zoom, the marked wire's first.
  struct Label {
    std::size_t weight = 0;  ///< its place in (to, from)
    QRectF rect;
    QString text;
  };
  std::vector<Label> labels(double zoom) const;

  struct Hit {
    int to = -1, from = -1;
    double distance = 1e300;
  };
  /// The nearest wire among those that can be seen.
  Hit nearest(QPointF point) const;
  /// The gap between the columns, where a layer can be dropped into the bundle.
  QRectF gap() const;

  QRectF boundingRect() const override;
  QPainterPath shape() const override;
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
  static constexpr int kPoints = 24;
  /// A curve as points with normals of length 1/2: a ribbon of any width is two sums away.
  struct Curve {
    std::array<QPointF, kPoints> point, normal;
  };

  /// Ways to draw a curve: fast into pixels, or as polygons for a printer or a large picture.
  bool canRaster(const QPainter& painter) const;
  void paintFast(QPainter& painter, double fade) const;
  void paintRibbons(QPainter& painter, double fade) const;
  void paintRibbon(QPainter& painter, std::size_t at, double extraWidth, const QColor& color) const;
  QColor colorOf(std::size_t at, double fade) const;
  double shareOf(std::size_t at) const;
  double widthOf(std::size_t at, double zoom) const;
  void paintLabels(QPainter& painter, double zoom) const;
  bool known() const { return !m_weights.empty() && m_weights.size() == m_curves.size(); }

  TileWire m_wire;
  std::vector<QPointF> m_from, m_to;
  std::vector<Curve> m_curves;         ///< as m_weights
  std::vector<float> m_weights;
  std::vector<std::uint32_t> m_order;  ///< thin wires first, so that the strong ones lie on top
  float m_largest = 0;
  DiagramLive::Wires m_kind = DiagramLive::Wires::Weights;
  bool m_faded = false, m_dropTarget = false, m_numbersShown = false;
  int m_markedTo = -1, m_markedFrom = -1;
};

} // namespace glassbox
