#include "widgets/common/icons.h"
#include "widgets/common/oklab.h"
#include "widgets/common/style_paint.h"

#include <QDialog>
#include <QLineEdit>

#include <algorithm>

namespace glassbox::style {
namespace {

// A filled control under the pointer moves a little towards the text that stands on it.
QColor filled(const QStyleOption& option) {
  const QColor accent = theme().color(ColorRole::Accent), text = theme().color(ColorRole::OnAccent);
  const double share = theme().contrastLevel() == Contrast::High ? 0.5 : 1; // of the way on which the letters still have their contrast
  if (pressed(option)) return mixOklab(accent, text, 0.22 * share);
  return hovered(option) ? mixOklab(accent, text, 0.12 * share) : accent;
}

QColor surface(const QStyleOption& option, const QColor& normal) {
  if (pressed(option)) return theme().color(ColorRole::Line);
  return hovered(option) ? theme().color(ColorRole::Hover) : normal;
}

} // namespace

void box(QPainter& p, const QRectF& rect, qreal radius, const QColor& fill, const QColor& border, qreal width) {
  p.save();
  p.setRenderHint(QPainter::Antialiasing);
  p.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
  p.setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
  const qreal inset = border.isValid() ? width / 2 : 0;
  p.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), std::max(0.0, radius - inset), std::max(0.0, radius - inset));
  p.restore();
}

void ring(QPainter& p, const QRectF& rect, qreal radius) { box(p, rect, radius, {}, theme().color(ColorRole::Focus), 2); }

void chevron(QPainter& p, const QRect& around, const char* name, const QStyleOption& option, int size) {
  const int side = theme().px(size);
  const QRect place(around.center().x() - side / 2 + 1, around.center().y() - side / 2 + 1, side, side);
  paintIcon(p, place, QString::fromLatin1(name), theme().color(enabled(option) ? ColorRole::Text3 : ColorRole::Off));
}

bool isPrimary(const QStyleOptionButton& option, const QWidget* widget) {
  if (flag(widget, "primary")) return true;
  return (option.features & QStyleOptionButton::DefaultButton) && widget && qobject_cast<const QDialog*>(widget->window());
}

void pushButton(QPainter& p, const QStyleOptionButton& option, const QWidget* widget) {
  const Theme& t = theme();
  const QRect r = option.rect;
  const int radius = t.px(4);
  const bool flat = flag(widget, "flat") || (option.features & QStyleOptionButton::Flat);
  if (!enabled(option)) return box(p, r, radius, {}, flat ? QColor() : t.color(ColorRole::Line));
  if (isPrimary(option, widget)) return box(p, r, radius, filled(option), {});
  if (option.state & QStyle::State_On) return box(p, r, radius, t.color(ColorRole::Tint), t.color(ColorRole::Accent));
  if (flat) return box(p, r, radius, surface(option, {}), {});
  box(p, r, radius, surface(option, t.color(ColorRole::Raised)), t.color(ColorRole::Ctrl));
}

void pushButtonLabel(QPainter& p, const QStyleOptionButton& option, const QWidget* widget) {
  const Theme& t = theme();
  const bool primary = isPrimary(option, widget);
  const bool flat = flag(widget, "flat") || (option.features & QStyleOptionButton::Flat);
  const ColorRole role = !enabled(option)                  ? ColorRole::Off
                         : primary                         ? ColorRole::OnAccent
                         : option.state & QStyle::State_On ? ColorRole::Accent
                         : flat                            ? ColorRole::Text2
                                                           : ColorRole::Text;
  // The widget's own palette may ask for another colour (setTextRole).
  const QColor ink = role == ColorRole::Text ? option.palette.color(QPalette::ButtonText) : t.color(role);
  p.save();
  if (primary) p.setFont(t.font(FontRole::Bold));
  const QFontMetrics metrics(p.font());
  QRect area = option.rect.adjusted(t.px(option.text.isEmpty() ? 4 : 11), 0, -t.px(option.text.isEmpty() ? 4 : 11), 0);
  if (option.features & QStyleOptionButton::HasMenu) {
    const int side = t.px(14);
    paintIcon(p, QRect(area.right() - side + 1, area.center().y() - side / 2 + 1, side, side), QStringLiteral("down"), ink);
    area.setRight(area.right() - t.px(18));
  }
  const int iconWidth = option.icon.isNull() ? 0 : option.iconSize.width();
  const int gap = iconWidth > 0 && !option.text.isEmpty() ? t.px(6) : 0;
  const QString text = metrics.elidedText(option.text, Qt::ElideRight, area.width() - iconWidth - gap, Qt::TextShowMnemonic);
  const int textWidth = metrics.size(Qt::TextShowMnemonic, text).width();
  const bool leftAligned = flag(widget, "leftAligned");
  int x = leftAligned ? area.left() : area.left() + (area.width() - iconWidth - gap - textWidth) / 2;
  if (iconWidth > 0) {
    const QRect place(x, area.top() + (area.height() - option.iconSize.height()) / 2, iconWidth, option.iconSize.height());
    const QString name = iconNameOf(option.icon);
    if (name.isEmpty())
      option.icon.paint(&p, place, Qt::AlignCenter, enabled(option) ? QIcon::Normal : QIcon::Disabled);
    else
      paintIcon(p, place, name, ink);
    x += iconWidth + gap;
  }
  p.setPen(ink);
  p.drawText(QRect(x, area.top(), area.right() - x + 2, area.height()), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic, text);
  p.restore();
}

void toolButton(QPainter& p, const QStyleOption& option) {
  const Theme& t = theme();
  const bool on = option.state & QStyle::State_On;
  const QColor rest = on && enabled(option) ? t.color(ColorRole::Tint) : QColor();
  const QColor fill = on ? rest : surface(option, rest);
  if (fill.isValid()) box(p, option.rect, t.px(4), fill, {});
}

void field(QPainter& p, const QStyleOption& option, const QWidget* widget) {
  const Theme& t = theme();
  const auto* edit = qobject_cast<const QLineEdit*>(widget);
  const bool locked = !enabled(option) || (edit && edit->isReadOnly()) || (option.state & QStyle::State_ReadOnly);
  if (locked) return box(p, option.rect, t.px(4), {}, t.color(ColorRole::Line));
  const bool wrong = flag(widget, "wrong");
  const ColorRole border = wrong ? ColorRole::Err : focused(option) ? ColorRole::Accent : ColorRole::Ctrl;
  const bool list = qobject_cast<const QLineEdit*>(widget) == nullptr && hovered(option) && widget && widget->inherits("QComboBox");
  box(p, option.rect, t.px(4), t.color(list ? ColorRole::Hover : ColorRole::Raised), t.color(border), wrong ? 2 : 1);
}

void checkBox(QPainter& p, const QStyleOption& option) {
  const Theme& t = theme();
  const int side = t.px(16);
  const QRect r(option.rect.center().x() - side / 2 + 1, option.rect.center().y() - side / 2 + 1, side, side);
  const bool on = option.state & QStyle::State_On, partly = option.state & QStyle::State_NoChange;
  if (!enabled(option)) {
    box(p, r, t.px(3), {}, t.color(ColorRole::Line));
    if (on) paintIcon(p, r.adjusted(1, 1, -1, -1), QStringLiteral("check"), t.color(ColorRole::Off));
    return;
  }
  if (!on && !partly) return box(p, r, t.px(3), surface(option, t.color(ColorRole::Raised)), t.color(ColorRole::Ctrl));
  box(p, r, t.px(3), filled(option), {});
  paintIcon(p, r.adjusted(1, 1, -1, -1), partly ? QStringLiteral("minus") : QStringLiteral("check"), t.color(ColorRole::OnAccent));
}

void radioButton(QPainter& p, const QStyleOption& option) {
  const Theme& t = theme();
  const int side = t.px(16);
  const QRectF r(option.rect.center().x() - side / 2 + 1, option.rect.center().y() - side / 2 + 1, side, side);
  const bool on = option.state & QStyle::State_On;
  const ColorRole border = !enabled(option) ? ColorRole::Line : on ? ColorRole::Accent : ColorRole::Ctrl;
  box(p, r, side / 2.0, enabled(option) ? surface(option, t.color(ColorRole::Raised)) : QColor(), t.color(border));
  const qreal inset = side / 4.0;
  if (on) box(p, r.adjusted(inset, inset, -inset, -inset), side / 4.0, t.color(enabled(option) ? ColorRole::Accent : ColorRole::Off), {});
}

void slider(QPainter& p, const QStyleOptionSlider& option, const QRect& groove, const QRect& handle) {
  const Theme& t = theme();
  const bool across = option.orientation == Qt::Horizontal;
  const qreal radius = t.px(4) / 2.0;
  const QColor strong = t.color(enabled(option) ? ColorRole::Accent : ColorRole::Off);
  box(p, groove, radius, t.color(ColorRole::Line), {});
  QRect done = groove;
  if (across && option.upsideDown)
    done.setLeft(handle.center().x());
  else if (across)
    done.setRight(handle.center().x());
  else if (option.upsideDown)
    done.setTop(handle.center().y());
  else
    done.setBottom(handle.center().y());
  box(p, done, radius, strong, {});
  const bool under = option.activeSubControls & QStyle::SC_SliderHandle;
  const QColor knob = under && (hovered(option) || pressed(option)) ? t.color(ColorRole::Tint) : t.color(ColorRole::Raised);
  box(p, handle, handle.width() / 2.0, knob, strong, t.px(2));
}

void scrollBar(QPainter& p, const QStyleOptionSlider& option, const QRect& handle) {
  const Theme& t = theme();
  const bool across = option.orientation == Qt::Horizontal;
  if (option.maximum <= option.minimum) return;
  const bool active = (option.activeSubControls & QStyle::SC_ScrollBarSlider) && (hovered(option) || pressed(option));
  const int inset = t.px(3);
  const QRect bar = across ? handle.adjusted(1, inset, -1, -inset) : handle.adjusted(inset, 1, -inset, -1);
  box(p, bar, t.px(3), t.color(active ? ColorRole::Ctrl : ColorRole::Off, active ? 1 : 0.6), {});
}

void progressBar(QPainter& p, const QStyleOptionProgressBar& option) {
  const Theme& t = theme();
  const int thick = t.px(4);
  QRect track(option.rect.left(), option.rect.center().y() - thick / 2 + 1, option.rect.width(), thick);
  if (option.textVisible && !option.text.isEmpty()) {
    // The figure stands beside the bar in a cell as wide as "100 %", so that the bar keeps its length.
    const int cell = option.fontMetrics.horizontalAdvance(QStringLiteral("100 %")) + t.px(8);
    track.setRight(track.right() - cell);
    p.setPen(t.color(enabled(option) ? ColorRole::Text : ColorRole::Off));
    p.drawText(QRect(track.right() + 1, option.rect.top(), cell, option.rect.height()), Qt::AlignVCenter | Qt::AlignRight, option.text);
  }
  box(p, track, thick / 2.0, t.color(ColorRole::Line), {});
  const int span = option.maximum - option.minimum;
  // Without a known end the bar is a third, standing still: nothing moves unless the engine moved it.
  const double share = span <= 0 ? 1.0 / 3 : std::clamp((option.progress - option.minimum) / static_cast<double>(span), 0.0, 1.0);
  if (share <= 0) return;
  QRectF done = track;
  done.setWidth(std::max<qreal>(thick, track.width() * share));
  box(p, done, thick / 2.0, t.color(enabled(option) ? ColorRole::Accent : ColorRole::Off), {});
}

} // namespace glassbox::style
