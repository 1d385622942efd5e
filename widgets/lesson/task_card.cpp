#include "widgets/lesson/task_card.h"

#include "widgets/common/button_keys.h"
#include "widgets/common/icons.h"
#include "widgets/common/theme_manager.h"
#include "widgets/lesson/condition_rows.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace glassbox {
namespace {

/// The yellow chip of a hint.
class HintChip : public QFrame {
 public:
  using QFrame::QFrame;

 protected:
  void paintEvent(QPaintEvent*) override {
    const Theme& t = theme();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(Qt::NoPen);
    p.setBrush(t.color(ColorRole::WarnBg));
    p.drawRoundedRect(rect(), t.px(3), t.px(3));
    paintIcon(p, QRectF(t.px(8), t.px(9), t.px(16), t.px(16)), QStringLiteral("bulb"), t.color(ColorRole::Warn));
  }
};

} // namespace

TaskCard::TaskCard(QWidget* parent)
    : QFrame(parent), m_icon(new StateIcon(20)), m_title(new QLabel), m_remark(new QLabel), m_text(new ProseView),
      m_rows(new ConditionRows), m_ask(new QPushButton), m_skip(new QPushButton) {
  const Theme& t = theme();
  setFontRole(m_title, FontRole::Bold);
  m_title->setWordWrap(true);
  setFontRole(m_remark, FontRole::Hint);
  setTextRole(m_remark, ColorRole::Text3);
  m_ask->setProperty("flat", true);
  m_ask->setProperty("compact", true);
  m_ask->setIcon(icon("bulb", ColorRole::Warn));
  m_ask->setCursor(Qt::PointingHandCursor);

  auto* head = new QHBoxLayout;
  head->setSpacing(t.px(8));
  head->addWidget(m_icon, 0, Qt::AlignTop);
  head->addWidget(m_title, 1);
  head->addWidget(m_remark, 0);
  auto* body = new QVBoxLayout;
  body->setContentsMargins(t.px(28), 0, 0, 0);
  body->setSpacing(t.px(8));
  body->addWidget(m_text);
  body->addWidget(m_rows);
  for (Hint& hint : m_hints) {
    hint = {new HintChip, new QLabel, new ProseView};
    setFontRole(hint.grade, FontRole::Bold);
    setTextRole(hint.grade, ColorRole::Warn);
    auto* column = new QVBoxLayout(hint.chip);
    column->setContentsMargins(t.px(32), t.px(8), t.px(12), t.px(8));
    column->setSpacing(t.px(2));
    column->addWidget(hint.grade);
    column->addWidget(hint.text);
    body->addWidget(hint.chip);
    connect(hint.text, &ProseView::linkClicked, this, &TaskCard::linkClicked);
  }
  for (QPushButton* button : {m_ask, m_skip}) {
    body->addWidget(button, 0, Qt::AlignLeft);
    keepButtonKeys(button);
  }
  m_skip->setProperty("flat", true);
  m_skip->setProperty("compact", true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(t.px(10), t.px(8), t.px(12), t.px(10));
  column->setSpacing(t.px(4));
  column->addLayout(head);
  column->addLayout(body);

  connect(m_text, &ProseView::linkClicked, this, &TaskCard::linkClicked);
  connect(m_ask, &QPushButton::clicked, this, [this] {
    setHints(m_shown + 1);
    emit hintAsked(m_content.id, m_shown);
  });
  connect(m_skip, &QPushButton::clicked, this, [this] { emit skipAsked(m_content.id, stage() != TaskStage::Skipped); });
}

void TaskCard::setContent(const TaskCardContent& content) {
  m_content = content;
  m_title->setText(content.title);
  m_text->setContent(content.text);
  for (std::size_t i = 0; i < m_hints.size(); ++i) m_hints[i].text->setContent(content.hints[i]);
  setTexts();
  showParts();
}

void TaskCard::setStage(TaskStage stage) {
  m_icon->setStage(stage);
  setTextRole(m_title, stage == TaskStage::Locked || stage == TaskStage::Skipped ? ColorRole::Text3 : ColorRole::Text);
  setTexts();
  showParts();
  update();
}

void TaskCard::setConditions(const std::vector<ConditionState>& conditions) {
  m_rows->setConditions(conditions);
  showParts();
}

void TaskCard::setHint(int grade, const ProseContent& hint) {
  const auto at = static_cast<std::size_t>(grade - 1);
  m_content.hints[at] = hint;
  m_hints[at].text->setContent(hint);
}

void TaskCard::setHints(int grade) {
  m_shown = std::clamp(grade, 0, 3);
  setTexts();
  showParts();
}

void TaskCard::showParts() {
  const bool done = stage() == TaskStage::Done, active = stage() == TaskStage::Active, locked = stage() == TaskStage::Locked;
  m_text->setVisible(!locked);
  m_rows->setVisible(active);
  for (std::size_t i = 0; i < m_hints.size(); ++i) m_hints[i].chip->setVisible(!done && !locked && static_cast<int>(i) < m_shown);
  const bool more = m_shown < 3 && !m_content.hints[static_cast<std::size_t>(m_shown)].markdown.isEmpty();
  m_ask->setVisible(active && more);
  m_skip->setVisible(active || stage() == TaskStage::Skipped);
}

void TaskCard::setWaiting(bool waiting) {
  if (waiting == m_waiting) return;
  m_waiting = waiting;
  setTexts();
}

QString TaskCard::remark() const { return m_remark->text(); }

void TaskCard::setTexts() {
  const QString remarks[] = {tr("locked"), QString(), m_waiting ? tr("First predict") : QString(), tr("done"), tr("skipped")};
  m_remark->setText(remarks[static_cast<int>(stage())]);
  const QString names[] = {tr("where to look"), tr("which idea"), tr("what to do")};
  for (int i = 0; i < 3; ++i)
    m_hints[static_cast<std::size_t>(i)].grade->setText(tr("Hint %1 / 3: %2", "Hint 1 / 3: where to look").arg(i + 1).arg(names[i]));
  if (m_shown < 3) m_ask->setText(tr("Hint %1 of 3: %2").arg(m_shown + 1).arg(names[m_shown]));
  const bool skipped = stage() == TaskStage::Skipped;
  m_skip->setText(skipped ? tr("Take this task up") : tr("Skip this task"));
  m_skip->setToolTip(skipped ? tr("<b>Take this task up</b><br>The task is checked again.") : tr("<b>Skip this task</b><br>Goes on to the next task; the report says that this one was skipped.<br>You can take it up at any time."));
  const QString spoken[] = {tr("locked"), tr("not begun"), tr("in progress"), tr("done"), tr("skipped")};
  setAccessibleName(tr("Task: %1, %2").arg(m_content.title, spoken[static_cast<int>(stage())]));
}

void TaskCard::paintEvent(QPaintEvent*) {
  if (stage() != TaskStage::Active) return;
  const Theme& t = theme();
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(QPen(t.color(ColorRole::Accent), 1));
  p.setBrush(t.color(ColorRole::Raised));
  p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), t.px(6), t.px(6));
}

void TaskCard::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) setTexts();
  QFrame::changeEvent(event);
}

TaskHead::TaskHead(QWidget* parent) : QWidget(parent), m_title(new QLabel), m_remark(new QLabel) {
  setFontRole(m_title, FontRole::H2);
  setFontRole(m_remark, FontRole::Hint);
  setTextRole(m_remark, ColorRole::Text3);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(theme().px(8), theme().px(8), theme().px(8), 0);
  row->addWidget(m_title);
  row->addStretch(1);
  row->addWidget(m_remark);
  setTexts();
}

void TaskHead::setTexts() {
  m_title->setText(tr("Task"));
  m_remark->setText(tr("checked on your own model"));
}

void TaskHead::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) setTexts();
  QWidget::changeEvent(event);
}

} // namespace glassbox
