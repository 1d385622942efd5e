// Formulas with their numbers: TeX in which letters are replaced by what they stand for.
#pragma once

#include "engine/layers/layer.h"

#include <QString>

namespace glassbox {

/// A number as TeX: "-0.0433", "1.2\cdot 10^{-5}"; a negative one in parentheses where it is a factor.
enum class TexNumber { Alone, Factor };
QString texNumber(double value, TexNumber place);

/// The right side of the explanation's formula with the arguments of its function as numbers, each a link to its own origin, and what
/// comes of it: "\tanh(\link{dense1.out[0,1]}{0.52}) = 0.4777". Empty where the formula does not hold all of its arguments'
/// letters: then the numbers stand in a table. A value that is hidden is a question mark.
QString numberLine(const Explanation& explanation, bool hidden);

} // namespace glassbox
