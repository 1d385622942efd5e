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
const GeneratorDef& shapes();

} // namespace glassbox::generators
