#include "app/tour_card.h"

#include "widgets/common/theme_manager.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace glassbox {
namespace {

constexpr int kWidth = 320, kGap = 12, kRing = 3, kButtonPadding = 13; // px at normal text size

/// Lies over everything and takes no click.
class Ring : public QWidget {
 public:
  explicit Ring(QWidget* window) : QWidget(window) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setProperty("overlay", true);
    hide();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(theme().color(ColorRole::Accent), kRing));
    p.drawRoundedRect(QRectF(rect()).adjusted(kRing / 2.0, kRing / 2.0, -kRing / 2.0, -kRing / 2.0), 6, 6);
  }
};

} // namespace

TourCard::TourCard(QWidget* window) : QFrame(window), m_ring(new Ring(window)), m_title(new QLabel(this)), m_text(new QLabel(this)), m_leave(new QPushButton(this)), m_next(new QPushButton(this)) {
  setProperty("overlay", true);
  setFontRole(m_title, FontRole::CardTitle);
  m_title->setWordWrap(true);
  m_text->setWordWrap(true);
  for (QLabel* label : {m_title, m_text}) label->setTextFormat(Qt::PlainText);
  m_leave->setProperty("flat", true);
  m_next->setProperty("primary", true);
  auto* column = new QVBoxLayout(this);
  column->setSpacing(8);
  column->addWidget(m_title);
  column->addWidget(m_text);
  auto* row = new QHBoxLayout;
  row->addWidget(m_leave);
  row->addStretch(1);
  row->addWidget(m_next);
  column->addLayout(row);
  connect(m_leave, &QPushButton::clicked, this, &TourCard::leavePressed);
  connect(m_next, &QPushButton::clicked, this, &TourCard::nextPressed);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &TourCard::place);
  window->installEventFilter(this);
  hide();
}

QString TourCard::title() const { return isHidden() ? QString() : m_title->text(); }

void TourCard::showOn(const TourCardContent& content, QWidget* below) {
  show(content, below);
  m_onTarget = true;
  place();
}

void TourCard::show(const TourCardContent& content, QWidget* target) {
  m_onTarget = false;
  if (m_target) m_target->removeEventFilter(this);
  m_target = target;
  if (target) target->installEventFilter(this);
  m_title->setText(content.title);
  m_text->setText(content.text);
  m_next->setText(content.next);
  m_next->setVisible(!content.next.isEmpty());
  m_leave->setText(content.leave);
  m_leave->setVisible(!content.leave.isEmpty());
  setAccessibleName(content.title);
  setAccessibleDescription(content.text);
  QFrame::show();
  place();
  raise();
  QAccessibleEvent alert(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&alert);
}

void TourCard::end() {
  if (m_target) m_target->removeEventFilter(this);
  m_target = nullptr;
  m_ring->hide();
  hide();
}

/// Beside the target where there is room: right, left, below, above; else in the lower right corner, as without a target.
void TourCard::place() {
  if (isHidden()) return;
  const QWidget* window = parentWidget();
  const int padding = theme().px(kButtonPadding), margin = theme().px(16); // the words of a flat button stand under the text
  layout()->setContentsMargins(margin - padding, theme().px(12), margin, theme().px(12));
  for (QLabel* label : {m_title, m_text}) label->setContentsMargins(padding, 0, 0, 0);
  setFixedWidth(std::min(theme().px(kWidth), window->width() - 2 * kGap));
  setFixedHeight(layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : layout()->totalSizeHint().height());
  const QRect all = window->rect().adjusted(kGap, kGap, -kGap, -kGap);
  QRect here(QPoint(all.right() - width() + 1, all.bottom() - height() + 1), size());
  const bool seen = m_target && m_target->isVisible();
  m_ring->setVisible(seen && !m_onTarget);
  if (seen && m_onTarget) {
    const QRect target(m_target->mapTo(window, QPoint()), m_target->size());
    here.moveTopLeft({std::clamp(target.right() - kGap - width(), all.left(), all.right() - width()), std::clamp(target.center().y() - height() / 2, all.top(), all.bottom() - height())});
  } else if (seen) {
    const QRect target(m_target->mapTo(window, QPoint()), m_target->size());
    m_ring->setGeometry(target.adjusted(-kRing, -kRing, kRing, kRing) & window->rect());
    m_ring->raise();
    const QPoint places[] = {{target.right() + kGap, target.top()}, {target.left() - kGap - width(), target.top()}, {target.left(), target.bottom() + kGap}, {target.left(), target.top() - kGap - height()}};
    for (const QPoint& place : places) {
      QRect beside(place, size());
      beside.moveTop(std::clamp(beside.top(), all.top(), std::max(all.top(), all.bottom() - height())));
      beside.moveLeft(std::clamp(beside.left(), all.left(), std::max(all.left(), all.right() - width())));
      if (beside.intersects(target)) continue;
      here = beside;
      break;
    }
  }
  setGeometry(here);
  raise();
}

bool TourCard::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize || event->type() == QEvent::Move || event->type() == QEvent::Show || event->type() == QEvent::Hide) QMetaObject::invokeMethod(this, &TourCard::place, Qt::QueuedConnection);
  return QFrame::eventFilter(watched, event);
}

void TourCard::paintEvent(QPaintEvent*) {
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(QPen(theme().color(ColorRole::Accent), 1));
  p.setBrush(theme().color(ColorRole::Raised));
  p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace glassbox
