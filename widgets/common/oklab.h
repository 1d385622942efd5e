// Mixing of colours in OKLab, where equal steps look equal.
#pragma once

#include <QColor>

namespace glassbox {

/// The colour a share `t` in [0, 1] of the way from `a` to `b` on a straight line in OKLab.
QColor mixOklab(QColor a, QColor b, double t);

/// How far apart two colours look: their distance in OKLab.
double oklabDistance(QColor a, QColor b);

/// sRGB channel in [0, 1] as linear light.
double linearLight(double channel);

} // namespace glassbox
