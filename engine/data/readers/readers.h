// The readers of files, one function a file; data_spec.cpp lists them.
#pragma once

#include "engine/data/data_spec.h"

namespace glassbox::readers {

const ReaderDef& idx();
const ReaderDef& cifar();
const ReaderDef& pictures();
const ReaderDef& csv();
const ReaderDef& text();

} // namespace glassbox::readers
