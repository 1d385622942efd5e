#include "widgets/stepper/term_table.h"

#include "widgets/common/theme_manager.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace glassbox {
namespace {

constexpr std::size_t kMostTerms = 8, kFirst = 5, kLast = 2; // of a folded table
constexpr std::size_t kMeasured = 200;                         // rows that decide formats and widths
constexpr int kMostFewer = 3;                                  // digits that may go where a row has many factors
constexpr int kRow = 26, kHead = 18, kPad = 6, kGap = 22, kLeastGap = 12;

} // namespace

TermTable::TermTable(QWidget* parent) : QWidget(parent) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setProperty("ownFocus", true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &TermTable::layOut);
  speak();
}

// The number that the keyboard is on, and where it comes from.
void TermTable::speak() {
  setAccessibleName(tr("Terms"));
  setAccessibleDescription(m_current ? tr("%1, from %2").arg(text(*m_current), QString::fromStdString(factorOf(*m_current).from)) : QString());
}

void TermTable::setContent(const TermTableContent& content) {
  m_content = content;
  m_hovered.reset();
  m_current.reset();
  speak();
  m_unfolded = false;
  layOut();
}

void TermTable::setUnfolded(bool unfolded) {
  m_unfolded = unfolded;
  layOut();
}

bool TermTable::isFoldable() const { return m_content.explanation.terms.size() > kMostTerms; }

double TermTable::productOf(const Term& term) const {
  double product = 1;
  for (const Factor& factor : term.factors) product *= factor.value;
  return product;
}

void TermTable::layOut() {
  const std::vector<Term>& terms = m_content.explanation.terms;
  m_rows.clear();
  m_folded = 0;
  m_foldedSum = 0;
  const bool fold = isFoldable() && !m_unfolded;
  // A function's value has no terms: a row "0.19 = 0.19" would say nothing.
  const bool lone = !m_content.sumless && terms.size() == 1 && terms[0].factors.size() == 1 && terms[0].factors[0].from.empty();
  for (std::size_t i = 0; i < terms.size() && !lone; ++i) {
    const bool hidden = fold && i >= kFirst && i < terms.size() - kLast;
    if (!hidden) {
      m_rows.push_back({static_cast<int>(i)});
      continue;
    }
    if (m_folded++ == 0) m_rows.push_back({-1});
    m_foldedSum += productOf(terms[i]);
  }
  // Each column has one format; the first rows decide it where there are very many.
  std::vector<double> products{m_content.explanation.value};
  std::vector<std::vector<double>> columns;
  for (const Row& row : m_rows) {
    if (row.term < 0 || products.size() > kMeasured) continue;
    const Term& term = terms[static_cast<std::size_t>(row.term)];
    products.push_back(productOf(term));
    columns.resize(std::max(columns.size(), term.factors.size()));
    for (std::size_t k = 0; k < term.factors.size(); ++k)
      if (!term.factors[k].from.empty()) columns[k].push_back(term.factors[k].value);
  }
  const std::size_t factors = columns.size();
  const auto oneDigitMore = [](GridFormat format) {
    format.decimals = std::min(format.decimals + 1, 7);
    return format;
  };
  m_productFormat = oneDigitMore(gridFormatFor(products));
  m_formats.clear();
  for (const std::vector<double>& column : columns) m_formats.push_back(oneDigitMore(gridFormatFor(column)));
  const QFontMetrics metrics(theme().font(FontRole::Normal)), small(theme().font(FontRole::Hint));
  m_labelWidth = 0;
  for (const QString& label : m_content.labels) m_labelWidth = std::max(m_labelWidth, metrics.horizontalAdvance(label));
  m_product = m_content.sumless ? 0 : small.horizontalAdvance(factors > 1 ? tr("product") : tr("term"));
  for (std::size_t i = 0; i < products.size() && !m_content.sumless; ++i) m_product = std::max(m_product, metrics.horizontalAdvance(m_productFormat(products[i])));
  // Columns end before the product, from right to left; the label takes what is left. Where that is too little, digits go.
  const int gaps = static_cast<int>(factors) + 1;
  int room = 0;
  for (int fewer = 0; fewer <= kMostFewer; ++fewer) {
    if (fewer > 0)
      for (GridFormat& format : m_formats) format.decimals = std::max(1, format.decimals - 1);
    measureFactors(factors);
    room = width() - 2 * theme().px(4) - m_labelWidth - m_product - std::accumulate(m_wide.begin(), m_wide.end(), 0);
    if (room >= gaps * theme().px(kLeastGap)) break;
  }
  m_gap = std::clamp(room / gaps, theme().px(kLeastGap), theme().px(kGap));
  m_right.assign(factors, 0);
  int right = width() - theme().px(4) - (m_content.sumless ? 0 : m_product + m_gap);
  for (std::size_t k = factors; k-- > 0;) {
    m_right[k] = right;
    right -= m_wide[k] + m_gap;
  }
  updateGeometry();
  update();
}

/// The widths of the factors' columns, by their heads and the rows that decide a format.
void TermTable::measureFactors(std::size_t factors) {
  const QFontMetrics metrics(theme().font(FontRole::Normal)), small(theme().font(FontRole::Hint));
  m_wide.assign(factors, 0);
  for (std::size_t k = 0; k < factors; ++k)
    if (static_cast<int>(k) < m_content.heads.size()) m_wide[k] = small.horizontalAdvance(m_content.heads[static_cast<int>(k)]);
  std::size_t measured = 0;
  for (const Row& row : m_rows) {
    if (row.term < 0 || ++measured > kMeasured) continue;
    const Term& term = m_content.explanation.terms[static_cast<std::size_t>(row.term)];
    for (std::size_t k = 0; k < term.factors.size(); ++k) m_wide[k] = std::max(m_wide[k], metrics.horizontalAdvance(text({row.term, static_cast<int>(k)})) + 2 * theme().px(kPad));
  }
}

void TermTable::resizeEvent(QResizeEvent*) { layOut(); }

int TermTable::rowHeight() const { return theme().px(kRow); }
int TermTable::headHeight() const { return m_content.heads.isEmpty() ? 0 : theme().px(kHead); }
int TermTable::rowTop(int row) const { return headHeight() + row * rowHeight(); }

QSize TermTable::sizeHint() const { return {theme().px(240), headHeight() + (static_cast<int>(m_rows.size()) + (m_content.sumless ? 0 : 1)) * rowHeight() + 1}; }

QRect TermTable::factorRect(int row, int factor) const {
  const int height = theme().px(20);
  const std::size_t k = static_cast<std::size_t>(factor);
  return {m_right[k] - m_wide[k], rowTop(row) + (rowHeight() - height) / 2, m_wide[k], height};
}

std::vector<TermTable::Link> TermTable::links() const {
  std::vector<Link> all;
  for (const Row& row : m_rows) {
    if (row.term < 0) continue;
    const Term& term = m_content.explanation.terms[static_cast<std::size_t>(row.term)];
    for (std::size_t k = 0; k < term.factors.size(); ++k)
      if (!term.factors[k].from.empty()) all.push_back({row.term, static_cast<int>(k)});
  }
  return all;
}

QRect TermTable::linkRect(Link link) const {
  for (std::size_t row = 0; row < m_rows.size(); ++row)
    if (m_rows[row].term == link.term) {
      const QFontMetrics metrics(theme().font(FontRole::Normal));
      const QRect cell = factorRect(static_cast<int>(row), link.factor);
      const int wide = metrics.horizontalAdvance(text(link)) + 2 * theme().px(kPad);
      return {cell.right() + 1 - wide, cell.top(), wide, cell.height()};
    }
  return {};
}

QString TermTable::text(Link link) const {
  const GridFormat& format = m_formats[static_cast<std::size_t>(link.factor)];
  if (!factorOf(link).from.empty()) {
    // Factors are multiplied, not added: one that the column's format leaves fewer than three digits of is written with its power of ten.
    const double value = factorOf(link).value;
    const bool lost = !format.scientific && value != 0 && std::abs(value) < std::pow(10.0, 2 - format.decimals);
    return lost ? formatScientific(value, std::max(2, format.decimals - 1)) : format(value);
  }
  // A constant is written as in the formula: -1, 0.5.
  const QString brief = formatShort(factorOf(link).value), even = format(factorOf(link).value);
  return brief.size() <= even.size() ? brief : even;
}

std::optional<TermTable::Link> TermTable::linkAt(QPoint point) const {
  const int row = (point.y() - headHeight()) / std::max(1, rowHeight());
  if (point.y() < headHeight() || row >= static_cast<int>(m_rows.size()) || m_rows[static_cast<std::size_t>(row)].term < 0) return {};
  const int term = m_rows[static_cast<std::size_t>(row)].term;
  const Term& shown = m_content.explanation.terms[static_cast<std::size_t>(term)];
  for (std::size_t k = 0; k < shown.factors.size(); ++k) {
    const Link link{term, static_cast<int>(k)};
    if (!shown.factors[k].from.empty() && linkRect(link).adjusted(0, -2, 0, 2).contains(point)) return link;
  }
  return {};
}

void TermTable::paintEvent(QPaintEvent* event) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QFont normal = theme().font(FontRole::Normal), hint = theme().font(FontRole::Hint);
  const auto column = [&](int right, int wide, int top, int height, const QString& text, Qt::Alignment alignment = Qt::AlignRight) {
    painter.drawText(QRect(right - wide, top, wide, height), alignment | Qt::AlignVCenter, text);
  };
  if (!m_content.heads.isEmpty()) {
    painter.setFont(hint);
    painter.setPen(theme().color(ColorRole::Text3));
    for (int k = 0; k < m_content.heads.size() && k < static_cast<int>(m_right.size()); ++k) column(m_right[static_cast<std::size_t>(k)] - theme().px(kPad), m_wide[static_cast<std::size_t>(k)], 0, headHeight(), m_content.heads[k]);
    if (!m_content.sumless) column(width() - theme().px(4), m_product, 0, headHeight(), m_right.size() > 1 ? tr("product") : tr("term"));
  }
  painter.setFont(normal);
  for (std::size_t row = 0; row < m_rows.size(); ++row) {
    const int top = rowTop(static_cast<int>(row));
    if (top > event->rect().bottom() || top + rowHeight() < event->rect().top()) continue;
    const int term = m_rows[row].term;
    if (term < 0) {
      painter.setPen(theme().color(ColorRole::Text2));
      painter.drawText(QRect(theme().px(4), top, width(), rowHeight()), Qt::AlignVCenter | Qt::AlignLeft, tr("… %1 more").arg(formatInteger(m_folded)));
      if (!m_content.sumless) column(width() - theme().px(4), m_product, top, rowHeight(), m_content.hidden ? QStringLiteral("?") : m_productFormat(m_foldedSum));
      continue;
    }
    const Term& shown = m_content.explanation.terms[static_cast<std::size_t>(term)];
    if (m_hovered && m_hovered->term == term) painter.fillRect(0, top, width(), rowHeight(), theme().color(ColorRole::Hover));
    painter.setPen(theme().color(ColorRole::Text2));
    if (term < m_content.labels.size()) painter.drawText(QRect(theme().px(4), top, m_labelWidth + 8, rowHeight()), Qt::AlignVCenter | Qt::AlignLeft, m_content.labels[term]);
    for (std::size_t k = 0; k < shown.factors.size(); ++k) {
      const Factor& factor = shown.factors[k];
      const Link link{term, static_cast<int>(k)};
      const bool follows = !factor.from.empty();
      if (follows) {
        const ArrayRole role = m_content.roles[static_cast<std::size_t>(term)][k];
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().color(tintOf(role)));
        painter.drawRoundedRect(linkRect(link), 3, 3);
        if (m_current == link && hasFocus()) {
          painter.setPen(QPen(theme().color(ColorRole::Focus), 2));
          painter.setBrush(Qt::NoBrush);
          painter.drawRoundedRect(linkRect(link).adjusted(-1, -1, 1, 1), 3, 3);
        }
        painter.setPen(theme().readable(theme().color(inkOf(role, factor.value)), theme().color(tintOf(role))));
      } else {
        painter.setPen(theme().color(ColorRole::Text));
      }
      column(m_right[k] - theme().px(kPad), m_wide[k], top, rowHeight(), text(link));
      if (m_content.sumless) continue;
      painter.setPen(theme().color(ColorRole::Text3));
      const bool lastFactor = k + 1 == shown.factors.size();
      column(m_right[k] + m_gap, m_gap, top, rowHeight(), lastFactor ? QStringLiteral("=") : QStringLiteral("·"), Qt::AlignHCenter);
    }
    if (m_content.sumless) continue;
    painter.setPen(theme().color(ColorRole::Text));
    column(width() - theme().px(4), m_product, top, rowHeight(), m_content.hidden ? QStringLiteral("?") : m_productFormat(productOf(shown)));
  }
  if (m_content.sumless) return;
  const int top = rowTop(static_cast<int>(m_rows.size()));
  painter.setPen(theme().color(ColorRole::Ctrl));
  painter.drawLine(0, top, width(), top);
  painter.setFont(theme().font(FontRole::Bold));
  painter.setPen(theme().color(ColorRole::Text));
  painter.drawText(QRect(theme().px(4), top + 1, width(), rowHeight()), Qt::AlignVCenter | Qt::AlignLeft, m_content.sum);
  column(width() - theme().px(4), width() / 2, top + 1, rowHeight(), m_content.hidden ? QStringLiteral("?") : QStringLiteral("= ") + formatNumber(m_content.explanation.value));
}

void TermTable::setCurrent(std::optional<Link> link) {
  m_current = link;
  speak();
  emit hovered(link ? QString::fromStdString(factorOf(*link).from) : QString());
  update();
}

void TermTable::mouseMoveEvent(QMouseEvent* event) {
  const std::optional<Link> link = linkAt(event->position().toPoint());
  if (link == m_hovered) return;
  m_hovered = link;
  setCursor(link ? Qt::PointingHandCursor : Qt::ArrowCursor);
  setToolTip(link ? QString::fromStdString(factorOf(*link).from) : QString());
  emit hovered(link ? QString::fromStdString(factorOf(*link).from) : QString());
  update();
}

void TermTable::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  const int row = (event->position().toPoint().y() - headHeight()) / std::max(1, rowHeight());
  if (const std::optional<Link> link = linkAt(event->position().toPoint())) emit followed(QString::fromStdString(factorOf(*link).from));
  else if (row >= 0 && row < static_cast<int>(m_rows.size()) && m_rows[static_cast<std::size_t>(row)].term < 0) setUnfolded(true);
}

void TermTable::leaveEvent(QEvent*) {
  m_hovered.reset();
  emit hovered({});
  update();
}

void TermTable::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  const std::vector<Link> all = links();
  if (!m_current && !all.empty()) setCurrent(all.front());
}

void TermTable::keyPressEvent(QKeyEvent* event) {
  const std::vector<Link> all = links();
  const auto at = m_current ? std::find(all.begin(), all.end(), *m_current) : all.end();
  const auto place = at - all.begin();
  const auto go = [&](std::ptrdiff_t to) { setCurrent(all[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(to, 0, static_cast<std::ptrdiff_t>(all.size()) - 1))]); };
  if (all.empty()) return QWidget::keyPressEvent(event);
  const auto nextRow = [&](int direction) {
    for (std::ptrdiff_t i = place + direction; i >= 0 && i < static_cast<std::ptrdiff_t>(all.size()); i += direction)
      if (m_current && all[static_cast<std::size_t>(i)].term != m_current->term && (direction > 0 || i == 0 || all[static_cast<std::size_t>(i) - 1].term != all[static_cast<std::size_t>(i)].term)) return go(i);
  };
  switch (event->key()) {
  case Qt::Key_Right: return go(place + 1);
  case Qt::Key_Left: return go(place - 1);
  case Qt::Key_Down: return nextRow(1);
  case Qt::Key_Up: return nextRow(-1);
  case Qt::Key_Return:
  case Qt::Key_Enter:
    if (m_current) emit followed(QString::fromStdString(factorOf(*m_current).from));
    return;
  default: QWidget::keyPressEvent(event);
  }
}

void TermTable::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) layOut();
  if (event->type() == QEvent::LanguageChange) speak();
  QWidget::changeEvent(event);
}

} // namespace glassbox
