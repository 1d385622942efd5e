#include "widgets/stepper/array_view.h"

#include "widgets/common/elided_label.h"
#include "widgets/common/theme_manager.h"
#include "widgets/formula/formula_widget.h"
#include "widgets/stepper/array_cells.h"

#include <QLabel>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr int kHeading = 28, kUnderHeading = 4, kAfterLetter = 8, kWidestHeading = 280;
constexpr int kIndent = 2;     // px: the grid keeps as much at its left for frames
constexpr int kLetterSize = 15, kWidestLetter = 110;
constexpr int kTooLargeStep = 4; // px: still hit by a pointer
constexpr double kWash = 0.8;    // numbers stand on the color

// A long rule is left to the explanation: here stands a letter.
QWidget* makeLetter(const std::string& tex, ColorRole color, QWidget* parent) {
  auto* letter = new FormulaWidget(parent);
  FormulaContent content;
  content.tex = QString::fromStdString(tex);
  content.size = kLetterSize;
  content.style = FormulaStyle::InText;
  content.alignment = Qt::AlignLeft;
  content.ink = color;
  letter->setContent(content);
  letter->setFocusPolicy(Qt::NoFocus);
  return letter;
}

QString shapeText(const Shape& shape) { return QString::fromStdString(shape.str()).replace(u'x', QStringLiteral(" × ")); }

struct Extremes {
  double largest = 0;
  bool whole = true;
};

Extremes extremesOf(const std::vector<double>& values) {
  Extremes found;
  for (const double v : values) {
    if (!std::isfinite(v)) continue;
    found.largest = std::max(found.largest, std::abs(v));
    found.whole = found.whole && v == std::floor(v);
  }
  return found;
}

} // namespace

ArrayView::ArrayView(QWidget* parent) : QWidget(parent), m_words(new ElidedLabel(this)), m_grid(new HeatMap(this)) {
  m_words->setLook(FontRole::Hint, ColorRole::Text3);
  connect(m_grid, &HeatMap::cellClicked, this, [this](int row, int column) { emit elementClicked(m_layout.elementAt(row, column)); });
  connect(m_grid, &HeatMap::cellHovered, this, [this](int row, int column) { emit elementHovered(m_layout.elementAt(row, column)); });
  connect(m_grid, &HeatMap::zoomed, this, &ArrayView::resized);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] {
    if (m_letter) remakeLetter(); // another text size
  });
}

void ArrayView::setContent(const BoardArray& array, const ArrayViewState& state) {
  Q_ASSERT(array.values && static_cast<std::int64_t>(array.values->size()) == array.shape.count());
  Q_ASSERT(!array.before || array.before->size() == array.values->size());
  if (array.largest) {
    m_largest = *array.largest;
    m_whole = false;
  } else if (array.values != m_array.values || m_array.largest) { // the same numbers are not gone through at each step
    const Extremes found = extremesOf(*array.values);
    m_largest = found.largest;
    m_whole = found.whole;
  }
  const bool otherLetter = !m_letter || array.formula != m_array.formula || array.gradient != m_array.gradient;
  m_array = array;
  m_layout = ArrayLayout(array.shape, array.batch, state.sample);
  if (otherLetter) remakeLetter();
  say();
  HeatMapContent content;
  content.rows = m_layout.rows();
  content.columns = m_layout.columns();
  content.source = std::make_shared<ArrayCells>(m_array, m_layout, state.known);
  content.ramp = array.ramp;
  content.scale = array.ramp == HeatRamp::Probability ? 1 : m_largest;
  content.numbers = state.decimals ? GridFormat{false, *state.decimals} : gridFormatFor(m_largest, m_whole);
  content.wash = kWash;
  content.tooLargeStep = kTooLargeStep;
  content.scaleHidden = state.known != nullptr && array.ramp != HeatRamp::Probability;
  content.name = m_words->text();
  m_grid->setContent(content);
}

void ArrayView::remakeLetter() {
  delete m_letter;
  m_letter = makeLetter(m_array.formula, m_array.gradient ? ColorRole::Bwd : ColorRole::Text, this);
  m_lettered = !m_array.formula.empty() && m_letter->sizeHint().width() <= theme().px(kWidestLetter);
  m_letter->setVisible(m_lettered);
  m_letter->setToolTip(QString::fromStdString(m_array.name));
}

void ArrayView::say() {
  const QString shape = shapeText(m_array.shape);
  QString words = m_array.title.isEmpty() ? shape : tr("%1, %2", "words and shape of an array: input, 3 × 2").arg(m_array.title, shape);
  if (m_layout.showsOneSample())
    words = tr("%1, sample %2", "words and shape of an array, and which sample is seen").arg(words).arg(m_layout.sample() + 1);
  m_words->setContent(words);
}

void ArrayView::setMarked(const std::vector<std::pair<std::int64_t, ColorRole>>& elements) {
  std::vector<HeatMapMark> marks;
  for (const auto& [element, color] : elements)
    if (const auto cell = m_layout.cellOf(element)) marks.push_back({cell->row, cell->column, color});
  m_grid->setMarked(std::move(marks));
}

void ArrayView::setSelected(std::optional<std::int64_t> element) {
  const std::optional<ArrayCell> cell = element ? m_layout.cellOf(*element) : std::nullopt;
  m_grid->setSelected(cell ? cell->row : -1, cell ? cell->column : -1);
}

int ArrayView::headingHeight() const { return theme().px(kHeading + kUnderHeading); }

QSize ArrayView::sizeWithin(QSize most) const {
  const Theme& t = theme();
  const QSize grid = m_grid->sizeWithin({most.width(), most.height() - headingHeight()});
  const int letter = !m_lettered ? 0 : m_letter->sizeHint().width() + t.px(kAfterLetter);
  const int heading = std::min(kIndent + letter + m_words->sizeHint().width(), t.px(kWidestHeading));
  return {std::max(grid.width() + kIndent, heading), grid.height() + headingHeight()};
}

void ArrayView::resizeEvent(QResizeEvent*) {
  const Theme& t = theme();
  int x = kIndent;
  if (m_lettered) {
    m_letter->setGeometry(x, 0, m_letter->sizeHint().width(), t.px(kHeading));
    x += m_letter->width() + t.px(kAfterLetter);
  }
  const int line = m_words->sizeHint().height();
  m_words->setGeometry(x, (t.px(kHeading) - line) / 2 + t.px(1), std::max(0, width() - x), line);
  m_grid->setGeometry(0, headingHeight(), width(), height() - headingHeight());
}

} // namespace glassbox
