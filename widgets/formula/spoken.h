// A formula as it is read aloud: for screen readers, in English and as a Chinese teacher of mathematics reads it.
#pragma once

#include "widgets/formula/formula.h"
#include "widgets/model/language.h"

namespace glassbox {

/// "the sum over i of w sub i times x sub i" / “对 i 求和，w i 乘以 x i”. The TeX itself where it has a fault.
QString spokenFormula(const Formula& formula, LanguageSwitch::Tongue tongue);
/// In the language in use.
QString spokenFormula(const Formula& formula);

} // namespace glassbox
