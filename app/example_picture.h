// The drawn picture of each example: what its data look like or what its network learns, in the colours of the theme.
#pragma once

#include <QPixmap>
#include <QString>

namespace glassbox {

/// The picture of the template `name`, `size` device-independent pixels large and filled to its edges. A name without a
/// picture of its own gets a small network. Drawn once for each size and theme, then kept.
QPixmap examplePicture(const QString& name, const QSize& size, qreal devicePixelRatio);

/// Whether `name` has a picture of its own.
bool hasExamplePicture(const QString& name);

} // namespace glassbox
