// Drawing of single controls for Style, one function a control. Only style*.cpp include this.
#pragma once

#include "widgets/common/theme_manager.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace glassbox::style {

inline bool flag(const QWidget* widget, const char* name) { return widget && widget->property(name).toBool(); }
inline bool enabled(const QStyleOption& option) { return option.state & QStyle::State_Enabled; }
inline bool hovered(const QStyleOption& option) { return enabled(option) && (option.state & QStyle::State_MouseOver); }
inline bool pressed(const QStyleOption& option) { return enabled(option) && (option.state & QStyle::State_Sunken); }
inline bool focused(const QStyleOption& option) { return enabled(option) && (option.state & QStyle::State_HasFocus); }

/// Height of a field or a push button.
int controlHeight(const QWidget* widget);

/// A filled rectangle with round corners and a 1-px border that lies on whole pixels. An invalid colour is left out.
void box(QPainter& p, const QRectF& rect, qreal radius, const QColor& fill, const QColor& border, qreal width = 1);
void ring(QPainter& p, const QRectF& rect, qreal radius);
void chevron(QPainter& p, const QRect& around, const char* name, const QStyleOption& option, int size = 14);

// style_controls.cpp
bool isPrimary(const QStyleOptionButton& option, const QWidget* widget);
void pushButton(QPainter& p, const QStyleOptionButton& option, const QWidget* widget);
void pushButtonLabel(QPainter& p, const QStyleOptionButton& option, const QWidget* widget);
void toolButton(QPainter& p, const QStyleOption& option);
void field(QPainter& p, const QStyleOption& option, const QWidget* widget);
void checkBox(QPainter& p, const QStyleOption& option);
void radioButton(QPainter& p, const QStyleOption& option);
void slider(QPainter& p, const QStyleOptionSlider& option, const QRect& groove, const QRect& handle);
void scrollBar(QPainter& p, const QStyleOptionSlider& option, const QRect& handle);
void progressBar(QPainter& p, const QStyleOptionProgressBar& option);

// style_bars.cpp
void menuItem(QPainter& p, const QStyleOptionMenuItem& option);
void menuBarItem(QPainter& p, const QStyleOptionMenuItem& option);
void tabShape(QPainter& p, const QStyleOptionTab& option, const QWidget* widget);
void tabLabel(QPainter& p, const QStyleOptionTab& option, const QWidget* widget);
void headerSection(QPainter& p, const QStyleOptionHeader& option);
void viewRow(QPainter& p, const QStyleOptionViewItem& option);
int menuItemWidth(const QStyleOptionMenuItem& option);

} // namespace glassbox::style
