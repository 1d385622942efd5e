#include "widgets/inspector/weights_view.h"

#include "widgets/common/number_format.h"
#include "widgets/common/section_label.h"
#include "widgets/common/segmented.h"
#include "widgets/common/theme_manager.h"
#include "widgets/plots/heat_map.h"
#include "widgets/plots/histogram.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr int kSide = 72;

struct Grid {
  int rows = 0, columns = 0;
  std::int64_t high = 1, wide = 1; ///< of the block behind each cell
  std::vector<double> values;
};

// Rows are outputs, columns all that stands behind them: (out, in) or (out, in, height, width); a vector lies in rows of 8, a long
// one in a square, so that the means of a picture are one. Over `side` cells each cell is the largest magnitude of a block with its sign, which the remark says: means would
// all be pale.
Grid gridOf(const LiveArray& array, int side) {
  const auto size = static_cast<std::int64_t>(array.values.size());
  std::int64_t rows = array.shape.rank() > 1 ? array.shape[0] : 1;
  std::int64_t columns = rows > 0 ? size / rows : 0;
  if (array.shape.rank() <= 1) {
    columns = size <= 64 ? std::min<std::int64_t>(size, 8) : static_cast<std::int64_t>(std::ceil(std::sqrt(static_cast<double>(size))));
    rows = columns > 0 ? (size + columns - 1) / columns : 0;
  }
  Grid grid;
  grid.high = std::max<std::int64_t>(1, (rows + side - 1) / side);
  grid.wide = std::max<std::int64_t>(1, (columns + side - 1) / side);
  grid.rows = static_cast<int>((rows + grid.high - 1) / grid.high);
  grid.columns = static_cast<int>((columns + grid.wide - 1) / grid.wide);
  for (int r = 0; r < grid.rows; ++r)
    for (int c = 0; c < grid.columns; ++c) {
      double largest = 0;
      for (std::int64_t row = r * grid.high; row < std::min(rows, (r + 1) * grid.high); ++row)
        for (std::int64_t column = c * grid.wide; column < std::min(columns, (c + 1) * grid.wide); ++column)
          if (row * columns + column < size) {
            const double value = array.values[static_cast<std::size_t>(row * columns + column)];
            if (!(std::abs(value) <= std::abs(largest))) largest = value; // a NaN is not lost in its block
          }
      grid.values.push_back(largest);
    }
  return grid;
}

} // namespace

WeightsView::WeightsView(QWidget* parent)
    : QWidget(parent), m_title(new SectionLabel(SectionLabel::Kind::Section, this)), m_choice(new Segmented(this)),
      m_heat(new HeatMap(this)), m_histogram(new Histogram(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(theme().px(8));
  column->addWidget(m_title);
  column->addWidget(m_choice, 0, Qt::AlignLeft);
  auto* row = new QHBoxLayout;
  row->setSpacing(theme().px(20));
  row->addWidget(m_heat, 0, Qt::AlignTop);
  row->addWidget(m_histogram, 1, Qt::AlignTop);
  column->addLayout(row);
  m_heat->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // one cell is at least 1 px, and there are no more than fit
  m_heat->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  const auto fit = [this] { m_heat->setFixedSize(theme().px(kSide), theme().px(kSide)); };
  fit();
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, fit);
  connect(m_choice, &Segmented::chosen, this, &WeightsView::fill);
  connect(m_heat, &HeatMap::cellClicked, this, &WeightsView::activate);
}

void WeightsView::setContent(const std::vector<LiveArray>& arrays) {
  QStringList titles, before;
  for (const LiveArray& array : arrays) titles += array.title;
  for (const LiveArray& array : m_arrays) before += array.title;
  m_arrays = arrays;
  if (titles != before || m_choice->current() < 0) {
    SegmentedContent choice{{}, titles, std::clamp(m_choice->current(), 0, std::max(0, static_cast<int>(titles.size()) - 1))};
    m_choice->setContent(choice);
    m_choice->setVisible(titles.size() > 1);
  }
  fill();
}

void WeightsView::fill() {
  if (m_arrays.empty()) return;
  const LiveArray& array = m_arrays[static_cast<std::size_t>(std::clamp(m_choice->current(), 0, static_cast<int>(m_arrays.size()) - 1))];
  Grid grid = gridOf(array, kSide);
  m_toScale = grid.high * grid.wide == 1;
  const QString count = formatInteger(static_cast<qint64>(array.values.size()));
  m_title->setContent(tr("Weights"),
                      m_toScale ? tr("%1 values, drawn to scale").arg(count) : tr("cell: largest of %1×%2").arg(grid.high).arg(grid.wide));
  HeatMapContent heat;
  heat.rows = grid.rows;
  heat.columns = grid.columns;
  heat.values = std::move(grid.values);
  heat.showBar = false;
  heat.name = array.title;
  // The histogram beside it is the scale: the same ramp, its ends written.
  double largest = 0;
  for (const float value : array.values)
    if (std::isfinite(value)) largest = std::max(largest, static_cast<double>(std::abs(value)));
  heat.scale = largest;
  if (array.shape.rank() <= 1 && grid.rows > 1)
    for (int i = static_cast<int>(array.values.size()); i < heat.rows * heat.columns; ++i) {
      heat.masked.resize(static_cast<std::size_t>(heat.rows * heat.columns));
      heat.masked[static_cast<std::size_t>(i)] = true;
    }
  m_heat->setContent(heat);
  HistogramContent histogram = histogramOf(array.values);
  histogram.name = array.title;
  m_histogram->setContent(histogram);
}

void WeightsView::activate(int row, int column) {
  if (!m_toScale || m_arrays.empty()) return;
  const LiveArray& array = m_arrays[static_cast<std::size_t>(std::clamp(m_choice->current(), 0, static_cast<int>(m_arrays.size()) - 1))];
  std::int64_t element = static_cast<std::int64_t>(row) * m_heat->content().columns + column;
  if (element >= array.shape.count()) return;
  std::vector<std::int64_t> index(static_cast<std::size_t>(array.shape.rank()));
  for (int axis = array.shape.rank() - 1; axis >= 0; --axis) {
    index[static_cast<std::size_t>(axis)] = element % array.shape[axis];
    element /= array.shape[axis];
  }
  const QRect cell = m_heat->cellRect(row, column);
  emit numberActivated(array, index, m_heat->viewport()->mapToGlobal(cell.bottomRight() + QPoint(4, 4)));
}

void WeightsView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) fill();
  QWidget::changeEvent(event);
}

} // namespace glassbox
