// The recorded runs of a project as a table.
#pragma once

#include <string>

#include "engine/io/project.h"

namespace glassbox {

/// One line for each recorded point: run, curve, step, steps (that the point covers), mean, min, max. Fails when the project holds no
/// run.
Result<std::string> runsToCsv(const Project& project);

}  // namespace glassbox
