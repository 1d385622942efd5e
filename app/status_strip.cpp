#include "app/status_strip.h"

#include "widgets/common/elided_label.h"
#include "widgets/common/icons.h"
#include "widgets/common/number_format.h"
#include "widgets/common/theme_manager.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace glassbox {
namespace {

constexpr int kGap = 20;        // between two parts
constexpr int kNewsTime = 8000; // ms: two lines, read slowly
constexpr int kMostHelp = 400;  // px at normal text size: so much of it comes before what stands elsewhere too

} // namespace

StatusStrip::StatusStrip(QWidget* parent) : QWidget(parent) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(12, 1, 12, 0);
  m_icon = new QLabel(this);
  m_issues = new QLabel(this);
  m_size = new QLabel(this);
  m_run = new QLabel(this);
  m_epoch = new QLabel(this);
  m_help = new ElidedLabel(this);
  row->setSpacing(kGap); // what is hidden takes its gap with it
  auto* issues = new QHBoxLayout;
  issues->setSpacing(6);
  issues->addWidget(m_icon);
  issues->addWidget(m_issues);
  row->addLayout(issues);
  for (QLabel* part : {m_size, m_epoch, m_run}) row->addWidget(part);
  row->addWidget(m_help, 1);
  for (QWidget* label : {static_cast<QWidget*>(m_issues), static_cast<QWidget*>(m_size), static_cast<QWidget*>(m_run), static_cast<QWidget*>(m_epoch), static_cast<QWidget*>(m_help)}) setFontRole(label, FontRole::Hint);
  for (QLabel* label : {m_issues, m_size, m_run, m_epoch}) setTextRole(label, ColorRole::Text2);
  setTextRole(m_help, ColorRole::Text3);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] {
    applySizes();
    showIssues();
  });
  m_news.setSingleShot(true);
  m_news.setInterval(kNewsTime);
  connect(&m_news, &QTimer::timeout, this, &StatusStrip::applySizes);
  applySizes();
  showIssues();
}

void StatusStrip::setIssues(int errors, int warnings) {
  m_errors = errors;
  m_warnings = warnings;
  showIssues();
}

void StatusStrip::showIssues() {
  const char* name = m_errors ? "err" : m_warnings ? "warn" : "check";
  const ColorRole role = m_errors ? ColorRole::Err : m_warnings ? ColorRole::Warn : ColorRole::Ok;
  m_icon->setPixmap(iconPixmap(QLatin1String(name), 16, devicePixelRatioF(), theme().color(role)));
  const int all = m_errors + m_warnings;
  m_issues->setText(all == 0 ? tr("No issues") : tr("%n issue(s)", nullptr, all));
}

void StatusStrip::setSize(const QString& text) {
  m_size->setText(text);
  fit();
}
void StatusStrip::setRun(const QString& text) {
  m_run->setText(text);
  fit();
}

/// Where not all of it has room the run's fingerprint goes first, then the time of an epoch, then the size: they stand elsewhere too.
void StatusStrip::fit() {
  const auto widthOf = [](const QLabel* label) { return label->text().isEmpty() ? 0 : label->sizeHint().width() + kGap; };
  const int help = m_help->text().isEmpty() ? 0 : std::min(m_help->sizeHint().width(), theme().px(kMostHelp));
  int room = contentsRect().width() - 2 * 12 - m_icon->sizeHint().width() - 6 - widthOf(m_issues) - help;
  for (QLabel* part : {m_size, m_epoch, m_run}) {
    room -= widthOf(part);
    part->setVisible(room >= 0 && !part->text().isEmpty());
  }
}

// Larger letters or another language.
bool StatusStrip::event(QEvent* event) {
  const bool done = QWidget::event(event);
  if (event->type() == QEvent::LayoutRequest) fit();
  return done;
}

void StatusStrip::resizeEvent(QResizeEvent* event) {
  fit();
  QWidget::resizeEvent(event);
}
void StatusStrip::setEpochSeconds(double seconds) {
  m_seconds = seconds;
  showEpoch();
}

void StatusStrip::showEpoch() {
  // Two digits: more would only flicker.
  const QString text = m_seconds <= 0 ? QString() : m_seconds < 0.01 ? tr("under 0.01 s an epoch") : tr("%1 s an epoch").arg(formatShort(QString::number(m_seconds, 'g', 2).toDouble()));
  if (text == m_epoch->text()) return;
  m_epoch->setText(text);
  fit();
  m_epoch->setToolTip(tr("One pass over the training samples at the rate of this run, evaluation and pace included."));
}

void StatusStrip::takeBack(const QString& text) {
  if (m_help->text() == text) setHelp({});
}

void StatusStrip::setHelp(const QString& text) {
  m_help->setContent(text);
  fit();
  if (text.isEmpty()) m_news.stop();
  else m_news.start();
  applySizes();
}

void StatusStrip::applySizes() {
  setFixedHeight(theme().px(24));
  if (parentWidget()) setHidden(theme().textSize() == TextSize::Presentation && !m_news.isActive());
}

void StatusStrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), theme().color(ColorRole::Win));
  painter.fillRect(0, 0, width(), 1, theme().color(ColorRole::Line));
}

void StatusStrip::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    showIssues();
    showEpoch();
  }
  QWidget::changeEvent(event);
}

void StatusStrip::mousePressEvent(QMouseEvent* event) {
  if (event->position().x() <= m_issues->geometry().right()) emit issuesClicked();
}

} // namespace glassbox
