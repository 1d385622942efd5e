#include "widgets/plots/heat_map.h"

#include "widgets/common/theme_manager.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

struct Step {
  int width;
  int height;
  bool numbers;
};

// Largest first; the picture takes the first that fits.
constexpr Step kSteps[] = {{72, 32, true}, {52, 52, true}, {40, 24, true}, {28, 20, true}, {11, 11, false},
                           {8, 8, false},  {4, 4, false},  {2, 2, false},  {1, 1, false}};
constexpr int kStepCount = static_cast<int>(std::size(kSteps));

} // namespace

HeatMap::HeatMap(QWidget* parent) : QAbstractScrollArea(parent) {
  setFrameShape(QFrame::NoFrame);
  setMouseTracking(true);
  viewport()->setMouseTracking(true);
  viewport()->setAutoFillBackground(false);
  setFocusPolicy(Qt::StrongFocus);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] {
    m_heads = measureHeads();
    makeImage();
    layOut();
  });
}

void HeatMap::setContent(const HeatMapContent& content) {
  Q_ASSERT(content.rows >= 0 && content.columns >= 0);
  Q_ASSERT(content.values.size() == static_cast<std::size_t>(content.rows) * static_cast<std::size_t>(content.columns));
  const bool otherShape = content.rows != m_content.rows || content.columns != m_content.columns;
  const bool otherHeads = content.rowHeads != m_content.rowHeads || content.columnHeads.isEmpty() != m_content.columnHeads.isEmpty() ||
                          content.rowTitle.isEmpty() != m_content.rowTitle.isEmpty() ||
                          content.columnTitle.isEmpty() != m_content.columnTitle.isEmpty();
  m_content = content;
  if (otherHeads) m_heads = measureHeads();
  double largest = 0;
  for (std::size_t i = 0; i < m_content.values.size(); ++i)
    if (std::isfinite(m_content.values[i])) largest = std::max(largest, std::abs(m_content.values[i]));
  m_scale = content.scale.value_or(content.ramp == HeatRamp::Probability ? 1 : largest);
  if (otherShape) {
    m_selected = m_hovered = {};
    m_chosenStep.reset();
  }
  setAccessibleName(content.name);
  makeImage();
  updateGeometry();
  layOut();
}

void HeatMap::setSelected(int row, int column) {
  m_selected = {row, column};
  viewport()->update();
}

double HeatMap::valueAt(int row, int column) const {
  return m_content.values[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_content.columns) + static_cast<std::size_t>(column)];
}

bool HeatMap::showsNumbers() const { return kSteps[m_step].numbers; }

bool HeatMap::isMasked(int row, int column) const {
  const std::size_t i = static_cast<std::size_t>(row) * static_cast<std::size_t>(m_content.columns) + static_cast<std::size_t>(column);
  return i < m_content.masked.size() && m_content.masked[i];
}

QRgb HeatMap::cellColor(int row, int column) const {
  const Theme& t = theme();
  const double share = m_scale > 0 ? valueAt(row, column) / m_scale : 0;
  switch (m_content.ramp) {
  case HeatRamp::Diverging:
    return t.diverging(std::clamp(share, -1.0, 1.0) * m_content.wash);
  case HeatRamp::Sequential:
    return t.sequential(std::clamp(share, 0.0, 1.0) * m_content.wash);
  case HeatRamp::Probability:
    return t.sequential(std::pow(std::clamp(share, 0.0, 1.0), 0.8) * m_content.wash);
  }
  return t.sequential(0);
}

QString HeatMap::cellText(int row, int column) const {
  const double value = valueAt(row, column);
  switch (m_content.format) {
  case CellFormat::Integer:
    return std::isfinite(value) ? formatInteger(std::llround(value)) : formatNumber(value);
  case CellFormat::Percent:
    return formatPercent(value);
  case CellFormat::Number:
    break;
  }
  return m_format(value);
}

QString HeatMap::spokenCell(int row, int column) const {
  const auto head = [](const QStringList& heads, int index) { return index < heads.size() ? heads.at(index) : formatInteger(index + 1); };
  const QString rowName = (m_content.rowTitle.isEmpty() ? tr("row") : m_content.rowTitle) + u' ' + head(m_content.rowHeads, row);
  const QString columnName =
      (m_content.columnTitle.isEmpty() ? tr("column") : m_content.columnTitle) + u' ' + head(m_content.columnHeads, column);
  const QString value = isMasked(row, column)                    ? tr("left out")
                        : m_content.format == CellFormat::Number ? formatNumber(valueAt(row, column))
                                                                 : cellText(row, column);
  return tr("%1, %2: %3", "row 2, column 3: 0.17").arg(rowName, columnName, value);
}

QSize HeatMap::cellStep() const { return {kSteps[m_step].width, kSteps[m_step].height}; }

QSize HeatMap::stepPixels() const {
  const Step& step = kSteps[m_step];
  // Cells without numbers keep whole pixels whatever the text size: a weight stays as large as its neighbour.
  return step.numbers ? QSize(theme().px(step.width), theme().px(step.height)) : QSize(step.width, step.height);
}

QSize HeatMap::measureHeads() const {
  const Theme& t = theme();
  const QFontMetrics metrics(t.font(FontRole::Hint));
  int width = 0;
  for (const QString& head : m_content.rowHeads) width = std::max(width, metrics.horizontalAdvance(head));
  if (width > 0) width += t.px(8);
  if (!m_content.rowTitle.isEmpty()) width += t.lineHeight(FontRole::Hint) + t.px(4);
  int height = m_content.columnHeads.isEmpty() ? 0 : t.lineHeight(FontRole::Hint) + t.px(4);
  if (!m_content.columnTitle.isEmpty()) height += t.lineHeight(FontRole::Hint) + t.px(2);
  return {width, height};
}

int HeatMap::barHeight() const {
  if (!m_content.showBar) return 0;
  const int remark = m_content.remark.isEmpty() ? 0 : theme().lineHeight(FontRole::Hint);
  return theme().px(12 + kBarThick + 4) + theme().lineHeight(FontRole::Tick) + remark;
}

QRect HeatMap::cellArea() const { return viewport()->rect().adjusted(m_heads.width(), m_heads.height(), 0, -barHeight()); }

void HeatMap::layOut() {
  const QSize room(maximumViewportSize().width() - m_heads.width(), maximumViewportSize().height() - m_heads.height() - barHeight());
  m_step = kStepCount - 1;
  if (m_chosenStep)
    m_step = *m_chosenStep;
  else
    for (int i = 0; i < kStepCount; ++i) {
      m_step = i;
      const QSize step = stepPixels();
      if (static_cast<qint64>(step.width()) * m_content.columns <= room.width() &&
          static_cast<qint64>(step.height()) * m_content.rows <= room.height())
        break;
    }
  chooseDecimals();
  const QSize step = stepPixels();
  const QRect area = cellArea();
  horizontalScrollBar()->setRange(0, std::max(0, step.width() * m_content.columns - area.width()));
  horizontalScrollBar()->setPageStep(area.width());
  horizontalScrollBar()->setSingleStep(step.width());
  verticalScrollBar()->setRange(0, std::max(0, step.height() * m_content.rows - area.height()));
  verticalScrollBar()->setPageStep(area.height());
  verticalScrollBar()->setSingleStep(step.height());
  viewport()->update();
}

// One grid, one format: as many decimals as the widest number of the grid has room for.
void HeatMap::chooseDecimals() {
  m_format = gridFormatFor(m_content.values);
  if (!showsNumbers() || m_format.scientific || m_content.format != CellFormat::Number) return;
  const QFontMetrics metrics(cellFont());
  const auto widest = [&] {
    int width = 0;
    for (const double value : m_content.values) width = std::max(width, metrics.horizontalAdvance(m_format(value)));
    return width;
  };
  while (m_format.decimals > 1 && widest() > stepPixels().width() - 3) --m_format.decimals;
}

QFont HeatMap::cellFont() const { return theme().font(kSteps[m_step].width >= 72 ? FontRole::Normal : FontRole::Tick); }

void HeatMap::zoom(int direction) {
  if (direction == 0)
    m_chosenStep.reset();
  else
    m_chosenStep = std::clamp(m_step - direction, 0, kStepCount - 1);
  layOut();
}

void HeatMap::makeImage() {
  m_image = QImage(std::max(1, m_content.columns), std::max(1, m_content.rows), QImage::Format_RGB32);
  m_image.fill(theme().color(ColorRole::Zero));
  for (int row = 0; row < m_content.rows; ++row) {
    auto* line = reinterpret_cast<QRgb*>(m_image.scanLine(row));
    for (int column = 0; column < m_content.columns; ++column)
      line[column] = isMasked(row, column)                 ? theme().color(ColorRole::Canvas).rgb()
                     : std::isfinite(valueAt(row, column)) ? cellColor(row, column)
                                                           : theme().color(ColorRole::Err).rgb();
  }
}

QRect HeatMap::cellRect(int row, int column) const {
  const QSize step = stepPixels();
  const QRect area = cellArea();
  const int gap = step.width() > kGapAbove && step.height() > kGapAbove ? 1 : 0;
  return QRect(area.left() + column * step.width() - horizontalScrollBar()->value(),
               area.top() + row * step.height() - verticalScrollBar()->value(), step.width() - gap, step.height() - gap);
}

HeatMap::Cell HeatMap::cellAt(QPoint position) const {
  const QRect area = cellArea();
  if (!area.contains(position)) return {};
  const QSize step = stepPixels();
  const int column = (position.x() - area.left() + horizontalScrollBar()->value()) / step.width();
  const int row = (position.y() - area.top() + verticalScrollBar()->value()) / step.height();
  return row < m_content.rows && column < m_content.columns ? Cell{row, column} : Cell{};
}

QSize HeatMap::sizeHint() const {
  const int width = m_content.columns <= 12 ? 40 : 8, height = m_content.columns <= 12 ? 24 : 8;
  const int wide = std::clamp(m_content.columns * width, m_content.showBar ? kBarWidth : 16, 480);
  return {m_heads.width() + theme().px(wide), m_heads.height() + theme().px(std::clamp(m_content.rows * height, 16, 360)) + barHeight()};
}

QSize HeatMap::minimumSizeHint() const { return {theme().px(48), theme().px(32)}; }

void HeatMap::resizeEvent(QResizeEvent*) { layOut(); }

void HeatMap::scrollContentsBy(int, int) { viewport()->update(); }

void HeatMap::hover(Cell cell) {
  if (cell == m_hovered) return;
  m_hovered = cell;
  viewport()->update();
  emit cellHovered(cell.row, cell.column);
}

bool HeatMap::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const Cell cell = cellAt(help->pos());
    if (cell.row >= 0)
      QToolTip::showText(help->globalPos(), spokenCell(cell.row, cell.column), viewport(), cellRect(cell.row, cell.column));
    else
      QToolTip::hideText();
    return true;
  }
  if (event->type() == QEvent::Leave) hover({});
  return QAbstractScrollArea::viewportEvent(event);
}

void HeatMap::mouseMoveEvent(QMouseEvent* event) { hover(cellAt(event->position().toPoint())); }

void HeatMap::mousePressEvent(QMouseEvent* event) {
  const Cell cell = cellAt(event->position().toPoint());
  if (event->button() == Qt::LeftButton && cell.row >= 0 && !isMasked(cell.row, cell.column)) emit cellClicked(cell.row, cell.column);
}

void HeatMap::keyPressEvent(QKeyEvent* event) {
  if (m_content.rows == 0 || m_content.columns == 0) return QAbstractScrollArea::keyPressEvent(event);
  Cell cell = m_hovered.row >= 0 ? m_hovered : m_selected.row >= 0 ? m_selected : Cell{0, 0};
  switch (event->key()) {
  case Qt::Key_Left:
    cell.column = std::max(0, cell.column - 1);
    break;
  case Qt::Key_Right:
    cell.column = std::min(m_content.columns - 1, cell.column + 1);
    break;
  case Qt::Key_Up:
    cell.row = std::max(0, cell.row - 1);
    break;
  case Qt::Key_Down:
    cell.row = std::min(m_content.rows - 1, cell.row + 1);
    break;
  case Qt::Key_Return:
  case Qt::Key_Enter:
    if (!isMasked(cell.row, cell.column)) emit cellClicked(cell.row, cell.column);
    return;
  default:
    return QAbstractScrollArea::keyPressEvent(event);
  }
  const QRect r = cellRect(cell.row, cell.column), area = cellArea();
  horizontalScrollBar()->setValue(horizontalScrollBar()->value() + std::min(0, r.left() - area.left()) +
                                  std::max(0, r.right() - area.right()));
  verticalScrollBar()->setValue(verticalScrollBar()->value() + std::min(0, r.top() - area.top()) + std::max(0, r.bottom() - area.bottom()));
  hover(cell);
  setAccessibleDescription(spokenCell(cell.row, cell.column));
}

void HeatMap::wheelEvent(QWheelEvent* event) {
  if (!(event->modifiers() & Qt::ControlModifier)) return QAbstractScrollArea::wheelEvent(event);
  if (event->angleDelta().y() != 0) zoom(event->angleDelta().y() > 0 ? 1 : -1);
  event->accept();
}

} // namespace glassbox
