// Samples as the learner types them: a line each, "0.5, -1.2 -> 1".
#pragma once

#include "engine/trace/trace.h"

#include <QString>

namespace glassbox {

/// The lines of some samples; inputs of several input nodes are separated by semicolons.
QString writeSamples(const std::vector<EnteredSample>& samples);

/// Reads them back: numbers separated by commas or spaces, "->" or "→" before the target, a class by its index. Empty lines do not
/// count. Fails with the line and what is expected there, or when there is no sample or more than `most`.
Result<std::vector<EnteredSample>> readSamples(const QString& text, int most);

/// The samples of a traced step, to be changed and entered again.
std::vector<EnteredSample> samplesOf(const Trace& trace, const Analysis& analysis);

} // namespace glassbox
