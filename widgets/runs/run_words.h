// What tells runs apart, in words: the network in one line, settings that are not the same everywhere.
#pragma once

#include "engine/train/plan.h"
#include "widgets/model/run_list.h"

#include <QString>

#include <vector>

namespace glassbox {

/// "8 tanh · 8 tanh · 1"
QString networkWords(const NetworkSpec& spec);

/// The setting as it held at the end of a run, with its live changes.
ParamValue settingOf(const RecordedRun& run, const ParamDef& def);
/// "0.02", and "0.02 → 0.005" where it was changed on the way; "–" where it does not count.
QString settingWords(const RecordedRun& run, const ParamDef& def);

/// Optimizer and learning rate, and what else differs between the runs in which it counts, or is set where it counts in some only.
std::vector<const ParamDef*> settingsToTell(const std::vector<KeptRun>& runs);

} // namespace glassbox
