#include "widgets/views/unit_list.h"

#include "widgets/common/number_format.h"
#include "widgets/common/punctuation.h"
#include "widgets/common/theme_manager.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr int kRow = 26, kMark = 12, kName = 120, kNumber = 76;

QString points(double share) { return (share > 0 ? QStringLiteral("+") : QString()) + formatFixed(100 * share, 1); }

} // namespace

UnitList::UnitList(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] {
    updateGeometry();
    update();
  });
}

void UnitList::setRows(const std::vector<UnitRow>& rows) {
  m_rows = rows;
  m_current = std::clamp(m_current, 0, std::max(0, static_cast<int>(rows.size()) - 1));
  setMinimumHeight(minimumSizeHint().height());
  describe();
  update();
}

void UnitList::setOff(const std::set<int>& units) {
  m_off = units;
  describe();
  update();
}

void UnitList::describe() {
  if (m_rows.empty()) return setAccessibleDescription({});
  const UnitRow& row = m_rows[static_cast<std::size_t>(m_current)];
  QStringList words{row.name, m_off.count(row.unit) ? tr("off") : tr("on")};
  if (row.loss) words << tr("loss %1").arg(formatSigned(*row.loss));
  setAccessibleDescription(words.join(comma()));
}

QRect UnitList::rowRect(int index) const { return {0, index * theme().px(kRow), width(), theme().px(kRow)}; }

QSize UnitList::sizeHint() const { return {theme().px(420), minimumSizeHint().height()}; }

QSize UnitList::minimumSizeHint() const { return {theme().px(320), theme().px(kRow) * std::max(1, static_cast<int>(m_rows.size()))}; }

void UnitList::paintEvent(QPaintEvent* event) {
  const Theme& t = theme();
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  double largest = 0;
  for (const UnitRow& row : m_rows)
    if (row.loss && std::isfinite(*row.loss)) largest = std::max(largest, std::abs(*row.loss));
  const int high = t.px(kRow), first = std::max(0, event->rect().top() / high), last = std::min(static_cast<int>(m_rows.size()), event->rect().bottom() / high + 1);
  const int left = t.px(8) + t.px(kMark) + t.px(8), barLeft = left + t.px(kName), barRight = width() - 2 * t.px(kNumber) - t.px(8);
  for (int i = first; i < last; ++i) {
    const UnitRow& row = m_rows[static_cast<std::size_t>(i)];
    const QRect r = rowRect(i);
    const bool off = m_off.count(row.unit) > 0;
    // On: a full dot. Off: an empty ring with a stroke, and the name struck through.
    const QRectF mark(t.px(8), r.center().y() - t.px(kMark) / 2.0 + 1, t.px(kMark), t.px(kMark));
    p.setPen(QPen(t.color(off ? ColorRole::Ctrl : ColorRole::Accent), 1.5));
    p.setBrush(off ? QBrush(Qt::NoBrush) : QBrush(t.color(ColorRole::Accent)));
    p.drawEllipse(mark);
    if (off) p.drawLine(mark.bottomLeft(), mark.topRight());
    QFont font = t.font(FontRole::Normal);
    font.setStrikeOut(off);
    p.setFont(font);
    p.setPen(t.color(off ? ColorRole::Text3 : ColorRole::Text));
    p.drawText(QRect(left, r.top(), t.px(kName) - t.px(8), r.height()), Qt::AlignVCenter | Qt::AlignLeft, row.name);
    if (row.loss && largest > 0 && barRight > barLeft) {
      const double middle = barLeft + (barRight - barLeft) * 0.25, room = *row.loss >= 0 ? barRight - middle : middle - barLeft;
      const double length = room * std::min(1.0, std::abs(*row.loss) / largest);
      p.fillRect(QRectF(*row.loss >= 0 ? middle : middle - length, r.top() + t.px(7), std::max(1.0, length), r.height() - t.px(14)), t.color(*row.loss >= 0 ? ColorRole::Pos : ColorRole::Neg));
      p.fillRect(QRectF(middle, r.top(), 1, r.height()), t.color(ColorRole::Line));
    }
    p.setFont(t.font(FontRole::Normal));
    p.setPen(t.color(ColorRole::Text2));
    if (row.loss) p.drawText(QRect(barRight, r.top(), t.px(kNumber), r.height()), Qt::AlignVCenter | Qt::AlignRight, formatSigned(*row.loss));
    if (row.accuracy) p.drawText(QRect(barRight + t.px(kNumber), r.top(), t.px(kNumber), r.height()), Qt::AlignVCenter | Qt::AlignRight, points(*row.accuracy));
    if (hasFocus() && i == m_current) {
      p.setPen(QPen(t.color(ColorRole::Focus), 2));
      p.setBrush(Qt::NoBrush);
      p.drawRect(QRectF(r).adjusted(1, 1, -1, -1));
    }
  }
}

void UnitList::mousePressEvent(QMouseEvent* event) {
  const int i = event->pos().y() / theme().px(kRow);
  if (event->button() != Qt::LeftButton || i < 0 || i >= static_cast<int>(m_rows.size())) return;
  m_current = i;
  emit toggled(m_rows[static_cast<std::size_t>(i)].unit);
  describe();
  update();
}

void UnitList::keyPressEvent(QKeyEvent* event) {
  const int last = static_cast<int>(m_rows.size()) - 1;
  if (last < 0) return QWidget::keyPressEvent(event);
  switch (event->key()) {
  case Qt::Key_Up: m_current = std::max(0, m_current - 1); break;
  case Qt::Key_Down: m_current = std::min(last, m_current + 1); break;
  case Qt::Key_Home: m_current = 0; break;
  case Qt::Key_End: m_current = last; break;
  case Qt::Key_Space:
  case Qt::Key_Return:
  case Qt::Key_Enter: emit toggled(m_rows[static_cast<std::size_t>(m_current)].unit); break;
  default: return QWidget::keyPressEvent(event);
  }
  describe();
  emit shown(rowRect(m_current));
  update();
}

/// Space is Run in the window and Enter belongs to the diagram: here they press the row.
bool UnitList::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Home || key == Qt::Key_End) {
      event->accept();
      return true;
    }
  }
  if (event->type() == QEvent::ToolTip) {
    auto* help = static_cast<QHelpEvent*>(event);
    const int i = help->pos().y() / theme().px(kRow);
    if (i >= 0 && i < static_cast<int>(m_rows.size()))
      QToolTip::showText(help->globalPos(),
                         tr("<b>%1</b> Space<br>Switches this unit off and on: off, its output is 0.<br>See whether the network needs it.").arg(m_rows[static_cast<std::size_t>(i)].name), this, rowRect(i));
    return true;
  }
  return QWidget::event(event);
}

void UnitList::focusInEvent(QFocusEvent*) { update(); }
void UnitList::focusOutEvent(QFocusEvent*) { update(); }

} // namespace glassbox
