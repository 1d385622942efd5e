#include "widgets/stepper/array_strip.h"

#include "widgets/common/theme_manager.h"

#include <QEvent>
#include <QLabel>
#include <QScrollBar>
#include <QStyle>

#include <algorithm>

namespace glassbox {
namespace {

constexpr int kMargin = 12, kBetween = 24, kBelow = 16;
constexpr int kWidest[] = {560, 380}; // a wider grid has smaller cells or scrolls; the second where all are to be seen beside each other
constexpr int kHighest = 360;
constexpr int kRemark = 200, kSignSize = 20;
constexpr int kFrameRoom = 2;   // px: headings begin there
constexpr int kSignMiddle = 91; // of three rows of numbers under heading and heads, in every step

} // namespace

ArrayStrip::ArrayStrip(QWidget* parent)
    : QScrollArea(parent), m_inner(new QWidget), m_sign(new QLabel(m_inner)), m_remark(new QLabel(m_inner)) {
  setFrameShape(QFrame::NoFrame);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setWidget(m_inner);
  viewport()->setAutoFillBackground(false);
  m_inner->setAutoFillBackground(false);
  setFocusPolicy(Qt::NoFocus);
  m_sign->setText(QStringLiteral("→"));
  m_sign->setAlignment(Qt::AlignCenter);
  setTextRole(m_sign, ColorRole::Text3);
  m_remark->setWordWrap(true);
  m_remark->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  setFontRole(m_remark, FontRole::Hint);
  setTextRole(m_remark, ColorRole::Text3);
  say();
  connect(horizontalScrollBar(), &QScrollBar::valueChanged, this, &ArrayStrip::keepRemark);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &ArrayStrip::arrange);
}

void ArrayStrip::say() { m_remark->setText(tr("Color: each array on its own scale. Outlined: what the formula on the right uses.")); }

ArrayView* ArrayStrip::makeView() {
  auto* view = new ArrayView(m_inner);
  connect(view, &ArrayView::elementClicked, this, [this, view](std::int64_t element) { emit elementClicked(view->array().name, element); });
  connect(view, &ArrayView::elementHovered, this, [this, view](std::int64_t element) { emit elementHovered(view->array().name, element); });
  connect(view, &ArrayView::resized, this, [this, view] {
    if (const auto zoom = view->grid()->chosenZoom())
      m_zooms[view->array().name] = *zoom;
    else
      m_zooms.erase(view->array().name);
    arrange();
  });
  return view;
}

void ArrayStrip::setArrays(const std::vector<BoardArray>& arrays, const HiddenArrays& hidden, int sample, std::optional<int> decimals) {
  setUpdatesEnabled(false);
  std::vector<ArrayView*> before = std::move(m_views);
  m_views.clear();
  for (const BoardArray& array : arrays) {
    const auto kept = std::find_if(before.begin(), before.end(), [&](const ArrayView* view) {
      return view && view->array().name == array.name && view->array().shape == array.shape && view->array().batch == array.batch;
    });
    ArrayView* view = kept == before.end() ? makeView() : std::exchange(*kept, nullptr);
    ArrayViewState state{sample, decimals, nullptr};
    if (const auto it = hidden.find(array.name); it != hidden.end())
      state.known = std::make_shared<const std::set<std::int64_t>>(it->second);
    view->setContent(array, state);
    if (kept == before.end())
      if (const auto zoom = m_zooms.find(array.name); zoom != m_zooms.end()) view->grid()->setChosenZoom(zoom->second);
    m_views.push_back(view);
  }
  const bool same =
      m_views.size() == before.size() && std::all_of(before.begin(), before.end(), [](const ArrayView* view) { return !view; });
  for (ArrayView* view : before)
    if (view) { // not at once: its own click may have brought the new arrays
      view->disconnect(this);
      view->hide();
      view->deleteLater();
    }
  arrange();
  const ArrayView* last = nullptr;
  for (const bool formed : {false, true}) // Tab goes as the eye does
    for (ArrayView* view : m_views) {
      if (view->array().formed != formed) continue;
      if (last) setTabOrder(last->grid(), view->grid());
      last = view;
      view->show();
    }
  if (!same) horizontalScrollBar()->setValue(0);
  setUpdatesEnabled(true);
}

ArrayView* ArrayStrip::viewOf(const std::string& name) const {
  const auto it = std::find_if(m_views.begin(), m_views.end(), [&](const ArrayView* view) { return view->array().name == name; });
  return it == m_views.end() ? nullptr : *it;
}

void ArrayStrip::reveal(ArrayView* view) { ensureWidgetVisible(view, theme().px(kMargin), 0); }

void ArrayStrip::arrange() {
  const Theme& t = theme();
  const QSize room = maximumViewportSize();
  QSize size;
  for (const int widest : kWidest) {
    m_widest = t.px(widest);
    size = place(room.height());
    if (size.width() <= room.width()) break;
  }
  if (size.width() > room.width()) size = place(room.height() - style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this));
  // The remark stands below them, else behind them, and is no reason to scroll.
  const int line = t.lineHeight(FontRole::Hint), lowest = used() + t.px(kMargin);
  const bool below = lowest + line <= size.height();
  const int withRemark = size.width() + t.px(kRemark + kMargin);
  m_remark->setVisible(!m_views.empty() && (below || size.width() > room.width() || withRemark <= room.width()));
  m_remark->setWordWrap(!below);
  if (below)
    m_remark->setGeometry(t.px(kMargin) + kFrameRoom, lowest, room.width() - t.px(2 * kMargin), line);
  else
    m_remark->setGeometry(size.width(), t.px(2), t.px(kRemark), std::min(size.height(), m_remark->heightForWidth(t.px(kRemark))));
  if (!below && !m_remark->isHidden()) size.setWidth(withRemark);
  m_inner->resize(std::max(size.width(), room.width()), size.height());
  keepRemark();
}

/// Below the arrays it stays where it is while they are scrolled.
void ArrayStrip::keepRemark() {
  if (!m_remark->wordWrap()) m_remark->move(theme().px(kMargin) + kFrameRoom + horizontalScrollBar()->value(), m_remark->y());
}

int ArrayStrip::used() const {
  int lowest = 0;
  for (const ArrayView* view : m_views) lowest = std::max(lowest, view->geometry().bottom() + 1);
  return lowest;
}

// The arrays and their sign; as wide as they are, with a margin behind them.
QSize ArrayStrip::place(int height) {
  const Theme& t = theme();
  int x = placeGroup(false, t.px(kMargin), height);
  const bool both =
      x > t.px(kMargin) && std::any_of(m_views.begin(), m_views.end(), [](const ArrayView* view) { return view->array().formed; });
  m_sign->setVisible(both);
  if (both) {
    QFont font = t.font(FontRole::Normal);
    font.setPixelSize(t.px(kSignSize));
    m_sign->setFont(font);
    const QSize sign = m_sign->sizeHint();
    m_sign->setGeometry(x - t.px(kBetween) + t.px(kBelow), t.px(kSignMiddle) - sign.height() / 2, sign.width(), sign.height());
    x = m_sign->geometry().right() + 1 + t.px(kBelow);
  }
  return {placeGroup(true, x, height), height};
}

// Side by side; one under the other where the lower one still has cells of its full size.
int ArrayStrip::placeGroup(bool formed, int x, int height) {
  const Theme& t = theme();
  int y = 0, right = x;
  for (ArrayView* view : m_views) {
    if (view->array().formed != formed) continue;
    const QSize full = view->sizeWithin({m_widest, t.px(kHighest)});
    if (y > 0 && y + full.height() > height) {
      x = right + t.px(kBetween);
      y = 0;
    }
    const QSize size = y > 0 ? full : view->sizeWithin({m_widest, height});
    view->setGeometry(QRect(QPoint(x, y), size));
    y += size.height() + t.px(kBelow);
    right = std::max(right, x + size.width());
  }
  return y > 0 ? right + t.px(kBetween) : x;
}

void ArrayStrip::resizeEvent(QResizeEvent* event) {
  QScrollArea::resizeEvent(event);
  arrange();
}

void ArrayStrip::changeEvent(QEvent* event) {
  QScrollArea::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) {
    say();
    arrange();
  }
}

} // namespace glassbox
