// Sizes of the controls, and where their parts lie. The other parts of class Style are in style.cpp and style_draw.cpp.
#include "widgets/common/style.h"
#include "widgets/common/style_paint.h"

#include <QAbstractSpinBox>
#include <QTableView>

#include <algorithm>

namespace glassbox {
namespace {

using namespace style;

constexpr int kFieldPadding = 8;
constexpr int kArrowColumn = 24;
constexpr int kSpinColumn = 18;

bool isFrameless(const QStyleOptionSpinBox* spin) { return spin && !spin->frame; }

} // namespace

namespace style {

int controlHeight(const QWidget* widget) { return theme().px(flag(widget, "compact") ? 24 : flag(widget, "tall") ? 32 : 28); }

} // namespace style

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents, const QWidget* widget) const {
  const Theme& t = theme();
  switch (type) {
  case CT_PushButton: {
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (!button) break;
    // Any button of a dialog may become the default one, and bold, after its place has been given.
    const bool bold = isPrimary(*button, widget) || (button->features & QStyleOptionButton::AutoDefaultButton);
    const QFontMetrics metrics = bold ? QFontMetrics(t.font(FontRole::Bold)) : button->fontMetrics;
    int width = metrics.horizontalAdvance(button->text) + 2 * t.px(12);
    if (!button->icon.isNull()) width += button->iconSize.width() + (button->text.isEmpty() ? -t.px(12) : t.px(6));
    if (button->features & QStyleOptionButton::HasMenu) width += t.px(18);
    return {width + 2, controlHeight(widget)};
  }
  case CT_ToolButton: {
    const int side = t.px(flag(widget, "compact") ? 24 : 32);
    const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
    const bool iconOnly = button && (button->toolButtonStyle == Qt::ToolButtonIconOnly || button->text.isEmpty());
    if (iconOnly) return {std::max(side, button->iconSize.width() + t.px(8)), std::max(side, button->iconSize.height() + t.px(4))};
    return {contents.width() + t.px(16), std::max(side, contents.height())};
  }
  case CT_LineEdit:
    return {contents.width() + 2 * t.px(kFieldPadding), controlHeight(widget)};
  case CT_SpinBox: {
    const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
    const bool arrows = spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons;
    return {contents.width() + 2 * t.px(kFieldPadding) + (arrows ? t.px(kSpinColumn) : 0), controlHeight(widget)};
  }
  case CT_ComboBox:
    return {contents.width() + t.px(kFieldPadding) + t.px(kArrowColumn) + std::max(2, t.px(4) - 2), controlHeight(widget)}; // Qt measures the ink of the letters, a line is a little longer
  case CT_Slider: {
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (!slider) break;
    const int thickness = t.px(28);
    return slider->orientation == Qt::Horizontal ? QSize(contents.width(), thickness) : QSize(thickness, contents.height());
  }
  case CT_CheckBox:
  case CT_RadioButton:
    return {QProxyStyle::sizeFromContents(type, option, contents, widget).width(), t.px(24)};
  case CT_MenuItem: {
    const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
    if (!item) break;
    if (item->menuItemType == QStyleOptionMenuItem::Separator) return {contents.width(), t.px(9)};
    return {menuItemWidth(*item), t.px(24)};
  }
  case CT_MenuBarItem:
    return {contents.width() + t.px(16), t.px(24)};
  case CT_MenuBar:
    return {contents.width(), t.px(24)};
  case CT_TabBarTab: {
    const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
    if (!tab) break;
    // Room for the bold text of the current tab, so that choosing a tab moves nothing.
    int width = QFontMetrics(t.font(FontRole::Bold)).horizontalAdvance(tab->text) + t.px(22);
    if (!tab->icon.isNull()) width += tab->iconSize.width() + t.px(6);
    width += tab->leftButtonSize.width() + tab->rightButtonSize.width();
    return {width, t.px(32)};
  }
  case CT_HeaderSection:
    return {QProxyStyle::sizeFromContents(type, option, contents, widget).width() + 2 * t.px(8) - 8, t.px(24)}; // Qt adds 8 px at any size of the text
  case CT_ItemViewItem: {
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    return {size.width(), std::max(size.height(), t.px(qobject_cast<const QTableView*>(widget) ? 28 : 26))};
  }
  case CT_ProgressBar:
    return {contents.width(), t.px(16)};
  default:
    break;
  }
  return QProxyStyle::sizeFromContents(type, option, contents, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
  const Theme& t = theme();
  switch (element) {
  case SE_LineEditContents: {
    // QLineEdit itself adds 2 px at each side.
    const int padding = option->rect.height() < t.px(22) ? 2 : t.px(kFieldPadding) - 2;
    return option->rect.adjusted(padding, 1, -padding, -1);
  }
  case SE_ProgressBarGroove:
  case SE_ProgressBarContents:
  case SE_ProgressBarLabel:
    return option->rect;
  case SE_PushButtonFocusRect:
    return {};
  case SE_HeaderLabel:
    return option->rect.adjusted(t.px(8), 0, -t.px(8), 0);
  case SE_ItemViewItemText: {
    const QRect text = QProxyStyle::subElementRect(element, option, widget);
    const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
    // Qt pads icon and text each; between the two one padding is enough.
    const bool besideIcon =
        item && (item->features & QStyleOptionViewItem::HasDecoration) && item->decorationPosition == QStyleOptionViewItem::Left;
    return besideIcon ? text.adjusted(-t.px(8), 0, 0, 0) : text;
  }
  default:
    return QProxyStyle::subElementRect(element, option, widget);
  }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part, const QWidget* widget) const {
  const Theme& t = theme();
  const QRect r = option->rect;
  if (control == CC_ComboBox) {
    const int arrow = t.px(kArrowColumn);
    switch (part) {
    case SC_ComboBoxEditField: {
      const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
      const int padding = combo && combo->editable ? 0 : t.px(kFieldPadding) - 1; // a line edit brings its own padding
      return visualRect(option->direction, r, r.adjusted(padding, 1, -arrow, -1));
    }
    case SC_ComboBoxArrow:
      return visualRect(option->direction, r, QRect(r.right() - arrow + 1, r.top(), arrow, r.height()));
    case SC_ComboBoxListBoxPopup:
      return r;
    default:
      return r;
    }
  }
  if (control == CC_SpinBox) {
    const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
    const bool arrows = spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons;
    const int column = arrows ? t.px(kSpinColumn) : 0;
    const int left = r.right() - column;
    switch (part) {
    case SC_SpinBoxUp:
      return arrows ? QRect(left, r.top() + 1, column, r.height() / 2 - 1) : QRect();
    case SC_SpinBoxDown:
      return arrows ? QRect(left, r.top() + r.height() / 2, column, r.height() / 2 - 1) : QRect();
    case SC_SpinBoxEditField:
      return isFrameless(spin) ? r : r.adjusted(0, 1, -1 - column, -1);
    default:
      return r;
    }
  }
  if (control == CC_Slider) {
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (!slider) return r;
    const int knob = t.px(16), track = t.px(4);
    const bool across = slider->orientation == Qt::Horizontal;
    if (part == SC_SliderGroove)
      return across ? QRect(r.left(), r.center().y() - track / 2 + 1, r.width(), track)
                    : QRect(r.center().x() - track / 2 + 1, r.top(), track, r.height());
    const int room = (across ? r.width() : r.height()) - knob;
    const int at = sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition, room, slider->upsideDown);
    if (part == SC_SliderHandle)
      return across ? QRect(r.left() + at, r.center().y() - knob / 2 + 1, knob, knob)
                    : QRect(r.center().x() - knob / 2 + 1, r.top() + at, knob, knob);
    return r;
  }
  if (control == CC_ScrollBar) {
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (!bar) return r;
    const bool across = bar->orientation == Qt::Horizontal;
    const int length = across ? r.width() : r.height();
    const qint64 span = static_cast<qint64>(bar->maximum) - bar->minimum;
    int handle = length;
    if (span > 0)
      handle = std::clamp(static_cast<int>(static_cast<qint64>(bar->pageStep) * length / (span + bar->pageStep)),
                          std::min(t.px(24), length), length);
    const int at = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
    const auto along = [&](int from, int size) {
      return across ? QRect(r.left() + from, r.top(), size, r.height()) : QRect(r.left(), r.top() + from, r.width(), size);
    };
    switch (part) {
    case SC_ScrollBarSlider:
      return along(at, handle);
    case SC_ScrollBarSubPage:
      return along(0, at);
    case SC_ScrollBarAddPage:
      return along(at + handle, length - at - handle);
    case SC_ScrollBarGroove:
      return r;
    default:
      return {};
    }
  }
  return QProxyStyle::subControlRect(control, option, part, widget);
}

} // namespace glassbox
