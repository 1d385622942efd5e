#include "app/what_is_this.h"

#include "app/actions.h"
#include "app/kind_words.h"
#include "widgets/common/color_words.h"
#include "widgets/common/theme_manager.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QImage>
#include <QPixmap>
#include <QToolTip>
#include <QWhatsThis>
#include <QWidget>

namespace glassbox {
namespace {

constexpr int kAround = 4; // px on each side of the pointer
const QString kNothing = QString(QChar(0x200B)); // stands in the tooltip until the widget has answered

/// What would be shown if the pointer rested there: pictures and lists say it of the part below the pointer.
QString tipAt(QWidget* widget, QPoint at) {
  const QPoint place = widget->mapToGlobal(at);
  QToolTip::showText(place, kNothing, widget);
  QHelpEvent ask(QEvent::ToolTip, at, place);
  QApplication::sendEvent(widget, &ask);
  const QString tip = ask.isAccepted() ? QToolTip::text() : QString();
  QToolTip::hideText();
  return tip == kNothing ? QString() : tip;
}

} // namespace

QString explanationOf(QWidget* widget, QPoint at) {
  if (!widget->whatsThis().isEmpty()) return widget->whatsThis();
  if (const QString tip = tipAt(widget, at); !tip.isEmpty()) return tip; // also of what holds it
  return kindExplained(widget);
}

QString colorsExplained(QWidget* widget, QPoint at) {
  const QRect around(at - QPoint(kAround, kAround), QSize(2 * kAround + 1, 2 * kAround + 1));
  const QImage image = widget->grab(around & widget->rect()).toImage().convertToFormat(QImage::Format_RGB32);
  QStringList lines, said;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) {
      const QColor color = image.pixelColor(x, y);
      for (const QString& meaning : meaningsOf(color, theme())) {
        if (said.contains(meaning)) continue;
        said << meaning;
        lines << QStringLiteral("<span style=\"color:%1\">■</span> %2").arg(color.name(), meaning.toHtmlEscaped());
      }
    }
  return lines.join(QStringLiteral("<br>"));
}

void explain(QWidget* widget, QPoint at) {
  QStringList parts{explanationOf(widget, at), colorsExplained(widget, at)};
  parts.removeAll(QString());
  QWhatsThis::showText(widget->mapToGlobal(at), parts.isEmpty() ? WhatIsThis::tr("Nothing here has a meaning of its own. Click a control, a wire, a curve or a colored square.") : parts.join(QStringLiteral("<hr>")), widget);
}

QPoint placeOfKeyboard(QWidget* widget) {
  QAccessibleInterface* access = QAccessible::queryAccessibleInterface(widget);
  const QAccessibleInterface* part = access ? access->focusChild() : nullptr;
  const QRect there = part && part != access ? part->rect() : QRect();
  const QPoint middle = widget->mapFromGlobal(there.center());
  return there.isEmpty() || !widget->rect().contains(middle) ? widget->rect().center() : middle;
}

WhatIsThis::WhatIsThis(Actions* actions, QObject* parent) : QObject(parent) {
  connect((*actions)[Do::WhatIsThis], &QAction::triggered, this, [] { QWhatsThis::enterWhatsThisMode(); });
  connect((*actions)[Do::HelpHere], &QAction::triggered, this, [] {
    QWidget* at = QApplication::focusWidget();
    if (!at) return;
    const QPoint place = placeOfKeyboard(at);
    auto* area = qobject_cast<QAbstractScrollArea*>(at); // where the mouse would be: its surface, not its frame
    explain(area ? area->viewport() : at, area ? area->viewport()->mapFrom(at, place) : place);
  });
  qApp->installEventFilter(this);
}

bool WhatIsThis::eventFilter(QObject* watched, QEvent* event) {
  auto* widget = qobject_cast<QWidget*>(watched);
  if (widget && event->type() == QEvent::QueryWhatsThis) {
    event->accept(); // everything can be asked
    return true;
  }
  if (widget && event->type() == QEvent::WhatsThis) {
    explain(widget, static_cast<QHelpEvent*>(event)->pos());
    event->accept();
    return true;
  }
  return QObject::eventFilter(watched, event);
}

} // namespace glassbox
