// For threads that work beside the training: they step behind it, and know what they cost.
#pragma once

namespace glassbox {

/// Makes the calling thread step behind others. QThread's priorities do nothing under the ordinary scheduler of Linux, and the
/// idle class would starve beside a training that keeps all processors busy; niceness 10 gets a tenth of a contended one.
void stepBehind();

/// Processor time of the calling thread in seconds: waiting for a busy processor does not count.
double processorSeconds();

} // namespace glassbox
