#include "widgets/common/style.h"

#include "widgets/common/icons.h"
#include "widgets/common/style_paint.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QSlider>
#include <QStyleFactory>
#include <QTabBar>

namespace glassbox {

using style::flag;

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
  case PM_MessageBoxIconSize:
    return theme().iconPx(24);
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
  case PM_TabBar_ScrollButtonOverlap:
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

QIcon Style::standardIcon(StandardPixmap sign, const QStyleOption* option, const QWidget* widget) const {
  switch (sign) {
  case SP_MessageBoxWarning:
    return icon("warn", ColorRole::Warn);
  case SP_MessageBoxCritical:
    return icon("err", ColorRole::Err);
  case SP_MessageBoxInformation:
    return icon("info", ColorRole::Text2);
  case SP_MessageBoxQuestion:
    return icon("help", ColorRole::Text2);
  default:
    return QProxyStyle::standardIcon(sign, option, widget);
  }
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

} // namespace glassbox
