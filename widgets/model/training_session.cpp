#include "widgets/model/training_session.h"

#include "engine/io/run_checkpoint.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>

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
Result<void> resume(Trainer& trainer, const Project& project, const QString& path, const Dataset* data) {
  const Result<TensorFile> file = readProjectWeights(project, path.toStdString());
  if (!file) return file.error();
  const std::vector<LiveChange> none;
  return runFromFile(trainer, *file, project.runs.empty() ? none : project.runs.back().changes, data, project.weights.file);
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
  if (what & (Document::Network | Document::Data)) {
    m_stale = true;
    if (m_state == State::Running) pause();
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
  if (!m_trainer || m_stale || m_state == State::Running || m_state == State::Preparing) return;
  if (const std::optional<Error> kept = m_document->lockOf("weights")) {
    emit refused(*kept);
    return;
  }
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
  if (!m_trainer || m_stale || m_state == State::Broken) prepare(wish);
  else carryOut(wish);
}

RecordedRun TrainingSession::record() const {
  RecordedRun run;
  run.id = "run1";
  run.plan = m_startPlan;
  run.dataHash = m_trainer->setup().data->hash;
  run.changes = m_trainer->changes();
  const RunStatus status = m_trainer->status();
  run.steps = status.step;
  if (status.reason != StopReason::None && status.reason != StopReason::Paused) run.ended = name(status.reason);
  run.fingerprint = fingerprint().toStdString();
  run.curves = m_recorder.curves();
  if (!fitsNetwork()) run.network = *m_trainer->setup().spec;
  return run;
}

void TrainingSession::openSaved(const Project& project, const QString& path) {
  m_saved.reset();
  // Weights of a network that was changed after its training stay in their file.
  if (project.weights.file.empty() || (!project.runs.empty() && project.runs.back().network)) return;
  m_saved = Saved{project, path};
}

/// Makes a trainer off this thread: measuring statistics of large data and reading saved weights take a while.
void TrainingSession::prepare(Wish wish) {
  m_timer.stop();
  m_trainer.reset();
  m_wish = wish;
  m_stale = false;
  m_plan = m_startPlan = m_document->plan();
  m_edited = false;
  const auto saved = m_saved ? std::make_shared<const Saved>(std::move(*m_saved)) : nullptr;
  m_saved.reset();
  RunSetup setup;
  setup.spec = std::make_shared<const NetworkSpec>(m_document->spec());
  if (saved && saved->run()) m_startPlan = saved->run()->plan;
  setup.plan = m_startPlan;
  setup.data = m_data;
  setup.threads = m_threads;
  setState(State::Preparing);
  const quint64 preparation = ++m_preparation;
  QThreadPool::globalInstance()->start([self = QPointer<TrainingSession>(this), preparation, saved, setup = std::move(setup)] {
    auto made = std::make_shared<Result<std::unique_ptr<Trainer>>>(Trainer::create(setup));
    auto resumed = std::make_shared<Result<void>>();
    if (saved && made->ok()) *resumed = resume(***made, saved->project, saved->path, setup.data.get());
    QMetaObject::invokeMethod(qApp, [self, preparation, saved, made, resumed] {
      if (!self || preparation != self->m_preparation) return;
      if (!made->ok()) {
        self->setState(State::Empty);
        emit self->refused(made->error());
        return;
      }
      if (!resumed->ok()) {
        self->setState(State::Empty);
        emit self->refused(resumed->error());
        return;
      }
      self->begin(std::move(**made), saved);
    });
  });
}

void TrainingSession::begin(std::unique_ptr<Trainer> trainer, const std::shared_ptr<const Saved>& saved) {
  m_trainer = std::move(trainer);
  m_trainer->setPace(m_pace);
  m_trainer->watch(true);
  m_rate = 0;
  const RunStatus status = m_trainer->status();
  m_rateSamples = status.samples;
  m_rateSeconds = status.seconds;
  const std::vector<LiveChange> log = m_trainer->changes();
  m_edited = std::any_of(log.begin(), log.end(), [](const LiveChange& change) { return change.ofWeight(); });
  m_recorder.begin(m_trainer->trainedNodes(), saved && saved->run() ? saved->run()->curves : RecordedCurves());
  if (saved) {
    // Data or settings may have been changed after the training.
    if (saved->run() && saved->run()->dataHash != m_trainer->setup().data->hash) m_stale = true;
    m_plan = m_trainer->setup().plan;
    followPlan();
  }
  setState(stateAfter(status.reason));
  emit restarted();
  m_trainer->runSteps(0);  // the weights come as the first snapshot
  m_timer.start();
  carryOut(m_wish);
}

void TrainingSession::carryOut(Wish wish) {
  m_wish = Wish::Nothing;
  if (wish == Wish::Nothing) return;
  if (wish == Wish::Run) m_trainer->run();
  if (wish == Wish::Step) m_trainer->runSteps(1);
  if (wish == Wish::Epoch) m_trainer->runEpoch();
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
  updateRate();
  m_recorder.take(m_tick.points, m_tick.evals);
  if (!m_tick.points.empty() || !m_tick.evals.empty() || m_tick.snapshot) emit ticked(m_tick);
  if (!atRest || m_state != State::Running) {
    if (atRest) m_timer.stop();
    return;
  }
  m_timer.stop();
  if (std::optional<Error> failure = m_trainer->failure()) {
    setState(State::Broken);
    emit refused(*failure);
    return;
  }
  setState(stateAfter(m_trainer->status().reason));
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
