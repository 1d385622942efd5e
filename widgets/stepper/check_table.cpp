#include "widgets/stepper/check_table.h"

#include "widgets/common/icons.h"
#include "widgets/common/number_format.h"
#include "widgets/common/theme_manager.h"
#include "widgets/model/language.h"

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace glassbox {
namespace {

constexpr int kRow = 23, kHead = 20;

/// Up to 1e-6 a check mark, up to 1e-3 a triangle, above an octagon; what a kink, float or the step explains is a triangle.
struct Sign {
  const char* icon;
  ColorRole ink;
};
Sign signOf(Verdict verdict) {
  switch (verdict) {
  case Verdict::Agrees: return {"check", ColorRole::Ok};
  case Verdict::Differs: return {"err", ColorRole::Err};
  default: return {"warn", ColorRole::Warn};
  }
}

} // namespace

CheckTable::CheckTable(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setProperty("ownFocus", true);
  setCursor(Qt::PointingHandCursor);
  setProperty("anyLanguage", true);  // names of arrays, as the command line has them
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &QWidget::updateGeometry);
  speak();
}

void CheckTable::setContent(const StepChecks& checks) {
  m_checks = checks;
  m_current = std::min(m_current, static_cast<int>(checks.rows.size()) - 1);
  speak();
  updateGeometry();
  update();
}

QString CheckTable::summary() const {
  const auto agreeing = std::count_if(m_checks.rows.begin(), m_checks.rows.end(), [](const DifferenceCheck& c) { return c.verdict == Verdict::Agrees || c.verdict == Verdict::Float; });
  return tr("%1 of %2 agree").arg(agreeing).arg(m_checks.rows.size());
}

QRect CheckTable::rowRect(int row) const { return {0, theme().px(kHead) + row * theme().px(kRow), width(), theme().px(kRow)}; }
QSize CheckTable::sizeHint() const { return {theme().px(300), rowRect(static_cast<int>(m_checks.rows.size())).top() + 1}; }

void CheckTable::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const auto six = [](double value) { return std::abs(value) >= 1e-3 || value == 0 ? formatFixed(value, 6) : formatScientific(value, 4); };
  const QFontMetrics metrics(theme().font(FontRole::Normal));
  const int sign = theme().px(24), error = theme().px(92);
  int number = theme().px(84);
  for (const DifferenceCheck& check : m_checks.rows)
    for (const double value : {check.gradient, check.difference}) number = std::max(number, metrics.horizontalAdvance(six(value)) + theme().px(12));
  const int right = width() - sign;
  const auto cell = [&](const QRect& row, int end, int wide, const QString& text) { painter.drawText(QRect(end - wide, row.top(), wide, row.height()), Qt::AlignRight | Qt::AlignVCenter, text); };
  painter.setFont(theme().font(FontRole::Hint));
  painter.setPen(theme().color(ColorRole::Text3));
  const QRect head(0, 0, width(), theme().px(kHead));
  painter.drawText(head.adjusted(theme().px(4), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, tr("number"));
  cell(head, right - error - number, number, tr("gradient"));
  cell(head, right - error, number, tr("difference"));
  cell(head, right, error, tr("relative error"));
  // A gradient belongs to what it is the gradient of: "weight[0,1]".
  const QString shown = m_checks.element;
  for (std::size_t i = 0; i < m_checks.rows.size(); ++i) {
    const DifferenceCheck& check = m_checks.rows[i];
    const QRect row = rowRect(static_cast<int>(i));
    const QString element = QString::fromStdString(check.element);
    const bool isShown = element == shown;
    if (isShown) painter.fillRect(row, theme().color(ColorRole::BwdTint));
    if (static_cast<int>(i) == m_current && hasFocus()) {
      painter.setPen(QPen(theme().color(ColorRole::Focus), 2));
      painter.drawRect(row.adjusted(1, 1, -1, -1));
    }
    const QColor ground = theme().color(isShown ? ColorRole::BwdTint : ColorRole::Panel);
    painter.setFont(theme().font(isShown ? FontRole::Bold : FontRole::Normal));
    painter.setPen(isShown ? theme().readable(theme().color(ColorRole::Bwd), ground) : theme().color(ColorRole::Text));
    QString name = element;
    name.remove(QStringLiteral(".grad"));
    name = name.mid(name.indexOf(u'.') < name.indexOf(u'[') ? name.indexOf(u'.') + 1 : 0);
    const int room = right - error - 2 * number - theme().px(8);
    if (painter.fontMetrics().horizontalAdvance(name) > room) name = name.mid(name.indexOf(u'['));  // its tooltip says all
    painter.drawText(QRect(theme().px(4), row.top(), room, row.height()), Qt::AlignLeft | Qt::AlignVCenter, name);
    painter.setFont(theme().font(FontRole::Normal));
    painter.setPen(theme().color(ColorRole::Text));
    cell(row, right - error - number, number, six(check.gradient));
    cell(row, right - error, number, six(check.difference));
    cell(row, right, error, check.relativeError == 0 ? QStringLiteral("0") : formatScientific(check.relativeError, 2));
    const Sign mark = signOf(check.verdict);
    const int size = theme().iconPx(16);
    paintIcon(painter, QRectF(width() - size, row.center().y() - size / 2.0 + 0.5, size, size), QString::fromLatin1(mark.icon), theme().color(mark.ink));
  }
}

QString CheckTable::spoken(int row) const {
  const DifferenceCheck& check = m_checks.rows[static_cast<std::size_t>(row)];
  return tr("%1: gradient %2, difference %3. %4").arg(QString::fromStdString(check.element), formatNumber(check.gradient), formatNumber(check.difference), translated(check.sentence));
}

bool CheckTable::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    for (int row = 0; row < static_cast<int>(m_checks.rows.size()); ++row)
      if (rowRect(row).contains(help->pos())) {
        QToolTip::showText(help->globalPos(), translated(m_checks.rows[static_cast<std::size_t>(row)].sentence), this, rowRect(row));
        return true;
      }
    QToolTip::hideText();
    return true;
  }
  return QWidget::event(event);
}

void CheckTable::mouseReleaseEvent(QMouseEvent* event) {
  for (int row = 0; row < static_cast<int>(m_checks.rows.size()); ++row)
    if (rowRect(row).contains(event->position().toPoint())) return emit followed(QString::fromStdString(m_checks.rows[static_cast<std::size_t>(row)].element));
}

void CheckTable::setCurrent(int row) {
  m_current = std::clamp(row, 0, static_cast<int>(m_checks.rows.size()) - 1);
  speak();
  update();
}

void CheckTable::speak() {
  setAccessibleName(tr("Gradients checked"));
  setAccessibleDescription(m_current >= 0 ? spoken(m_current) : QString());
}

void CheckTable::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) speak();
  QWidget::changeEvent(event);
}

void CheckTable::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  if (m_current < 0) setCurrent(0);
  update();
}

void CheckTable::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

void CheckTable::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
  case Qt::Key_Down: return setCurrent(m_current + 1);
  case Qt::Key_Up: return setCurrent(m_current - 1);
  case Qt::Key_Return:
  case Qt::Key_Enter:
    if (m_current >= 0) emit followed(QString::fromStdString(m_checks.rows[static_cast<std::size_t>(m_current)].element));
    return;
  default: QWidget::keyPressEvent(event);
  }
}

} // namespace glassbox
