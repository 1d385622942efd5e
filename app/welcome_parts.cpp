#include "app/welcome_parts.h"

#include "widgets/common/theme_manager.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace glassbox {

void paintCardFrame(QPainter& p, const QRectF& rect, const QColor& fill, const QColor& border, qreal width) {
  const qreal radius = theme().px(6) - width / 2;
  p.setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
  p.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
  p.drawRoundedRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius);
}

LessonPills::LessonPills(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void LessonPills::setContent(int done, int total) {
  m_total = std::max(0, total);
  m_done = std::clamp(done, 0, m_total);
  update();
}

QSize LessonPills::sizeHint() const { return {theme().px(200), theme().px(10)}; }

QSize LessonPills::minimumSizeHint() const { return {theme().px(40), theme().px(10)}; }

void LessonPills::paintEvent(QPaintEvent*) {
  if (m_total == 0) return;
  const Theme& t = theme();
  const qreal gap = t.px(width() / m_total >= t.px(10) ? 4 : 1);
  const qreal pill = std::min<qreal>(t.px(40), (width() - (m_total - 1) * gap) / m_total);
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  for (int i = 0; i < m_total; ++i) {
    const QRectF place(i * (pill + gap), t.px(1), pill, t.px(8));
    const bool next = i == m_done;
    p.setPen(next ? QPen(t.color(ColorRole::Accent), 1.5) : QPen(Qt::NoPen));
    p.setBrush(t.color(i < m_done ? ColorRole::Accent : next ? ColorRole::Tint : ColorRole::Line));
    p.drawRoundedRect(next ? place.adjusted(.75, .75, -.75, -.75) : place, t.px(2), t.px(2));
  }
}

WelcomeCard::WelcomeCard(QWidget* parent) : QWidget(parent) { setAttribute(Qt::WA_Hover); }

void WelcomeCard::paintEvent(QPaintEvent*) {
  const Theme& t = theme();
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  const QRectF frame = QRectF(rect()).adjusted(0, 0, 0, -kShadow);
  paintCardFrame(p, frame.translated(0, 1), t.color(ColorRole::Shadow), {}, 0);
  paintCardFrame(p, frame.translated(0, 2), t.color(ColorRole::Shadow, 0.5), {}, 0);
  paintCardFrame(p, frame, t.color(ColorRole::Raised), t.color(underMouse() ? ColorRole::Ctrl : ColorRole::Line), 1);
}

void WelcomeCard::mouseReleaseEvent(QMouseEvent* event) {
  if (m_main && event->button() == Qt::LeftButton && rect().contains(event->position().toPoint())) m_main->click();
}

WelcomeStrip::WelcomeStrip(QWidget* parent) : QWidget(parent), m_promise(new QLabel(this)), m_keys(new QLabel(this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(12, 1, 12, 0);
  row->addWidget(m_promise);
  row->addStretch(1);
  row->addWidget(m_keys);
  for (QLabel* label : {m_promise, m_keys}) setFontRole(label, FontRole::Hint);
  setTextRole(m_promise, ColorRole::Text2);
  setTextRole(m_keys, ColorRole::Text3);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &WelcomeStrip::applySizes);
  retranslate();
  applySizes();
}

void WelcomeStrip::retranslate() {
  m_promise->setText(tr("Works offline. Nothing leaves this computer."));
  m_keys->setText(tr("Ctrl+N new · Ctrl+O open"));
}

void WelcomeStrip::applySizes() {
  setFixedHeight(theme().px(24));
  setHidden(theme().textSize() == TextSize::Presentation);
}

void WelcomeStrip::paintEvent(QPaintEvent*) {
  QPainter p(this);
  p.fillRect(rect(), theme().color(ColorRole::Win));
  p.fillRect(0, 0, width(), 1, theme().color(ColorRole::Line));
}

void WelcomeStrip::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

} // namespace glassbox
