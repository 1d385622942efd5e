#include "widgets/common/focus_ring.h"

#include <QAbstractScrollArea>
#include <QAbstractSlider>
#include <QApplication>
#include <QFocusEvent>
#include <QMenu>
#include <QMenuBar>
#include <QTabBar>

namespace glassbox {
namespace {

bool drawsItsOwnFocus(const QWidget* widget) {
  return widget->property("ownFocus").toBool() || qobject_cast<const QAbstractScrollArea*>(widget) ||
         qobject_cast<const QTabBar*>(widget) || qobject_cast<const QMenu*>(widget) || qobject_cast<const QMenuBar*>(widget) ||
         widget->isWindow();
}

bool isKeyboard(Qt::FocusReason reason) {
  return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
}

} // namespace

FocusRing::FocusRing(QApplication* app) : QObject(app) {
  app->installEventFilter(this);
  connect(app, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
    if (!now && m_frame) m_frame->setWidget(nullptr);
  });
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FocusIn && watched->isWidgetType()) {
    const auto* focus = static_cast<QFocusEvent*>(event);
    // Coming back from another window or a menu changes nothing about who brought the focus here.
    if (focus->reason() != Qt::ActiveWindowFocusReason && focus->reason() != Qt::PopupFocusReason)
      follow(isKeyboard(focus->reason()) ? static_cast<QWidget*>(watched) : nullptr);
  }
  return QObject::eventFilter(watched, event);
}

void FocusRing::follow(QWidget* now) {
  if (now && drawsItsOwnFocus(now)) now = nullptr;
  if (!now) {
    if (m_frame) m_frame->setWidget(nullptr);
    return;
  }
  if (!m_frame) m_frame = new QFocusFrame(now->parentWidget());
  m_frame->setWidget(now);
  // The ring round a slider's knob moves with the value.
  if (const auto* slider = qobject_cast<QAbstractSlider*>(now))
    connect(slider, &QAbstractSlider::valueChanged, m_frame, qOverload<>(&QWidget::update), Qt::UniqueConnection);
}

} // namespace glassbox
