// A formula as one line of ordinary characters, for titles, choices and lists: y = Wx + b, e⁻ˣ, xᵢ, (a + b)/2.
#pragma once

#include "widgets/formula/formula.h"

namespace glassbox {

/// The TeX itself where the formula has a fault.
QString plainFormula(const Formula& formula);

/// `words` with each $formula$ in it as plainFormula; \$ is a dollar.
QString withPlainFormulas(const QString& words);

} // namespace glassbox
