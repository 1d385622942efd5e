#include "widgets/plots/heat_map.h"

#include "widgets/common/punctuation.h"
#include "widgets/common/theme_manager.h"
#include "widgets/plots/spoken_grid.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStyle>
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
  setCornerWidget(new QWidget); // paints nothing
  setFocusPolicy(Qt::StrongFocus);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] {
    m_heads = measureHeads();
    m_imageCells = {};
    layOut();
  });
}

void HeatMap::setContent(const HeatMapContent& content) {
  Q_ASSERT(content.rows >= 0 && content.columns >= 0);
  Q_ASSERT(content.source ? content.scale && content.numbers
                          : content.values.size() == static_cast<std::size_t>(content.rows) * static_cast<std::size_t>(content.columns));
  const bool otherShape = content.rows != m_content.rows || content.columns != m_content.columns;
  const bool otherHeads = content.source || m_content.source || content.rowHeads != m_content.rowHeads ||
                          content.columnHeads.isEmpty() != m_content.columnHeads.isEmpty() ||
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
    m_marks.clear();
    m_chosenStep.reset();
  }
  setAccessibleName(content.name);
  m_imageCells = {};
  updateGeometry();
  layOut();
}

void HeatMap::setSelected(int row, int column) {
  m_selected = {row, column};
  viewport()->update();
}

void HeatMap::setMarked(std::vector<HeatMapMark> marks) {
  std::stable_sort(marks.begin(), marks.end(),
                   [](const HeatMapMark& a, const HeatMapMark& b) { return std::pair(a.row, a.column) < std::pair(b.row, b.column); });
  if (marks == m_marks) return;
  m_marks = std::move(marks);
  viewport()->update();
}

double HeatMap::valueAt(int row, int column) const {
  if (m_content.source) return m_content.source->value(row, column);
  return m_content.values[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_content.columns) + static_cast<std::size_t>(column)];
}

bool HeatMap::showsNumbers() const { return kSteps[m_step].numbers; }

CellKind HeatMap::kindOf(int row, int column) const {
  if (m_content.source) return m_content.source->kind(row, column);
  const std::size_t i = static_cast<std::size_t>(row) * static_cast<std::size_t>(m_content.columns) + static_cast<std::size_t>(column);
  if (i < m_content.masked.size() && m_content.masked[i]) return CellKind::Masked;
  return i < m_content.hidden.size() && m_content.hidden[i] ? CellKind::Hidden : CellKind::Number;
}

bool HeatMap::isClickable(Cell cell) const {
  if (cell.row < 0) return false;
  const CellKind kind = kindOf(cell.row, cell.column);
  return kind == CellKind::Number || kind == CellKind::Hidden;
}

std::optional<double> HeatMap::beforeOf(int row, int column) const {
  return m_content.source ? m_content.source->before(row, column) : std::nullopt;
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
  if (kindOf(row, column) == CellKind::Hidden) return QStringLiteral("?");
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

// "row 2", "true class cat"
QString HeatMap::spokenLine(Qt::Orientation of, int index) const {
  const bool row = of == Qt::Vertical;
  const QStringList& heads = row ? m_content.rowHeads : m_content.columnHeads;
  const QString& title = row ? m_content.rowTitle : m_content.columnTitle;
  return (!title.isEmpty() ? title : row ? tr("row") : tr("column")) + u' ' + (index < heads.size() ? heads.at(index) : formatInteger(index + 1));
}

QString HeatMap::spokenCell(int row, int column) const {
  if (m_content.source) return m_content.source->spoken(row, column);
  const CellKind kind = kindOf(row, column);
  const QString value = kind == CellKind::Masked                 ? tr("left out")
                        : kind == CellKind::Hidden               ? cellText(row, column)
                        : m_content.format == CellFormat::Number ? formatNumber(valueAt(row, column))
                                                                 : cellText(row, column);
  return tr("%1, %2: %3", "row 2, column 3: 0.17").arg(spokenLine(Qt::Vertical, row), spokenLine(Qt::Horizontal, column), value);
}

QString HeatMap::summary() const {
  if (m_content.summary) return m_content.summary();
  SpokenGrid grid{m_content.name, m_content.rows, m_content.columns, {}, {}, {}};
  if (!m_content.source || static_cast<qint64>(m_content.rows) * m_content.columns <= kMostLookedAt)
    grid.value = [this](int row, int column) { return kindOf(row, column) == CellKind::Number ? std::optional(valueAt(row, column)) : std::nullopt; };
  grid.number = [this](double v) {
    return m_content.format == CellFormat::Percent ? formatPercent(v) : m_content.format == CellFormat::Integer ? formatInteger(std::llround(v)) : formatNumber(v);
  };
  grid.place = [this](int row, int column) { return spokenLine(Qt::Vertical, row) + comma() + spokenLine(Qt::Horizontal, column); };
  return spokenGrid(grid);
}

QSize HeatMap::cellStep() const { return {kSteps[m_step].width, kSteps[m_step].height}; }

QSize HeatMap::stepPixels(int step) const {
  const Step& s = kSteps[step];
  // Cells without numbers keep whole pixels whatever the text size: a weight stays as large as its neighbour.
  return s.numbers ? QSize(theme().px(s.width), theme().px(s.height)) : QSize(s.width, s.height);
}

int HeatMap::stepWithin(QSize room) const {
  for (int i = 0; i < kStepCount; ++i) {
    const QSize step = stepPixels(i);
    if (static_cast<qint64>(step.width()) * m_content.columns <= room.width() &&
        static_cast<qint64>(step.height()) * m_content.rows <= room.height())
      return i;
  }
  int step = kStepCount - 1;
  while (step > 0 && kSteps[step].width < m_content.tooLargeStep) --step;
  return step;
}

bool HeatMap::hasRowHeads() const { return m_content.source || !m_content.rowHeads.isEmpty(); }
bool HeatMap::hasColumnHeads() const { return m_content.source || !m_content.columnHeads.isEmpty(); }

HeatMapHead HeatMap::rowHead(int row) const {
  if (m_content.source) return m_content.source->rowHead(row);
  return {row, 1, row, row < m_content.rowHeads.size() ? m_content.rowHeads.at(row) : QString()};
}

HeatMapHead HeatMap::columnHead(int column) const {
  if (m_content.source) return m_content.source->columnHead(column);
  return {column, 1, column, column < m_content.columnHeads.size() ? m_content.columnHeads.at(column) : QString()};
}

int HeatMap::widestHead(Qt::Orientation of) const {
  const QFontMetrics metrics(theme().font(FontRole::Hint));
  int width = 0;
  if (m_content.source && m_content.rows > 0 && m_content.columns > 0) {
    const bool columns = of == Qt::Horizontal;
    const int last = (columns ? m_content.columns : m_content.rows) - 1;
    for (const int line : {0, last}) width = std::max(width, metrics.horizontalAdvance((columns ? columnHead(line) : rowHead(line)).text));
  }
  for (const QString& head : of == Qt::Horizontal ? m_content.columnHeads : m_content.rowHeads)
    width = std::max(width, metrics.horizontalAdvance(head));
  return width;
}

QSize HeatMap::measureHeads() const {
  const Theme& t = theme();
  int width = widestHead(Qt::Vertical);
  if (width > 0)
    width += t.px(8);
  else if (m_content.source)
    width = 2; // for the frames of the first column
  if (!m_content.rowTitle.isEmpty()) width += t.lineHeight(FontRole::Hint) + t.px(4);
  int height = hasColumnHeads() ? t.lineHeight(FontRole::Hint) + t.px(4) : 0;
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
  const QSize most = maximumViewportSize(), around(m_heads.width(), m_heads.height() + barHeight());
  m_step = m_chosenStep.value_or(stepWithin(most - around));
  chooseDecimals();
  // Reckoned from the room without scroll bars: those that stand there now must not be the reason that they are needed.
  const QSize step = stepPixels(), cells(step.width() * m_content.columns, step.height() * m_content.rows);
  const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
  QSize room = most - around;
  const bool wide = cells.width() > room.width();
  if (wide) room.rheight() -= bar;
  if (cells.height() > room.height()) {
    room.rwidth() -= bar;
    if (!wide && cells.width() > room.width()) room.rheight() -= bar;
  }
  horizontalScrollBar()->setRange(0, std::max(0, cells.width() - room.width()));
  horizontalScrollBar()->setPageStep(room.width());
  horizontalScrollBar()->setSingleStep(step.width());
  verticalScrollBar()->setRange(0, std::max(0, cells.height() - room.height()));
  verticalScrollBar()->setPageStep(room.height());
  verticalScrollBar()->setSingleStep(step.height());
  viewport()->update();
}

QSize HeatMap::sizeWithin(QSize most) const {
  const QSize around(m_heads.width(), m_heads.height() + barHeight()), room = most - around;
  const int fits = stepWithin(room), scroll = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
  qint64 width = 0, height = 0; // zoomed out, a map keeps the room it has: its neighbours stay where they are
  for (const int step : {fits, m_chosenStep.value_or(fits)}) {
    width = std::max(width, static_cast<qint64>(stepPixels(step).width()) * m_content.columns);
    height = std::max(height, static_cast<qint64>(stepPixels(step).height()) * m_content.rows);
  }
  const bool wide = width > room.width(), high = height > room.height();
  if (high) width += scroll;
  if (wide) height += scroll;
  if (m_content.showBar) width = std::max<qint64>(width, barLength(0));
  return QSize(static_cast<int>(std::min<qint64>(width, room.width())), static_cast<int>(std::min<qint64>(height, room.height()))) + around;
}

// One grid, one format: as many decimals as the widest number of the grid has room for.
void HeatMap::chooseDecimals() {
  m_format = m_content.numbers ? *m_content.numbers : gridFormatFor(m_content.values);
  m_smallNumbers = false;
  if (!showsNumbers() || m_content.format != CellFormat::Number) return;
  const int room = stepPixels().width() - (m_content.source ? 7 : 3); // cells of a source may be framed inside
  m_smallNumbers = widestNumber(cellFont()) > room;
  int least = m_format.scientific ? 0 : 1;
  // Numbers of a long array are told in part or not at all: 0.0 beside 0.0 says nothing where the largest is 0.05.
  if (m_content.source && !m_format.scientific && m_scale > 0)
    least = std::clamp(-static_cast<int>(std::floor(std::log10(m_scale))), 1, std::max(1, m_format.decimals));
  while (m_format.decimals > least && widestNumber(cellFont()) > room) --m_format.decimals;
}

// Of a source only the scale is known: no number has more digits before its point, and exponents of two digits are reckoned with.
int HeatMap::widestNumber(const QFont& font) const {
  const QFontMetrics metrics(font);
  if (m_content.source) return metrics.horizontalAdvance(m_format(m_format.scientific ? -8.88e-10 : -m_scale));
  int width = 0;
  for (const double value : m_content.values) width = std::max(width, metrics.horizontalAdvance(m_format(value)));
  return width;
}

QFont HeatMap::cellFont() const { return theme().font(kSteps[m_step].width >= 72 && !m_smallNumbers ? FontRole::Normal : FontRole::Tick); }

void HeatMap::zoom(int direction) { zoomAt(direction, cellArea().center()); }

// What lies under `anchor` stays there, as far as the map reaches.
void HeatMap::zoomAt(int direction, QPoint anchor) {
  const QRect area = cellArea();
  const QSize before = stepPixels();
  const double column = (anchor.x() - area.left() + horizontalScrollBar()->value()) / static_cast<double>(before.width()),
               row = (anchor.y() - area.top() + verticalScrollBar()->value()) / static_cast<double>(before.height());
  if (direction == 0)
    m_chosenStep.reset();
  else
    m_chosenStep = std::clamp(m_step - direction, 0, kStepCount - 1);
  layOut();
  emit zoomed(); // whoever gives it its room may give it more
  const QSize after = stepPixels();
  horizontalScrollBar()->setValue(qRound(column * after.width()) - (anchor.x() - area.left()));
  verticalScrollBar()->setValue(qRound(row * after.height()) - (anchor.y() - area.top()));
}

void HeatMap::setChosenZoom(std::optional<int> zoom) {
  m_chosenStep = zoom ? std::optional(std::clamp(*zoom, 0, kStepCount - 1)) : std::nullopt;
  layOut();
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

// The cells that the window shows, also in part: x and width are columns.
QRect HeatMap::seenCells() const {
  const QSize step = stepPixels();
  const QRect area = cellArea();
  const int x = horizontalScrollBar()->value(), y = verticalScrollBar()->value();
  return QRect(QPoint(x / step.width(), y / step.height()), QPoint(std::min(m_content.columns - 1, (x + area.width() - 1) / step.width()),
                                                                   std::min(m_content.rows - 1, (y + area.height() - 1) / step.height())));
}

void HeatMap::ensureVisible(int row, int column) {
  const QRect r = cellRect(row, column), area = cellArea();
  horizontalScrollBar()->setValue(horizontalScrollBar()->value() + std::min(0, r.left() - area.left()) +
                                  std::max(0, r.right() - area.right()));
  verticalScrollBar()->setValue(verticalScrollBar()->value() + std::min(0, r.top() - area.top()) + std::max(0, r.bottom() - area.bottom()));
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
    if (cell.row >= 0 && kindOf(cell.row, cell.column) != CellKind::Gap)
      QToolTip::showText(help->globalPos(), spokenCell(cell.row, cell.column), viewport(), cellRect(cell.row, cell.column));
    else
      QToolTip::hideText();
    return true;
  }
  if (event->type() == QEvent::Leave) hover({});
  return QAbstractScrollArea::viewportEvent(event);
}

void HeatMap::mouseMoveEvent(QMouseEvent* event) {
  const Cell cell = cellAt(event->position().toPoint());
  hover(cell.row >= 0 && kindOf(cell.row, cell.column) == CellKind::Gap ? Cell{} : cell);
}

void HeatMap::mousePressEvent(QMouseEvent* event) {
  const Cell cell = cellAt(event->position().toPoint());
  if (event->button() == Qt::LeftButton && isClickable(cell)) emit cellClicked(cell.row, cell.column);
}

HeatMap::Cell HeatMap::cursor() const { return m_hovered.row >= 0 ? m_hovered : m_selected.row >= 0 ? m_selected : Cell{0, 0}; }

// The next cell that way, over gaps; where there is none, it stays.
HeatMap::Cell HeatMap::neighbour(Cell from, int down, int right) const {
  for (Cell next{from.row + down, from.column + right};
       next.row >= 0 && next.column >= 0 && next.row < m_content.rows && next.column < m_content.columns;
       next = {next.row + down, next.column + right})
    if (kindOf(next.row, next.column) != CellKind::Gap) return next;
  return from;
}

void HeatMap::keyPressEvent(QKeyEvent* event) {
  if (m_content.rows == 0 || m_content.columns == 0) return QAbstractScrollArea::keyPressEvent(event);
  Cell cell = cursor();
  switch (event->key()) {
  case Qt::Key_Left:
    cell = neighbour(cell, 0, -1);
    break;
  case Qt::Key_Right:
    cell = neighbour(cell, 0, 1);
    break;
  case Qt::Key_Up:
    cell = neighbour(cell, -1, 0);
    break;
  case Qt::Key_Down:
    cell = neighbour(cell, 1, 0);
    break;
  case Qt::Key_Return:
  case Qt::Key_Enter:
    if (isClickable(cell)) emit cellClicked(cell.row, cell.column);
    return;
  case Qt::Key_Plus:
    return zoomAt(1, cellRect(cell.row, cell.column).center());
  case Qt::Key_Minus:
    return zoomAt(-1, cellRect(cell.row, cell.column).center());
  case Qt::Key_0:
    return zoomAt(0, {});
  default:
    return QAbstractScrollArea::keyPressEvent(event);
  }
  ensureVisible(cell.row, cell.column);
  hover(cell);
  setAccessibleDescription(spokenCell(cell.row, cell.column));
}

void HeatMap::focusInEvent(QFocusEvent* event) {
  m_byKeyboard =
      event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason || event->reason() == Qt::ShortcutFocusReason;
  if (m_byKeyboard && m_content.rows > 0 && m_content.columns > 0) setAccessibleDescription(spokenCell(cursor().row, cursor().column));
  QAbstractScrollArea::focusInEvent(event);
  viewport()->update();
}

void HeatMap::focusOutEvent(QFocusEvent* event) {
  m_byKeyboard = false;
  setAccessibleDescription({}); // no cell is looked at
  QAbstractScrollArea::focusOutEvent(event);
  viewport()->update();
}

void HeatMap::wheelEvent(QWheelEvent* event) {
  if (!(event->modifiers() & Qt::ControlModifier)) return QAbstractScrollArea::wheelEvent(event);
  if (event->angleDelta().y() != 0) zoomAt(event->angleDelta().y() > 0 ? 1 : -1, event->position().toPoint());
  event->accept();
}

} // namespace glassbox
