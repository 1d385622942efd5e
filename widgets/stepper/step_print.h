// An explanation on paper.
#pragma once

#include <QString>

class QPagedPaintDevice;

namespace glassbox {

class Stepper;

/// Paints the number that is explained, with its formula, terms, check and ways, onto one or more sheets under a headline: laid out
/// for the sheet's width, with letters of about 10 points. A part that is not higher than a sheet is not cut, and no heading stays
/// behind alone.
void printExplanation(Stepper& stepper, const QString& headline, QPagedPaintDevice& paper);

} // namespace glassbox
