#include "app/tool_bar.h"

#include "app/actions.h"
#include "app/overflow_button.h"
#include "widgets/common/icons.h"
#include "widgets/common/number_format.h"
#include "widgets/common/theme_manager.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>

namespace glassbox {
namespace {

constexpr double kPaces[] = {1, 10, 60, 600, 0};
constexpr int kNarrow = 1100;    // below, samples/s and seed stand under the three dots
constexpr int kNarrowest = 780;  // below, the epoch and the pace too
constexpr int kAll = 4;          // stages: those two, the step, finding and fitting
constexpr int kNotYet = -1;      // nothing has been put in its place

} // namespace

ToolBar::ToolBar(Actions* actions, QWidget* parent) : QWidget(parent), m_actions(actions) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(8, 0, 8, 1);
  row->setSpacing(4);
  row->setSizeConstraint(QLayout::SetNoConstraint);
  setMinimumWidth(1); // what has no room goes under the three dots
  m_run = new QPushButton(this);
  m_run->setProperty("primary", true);
  m_run->setFocusPolicy(Qt::TabFocus);
  connect(m_run, &QPushButton::clicked, (*actions)[Do::Run], &QAction::trigger);
  row->addWidget(m_run);
  row->addWidget(makeButton((*actions)[Do::Step]));
  row->addWidget(makeButton((*actions)[Do::Epoch]));
  row->addWidget(makeLine());
  row->addWidget(makeButton((*actions)[Do::Reset]));
  m_newSeed = makeButton((*actions)[Do::NewSeed]);
  row->addWidget(m_newSeed);
  m_countersBegin = makeLine();
  row->addWidget(m_countersBegin);
  m_step = makeCounter(64);
  m_epoch = makeCounter(56);
  m_rate = makeCounter(76);
  for (const Counter* counter : {&m_step, &m_epoch, &m_rate}) row->addWidget(counter->box);
  m_countersEnd = makeLine();
  row->addWidget(m_countersEnd);
  m_paceName = new QLabel(this);
  m_pace = new QComboBox(this);
  for (double pace : kPaces) m_pace->addItem(QString(), pace);
  connect(m_pace, &QComboBox::currentIndexChanged, this, [this] { emit paceChanged(pace()); });
  connect(m_pace, &QComboBox::activated, this, &ToolBar::paceChosen);
  m_paceBox = makeNamed(m_paceName, m_pace);
  row->addWidget(m_paceBox);
  m_seedName = new QLabel(this);
  m_seed = new QSpinBox(this);
  m_seed->setRange(0, 999999);
  m_seed->setButtonSymbols(QAbstractSpinBox::NoButtons);
  m_seed->setKeyboardTracking(false);
  connect(m_seed, &QSpinBox::valueChanged, this, [this](int value) { emit seedChanged(static_cast<std::uint64_t>(value)); });
  m_seedBox = makeNamed(m_seedName, m_seed);
  row->addWidget(m_seedBox);
  m_more = new OverflowButton(this);
  m_more->hide();
  row->addWidget(m_more);
  row->addStretch(1);  // all of it: fields stay beside their names
  row->addWidget(makeButton((*actions)[Do::Undo]));
  row->addWidget(makeButton((*actions)[Do::Redo]));
  m_findBegin = makeLine();
  row->addWidget(m_findBegin);
  m_find = makeButton((*actions)[Do::FindNode]);
  row->addWidget(m_find);
  row->addWidget(makeLine());
  m_language = new QToolButton(this);
  m_language->setAutoRaise(true);
  connect(m_language, &QToolButton::clicked, this, &ToolBar::languageClicked);
  row->addWidget(m_language);
  m_theme = makeButton((*actions)[Do::Theme]);
  row->addWidget(m_theme);
  for (QLabel* label : {m_paceName, m_seedName}) setTextRole(label, ColorRole::Text2);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &ToolBar::applySizes);
  setProgress(0, 0, 0);
  retranslate();
  applySizes();
}

void ToolBar::applySizes() {
  const Theme& t = theme();
  setFixedHeight(t.px(44));
  m_run->setMinimumWidth(t.px(92));
  m_run->setFixedHeight(t.px(32));
  m_pace->setFixedWidth(t.px(124));
  m_seed->setFixedWidth(t.px(56));
  // Rounded to whole pixels, the figures of small letters are wider than their share.
  const int figures = QFontMetrics(t.font(FontRole::Bold)).horizontalAdvance(formatInteger(8'888'888)) + 2;
  for (const Counter* counter : {&m_step, &m_epoch, &m_rate}) counter->box->setFixedWidth(std::max(t.px(counter->width), counter == &m_step ? figures : 0) + 6);
  for (QToolButton* button : findChildren<QToolButton*>()) {
    button->setFixedSize(t.px(32), t.px(32));
    button->setIconSize(QSize(t.px(20), t.px(20)));
  }
  fit();
}

ToolBar::Counter ToolBar::makeCounter(int width) {
  Counter counter;
  counter.box = new QWidget(this);
  counter.width = width;
  auto* column = new QVBoxLayout(counter.box);
  column->setContentsMargins(6, 7, 0, 7);
  column->setSpacing(0);
  counter.name = new QLabel(counter.box);
  counter.value = new QLabel(counter.box);
  setFontRole(counter.name, FontRole::Hint);
  setTextRole(counter.name, ColorRole::Text3);
  setFontRole(counter.value, FontRole::Bold);
  column->addWidget(counter.name);
  column->addWidget(counter.value);
  return counter;
}

void ToolBar::addFit(QAction* action) {
  m_fit = makeButton(action);
  static_cast<QHBoxLayout*>(layout())->insertWidget(layout()->indexOf(m_findBegin) + 1, m_fit);
  m_stage = kNotYet;
  applySizes();
}

QToolButton* ToolBar::makeButton(QAction* action) {
  auto* button = new QToolButton(this);
  button->setDefaultAction(action);
  button->setAutoRaise(true);
  button->setToolButtonStyle(Qt::ToolButtonIconOnly);
  return button;
}

QWidget* ToolBar::makeLine() {
  auto* line = new QWidget(this);
  line->setFixedSize(1, 24);
  setFillRole(line, ColorRole::Line);
  auto* box = new QWidget(this);
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(6, 0, 6, 0);
  row->addWidget(line);
  return box;
}

QWidget* ToolBar::makeNamed(QLabel* name, QWidget* field) {
  auto* box = new QWidget(this);
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(6, 4, 0, 4);
  row->setSpacing(8);
  row->addWidget(name, 1);
  row->addWidget(field);
  name->setBuddy(field);
  return box;
}

void ToolBar::retranslate() {
  m_step.name->setText(tr("Step"));
  m_epoch.name->setText(tr("Epoch"));
  m_rate.name->setText(tr("samples/s"));
  m_paceName->setText(tr("Pace"));
  m_seedName->setText(tr("Seed"));
  m_pace->setItemText(0, tr("1 step/s"));
  m_pace->setItemText(1, tr("10 steps/s"));
  m_pace->setItemText(2, tr("60 steps/s"));
  m_pace->setItemText(3, tr("600 steps/s"));
  m_pace->setItemText(4, tr("Max"));
  m_pace->setAccessibleName(tr("Pace"));
  m_pace->setToolTip(tr("<b>Pace</b><br>How many steps a second. It only waits between steps and changes no number.<br>Slow down to watch a small network learn."));
  m_seed->setAccessibleName(tr("Seed"));
  m_seed->setToolTip(tr("<b>Seed</b><br>Decides everything that is drawn by chance: weights, order of the samples, dropout.<br>The same seed gives the same run."));
  const auto addReason = [](QWidget* control, const Fixed& fixed) {
    if (!fixed.reason.isEmpty()) control->setToolTip(control->toolTip() + QStringLiteral("<br>") + fixed.reason.toHtmlEscaped());
    control->setAccessibleDescription(fixed.reason);
  };
  addReason(m_pace, m_paceFixed);
  addReason(m_seed, m_seedFixed);
  m_language->setToolTip(tr("<b>中文 / English</b><br>Switches the language of the whole program.<br>Nothing is lost."));
  m_language->setAccessibleName(tr("Language"));
  showRun();
}

void ToolBar::showRun() {
  const bool running = m_state == TrainingSession::State::Running;
  const bool locked = !m_locked.isEmpty() && !running;
  m_run->setText(running ? tr("Pause") : tr("Run"));
  m_run->setIcon(icon(locked ? "lock" : running ? "pause" : "play", locked ? ColorRole::Off : ColorRole::OnAccent));
  m_run->setEnabled(!locked);
  m_run->setToolTip(locked ? m_locked : (*m_actions)[Do::Run]->toolTip());
}

void ToolBar::setState(TrainingSession::State state) {
  m_state = state;
  showRun();
}

void ToolBar::setRunLocked(const QString& reason) {
  m_locked = reason;
  showRun();
}

void ToolBar::setFixed(Control control, const QString& reason, bool hidden) {
  (control == Control::Pace ? m_paceFixed : m_seedFixed) = {reason, hidden};
  (control == Control::Pace ? static_cast<QWidget*>(m_pace) : m_seed)->setEnabled(reason.isEmpty());
  fit();
  retranslate();
}

void ToolBar::setProgress(std::int64_t step, std::int64_t epoch, double samplesPerSecond) {
  m_step.value->setText(formatInteger(step));
  m_epoch.value->setText(formatInteger(epoch));
  m_rate.value->setText(samplesPerSecond > 0 ? formatInteger(static_cast<std::int64_t>(samplesPerSecond)) : QStringLiteral("–"));
}

void ToolBar::setSeed(std::uint64_t seed) {
  const QSignalBlocker quiet(m_seed);
  m_seed->setValue(static_cast<int>(seed));
}

double ToolBar::pace() const { return m_pace->currentData().toDouble(); }

void ToolBar::setPace(double stepsPerSecond) {
  const int index = m_pace->findData(stepsPerSecond);
  if (index >= 0) m_pace->setCurrentIndex(index);
}

void ToolBar::setLanguageMark(const QString& mark) { m_language->setText(mark); }

void ToolBar::setDark(bool dark) { (*m_actions)[Do::Theme]->setIcon(icon(dark ? "moon" : "sun")); }

void ToolBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), theme().color(ColorRole::Win));
  painter.fillRect(0, height() - 1, width(), 1, theme().color(ColorRole::Line));
}

void ToolBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

/// What goes under the three dots at `stage`.
std::vector<QWidget*> ToolBar::partsAt(int stage) const {
  switch (stage) {
  case 1:
    return {m_rate.box, m_seedBox};
  case 2:
    return {m_epoch.box, m_paceBox};
  case 3:
    return {m_step.box};
  default:
    return m_fit ? std::vector<QWidget*>{m_fit, m_find} : std::vector<QWidget*>{m_find};
  }
}

/// The first stage at which the rest has room.
int ToolBar::stageThatFits() const {
  const auto whole = [this](const QWidget* part) { return std::max(part->minimumWidth(), part->minimumSizeHint().width()) + layout()->spacing(); };
  const auto widthOf = [whole](const QWidget* part) { return part->isHidden() ? 0 : whole(part); };
  int needed = layout()->minimumSize().width() - widthOf(m_more);
  for (QWidget* line : {m_countersEnd, m_findBegin})
    if (line->isHidden()) needed += whole(line);
  for (int stage = 1; stage <= m_stage; ++stage)
    for (QWidget* part : partsAt(stage)) needed += widthOf(part);
  const int least = width() >= theme().px(kNarrow) ? 0 : width() >= theme().px(kNarrowest) ? 1 : 2;
  for (int stage = 0; stage < kAll; ++stage) {
    if (stage > 0)
      for (QWidget* part : partsAt(stage)) needed -= widthOf(part);
    if (stage >= least && needed + (stage > 0 ? whole(m_more) : 0) <= width()) return stage;
  }
  return kAll;
}

/// What there is no room for stands under the three dots.
void ToolBar::fit() {
  m_seedBox->setVisible(!m_seedFixed.hidden);
  m_newSeed->setVisible(!m_seedFixed.hidden);
  m_paceBox->setVisible(!m_paceFixed.hidden);
  const int stage = stageThatFits();
  if (stage == m_stage) return;
  m_stage = stage;
  putAway(m_step.box, m_countersBegin, stage >= 3);
  putAway(m_epoch.box, m_step.box, stage >= 2);
  putAway(m_rate.box, m_epoch.box, stage >= 1);
  putAway(m_paceBox, m_countersEnd, stage >= 2);
  putAway(m_seedBox, m_paceBox, stage >= 1);
  if (m_fit) putAway(m_fit, m_findBegin, stage >= 4);
  putAway(m_find, m_fit ? m_fit : m_findBegin, stage >= 4);
  m_countersEnd->setVisible(stage < 3);
  m_findBegin->setVisible(stage < 4);
  if (stage == 0) m_more->closePopup();
  m_more->setVisible(stage > 0);
  m_seedBox->setVisible(!m_seedFixed.hidden);
  m_paceBox->setVisible(!m_paceFixed.hidden);
}

/// Into the popup, or back to its place behind `before`.
void ToolBar::putAway(QWidget* part, QWidget* before, bool away) {
  if (away) return m_more->take(part);
  if (part->parentWidget() == this) return;
  auto* row = static_cast<QHBoxLayout*>(layout());
  row->insertWidget(row->indexOf(before) + 1, part);
  part->show();
}

// Names of another language or in larger letters.
bool ToolBar::event(QEvent* event) {
  const bool done = QWidget::event(event);
  if (event->type() == QEvent::LayoutRequest) fit();
  return done;
}

void ToolBar::resizeEvent(QResizeEvent* event) {
  fit();
  QWidget::resizeEvent(event);
}

} // namespace glassbox
