#include "widgets/diagram/neurons_item.h"

#include "widgets/common/number_format.h"

#include <cmath>

namespace glassbox {
namespace {

constexpr double kBias = 8;

template<class T> bool has(const std::vector<T>& values, int i) { return static_cast<std::size_t>(i) < values.size(); }

// x₁, x₂ ... as the formulas write them.
QString inputName(int unit) {
  static const QString digits = QStringLiteral("₀₁₂₃₄₅₆₇₈₉");
  QString text = QStringLiteral("x");
  for (const QChar c : QString::number(unit + 1)) text += digits.at(c.digitValue());
  return text;
}

} // namespace

NeuronsItem::NeuronsItem(const Tile& tile) : m_tile(tile) {
  setZValue(3);
  setAcceptedMouseButtons(Qt::NoButton);
}

void NeuronsItem::setTile(const Tile& tile) {
  if (tile == m_tile) return;
  prepareGeometryChange();
  m_tile = tile;
  update();
}

void NeuronsItem::setLive(std::vector<QImage> pictures, std::vector<float> biases, std::vector<float> values) {
  m_pictures = std::move(pictures);
  m_biases = std::move(biases);
  m_values = std::move(values);
  update();
}

void NeuronsItem::setFaded(bool faded) {
  if (faded == m_faded) return;
  m_faded = faded;
  update();
}

void NeuronsItem::setMarkedUnit(int unit) {
  if (unit == m_marked) return;
  m_marked = unit;
  update();
}

QRectF NeuronsItem::biasRect(int unit) const {
  const QRectF picture = m_tile.neuronRect(unit);
  return {picture.left() - 3, picture.bottom() - 5, kBias, kBias};
}

int NeuronsItem::unitAt(QPointF point) const {
  for (int i = 0; i < m_tile.units; ++i)
    if (m_tile.neuronRect(i).contains(point)) return i;
  return -1;
}

int NeuronsItem::biasAt(QPointF point) const {
  if (!m_tile.weighted) return -1;
  for (int i = 0; i < m_tile.units; ++i)
    if (has(m_biases, i) && biasRect(i).adjusted(-2, -2, 2, 2).contains(point)) return i;
  return -1;
}

QRectF NeuronsItem::boundingRect() const {
  if (m_tile.units == 0) return {};
  return m_tile.neuronRect(0).united(m_tile.neuronRect(m_tile.units - 1)).adjusted(-5, -16, 18, 16);
}

void NeuronsItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  const Detail detail = detailAt(zoomOf(*painter));
  if (detail == Detail::Block || detail == Detail::Icon) return;
  painter->setRenderHint(QPainter::Antialiasing);
  if (m_faded) painter->setOpacity(0.45);
  for (int i = 0; i < m_tile.units; ++i) {
    const QRectF rect = m_tile.neuronRect(i);
    const bool picture = has(m_pictures, i) && !m_pictures[static_cast<std::size_t>(i)].isNull();
    painter->setPen(QPen(theme().color(i == m_marked ? ColorRole::Accent : ColorRole::Ctrl), i == m_marked ? 2 : 1));
    painter->setBrush(theme().color(picture ? ColorRole::Raised : ColorRole::Zero));
    painter->drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    if (picture) {
      painter->setRenderHint(QPainter::SmoothPixmapTransform, true);
      painter->drawImage(rect.adjusted(1, 1, -1, -1), m_pictures[static_cast<std::size_t>(i)]);
    }
    if (m_tile.weighted && has(m_biases, i) && detail >= Detail::All) {
      const float bias = m_biases[static_cast<std::size_t>(i)];
      painter->setPen(Qt::NoPen);
      painter->setBrush(theme().color(ColorRole::Raised));
      painter->drawRoundedRect(biasRect(i), 2, 2);
      painter->setBrush(theme().color(bias < 0 ? ColorRole::Neg : ColorRole::Pos, std::min(1.0, 0.35 + std::abs(static_cast<double>(bias)))));
      painter->drawRoundedRect(biasRect(i).adjusted(1, 1, -1, -1), 1.5, 1.5);
    }
    if (!m_tile.weighted && detail >= Detail::All) {
      painter->setFont(sceneFont(FontRole::Hint));
      painter->setPen(theme().color(ColorRole::Text3));
      const double y = m_tile.units > 1 && i == m_tile.units - 1 ? rect.bottom() - 4 : rect.top() - 8;
      painter->drawText(QRectF(rect.right() + 2, y, 16, 13), Qt::AlignLeft | Qt::AlignVCenter, inputName(i));
    }
    if (detail == Detail::Numbers && has(m_values, i)) {
      const QRectF strip(rect.left() + 1, rect.bottom() - 10, rect.width() - 2, 9);
      painter->fillRect(strip, theme().color(ColorRole::Raised, 0.85));
      painter->setFont(sceneFont(FontRole::Tick, 7));
      painter->setPen(theme().color(ColorRole::Text));
      painter->drawText(strip, Qt::AlignCenter, formatFixed(m_values[static_cast<std::size_t>(i)], 2));
    }
  }
}

} // namespace glassbox
