#include "widgets/stepper/array_board.h"

#include "widgets/common/empty_state.h"
#include "widgets/common/segmented.h"
#include "widgets/common/theme_manager.h"
#include "widgets/stepper/array_strip.h"
#include "widgets/stepper/decimals_chooser.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace glassbox {

ArrayBoard::ArrayBoard(QWidget* parent)
    : QWidget(parent), m_head(new QWidget(this)), m_switch(new Segmented(m_head)), m_chooser(new DecimalsChooser(m_head)),
      m_strip(new ArrayStrip(this)), m_empty(new EmptyState(this)) {
  auto* column = new QVBoxLayout(this); // its margins follow the head
  column->setSpacing(theme().px(4));
  auto* head = new QHBoxLayout(m_head);
  head->setContentsMargins(theme().px(12), 0, theme().px(12), 0);
  head->setSpacing(theme().px(16));
  head->addWidget(m_switch);
  head->addStretch(1);
  head->addWidget(m_chooser);
  column->addWidget(m_head);
  column->addWidget(m_strip, 1);
  column->addWidget(m_empty, 1);
  connect(m_switch, &Segmented::chosen, this, [this](int sample) {
    setSample(sample);
    emit sampleChanged(sample);
  });
  connect(m_chooser, &DecimalsChooser::chosen, this, [this](std::optional<int> decimals) {
    setDecimals(decimals);
    emit decimalsChanged(decimals);
  });
  const auto refOf = [this](const std::string& name, std::int64_t element) {
    return ElementRef{name, m_strip->viewOf(name)->arrayLayout().indexOf(element)};
  };
  connect(m_strip, &ArrayStrip::elementClicked, this,
          [this, refOf](const std::string& name, std::int64_t element) { emit elementClicked(refOf(name, element)); });
  connect(m_strip, &ArrayStrip::elementHovered, this, [this, refOf](const std::string& name, std::int64_t element) {
    emit elementHovered(element < 0 ? std::nullopt : std::optional(refOf(name, element)));
  });
  fill();
}

void ArrayBoard::setArrays(std::vector<BoardArray> arrays) {
  m_arrays = std::move(arrays);
  fill();
}

void ArrayBoard::fill() {
  m_strip->setArrays(m_arrays, m_hidden, m_sample, m_decimals);
  m_strip->setVisible(!m_arrays.empty());
  m_empty->setVisible(m_arrays.empty());
  m_empty->setContent(
      {QStringLiteral("table"), tr("No step is open. Go one step forward, and the arrays it reads and forms appear here."), {}});
  arrangeHead();
  point();
}

/// How many samples a switch chooses from; 0 where no array needs one.
int ArrayBoard::samples() const {
  std::int64_t most = 0;
  for (const BoardArray& array : m_arrays)
    if (ArrayLayout(array.shape, array.batch).showsOneSample()) most = std::max(most, array.shape[0]);
  return most > 1 ? static_cast<int>(most) : 0;
}

void ArrayBoard::arrangeHead() {
  const int count = samples();
  SegmentedContent content{tr("Sample"), {}, std::clamp(m_sample, 0, std::max(0, count - 1))};
  for (int i = 1; i <= count; ++i) content.choices += QString::number(i);
  m_switch->setContent(content);
  const bool needsSwitch = m_switchShown && count > 0, needsChooser = m_chooserShown && !m_arrays.empty();
  m_switch->setVisible(needsSwitch);
  m_chooser->setVisible(needsChooser);
  m_head->setVisible(needsSwitch || needsChooser);
  layout()->setContentsMargins(0, theme().px(needsSwitch || needsChooser ? 4 : 8), 0, 0); // below the cells comes the scroll bar
}

// Marks and selection of each array; those of arrays that are not here wait.
void ArrayBoard::point() {
  std::map<std::string, std::vector<std::pair<std::int64_t, ColorRole>>> marks;
  for (const BoardMark& mark : m_marks)
    if (const ArrayView* view = m_strip->viewOf(mark.element.name))
      if (const std::int64_t element = flatIndex(view->array().shape, mark.element.index); element >= 0)
        marks[mark.element.name].emplace_back(element, mark.color);
  for (ArrayView* view : m_strip->views()) {
    view->setMarked(marks[view->array().name]);
    std::optional<std::int64_t> selected;
    if (m_selected && m_selected->name == view->array().name) selected = flatIndex(view->array().shape, m_selected->index);
    view->setSelected(selected);
  }
}

void ArrayBoard::setSelected(const std::optional<ElementRef>& element) {
  m_selected = element;
  point();
}

void ArrayBoard::setMarked(std::vector<BoardMark> marks) {
  m_marks = std::move(marks);
  point();
}

void ArrayBoard::setHidden(HiddenArrays hidden) {
  m_hidden = std::move(hidden);
  fill();
}

void ArrayBoard::setSample(int sample) {
  if (sample == m_sample) return;
  m_sample = sample;
  fill();
}

void ArrayBoard::setDecimals(std::optional<int> decimals) {
  m_chooser->setDecimals(decimals);
  if (decimals == m_decimals) return;
  m_decimals = decimals;
  fill();
}

void ArrayBoard::setChooserShown(bool shown) {
  m_chooserShown = shown;
  arrangeHead();
}

void ArrayBoard::setSampleSwitchShown(bool shown) {
  m_switchShown = shown;
  arrangeHead();
}

void ArrayBoard::reveal(const ElementRef& element) {
  ArrayView* view = m_strip->viewOf(element.name);
  if (!view) return;
  const std::int64_t at = flatIndex(view->array().shape, element.index);
  if (at < 0) return;
  if (!view->arrayLayout().cellOf(at)) {
    setSample(static_cast<int>(element.index.front()));
    emit sampleChanged(m_sample);
  }
  m_strip->reveal(view);
  if (const auto cell = view->arrayLayout().cellOf(at)) view->grid()->ensureVisible(cell->row, cell->column);
}

QSize ArrayBoard::sizeHint() const { return {theme().px(800), theme().px(200)}; }
QSize ArrayBoard::minimumSizeHint() const { return {theme().px(240), theme().px(128)}; }

void ArrayBoard::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) fill();
}

} // namespace glassbox
