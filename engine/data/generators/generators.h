// The built-in data sets, one function a file; data_spec.cpp lists them.
#pragma once

#include "engine/data/data_spec.h"

namespace glassbox::generators {

const GeneratorDef& line();
const GeneratorDef& exclusiveOr();
const GeneratorDef& gaussians();
const GeneratorDef& circle();
const GeneratorDef& spirals();
const GeneratorDef& digits();
const GeneratorDef& sine();
const GeneratorDef& slope();
const GeneratorDef& bumps();
const GeneratorDef& moons();
const GeneratorDef& sums();
const GeneratorDef& names();
const GeneratorDef& grammar();
const GeneratorDef& painted();
const GeneratorDef& curvePoints();
const GeneratorDef& drawings();
const GeneratorDef& echo();
const GeneratorDef& parity();
const GeneratorDef& adding();
const GeneratorDef& copy();
const GeneratorDef& reverse();
const GeneratorDef& sort();
const GeneratorDef& brackets();
const GeneratorDef& shapes();

} // namespace glassbox::generators
