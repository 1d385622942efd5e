#include "widgets/plots/rewind_bar.h"

#include "widgets/common/icons.h"
#include "widgets/common/number_format.h"
#include "widgets/common/style_paint.h"
#include "widgets/common/theme_manager.h"
#include "widgets/plots/plot.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr int kTrackRow = 20, kWords = 24, kKnobWidth = 12, kKnobHeight = 16, kTrack = 3;

} // namespace

RewindBar::RewindBar(Plot* plot, QWidget* parent)
    : QWidget(parent), m_plot(plot), m_first(new QToolButton(this)), m_hint(new QLabel(this)), m_chip(new QPushButton(this)), m_memory(new QPushButton(this)) {
  setFocusPolicy(Qt::StrongFocus);
  setProperty("ownFocus", true);
  m_first->setIcon(icon("rew"));
  m_first->setAutoRaise(true);
  m_chip->setProperty("compact", true);
  m_memory->setProperty("compact", true);
  m_memory->setProperty("flat", true);
  m_hint->setTextFormat(Qt::PlainText);
  connect(m_first, &QToolButton::clicked, this, [this] { emit stepRequested(0); });
  connect(m_chip, &QPushButton::clicked, this, [this] {
    if (m_content.replayTo) emit stopRequested();
    else emit branchRequested();
  });
  connect(m_memory, &QPushButton::clicked, this, &RewindBar::memoryRequested);
  connect(plot, &Plot::laidOut, this, [this] {
    layOut();
    update();
  });
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] {
    updateGeometry();
    write();
  });
  write();
}

void RewindBar::setContent(const RewindContent& content) {
  if (content == m_content) return;
  const bool words = content.enabled != m_content.enabled || content.rewound != m_content.rewound || content.replayTo != m_content.replayTo ||
                     content.memory != m_content.memory || content.rewound || content.replayTo;
  m_content = content;
  if (words) write();
  setAccessibleDescription(tr("step %1 of %2").arg(formatInteger(m_content.step), formatInteger(m_content.furthest)));
  update();
}

void RewindBar::write() {
  setAccessibleName(tr("Rewind"));
  setAccessibleDescription(tr("step %1 of %2").arg(formatInteger(m_content.step), formatInteger(m_content.furthest)));
  setToolTip(tr("<b>Rewind</b> ← → Home End<br>Goes back to any earlier step of this run: every weight is what it was then.<br>See how the network came to what it is, and go another way from there."));
  m_first->setToolTip(tr("<b>First step</b> Home<br>Goes back to the initial weights.<br>See what the network looked like before it learned anything."));
  m_first->setAccessibleName(tr("First step"));
  m_memory->setToolTip(tr("<b>Memory for going back</b><br>What this run keeps of its earlier steps, and how much it may take.<br>With more memory far steps come back sooner; without any, a run cannot go back."));
  m_memory->setAccessibleName(tr("Memory for going back"));
  const QFont hint = theme().font(FontRole::Hint);
  m_hint->setFont(hint);
  QPalette ink = m_hint->palette();
  ink.setColor(QPalette::WindowText, theme().color(m_content.enabled ? ColorRole::Text2 : ColorRole::Off));
  m_hint->setPalette(ink);
  m_chip->setFont(hint);
  m_memory->setFont(hint);
  m_hint->setText(m_content.enabled ? tr("Rewind: drag to any step") : QString());
  const QString step = formatInteger(m_asked ? *m_asked : m_content.step), last = formatInteger(m_content.furthest);
  if (m_content.replayTo) {
    m_chip->setText(tr("repeating step %1 of %2: Stop", "the steps on the way to another one").arg(formatInteger(m_content.step), formatInteger(*m_content.replayTo)));
    m_chip->setToolTip(tr("<b>Stop</b><br>Stays at the step that has been reached on the way.<br>Use it when the way takes too long."));
  } else {
    m_chip->setText(tr("step %1 of %2: Branch here").arg(step, last));
    m_chip->setToolTip(tr("<b>Branch here</b> Ctrl+B<br>Begins a new run in this very state, with one setting changed. The run you leave is kept.<br>Find out what that one change does."));
  }
  m_chip->setAccessibleName(m_chip->text());
  m_memory->setText(m_content.memory);
  m_first->setVisible(m_content.enabled);
  layOut();
  update();
}

void RewindBar::layOut() {
  const Theme& t = theme();
  m_chip->setText(m_chip->accessibleName());
  const QRectF line = track();
  const int top = t.px(kTrackRow), high = t.px(kWords), left = static_cast<int>(line.left());
  m_first->setIconSize(QSize(t.px(16), t.px(16)));
  m_first->setGeometry(std::max(0, left - t.px(28)), 0, t.px(24), t.px(24));
  const int room = std::max(0, width() - left - t.px(4));
  const bool chip = m_content.enabled && (m_content.replayTo || m_content.rewound);
  int memory = m_content.enabled && !m_content.memory.isEmpty() ? m_memory->sizeHint().width() : 0;
  if (chip && m_chip->sizeHint().width() + memory > room) memory = 0;  // the chip needs the row
  if (chip && m_chip->sizeHint().width() > room) m_chip->setText(m_content.replayTo ? tr("Stop") : tr("Branch here")); // its name says the step
  m_memory->setVisible(memory > 0);
  m_memory->setGeometry(width() - memory, top, memory, high);
  m_chip->setVisible(chip);
  m_chip->setGeometry(left, top, std::min(room - memory, m_chip->sizeHint().width()), high);
  m_hint->setVisible(m_content.enabled && !chip && m_hint->sizeHint().width() + memory <= room);
  m_hint->setGeometry(left, top, room - memory, high);
}

QRectF RewindBar::track() const {
  const QRect area = m_plot->plotRect();
  return QRectF(area.left(), theme().px(kTrackRow) / 2.0 - theme().px(kTrack) / 2.0, std::max(1, area.width()), theme().px(kTrack));
}

QPointF RewindBar::knobAt(std::int64_t step) const {
  const QRectF line = track();
  return {std::clamp(m_plot->pixelOfX(static_cast<double>(step)), line.left(), line.right()), line.center().y()};
}

std::int64_t RewindBar::stepAt(double x) const {
  const double first = m_plot->pixelOfX(0), last = m_plot->pixelOfX(static_cast<double>(m_content.furthest));
  if (!(last > first)) return 0;
  const double share = (x - first) / (last - first);
  return std::clamp<std::int64_t>(std::llround(share * static_cast<double>(m_content.furthest)), 0, m_content.furthest);
}

void RewindBar::ask(std::int64_t step) {
  step = std::clamp<std::int64_t>(step, 0, m_content.furthest);
  if (!m_content.enabled || (m_asked ? *m_asked : m_content.step) == step) return;
  if (m_asked) m_asked = step;
  emit stepRequested(step);
  write();
}

QSize RewindBar::sizeHint() const { return {theme().px(240), theme().px(kTrackRow + kWords)}; }
QSize RewindBar::minimumSizeHint() const { return {theme().px(120), theme().px(kTrackRow + kWords)}; }

void RewindBar::paintEvent(QPaintEvent*) {
  if (!m_content.enabled) return;
  const Theme& t = theme();
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  const QRectF line = track();
  const QPointF knob = knobAt(m_asked ? *m_asked : m_content.step);
  const qreal round = line.height() / 2;
  p.setPen(Qt::NoPen);
  p.setBrush(t.color(ColorRole::Line));
  p.drawRoundedRect(line, round, round);
  QRectF done = line;
  done.setRight(knob.x());
  p.setBrush(t.color(ColorRole::Accent));
  p.drawRoundedRect(done, round, round);
  // 12 x 16, pointing down.
  const qreal half = t.px(kKnobWidth) / 2.0, high = t.px(kKnobHeight), top = knob.y() - high / 2, shoulder = top + high - half;
  QPainterPath path;
  path.addPolygon(QPolygonF({{knob.x() - half, top}, {knob.x() + half, top}, {knob.x() + half, shoulder}, {knob.x(), top + high}, {knob.x() - half, shoulder}}));
  path.closeSubpath();
  p.setPen(QPen(t.color(ColorRole::Accent), 1.5));
  p.setBrush(t.color(ColorRole::Raised));
  p.drawPath(path);
  if (m_ring) style::ring(p, QRectF(knob.x() - half - 3, top - 1, 2 * half + 6, high + 2), t.px(4));
}

void RewindBar::resizeEvent(QResizeEvent*) { layOut(); }

void RewindBar::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !m_content.enabled || event->position().y() > theme().px(kTrackRow)) return;
  m_asked = m_content.step;
  ask(stepAt(event->position().x()));
}

void RewindBar::mouseMoveEvent(QMouseEvent* event) {
  if (m_asked) ask(stepAt(event->position().x()));
}

void RewindBar::mouseReleaseEvent(QMouseEvent*) {
  m_asked.reset();
  write();
}

void RewindBar::keyPressEvent(QKeyEvent* event) {
  const std::int64_t now = m_content.step, far = std::max<std::int64_t>(1, m_content.furthest / 10);
  switch (event->key()) {
  case Qt::Key_Left: return ask(now - 1);
  case Qt::Key_Right: return ask(now + 1);
  case Qt::Key_PageUp: return ask(now - far);
  case Qt::Key_PageDown: return ask(now + far);
  case Qt::Key_Home: return ask(0);
  case Qt::Key_End: return ask(m_content.furthest);
  default: QWidget::keyPressEvent(event);
  }
}

void RewindBar::focusInEvent(QFocusEvent* event) {
  m_ring = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason || event->reason() == Qt::ShortcutFocusReason;
  update();
}

void RewindBar::focusOutEvent(QFocusEvent*) {
  m_ring = false;
  update();
}

void RewindBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) write();
  QWidget::changeEvent(event);
}

} // namespace glassbox
