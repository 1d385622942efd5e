// Our line icons, drawn sharp in any colour, size and pixel density; QIcons made here follow the theme.
#pragma once

#include "widgets/common/theme.h"

#include <QIcon>
#include <QPixmap>
#include <QRectF>
#include <QString>
#include <QStringList>

class QPainter;

namespace glassbox {

/// Every icon there is: the names of the files in resources/icons, for example "play" or "dense".
QStringList iconNames();
bool hasIcon(const QString& name);

/// An icon that takes its colour from the theme whenever it is drawn: `role`, Accent when checked, Off when disabled.
QIcon icon(const QString& name, ColorRole role = ColorRole::Text2);
QIcon icon(const char* name, ColorRole role = ColorRole::Text2);

/// The name an icon() was made with, or an empty string for other icons.
QString iconNameOf(const QIcon& icon);

/// Draws the icon into `rect`. Strokes are 1.5 px thick at every size, so an icon of 16 px is as heavy as one of 20 px.
void paintIcon(QPainter& painter, const QRectF& rect, const QString& name, const QColor& color);

/// A picture of `size` device-independent pixels.
QPixmap iconPixmap(const QString& name, int size, qreal devicePixelRatio, const QColor& color);

/// The cube of the program, in the colours of the theme (the window icon: of the light theme).
QPixmap logoPixmap(int size, qreal devicePixelRatio);
QIcon applicationIcon();

} // namespace glassbox
