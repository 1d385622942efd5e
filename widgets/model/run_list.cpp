#include "widgets/model/run_list.h"

#include <algorithm>
#include <set>

namespace glassbox {
namespace {

constexpr std::size_t kPointsKept = 5000;  // of each curve of a run that was left

/// What the session knows of a run, with what only the list knows.
RecordedRun asListed(RecordedRun now, const RecordedRun& listed) {
  now.name = listed.name;
  now.color = listed.color;
  now.notes = listed.notes;
  now.overlaid = listed.overlaid;
  now.validationSeed = listed.validationSeed;
  return now;
}

} // namespace

std::size_t bytesOf(const RunState& state) { return sizeof(float) * (state.weights.size() + state.optimizer.size() + state.best.weights.size()); }

std::optional<double> lastOf(const RecordedRun& run, const char* curve) {
  const auto found = run.curves.find(curve);
  if (found == run.curves.end() || found->second.empty()) return std::nullopt;
  return found->second.back().mean;
}

QString runLetters(int number) {
  QString letters;
  for (int rest = number; rest >= 0; rest = rest / 26 - 1) letters.prepend(QChar(u'A' + rest % 26));
  return letters;
}

RunList::RunList(Document* document, TrainingSession* session, QObject* parent) : QObject(parent), m_document(document), m_session(session) {
  connect(document, &Document::changed, this, [this](Document::Changes what) {
    if (what == Document::Changes(Document::Everything)) read();
  });
  connect(session, &TrainingSession::leaving, this, [this] {
    take();
    if (KeptRun* run = edit(m_session->runId())) run->state = m_session->keptState();
    spendMemory();
  });
  connect(session, &TrainingSession::ticked, this, [this](const TrainingTick& tick) {
    if (!tick.points.empty() && !find(m_session->runId())) follow();
  });
  connect(session, &TrainingSession::stateChanged, this, [this](TrainingSession::State state) {
    if (state != TrainingSession::State::Running && state != TrainingSession::State::Preparing) take();
    emit changed();
  });
  connect(session, &TrainingSession::restarted, this, [this] {
    if (!m_session->parentRun().empty() || find(m_session->runId())) follow();
    emit changed();
  });
}

const KeptRun* RunList::find(const std::string& id) const {
  const auto found = std::find_if(m_runs.begin(), m_runs.end(), [&](const KeptRun& run) { return run.record.id == id; });
  return found == m_runs.end() ? nullptr : &*found;
}

KeptRun* RunList::edit(const std::string& id) { return const_cast<KeptRun*>(find(id)); }

QString RunList::nameOf(const std::string& id) const {
  const KeptRun* run = find(id);
  return run ? QString::fromStdString(run->record.name) : QString();
}

int RunList::depthOf(const KeptRun& run) const {
  int depth = 0;
  for (const KeptRun* parent = find(run.record.parent); parent && depth < 8; parent = find(parent->record.parent)) ++depth;
  return depth;
}

int RunList::freeColor() const {
  static constexpr int order[] = {1, 0, 7, 3, 5, 6, 2, 8, 4, 9};  // the hues of the pictures first
  std::vector<int> used(std::size(order));
  for (const KeptRun& run : m_runs) ++used[static_cast<std::size_t>(run.record.color) % std::size(order)];
  return *std::min_element(std::begin(order), std::end(order), [&](int a, int b) { return used[static_cast<std::size_t>(a)] < used[static_cast<std::size_t>(b)]; });
}

/// The project is another one.
void RunList::read() {
  m_runs.clear();
  m_named = 0;
  const auto spec = std::make_shared<const NetworkSpec>(m_document->spec());
  for (const RecordedRun& record : m_document->project().runs) {
    if (record.steps == 0 && record.parent.empty()) continue;  // weights set by hand: listed from its first step on
    KeptRun run{record, record.network ? std::make_shared<const NetworkSpec>(*record.network) : spec, nullptr};
    run.record.network.reset();
    if (run.record.name.empty()) run.record.name = runLetters(m_named).toStdString();
    ++m_named;
    m_runs.push_back(std::move(run));
  }
  emit changed();
}

/// The session's run has a place in the list.
void RunList::follow() {
  const std::string& id = m_session->runId();
  if (id.empty() || find(id)) return;
  KeptRun run;
  run.record.id = id;
  run.record.parent = m_session->parentRun();
  run.record.branchStep = m_session->branchStep();
  run.record.name = runLetters(m_named++).toStdString();
  run.record.color = freeColor();
  run.record.plan = m_session->startPlan();
  run.record.dataHash = m_session->trainer()->setup().data->hash;
  run.spec = m_session->trainer()->setup().spec;
  if (KeptRun* parent = edit(run.record.parent)) {
    parent->record.overlaid = true;  // a branch is made to be compared
    run.record.validationSeed = parent->record.validationSeed;
  }
  // Behind its parent and the parent's other descendants, so that the list reads as a tree.
  auto place = m_runs.end();
  if (!run.record.parent.empty()) {
    std::set<std::string> family{run.record.parent};
    for (auto at = m_runs.begin(); at != m_runs.end(); ++at)
      if (family.count(at->record.id) || family.count(at->record.parent)) {
        family.insert(at->record.id);
        place = at + 1;
      }
  }
  m_runs.insert(place, std::move(run));
  take();
  emit changed();
}

/// What is known of the session's run, as it stands.
void RunList::take() {
  KeptRun* run = edit(m_session->runId());
  if (!run || !m_session->trainer() || m_session->isRunning()) return;
  RecordedRun now = m_session->record();
  now.network.reset();
  if (now.fingerprint.empty() && now.steps == run->record.steps) now.fingerprint = run->record.fingerprint;  // its worker is just at work
  for (auto& [name, points] : now.curves)
    if (points.size() > kPointsKept) points = thinned(std::move(points), kPointsKept);
  run->record = asListed(std::move(now), run->record);
}

/// The states of the runs left longest ago go first.
void RunList::spendMemory() {
  std::size_t bytes = 0;
  for (auto run = m_runs.rbegin(); run != m_runs.rend(); ++run) {
    if (!run->state) continue;
    bytes += bytesOf(*run->state);
    if (bytes > m_session->timelineBytes()) run->state.reset();
  }
}

std::vector<RecordedRun> RunList::records() {
  take();
  return listed();
}

std::vector<RecordedRun> RunList::recordsWith(const RecordedRun& now) const {
  std::vector<RecordedRun> records = listed();
  const auto known = std::find_if(records.begin(), records.end(), [&](const RecordedRun& run) { return run.id == now.id; });
  if (known == records.end()) records.push_back(now);  // only set by hand
  else *known = asListed(now, *known);
  return records;
}

std::vector<RecordedRun> RunList::listed() const {
  std::vector<RecordedRun> records;
  for (const KeptRun& run : m_runs) {
    if (run.record.steps == 0 && run.record.id != m_session->runId()) continue;
    records.push_back(run.record);
    if (*run.spec != m_document->spec()) records.back().network = *run.spec;
  }
  return records;
}

// ---- edits -----------------------------------------------------------------------------------------------------------------------

void RunList::changedByUser() {
  m_document->setModified(true);
  emit changed();
}

void RunList::rename(const std::string& id, const QString& name) {
  KeptRun* run = edit(id);
  const std::string words = name.trimmed().left(60).toStdString();
  if (!run || words.empty() || words == run->record.name) return;
  run->record.name = words;
  changedByUser();
}

void RunList::setNotes(const std::string& id, const QString& notes) {
  KeptRun* run = edit(id);
  if (!run || notes.toStdString() == run->record.notes) return;
  run->record.notes = notes.toStdString();
  changedByUser();
}

void RunList::setColor(const std::string& id, int color) {
  KeptRun* run = edit(id);
  if (!run || color == run->record.color) return;
  run->record.color = color;
  changedByUser();
}

void RunList::setOverlaid(const std::string& id, bool overlaid) {
  KeptRun* run = edit(id);
  if (!run || overlaid == run->record.overlaid) return;
  run->record.overlaid = overlaid;
  changedByUser();
}

bool RunList::remove(const std::string& id) {
  const KeptRun* run = find(id);
  if (!run || id == m_session->runId()) return false;
  const std::string parent = run->record.parent;
  std::erase_if(m_runs, [&](const KeptRun& other) { return other.record.id == id; });
  for (KeptRun& other : m_runs)
    if (other.record.parent == id) other.record.parent = parent;
  m_session->forgetRun(id, parent);
  changedByUser();
  return true;
}

Result<void> RunList::open(const std::string& id) {
  if (!find(id)) return Error(GB_TEXT("model", "This run is not in the list any more."));
  if (id == m_session->runId() && !m_session->isStale()) return {};
  m_session->rest();
  take();
  KeptRun run = *find(id);
  if (id == m_session->runId()) run.state = m_session->keptState();  // the network was changed since, and comes back
  EditValue after = m_document->value();
  after.spec = *run.spec;
  after.plan = run.record.plan;
  for (const LiveChange& change : run.record.changes)
    if (!change.ofWeight()) after.plan.values.set(change.key, change.value);
  if (const std::optional<Error> kept = brokenLock(m_document->locks(), m_document->value(), after)) return *kept;
  m_document->apply(after, GB_TEXT("model", "Open run %1").arg(run.record.name));
  m_session->openRun(run.record, run.state);
  return {};
}

std::string RunList::keep(KeptRun run) {
  run.record.id = m_session->freshId();
  run.record.color = freeColor();
  run.record.name = runLetters(m_named++).toStdString();
  run.record.network.reset();
  for (auto& [name, points] : run.record.curves)
    if (points.size() > kPointsKept) points = thinned(std::move(points), kPointsKept);
  m_runs.push_back(std::move(run));
  spendMemory();
  changedByUser();
  return m_runs.back().record.id;
}

} // namespace glassbox
