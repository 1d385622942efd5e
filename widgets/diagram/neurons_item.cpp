#include "widgets/diagram/neurons_item.h"

#include "widgets/common/number_format.h"

#include <cmath>

namespace glassbox {
namespace {

constexpr double kBias = 8;        // a side of the square at 100 %
constexpr double kLeastBias = 6.5; // pixels of the screen: as small as can be seen and hit

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

void NeuronsItem::setNumbers(const DiagramFlow::Numbers& numbers) {
  if (numbers == m_numbers) return;
  m_numbers = numbers;
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

QRectF NeuronsItem::biasRect(int unit, double zoom) const {
  const QRectF picture = m_tile.neuronRect(unit);
  const double side = std::max(kBias, kLeastBias / zoom);
  return {picture.left() + 1 - side / 2, picture.bottom() - 1 - side / 2, side, side};
}

int NeuronsItem::unitAt(QPointF point) const {
  for (int i = 0; i < m_tile.units; ++i)
    if (m_tile.neuronRect(i).contains(point)) return i;
  return -1;
}

int NeuronsItem::biasAt(QPointF point, double zoom) const {
  if (!m_tile.weighted) return -1;
  for (int i = 0; i < m_tile.units; ++i)
    if (has(m_biases, i) && biasRect(i, zoom).adjusted(-2, -2, 2, 2).contains(point)) return i;
  return -1;
}

QRectF NeuronsItem::boundingRect() const {
  if (m_tile.units == 0) return {};
  return m_tile.neuronRect(0).united(m_tile.neuronRect(m_tile.units - 1)).adjusted(-8, -16, 18, 16);
}

/// The value above, the gradient below; each on the colour of its sign, to the scale of its array.
void NeuronsItem::paintNumbers(QPainter& painter, int unit) const {
  const QRectF box = m_tile.neuronRect(unit).adjusted(1, 1, -1, -1);
  const auto largest = [](const std::vector<double>& values) {
    double most = 0;
    for (double v : values)
      if (std::isfinite(v)) most = std::max(most, std::abs(v));
    return most;
  };
  const auto paint = [&](const QRectF& rect, const std::vector<double>& values) {
    if (unit >= static_cast<int>(values.size())) return;
    const double value = values[static_cast<std::size_t>(unit)], most = largest(values);
    const QColor fill(theme().diverging(most > 0 ? value / most * 0.8 : 0));
    painter.fillRect(rect, fill);
    painter.setPen(Theme::inkOn(fill));
    painter.setFont(sceneFont(FontRole::Tick, std::clamp(kLeastText / std::max(zoomOf(painter), 0.1), 9.0, 10.5)));
    painter.drawText(rect, Qt::AlignCenter, std::abs(value) < 100 ? formatFixed(value, std::abs(value) < 10 ? 2 : 1) : formatScientific(value, 1));
  };
  const bool both = !m_numbers.gradients.empty();
  paint(both ? QRectF(box.topLeft(), QSizeF(box.width(), box.height() / 2)) : box, m_numbers.values);
  if (!both) return;
  const QRectF lower(QPointF(box.left(), box.center().y()), box.bottomRight());
  paint(lower, m_numbers.gradients);
  painter.setPen(QPen(theme().color(ColorRole::Bwd), 1.5));
  painter.drawLine(lower.topLeft(), lower.topRight());
}

void NeuronsItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  const double zoom = zoomOf(*painter);
  const Detail detail = detailAt(zoom);
  if (detail == Detail::Block || detail == Detail::Icon) return;
  painter->setRenderHint(QPainter::Antialiasing);
  if (m_faded) painter->setOpacity(0.45);
  for (int i = 0; i < m_tile.units; ++i) {
    const QRectF rect = m_tile.neuronRect(i);
    const bool numbers = !m_numbers.values.empty();
    const bool picture = !numbers && has(m_pictures, i) && !m_pictures[static_cast<std::size_t>(i)].isNull();
    painter->setPen(QPen(theme().color(i == m_marked ? ColorRole::Accent : ColorRole::Ctrl), i == m_marked ? 2 : 1));
    painter->setBrush(theme().color(picture ? ColorRole::Raised : ColorRole::Zero));
    painter->drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    if (picture) {
      painter->setRenderHint(QPainter::SmoothPixmapTransform, true);
      painter->drawImage(rect.adjusted(1, 1, -1, -1), m_pictures[static_cast<std::size_t>(i)]);
    }
    if (numbers) paintNumbers(*painter, i);
    if (m_tile.weighted && has(m_biases, i)) {
      const float bias = m_biases[static_cast<std::size_t>(i)];
      painter->setPen(Qt::NoPen);
      painter->setBrush(theme().color(ColorRole::Raised));
      painter->drawRoundedRect(biasRect(i, zoom), 2, 2);
      painter->setBrush(theme().color(bias < 0 ? ColorRole::Neg : ColorRole::Pos, std::min(1.0, 0.35 + std::abs(static_cast<double>(bias)))));
      painter->drawRoundedRect(biasRect(i, zoom).adjusted(1, 1, -1, -1), 1.5, 1.5);
    }
    if (!m_tile.weighted && detail >= Detail::All) {
      painter->setFont(sceneFont(FontRole::Hint));
      painter->setPen(theme().color(ColorRole::Text3));
      const double y = m_tile.units > 1 && i == m_tile.units - 1 ? rect.bottom() - 4 : rect.top() - 8;
      painter->drawText(QRectF(rect.right() + 2, y, 16, 13), Qt::AlignLeft | Qt::AlignVCenter, inputName(i));
    }
    if (detail == Detail::Numbers && !numbers && has(m_values, i)) {
      const QRectF strip(rect.left() + 1, rect.bottom() - 10, rect.width() - 2, 9);
      painter->fillRect(strip, theme().color(ColorRole::Raised, 0.85));
      painter->setFont(sceneFont(FontRole::Tick, 7));
      painter->setPen(theme().color(ColorRole::Text));
      painter->drawText(strip, Qt::AlignCenter, formatFixed(m_values[static_cast<std::size_t>(i)], 2));
    }
  }
}

} // namespace glassbox
