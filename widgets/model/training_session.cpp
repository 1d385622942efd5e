#include "widgets/model/training_session.h"

#include "engine/core/memory.h"
#include "engine/train/early_stopping.h"
#include "engine/io/run_checkpoint.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>
#include <charconv>
#include <utility>

namespace glassbox {
namespace {

constexpr int kTickMs = 33;  // 30 pictures a second; every one costs the training some of its time

/// Settings that a run can take while it goes. Stop rules change no number of the run.
bool isLive(const std::string& key) {
  const ParamDef* def = findParam(planParams(), key);
  return (def && def->keepsShapes) || key == "epochs" || key == "steps" || key == "stop_loss";
}

TrainingSession::State stateAfter(StopReason reason) {
  using State = TrainingSession::State;
  if (reason == StopReason::NotFinite) return State::Broken;
  return reason == StopReason::Paused || reason == StopReason::None ? State::Paused : State::Ended;
}

/// Puts the saved weights, and what else was saved of the run, into a new trainer.
Result<void> resume(Trainer& trainer, const Project& project, const QString& path, const TensorFile* weights, const Dataset* data) {
  const RecordedRun* run = project.shown();
  const std::vector<LiveChange> changes = run ? run->changes : std::vector<LiveChange>();
  if (weights) return runFromFile(trainer, *weights, changes, data, project.weights.file);
  const Result<TensorFile> file = readProjectWeights(project, path.toStdString());
  if (!file) return file.error();
  return runFromFile(trainer, *file, changes, data, project.weights.file);
}

/// The plan with all the changes of its log.
TrainingPlan planAfter(TrainingPlan plan, const std::vector<LiveChange>& changes) {
  for (const LiveChange& change : changes)
    if (!change.ofWeight()) plan.values.set(change.key, change.value);
  return plan;
}

} // namespace

TrainingSession::TrainingSession(Document* document, QObject* parent) : QObject(parent), m_document(document), m_threads(std::min(availableThreads(), 8)) {
  m_timer.setInterval(kTickMs);
  m_timer.setTimerType(Qt::PreciseTimer);
  connect(&m_timer, &QTimer::timeout, this, &TrainingSession::poll);
  connect(document, &Document::changed, this, &TrainingSession::follow);
}

TrainingSession::~TrainingSession() = default;

void TrainingSession::setDataset(DatasetPtr data) {
  if (data == m_data) return;
  m_data = std::move(data);
  m_stale = true;
  if (m_state == State::Running) pause();
}

void TrainingSession::setThreads(int threads) {
  m_threads = threads;
  if (m_trainer) m_trainer->setThreads(threads);
}

RunStatus TrainingSession::status() const { return m_trainer ? m_trainer->status() : RunStatus(); }

QString TrainingSession::fingerprint() const {
  if (!m_trainer || m_trainer->running() || m_trainer->status().step == 0) return {};
  return QString::fromStdString(m_trainer->fingerprint());
}

std::vector<LiveChange> TrainingSession::changes() const { return m_trainer ? m_trainer->changes() : std::vector<LiveChange>(); }

// ---- following the document ---------------------------------------------------------------------------------------------

void TrainingSession::follow(Document::Changes what) {
  if (what == Document::Changes(Document::Everything)) {  // another project: this run is none of its runs
    m_run = {};
    m_lastRun = 0;
    for (const RecordedRun& run : m_document->project().runs) {
      std::int64_t number = 0;
      if (run.id.starts_with("run")) std::from_chars(run.id.data() + 3, run.id.data() + run.id.size(), number);
      m_lastRun = std::max(m_lastRun, number);
    }
  }
  if (what & (Document::Network | Document::Data)) {
    m_stale = true;
    if (isRunning()) pause();
  }
  if (what & Document::Plan) followPlan();
}

void TrainingSession::followPlan() {
  if (!m_trainer || m_stale) return;
  const TrainingPlan& now = m_document->plan();
  if (now.seed != m_plan.seed) m_stale = true;
  for (const ParamDef& def : planParams()) {
    const ParamValue value = valueOf(now, def);
    if (value == valueOf(m_plan, def)) continue;
    if (!isLive(def.key)) {
      m_stale = true;
      continue;
    }
    if (isRewound()) {  // what came after is another run's; not from here, in the middle of an edit
      QMetaObject::invokeMethod(this, [this, key = std::string(def.key), value] { branchWith(key, value); }, Qt::QueuedConnection);
      break;
    }
    m_trainer->change(def.key, value);
    if (def.keepsShapes && status().step > 0) emit changed({status().step, def.key, value});
    if (m_state == State::Ended) setState(State::Paused);
  }
  m_plan = now;
  if (m_stale && m_state == State::Running) pause();
}

// ---- commands ----------------------------------------------------------------------------------------------------------------

void TrainingSession::run() { start(Wish::Run); }
void TrainingSession::oneStep() { start(Wish::Step); }
void TrainingSession::oneEpoch() { start(Wish::Epoch); }

void TrainingSession::toggle() {
  if (m_state == State::Running) pause();
  else run();
}

void TrainingSession::pause() {
  m_wish = Wish::Nothing;
  m_target.reset();
  if (m_trainer) m_trainer->pause();
}

void TrainingSession::rest() {
  pause();
  if (!m_trainer) return;
  m_trainer->waitUntilIdle();
  poll();
}

void TrainingSession::reset() {
  if (!m_data) return;
  prepare(Wish::Nothing);
}

void TrainingSession::newSeed() {
  TrainingPlan plan = m_document->plan();
  plan.seed = plan.seed % 9999 + 1;
  if (Result<void> done = m_document->setPlan(plan, GB_TEXT("model", "New seed"), QStringLiteral("seed")); !done) {
    emit refused(done.error());
    return;
  }
  prepare(Wish::Nothing);
}

void TrainingSession::setPace(double stepsPerSecond) {
  m_pace = stepsPerSecond;
  if (m_trainer) m_trainer->setPace(stepsPerSecond);
}

void TrainingSession::setWeight(const std::string& element, double value) {
  if (!m_trainer || m_stale || isRunning() || m_state == State::Preparing) return;
  if (const std::optional<Error> kept = m_document->lockOf("weights")) {
    emit refused(*kept);
    return;
  }
  if (isRewound()) return branchWith(element, value);
  m_edited = true;
  m_trainer->change(element, value);
  m_trainer->runSteps(0);  // the changed weights come as a snapshot
  m_timer.start();
}

void TrainingSession::start(Wish wish) {
  if (m_state == State::Preparing) {
    m_wish = wish;
    return;
  }
  if (isReplaying() && !m_stale) {
    m_wish = wish;
    return;
  }
  if (!m_trainer || m_stale || m_state == State::Broken) prepare(wish);
  else carryOut(wish);
}

RecordedRun TrainingSession::record() const {
  RecordedRun run;
  run.id = m_run.id;
  run.parent = m_run.parent;
  run.branchStep = m_run.branchStep;
  run.plan = m_startPlan;
  run.dataHash = m_trainer->setup().data->hash;
  run.changes = m_trainer->changes();
  const RunStatus status = m_trainer->status();
  run.steps = status.step;
  if (status.reason != StopReason::None && status.reason != StopReason::Paused) run.ended = name(status.reason);
  run.fingerprint = fingerprint().toStdString();
  if (isRewound()) {  // what is kept is the run, not where it is looked at
    run.steps = furthest();
    run.ended = m_furthestEnd == StopReason::None || m_furthestEnd == StopReason::Paused ? "" : name(m_furthestEnd);
    run.fingerprint = m_furthestPrint;
  }
  run.curves = m_recorder.curves();
  if (!fitsNetwork()) run.network = *m_trainer->setup().spec;
  return run;
}

void TrainingSession::openSaved(const Project& project, const QString& path, std::shared_ptr<const TensorFile> weights) {
  m_saved.reset();
  m_given.reset();
  // Weights of a network that was changed after its training stay in their file.
  if ((project.weights.file.empty() && !weights) || (project.shown() && project.shown()->network)) return;
  m_saved = m_given = std::make_shared<const Saved>(Saved{project, path, std::move(weights)});
}

std::shared_ptr<const TensorFile> TrainingSession::waitingWeights() const {
  return m_given && m_given->project.spec == m_document->spec() ? m_given->weights : nullptr;
}

void TrainingSession::leave() {
  if (!m_trainer) return;
  rest();
  m_replaying = false;
  if (!m_run.id.empty() && furthest() > 0) emit leaving();
}

std::string TrainingSession::freshId() { return "run" + std::to_string(++m_lastRun); }

void TrainingSession::prepare(Wish wish) {
  leave();
  const std::shared_ptr<const Saved> saved = std::exchange(m_saved, nullptr);
  Beginning beginning;
  beginning.startPlan = m_document->plan();
  if (saved && saved->run()) {
    const RecordedRun& run = *saved->run();
    beginning.startPlan = run.plan;
    beginning.run = {run.id, run.parent, run.branchStep};
    beginning.curves = run.curves;
    beginning.dataHash = run.dataHash;
    beginning.validationSeed = run.validationSeed;
    beginning.setup.furthest = run.steps;
    m_furthestPrint = run.fingerprint;
    m_furthestEnd = stopReason(run.ended);
  } else {
    beginning.run.id = freshId();
  }
  beginning.saved = saved;
  beginning.setup.plan = beginning.startPlan;
  m_plan = m_document->plan();
  make(std::move(beginning), wish);
}

/// A trainer at the step where the run begins or goes on.
Result<std::unique_ptr<Trainer>> TrainingSession::trainerFor(const Beginning& beginning) {
  RunSetup setup = beginning.setup;
  const std::shared_ptr<const RunState> start = std::exchange(setup.start, nullptr);
  const Result<DatasetPtr> data = dataOfRun(setup.data, beginning.validationSeed);
  if (!data) return data.error();
  setup.data = *data;
  Result<std::unique_ptr<Trainer>> made = Trainer::create(std::move(setup));
  if (!made) return made;
  Trainer& trainer = **made;
  trainer.remember();  // the initial state: from it every step can be repeated
  Result<void> resumed;
  if (beginning.saved) resumed = resume(trainer, beginning.saved->project, beginning.saved->path, beginning.saved->weights.get(), trainer.setup().data.get());
  else if (start) resumed = trainer.restore(*start);
  if (!resumed) return resumed.error();
  return made;
}

/// Makes a trainer off this thread: measuring statistics of large data and reading saved weights take a while.
void TrainingSession::make(Beginning given, Wish wish) {
  m_timer.stop();
  m_trainer.reset();
  m_wish = wish;
  m_stale = false;
  m_edited = m_replaying = false;
  m_target.reset();
  m_furthest = 0;
  m_run = {};
  m_startPlan = given.startPlan;
  given.setup.spec = std::make_shared<const NetworkSpec>(m_document->spec());
  if (!given.setup.data) given.setup.data = m_data;
  given.setup.threads = m_threads;
  given.setup.timelineBytes = m_timelineBytes;
  setState(State::Preparing);
  const quint64 preparation = ++m_preparation;
  const auto beginning = std::make_shared<const Beginning>(std::move(given));
  QThreadPool::globalInstance()->start([self = QPointer<TrainingSession>(this), preparation, beginning] {
    auto made = std::make_shared<Result<std::unique_ptr<Trainer>>>(withinMemory([&] { return trainerFor(*beginning); }));
    QMetaObject::invokeMethod(qApp, [self, preparation, beginning, made] {
      if (!self || preparation != self->m_preparation) return;
      if (!made->ok()) {
        self->setState(State::Empty);
        emit self->refused(made->error());
        return;
      }
      self->begin(std::move(**made), *beginning);
    });
  });
}

void TrainingSession::begin(std::unique_ptr<Trainer> trainer, const Beginning& beginning) {
  m_trainer = std::move(trainer);
  m_given.reset();
  m_trainer->setPace(m_pace);
  m_trainer->watch(true);
  m_rate = 0;
  m_run = beginning.run;
  const RunStatus status = m_trainer->status();
  m_furthest = std::max(beginning.setup.furthest, status.step);
  m_rateSamples = status.samples;
  m_rateSeconds = status.seconds;
  const std::vector<LiveChange> log = m_trainer->changes();
  m_edited = std::any_of(log.begin(), log.end(), [](const LiveChange& change) { return change.ofWeight(); });
  m_recorder.begin(m_trainer->trainedNodes(), beginning.curves);
  // Data or settings may have been changed after the training.
  if (beginning.dataHash != 0 && beginning.dataHash != m_trainer->setup().data->hash) m_stale = true;
  if (beginning.saved) {
    m_plan = planAfter(m_startPlan, log);
    followPlan();
  }
  if (beginning.weight) {
    m_edited = true;
    m_trainer->change(beginning.weight->first, beginning.weight->second);
  }
  setState(stateAfter(status.reason));
  emit restarted();
  m_trainer->runSteps(0);  // the weights come as the first snapshot
  m_timer.start();
  if (beginning.replayTo && !m_stale) {
    if (m_timelineBytes > 0) return goTo(*beginning.replayTo);
    m_runTarget = *beginning.replayTo;
    m_wish = Wish::To;
  }
  carryOut(m_wish);
}

void TrainingSession::carryOut(Wish wish) {
  m_wish = Wish::Nothing;
  if (wish == Wish::Nothing) return;
  if (wish == Wish::Run) m_trainer->run();
  if (wish == Wish::Step) m_trainer->runSteps(1);
  if (wish == Wish::Epoch) m_trainer->runEpoch();
  if (wish == Wish::To) m_trainer->runSteps(std::max<std::int64_t>(0, m_runTarget - m_trainer->status().step));
  setState(State::Running);
  m_timer.start();
}

// ---- what comes back ---------------------------------------------------------------------------------------------------------

void TrainingSession::poll() {
  if (!m_trainer) return;
  // Asked before draining: what the worker wrote before it came to rest is then in the queues.
  const bool atRest = !m_trainer->running();
  m_tick.points.clear();
  m_tick.evals.clear();
  for (StepPoint point; m_trainer->points().pop(point);) m_tick.points.push_back(point);
  for (EvalPoint eval; m_trainer->evals().pop(eval);) m_tick.evals.push_back(eval);
  m_tick.snapshot = m_trainer->snapshots().take() ? &m_trainer->snapshots().front() : nullptr;
  sortPoints();
  updateRate();
  m_recorder.take(m_tick.points, m_tick.evals);
  if (!m_tick.points.empty() || !m_tick.evals.empty() || !m_tick.repeated.empty() || m_tick.snapshot) emit ticked(m_tick);
  if (m_replaying) {
    emit replaying(m_trainer->status().step, m_replayTarget);
    if (atRest) endReplay();
    return;
  }
  if (!atRest) return;
  m_timer.stop();
  if (m_target) {
    setState(State::Paused);
    return startReplay();
  }
  if (m_state != State::Running) return;
  if (std::optional<Error> failure = m_trainer->failure()) {
    setState(State::Broken);
    emit refused(*failure);
    return;
  }
  setState(stateAfter(m_trainer->status().reason));
}

/// Steps the run had come to before are in the curves already.
void TrainingSession::sortPoints() {
  m_tick.repeated.clear();
  const auto isNew = [this](const auto& point) { return point.step > m_furthest; };
  const auto first = std::find_if(m_tick.points.begin(), m_tick.points.end(), isNew);
  if (m_furthest == 0 || first == m_tick.points.begin()) return;
  m_tick.repeated.assign(m_tick.points.begin(), first);
  m_tick.points.erase(m_tick.points.begin(), first);
  m_tick.evals.erase(m_tick.evals.begin(), std::find_if(m_tick.evals.begin(), m_tick.evals.end(), isNew));
}

void TrainingSession::updateRate() {
  const RunStatus now = m_trainer->status();
  const double seconds = now.seconds - m_rateSeconds;
  if (seconds < 0.25) return;
  m_rate = static_cast<double>(now.samples - m_rateSamples) / seconds;
  m_rateSamples = now.samples;
  m_rateSeconds = now.seconds;
}

void TrainingSession::setState(State state) {
  if (state == m_state) return;
  m_state = state;
  emit stateChanged(state);
}

} // namespace glassbox
