#include "widgets/stepper/step_strip.h"

#include "engine/graph/analysis.h"
#include "widgets/common/icons.h"
#include "widgets/common/theme_manager.h"
#include "widgets/model/language.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolTip>

namespace glassbox {
namespace {

constexpr int kHeight = 52, kHead = 18, kChip = 26, kLeast = 44, kMost = 104, kGap = 4, kGroupGap = 16;

QColor inkOfPhase(StepPhase phase) {
  if (phase == StepPhase::Update) return theme().color(ColorRole::Text2);
  return theme().color(phase == StepPhase::Backward ? ColorRole::Bwd : ColorRole::Fwd);
}

} // namespace

StepChips::StepChips(Stepper* stepper, QWidget* parent) : QWidget(parent), m_stepper(stepper) {
  setProperty("ownFocus", true);
  setCursor(Qt::PointingHandCursor);
  connect(stepper, &Stepper::viewChanged, this, &StepChips::rebuild);
  connect(stepper, &Stepper::stopChanged, this, [this] {
    update();
    if (const int at = current(); at >= 0) emit currentMoved(m_chips[static_cast<std::size_t>(at)].rect);
  });
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &StepChips::rebuild);
}

QString StepChips::headOf(StepPhase phase) const {
  switch (phase) {
  case StepPhase::Forward:
  case StepPhase::Loss: return tr("Forward");
  case StepPhase::Backward: return tr("Backward");
  case StepPhase::Update: return tr("Update");
  }
  return {};
}

void StepChips::rebuild() {
  setAccessibleName(tr("Stops of the step"));
  m_chips.clear();
  m_width = theme().px(12);
  if (const StepViewPtr view = m_stepper->view()) {
    const QFontMetrics metrics(theme().font(FontRole::Bold));
    const NodeId& loss = view->analysis.loss;
    for (std::size_t i = 0; i < view->stops.size(); ++i) {
      const StepStop& stop = view->stops[i];
      const int number = static_cast<int>(i);
      if (!m_chips.empty() && m_chips.back().phase == stop.phase && m_chips.back().node == stop.node) {
        m_chips.back().last = number;
        continue;
      }
      const auto group = [](StepPhase phase) { return phase == StepPhase::Loss ? StepPhase::Forward : phase; };
      if (!m_chips.empty() && group(m_chips.back().phase) != group(stop.phase)) {
        m_width += theme().px(kGroupGap);
        // The name of a group stands over it: a group of one chip is as wide as its name.
        const QString head = headOf(m_chips.back().phase);
        const auto start = std::find_if(m_chips.begin(), m_chips.end(), [&](const Chip& c) { return group(c.phase) == group(m_chips.back().phase); });
        m_width = std::max(m_width, start->rect.left() + QFontMetrics(theme().font(FontRole::Hint)).horizontalAdvance(head) + theme().px(kGroupGap));
      }
      const QString name = stop.node == loss ? QStringLiteral("L") : stop.node.empty() ? QStringLiteral("η") : translated(nodeTitle(*view->request.spec, stop.node));
      const int wide = std::clamp(metrics.horizontalAdvance(name) + theme().px(28), theme().px(kLeast), theme().px(kMost));
      m_chips.push_back({stop.phase, stop.node, name, number, number, QRect(m_width, theme().px(kHead + 2), wide, theme().px(kChip))});
      m_width += wide + theme().px(kGap);
    }
  }
  m_width += theme().px(8);
  resize(sizeHint());
  updateGeometry();
  update();
}

int StepChips::current() const {
  for (std::size_t i = 0; i < m_chips.size(); ++i)
    if (m_stepper->stop() >= m_chips[i].first && m_stepper->stop() <= m_chips[i].last) return static_cast<int>(i);
  return -1;
}

QSize StepChips::sizeHint() const { return {m_width, theme().px(kHeight)}; }

void StepChips::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const int now = current();
  QString lastHead;
  for (std::size_t i = 0; i < m_chips.size(); ++i) {
    const Chip& chip = m_chips[i];
    const QString head = headOf(chip.phase);
    if (head != lastHead) {
      painter.setFont(theme().font(FontRole::Hint));
      painter.setPen(inkOfPhase(chip.phase));
      painter.drawText(QRect(chip.rect.left(), theme().px(2), 400, theme().px(16)), Qt::AlignLeft | Qt::AlignVCenter, head);
      lastHead = head;
    }
    const bool isCurrent = static_cast<int>(i) == now, done = m_stepper->stop() > chip.last;
    const bool back = chip.phase == StepPhase::Backward;
    painter.setPen(QPen(isCurrent ? inkOfPhase(chip.phase) : theme().color(ColorRole::Line), 1));
    painter.setBrush(theme().color(isCurrent ? (back ? ColorRole::BwdTint : ColorRole::FwdTint) : done ? ColorRole::Raised : ColorRole::Panel));
    painter.drawRoundedRect(QRectF(chip.rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setFont(theme().font(isCurrent ? FontRole::Bold : FontRole::Normal));
    painter.setPen(isCurrent ? theme().readable(inkOfPhase(chip.phase), theme().color(back ? ColorRole::BwdTint : ColorRole::FwdTint)) : theme().color(done ? ColorRole::Text : ColorRole::Text3));
    QRect inside = chip.rect.adjusted(theme().px(6), 0, -theme().px(6), 0);
    // Several stops: dots under the name, one a stop, as far as there is room.
    const int stops = chip.last - chip.first + 1;
    if (stops > 1) {
      const int dots = std::min(stops, 12), reached = std::clamp(m_stepper->stop() - chip.first, -1, stops - 1);
      const double pitch = std::min<double>(theme().px(6), inside.width() / static_cast<double>(dots));
      const double left = chip.rect.center().x() - pitch * (dots - 1) / 2;
      const QPen pen = painter.pen();
      painter.setPen(Qt::NoPen);
      for (int d = 0; d < dots; ++d) {
        const bool on = reached >= 0 && d <= reached * (dots - 1) / std::max(1, stops - 1);
        painter.setBrush(on ? inkOfPhase(chip.phase) : theme().color(ColorRole::Ctrl));
        painter.drawEllipse(QPointF(left + d * pitch, chip.rect.bottom() - theme().px(4)), 1.5, 1.5);
      }
      painter.setPen(pen);
      inside.setBottom(inside.bottom() - theme().px(5));
    }
    painter.drawText(inside, Qt::AlignCenter, painter.fontMetrics().elidedText(chip.name, Qt::ElideMiddle, inside.width()));
  }
}

bool StepChips::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    for (const Chip& chip : m_chips)
      if (chip.rect.contains(help->pos())) {
        const int stops = chip.last - chip.first + 1;
        QToolTip::showText(help->globalPos(), stops > 1 ? tr("%1: %2, %3 stops").arg(headOf(chip.phase), chip.name).arg(stops) : tr("%1: %2").arg(headOf(chip.phase), chip.name), this, chip.rect);
        return true;
      }
    QToolTip::hideText();
    return true;
  }
  return QWidget::event(event);
}

void StepChips::mousePressEvent(QMouseEvent* event) {
  for (const Chip& chip : m_chips)
    if (chip.rect.contains(event->position().toPoint())) return m_stepper->setStop(chip.first);
}

void StepChips::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) rebuild();
  QWidget::changeEvent(event);
}

// ---- the strip --------------------------------------------------------------------------------------------------------------

StepStrip::StepStrip(Stepper* stepper, QWidget* parent) : QWidget(parent), m_stepper(stepper), m_scroll(new QScrollArea(this)), m_chips(new StepChips(stepper)) {
  setFillRole(this, ColorRole::Panel);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  setFillRole(m_scroll->viewport(), ColorRole::Panel);
  setFillRole(m_chips, ColorRole::Panel);
  m_scroll->setWidget(m_chips);
  const auto button = [this](const char* sign) {
    auto* made = new QPushButton(this);
    made->setIcon(icon(sign));
    return made;
  };
  m_play = button("play");
  m_back = button("undo");
  m_next = new QPushButton(this);
  m_next->setProperty("primary", true);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, theme().px(8), 0);
  row->setSpacing(theme().px(4));
  row->addWidget(m_scroll, 1);
  for (QPushButton* made : {m_play, m_back, m_next}) row->addWidget(made, 0, Qt::AlignVCenter);
  setFixedHeight(theme().px(kHeight));
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] { setFixedHeight(theme().px(kHeight)); });
  connect(m_play, &QPushButton::clicked, this, [this] { m_stepper->play(m_stepper->isPlaying() ? 0 : m_pace); });
  connect(m_back, &QPushButton::clicked, stepper, &Stepper::back);
  connect(m_next, &QPushButton::clicked, stepper, &Stepper::next);
  connect(m_chips, &StepChips::currentMoved, this, [this](const QRect& chip) { m_scroll->ensureVisible(chip.center().x(), 0, chip.width(), 0); });
  connect(stepper, &Stepper::stopChanged, this, &StepStrip::enable);
  connect(stepper, &Stepper::viewChanged, this, &StepStrip::enable);
  connect(stepper, &Stepper::playingChanged, this, &StepStrip::write);
  write();
  enable();
}

void StepStrip::write() {
  m_play->setAccessibleName(m_stepper->isPlaying() ? tr("Stop") : tr("Play"));
  m_play->setIcon(icon(m_stepper->isPlaying() ? "pause" : "play"));
  m_play->setToolTip(tr("<b>Play</b><br>Walks through the step by itself.<br>Show a class how values go forward and gradients come back."));
  m_back->setText(tr("Back"));
  m_back->setToolTip(tr("<b>Back</b> ←<br>Goes one stop back.<br>Look once more at where a number came from."));
  m_next->setText(tr("Next"));
  m_next->setToolTip(tr("<b>Next</b> →<br>Goes one stop on.<br>Values first, then the loss, then gradients from the back to the front, then the update."));
}

void StepStrip::enable() {
  m_next->setEnabled(m_stepper->canGoOn());
  m_play->setEnabled(m_stepper->canGoOn() || m_stepper->isPlaying());
  m_back->setEnabled(m_stepper->view() && m_stepper->canGoBack());
}

void StepStrip::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) write();
  QWidget::changeEvent(event);
}

void StepStrip::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (const int at = m_chips->current(); at >= 0) m_scroll->ensureVisible(m_chips->chips()[static_cast<std::size_t>(at)].rect.center().x(), 0, theme().px(60), 0);
}

} // namespace glassbox
