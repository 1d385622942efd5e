// The choice of an instruction set, and a sentence when the one that was asked for cannot be had.
#pragma once

#include "engine/core/result.h"
#include "engine/kernels/kernels.h"

namespace glassbox {

/// The best set this processor can run.
KernelSet bestKernelSet();

/// The set named `wanted`; the best one when `wanted` is null or empty.
/// Fails when the name is unknown, or when this processor cannot run the set.
Result<KernelSet> chooseKernelSet(const char* wanted);

/// The same with the environment variable GLASSBOX_KERNELS. main() prints the error and stops.
Result<KernelSet> chooseKernelSet();

}  // namespace glassbox
