#include "app/present_work.h"

#include "engine/io/run_checkpoint.h"
#include "widgets/model/run_list.h"

#include <algorithm>

namespace glassbox {

ShelvedWork presentWork(const Document& document, TrainingSession& session, RunList& runs) {
  session.rest();
  ShelvedWork work{document.project(), std::nullopt};
  if (const auto waiting = session.waitingWeights()) { // it has not come to a run yet: as it was opened
    work.weights = *waiting;
    return work;
  }
  // Without an id it is the run of the project that was open before: the data of this one are on their way.
  const bool begun = session.trainer() && !session.runId().empty() && (session.furthest() > 0 || session.isEdited());
  std::vector<RecordedRun>& records = work.project.runs;
  records = runs.records();
  const auto isShown = [&](const RecordedRun& run) { return run.id == session.runId(); };
  if (begun && std::none_of(records.begin(), records.end(), isShown)) records.push_back(session.record()); // only set by hand
  if (begun) work.project.shownRun = session.runId();
  else if (!runs.find(work.project.shownRun)) work.project.shownRun.clear();
  if (begun && session.fitsNetwork()) work.weights = runToFile(*session.trainer(), session.dataset().get());
  return work;
}

} // namespace glassbox
