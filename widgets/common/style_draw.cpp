// Which of the drawing functions of style_paint.h draws which of Qt's elements. The other parts of class Style are in style.cpp.
#include "widgets/common/style.h"
#include "widgets/common/style_paint.h"

#include <QAbstractSpinBox>
#include <QFocusFrame>
#include <QFrame>
#include <QSlider>

namespace glassbox {
namespace {

using namespace style;

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
    if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) return tabLabel(p, *tab, widget);
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
