// What lies on the bench now, as it goes into a project file or onto the shelf: project, runs, weights.
#pragma once

#include "engine/io/work_shelf.h"

namespace glassbox {

class Document;
class RunList;
class TrainingSession;

/// The run comes to rest for it. Weights of a run that does not fit the network any more are left out.
ShelvedWork presentWork(const Document& document, TrainingSession& session, RunList& runs);

} // namespace glassbox
