#include "widgets/common/style.h"

#include "widgets/common/icons.h"
#include "widgets/common/style_paint.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QFocusFrame>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSlider>
#include <QStyleFactory>
#include <QTabBar>
#include <QTableView>
#include <QToolBar>
#include <QToolButton>

namespace glassbox {
namespace {

using namespace style;

constexpr int kFieldPadding = 8;
constexpr int kArrowColumn = 24;
constexpr int kSpinColumn = 18;

bool isFrameless(const QStyleOptionSpinBox* spin) { return spin && !spin->frame; }

// A slider's ring goes round the knob, every other control's round the control.
void focusFrame(QPainter& p, const QRect& rect, const QFocusFrame* frame, const QStyle& look) {
  const auto* slider = frame ? qobject_cast<const QSlider*>(frame->widget()) : nullptr;
  if (!slider) return ring(p, QRectF(rect), theme().px(4) + 4);
  QStyleOptionSlider option;
  option.rect = QRect(QPoint(4, 4), slider->size()); // the frame reaches 4 px beyond the control
  option.orientation = slider->orientation();
  option.minimum = slider->minimum();
  option.maximum = slider->maximum();
  option.sliderPosition = slider->sliderPosition();
  option.upsideDown = slider->orientation() == Qt::Horizontal ? slider->invertedAppearance() : !slider->invertedAppearance();
  const QRect knob = look.subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, slider);
  ring(p, QRectF(knob).adjusted(-4, -4, 4, 4), knob.width() / 2.0 + 4);
}

} // namespace

namespace style {

int controlHeight(const QWidget* widget) { return theme().px(flag(widget, "compact") ? 24 : flag(widget, "tall") ? 32 : 28); }

} // namespace style

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void Style::polish(QWidget* widget) {
  QProxyStyle::polish(widget);
  if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget) || qobject_cast<QAbstractSpinBox*>(widget) ||
      qobject_cast<QAbstractSlider*>(widget) || qobject_cast<QTabBar*>(widget) || qobject_cast<QLineEdit*>(widget) ||
      qobject_cast<QHeaderView*>(widget))
    widget->setAttribute(Qt::WA_Hover);
  if (auto* view = qobject_cast<QAbstractItemView*>(widget)) view->viewport()->setAttribute(Qt::WA_Hover);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
  const Theme& t = theme();
  switch (metric) {
  case PM_DefaultFrameWidth:
    return 1;
  case PM_ComboBoxFrameWidth:
    return 1;
  case PM_SpinBoxFrameWidth:
    return 1;
  case PM_ButtonMargin:
    return t.px(24);
  case PM_ButtonDefaultIndicator:
    return 0;
  case PM_ButtonShiftHorizontal:
  case PM_ButtonShiftVertical:
    return 0;
  case PM_MenuButtonIndicator:
    return t.px(20);
  case PM_ButtonIconSize:
  case PM_SmallIconSize:
    return t.iconPx(16);
  case PM_ListViewIconSize:
  case PM_ToolBarIconSize:
    return t.iconPx(20);
  case PM_TabBarIconSize:
    return t.iconPx(16);
  case PM_IndicatorWidth:
  case PM_IndicatorHeight:
  case PM_ExclusiveIndicatorWidth:
  case PM_ExclusiveIndicatorHeight:
    return t.px(16);
  case PM_CheckBoxLabelSpacing:
  case PM_RadioButtonLabelSpacing:
    return t.px(8);
  case PM_SliderThickness:
  case PM_SliderControlThickness:
  case PM_SliderLength:
    return t.px(16);
  case PM_SliderSpaceAvailable: {
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (!slider) break;
    return (slider->orientation == Qt::Horizontal ? slider->rect.width() : slider->rect.height()) - t.px(16);
  }
  case PM_ScrollBarExtent:
    return t.px(12);
  case PM_ScrollBarSliderMin:
    return t.px(24);
  case PM_ScrollView_ScrollBarSpacing:
    return 0;
  case PM_SplitterWidth:
    return 7;
  case PM_DockWidgetSeparatorExtent:
    return 7;
  case PM_MenuPanelWidth:
    return 1;
  case PM_MenuHMargin:
    return 0;
  case PM_MenuVMargin:
    return t.px(4);
  case PM_MenuBarPanelWidth:
  case PM_MenuBarVMargin:
  case PM_MenuBarHMargin:
  case PM_MenuBarItemSpacing:
    return 0;
  case PM_ToolBarItemSpacing:
    return t.px(4);
  case PM_ToolBarItemMargin:
    return t.px(6);
  case PM_ToolBarFrameWidth:
    return 0;
  case PM_ToolBarSeparatorExtent:
    return t.px(5);
  case PM_ToolTipLabelFrameWidth:
    return t.px(8);
  case PM_TabBarTabHSpace:
    return t.px(20);
  case PM_TabBarTabVSpace:
    return t.px(16);
  case PM_TabBarTabShiftHorizontal:
  case PM_TabBarTabShiftVertical:
  case PM_TabBarTabOverlap:
  case PM_TabBarBaseHeight:
  case PM_TabBarBaseOverlap:
    return 0;
  case PM_HeaderMargin:
    return t.px(4);
  case PM_LineEditIconSize:
    return t.px(16);
  case PM_LineEditIconMargin:
    return t.px(2);
  case PM_HeaderDefaultSectionSizeVertical:
    return t.px(28);
  case PM_HeaderMarkSize:
    return t.px(14);
  case PM_LayoutLeftMargin:
  case PM_LayoutTopMargin:
  case PM_LayoutRightMargin:
  case PM_LayoutBottomMargin:
    return t.px(widget && widget->isWindow() ? 24 : 12);
  case PM_LayoutHorizontalSpacing:
  case PM_LayoutVerticalSpacing:
    return t.px(8);
  case PM_FocusFrameHMargin:
  case PM_FocusFrameVMargin:
    return qobject_cast<const QAbstractItemView*>(widget) ? t.px(7) : 4; // views pad their text with it
  default:
    break;
  }
  return QProxyStyle::pixelMetric(metric, option, widget);
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const {
  switch (hint) {
  case SH_EtchDisabledText:
  case SH_DitherDisabledText:
  case SH_ComboBox_Popup:
  case SH_ComboBox_UseNativePopup:
  case SH_UnderlineShortcut:
  case SH_DialogButtonBox_ButtonsHaveIcons:
  case SH_TabBar_ElideMode:
  case SH_FocusFrame_Mask:
  case SH_ToolButtonStyle:
    return 0;
  case SH_FocusFrame_AboveWidget:
    return 1;
  case SH_FormLayoutLabelAlignment:
    return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
  case SH_FormLayoutFormAlignment:
    return static_cast<int>(Qt::AlignLeft | Qt::AlignTop);
  case SH_Header_ArrowAlignment:
    return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
  case SH_ToolTip_WakeUpDelay:
    return 500;
  case SH_ToolTipLabel_Opacity:
    return 255;
  case SH_Table_GridLineColor:
    return static_cast<int>(theme().color(ColorRole::Line).rgb());
  case SH_Slider_AbsoluteSetButtons:
    return Qt::LeftButton; // a click on the track goes there
  case SH_Slider_PageSetButtons:
    return Qt::MiddleButton;
  case SH_ItemView_ShowDecorationSelected:
  case SH_Menu_MouseTracking:
  case SH_MenuBar_MouseTracking:
  case SH_ComboBox_ListMouseTracking:
    return 1;
  case SH_Widget_Animation_Duration:
    return 0;
  default:
    return QProxyStyle::styleHint(hint, option, widget, data);
  }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents, const QWidget* widget) const {
  const Theme& t = theme();
  switch (type) {
  case CT_PushButton: {
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (!button) break;
    const QFontMetrics metrics = isPrimary(*button, widget) ? QFontMetrics(t.font(FontRole::Bold)) : button->fontMetrics;
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
    return {contents.width() + t.px(kFieldPadding) + t.px(kArrowColumn) + 2, controlHeight(widget)};
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
    return {QProxyStyle::sizeFromContents(type, option, contents, widget).width() + t.px(8), t.px(24)};
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

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
  const Theme& t = theme();
  QPainter& p = *painter;
  switch (element) {
  case PE_PanelButtonCommand:
    if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) return pushButton(p, *button, widget);
    break;
  case PE_PanelButtonTool:
    return toolButton(p, *option);
  case PE_PanelLineEdit:
    // The field inside a combo box or a spin box has no frame of its own.
    if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame && frame->lineWidth > 0) field(p, *option, widget);
    return;
  case PE_FrameLineEdit:
  case PE_FrameFocusRect:
  case PE_FrameStatusBarItem:
  case PE_PanelItemViewRow:
  case PE_FrameDefaultButton:
  case PE_FrameTabBarBase:
    return;
  case PE_IndicatorCheckBox:
  case PE_IndicatorItemViewItemCheck:
    return checkBox(p, *option);
  case PE_IndicatorRadioButton:
    return radioButton(p, *option);
  case PE_PanelItemViewItem:
    if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option)) return viewRow(p, *item);
    break;
  case PE_IndicatorBranch:
    if (option->state & State_Children) chevron(p, option->rect, option->state & State_Open ? "down" : "right", *option);
    return;
  case PE_IndicatorArrowDown:
  case PE_IndicatorSpinDown:
  case PE_IndicatorHeaderArrow:
    if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
      if (header->sortIndicator != QStyleOptionHeader::None)
        chevron(p, option->rect, header->sortIndicator == QStyleOptionHeader::SortUp ? "up" : "down", *option);
      return;
    }
    return chevron(p, option->rect, "down", *option);
  case PE_IndicatorArrowUp:
  case PE_IndicatorSpinUp:
    return chevron(p, option->rect, "up", *option);
  case PE_IndicatorArrowLeft:
    return chevron(p, option->rect, "left", *option);
  case PE_IndicatorArrowRight:
    return chevron(p, option->rect, "right", *option);
  case PE_IndicatorTabClose:
    return chevron(p, option->rect, "x", *option, 12);
  case PE_PanelMenu:
    p.fillRect(option->rect, t.color(ColorRole::Raised));
    return;
  case PE_FrameMenu:
  case PE_PanelTipLabel:
    p.fillRect(option->rect, t.color(ColorRole::Raised));
    box(p, option->rect, 0, {}, t.color(element == PE_FrameMenu ? ColorRole::Line : ColorRole::Ctrl));
    return;
  case PE_Frame:
  case PE_FrameTabWidget:
  case PE_FrameDockWidget:
    box(p, option->rect, 0, {}, t.color(ColorRole::Line));
    return;
  case PE_FrameGroupBox:
    box(p, option->rect, t.px(6), {}, t.color(ColorRole::Line));
    return;
  case PE_PanelStatusBar:
    p.fillRect(option->rect, t.color(ColorRole::Win));
    p.fillRect(QRect(option->rect.topLeft(), QSize(option->rect.width(), 1)), t.color(ColorRole::Line));
    return;
  case PE_PanelMenuBar:
    p.fillRect(option->rect, t.color(ColorRole::Win));
    return;
  case PE_PanelScrollAreaCorner:
    p.fillRect(option->rect, option->palette.color(QPalette::Base));
    return;
  case PE_IndicatorToolBarSeparator: {
    const QPoint c = option->rect.center();
    const int length = t.px(24);
    const bool upright = option->state & State_Horizontal;
    p.fillRect(upright ? QRect(c.x(), c.y() - length / 2, 1, length) : QRect(c.x() - length / 2, c.y(), length, 1),
               t.color(ColorRole::Line));
    return;
  }
  default:
    break;
  }
  QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
  const Theme& t = theme();
  QPainter& p = *painter;
  switch (element) {
  case CE_PushButtonBevel:
    if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) return pushButton(p, *button, widget);
    break;
  case CE_PushButtonLabel:
    if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) return pushButtonLabel(p, *button, widget);
    break;
  case CE_MenuItem:
    if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) return menuItem(p, *item);
    break;
  case CE_MenuBarItem:
    if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) return menuBarItem(p, *item);
    break;
  case CE_MenuBarEmptyArea:
    p.fillRect(option->rect, t.color(ColorRole::Win));
    return;
  case CE_MenuEmptyArea:
    p.fillRect(option->rect, t.color(ColorRole::Raised));
    return;
  case CE_ToolBar: {
    p.fillRect(option->rect, t.color(ColorRole::Win));
    const bool across = option->state & State_Horizontal;
    const QRect r = option->rect;
    p.fillRect(across ? QRect(r.left(), r.bottom(), r.width(), 1) : QRect(r.right(), r.top(), 1, r.height()), t.color(ColorRole::Line));
    return;
  }
  case CE_TabBarTabShape:
    if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) return tabShape(p, *tab, widget);
    break;
  case CE_TabBarTabLabel:
    if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) return tabLabel(p, *tab);
    break;
  case CE_HeaderSection:
    if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) return headerSection(p, *header);
    break;
  case CE_HeaderEmptyArea:
    p.fillRect(option->rect, t.color(ColorRole::Panel));
    p.fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), t.color(ColorRole::Line));
    return;
  case CE_HeaderLabel:
    if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
      QStyleOptionHeader quiet(*header);
      quiet.palette.setColor(QPalette::ButtonText, t.color(ColorRole::Text2));
      quiet.state &= ~State_On; // Qt would write the head of a selected column bold, and the column would jump
      return QProxyStyle::drawControl(element, &quiet, painter, widget);
    }
    break;
  case CE_Splitter: {
    const QPoint c = option->rect.center();
    const bool upright = option->state & State_Horizontal;
    const QColor line = t.color(hovered(*option) || pressed(*option) ? ColorRole::Accent : ColorRole::Line);
    p.fillRect(upright ? QRect(c.x(), option->rect.top(), 1, option->rect.height())
                       : QRect(option->rect.left(), c.y(), option->rect.width(), 1),
               line);
    return;
  }
  case CE_ProgressBar:
    if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option)) return progressBar(p, *bar);
    break;
  case CE_FocusFrame:
    return focusFrame(p, option->rect, qobject_cast<const QFocusFrame*>(widget), *this);
  case CE_SizeGrip:
    return;
  case CE_ShapedFrame:
    if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option)) {
      const QRect r = option->rect;
      if (frame->frameShape == QFrame::HLine) return p.fillRect(QRect(r.left(), r.center().y(), r.width(), 1), t.color(ColorRole::Line));
      if (frame->frameShape == QFrame::VLine) return p.fillRect(QRect(r.center().x(), r.top(), 1, r.height()), t.color(ColorRole::Line));
      if (frame->frameShape == QFrame::StyledPanel || frame->frameShape == QFrame::Box) return box(p, r, 0, {}, t.color(ColorRole::Line));
    }
    break;
  case CE_ComboBoxLabel:
    if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
      if (combo->editable) return; // the line edit inside writes it
      const QRect area = subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget);
      QRect text = area.adjusted(1, 0, 0, 0);
      if (!combo->currentIcon.isNull()) {
        const QRect place(area.left(), area.center().y() - combo->iconSize.height() / 2, combo->iconSize.width(), combo->iconSize.height());
        combo->currentIcon.paint(&p, place, Qt::AlignCenter, enabled(*option) ? QIcon::Normal : QIcon::Disabled);
        text.setLeft(place.right() + t.px(6));
      }
      p.setPen(t.color(enabled(*option) ? ColorRole::Text : ColorRole::Off));
      p.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, combo->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, text.width()));
      return;
    }
    break;
  default:
    break;
  }
  QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const {
  QPainter& p = *painter;
  switch (control) {
  case CC_ComboBox:
    if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
      if (combo->frame) field(p, *option, widget);
      chevron(p, subControlRect(control, option, SC_ComboBoxArrow, widget), "down", *option);
      return;
    }
    break;
  case CC_SpinBox:
    if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option)) {
      if (spin->frame) field(p, *option, widget);
      if (spin->buttonSymbols == QAbstractSpinBox::NoButtons) return;
      for (const bool up : {true, false}) {
        QStyleOption arrow(*option);
        arrow.state.setFlag(State_Enabled, enabled(*option) && spin->stepEnabled.testFlag(up ? QAbstractSpinBox::StepUpEnabled
                                                                                             : QAbstractSpinBox::StepDownEnabled));
        chevron(p, subControlRect(control, option, up ? SC_SpinBoxUp : SC_SpinBoxDown, widget), up ? "up" : "down", arrow, 10);
      }
      return;
    }
    break;
  case CC_Slider:
    if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option))
      return style::slider(p, *slider, subControlRect(control, option, SC_SliderGroove, widget),
                           subControlRect(control, option, SC_SliderHandle, widget));
    break;
  case CC_ScrollBar:
    if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option))
      return scrollBar(p, *bar, subControlRect(control, option, SC_ScrollBarSlider, widget));
    break;
  default:
    break;
  }
  QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace glassbox
