// What trace and explain share: the request for one step, from a command line.
#pragma once

#include "app/cli/project_input.h"
#include "engine/trace/trace.h"

namespace glassbox::cli {

/// Samples by --sample (default: the first of the training part), weights by --weights or the project or its seed.
Result<TraceRequest> traceRequest(ProjectInput& input, const Arguments& arguments);

}  // namespace glassbox::cli
