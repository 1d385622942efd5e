#include "widgets/runs/compare_session.h"

#include "engine/core/parallel.h"
#include "engine/train/early_stopping.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>
#include <new>

namespace glassbox {
namespace {

constexpr int kTickMs = 33;

struct Made {
  ComparedSource source;
  std::shared_ptr<Trainer> trainer;
};

/// The border of a thread: what the machine cannot give becomes a sentence.
Result<Made> make(const SourceMaker& maker) {
  try {
    Result<ComparedSource> source = maker();
    if (!source) return source.error();
    RunSetup setup;
    setup.spec = source->spec;
    setup.plan = source->plan;
    setup.changes = source->changes;
    const Result<DatasetPtr> data = dataOfRun(source->data, source->validationSeed);
    if (!data) return data.error();
    setup.data = *data;
    setup.threads = std::max(1, availableThreads() / 2); // the others step at the same time
    Result<std::unique_ptr<Trainer>> trainer = Trainer::create(std::move(setup));
    if (!trainer) return trainer.error();
    (*trainer)->runSteps(0); // its weights come as the first snapshot
    (*trainer)->waitUntilIdle();
    return Made{std::move(*source), std::move(*trainer)};
  } catch (const std::bad_alloc&) {
    return Error(GB_TEXT("runs", "There is not enough memory for this network and its data."), {}, GB_TEXT("runs", "Compare fewer networks, or smaller ones."));
  }
}

} // namespace

CompareSession::CompareSession(QObject* parent) : QObject(parent) {
  m_timer.setInterval(kTickMs);
  connect(&m_timer, &QTimer::timeout, this, &CompareSession::poll);
}

CompareSession::~CompareSession() = default;

const ComparedNetwork* CompareSession::find(int id) const {
  const auto found = std::find_if(m_networks.begin(), m_networks.end(), [id](const auto& network) { return network->id == id; });
  return found == m_networks.end() ? nullptr : found->get();
}

ComparedNetwork* CompareSession::edit(int id) { return const_cast<ComparedNetwork*>(find(id)); }

bool CompareSession::isPreparing() const {
  return std::any_of(m_networks.begin(), m_networks.end(), [](const auto& network) { return !network->trainer && !network->failure; });
}

int CompareSession::freeColor(int wished) const {
  const auto taken = [this](int color) { return std::any_of(m_networks.begin(), m_networks.end(), [color](const auto& network) { return network->color == color; }); };
  if (wished >= 0 && !taken(wished)) return wished;
  for (const int color : {1, 0, 7, 3})
    if (!taken(color)) return color;
  return 5;
}

int CompareSession::add(const QString& name, int color, SourceMaker maker) {
  auto network = std::make_unique<ComparedNetwork>();
  network->id = ++m_lastId;
  network->name = name;
  network->color = freeColor(color);
  m_networks.push_back(std::move(network));
  QThreadPool::globalInstance()->start([self = QPointer<CompareSession>(this), id = m_lastId, maker = std::move(maker)] {
    auto made = std::make_shared<Result<Made>>(make(maker));
    QMetaObject::invokeMethod(qApp, [self, id, made] {
      if (!self || !self->find(id)) return;
      if (made->ok()) return self->begin(id, (*made)->source, std::move((*made)->trainer));
      self->edit(id)->failure = made->error();
      emit self->changed();
    });
  });
  emit changed();
  return m_lastId;
}

void CompareSession::begin(int id, const ComparedSource& source, std::shared_ptr<Trainer> trainer) {
  ComparedNetwork* network = edit(id);
  network->spec = source.spec;
  network->plan = source.plan;
  network->data = source.data;
  network->validationSeed = source.validationSeed;
  network->trainer = trainer;
  network->recorder.begin(trainer->trainedNodes());
  m_clock.add(std::move(trainer));
  emit changed();
  m_timer.start(); // brings the first snapshot
}

void CompareSession::remove(int id) {
  const auto found = std::find_if(m_networks.begin(), m_networks.end(), [id](const auto& network) { return network->id == id; });
  if (found == m_networks.end()) return;
  if ((*found)->trainer) m_clock.remove((*found)->trainer.get());
  m_networks.erase(found);
  emit changed();
}

// ---- commands ------------------------------------------------------------------------------------------------------------

void CompareSession::start() {
  m_running = true;
  m_timer.start();
  emit changed();
}

void CompareSession::run() {
  m_clock.run();
  start();
}

void CompareSession::oneStep() {
  m_clock.runSteps(1);
  start();
}

void CompareSession::pause() { m_clock.pause(); }

void CompareSession::reset() {
  m_clock.reset();
  m_resetting = true;
  start();
}

// ---- what comes back -----------------------------------------------------------------------------------------------------

void CompareSession::poll() {
  // Asked before draining: what was sent before the clock came to rest is then in the queues.
  const bool atRest = !m_clock.running();
  if (m_resetting) {
    if (!atRest) return;
    for (const auto& network : m_networks) { // what is left of the run before is none of the new one's
      network->failure = network->trainer ? std::nullopt : network->failure;
      if (!network->trainer) continue;
      for (StepPoint point; network->trainer->points().pop(point);) {}
      for (EvalPoint eval; network->trainer->evals().pop(eval);) {}
      network->recorder.begin(network->trainer->trainedNodes());
      network->keptStep = -1;
    }
    m_resetting = false;
    emit restarted();
  }
  drain();
  if (!atRest) return;
  m_timer.stop();
  m_running = false;
  for (const auto& network : m_networks)
    if (network->trainer && network->trainer->failure()) network->failure = network->trainer->failure();
  emit changed();
}

void CompareSession::drain() {
  std::vector<ComparedTick> ticks;
  for (const auto& network : m_networks) {
    if (!network->trainer) continue;
    ComparedTick tick;
    tick.id = network->id;
    for (StepPoint point; network->trainer->points().pop(point);) tick.points.push_back(point);
    for (EvalPoint eval; network->trainer->evals().pop(eval);) tick.evals.push_back(eval);
    if (!tick.evals.empty()) network->hasAccuracy = tick.evals.back().test.samples > 0 ? tick.evals.back().test.hasAccuracy : tick.evals.back().validation.hasAccuracy;
    tick.snapshot = network->trainer->snapshots().take() ? &network->trainer->snapshots().front() : nullptr;
    network->recorder.take(tick.points, tick.evals);
    if (!tick.points.empty() || !tick.evals.empty() || tick.snapshot) ticks.push_back(std::move(tick));
  }
  if (!ticks.empty()) emit ticked(ticks);
}

// ---- keeping -------------------------------------------------------------------------------------------------------------

KeptRun CompareSession::record(const ComparedNetwork& network) const {
  const Trainer& trainer = *network.trainer;
  const RunStatus status = trainer.status();
  KeptRun run;
  run.spec = network.spec;
  run.state = std::make_shared<const RunState>(trainer.state());
  run.record.plan = network.plan;
  run.record.dataHash = trainer.setup().data->hash;
  run.record.validationSeed = network.validationSeed;
  run.record.changes = trainer.changes();
  run.record.steps = status.step;
  if (status.reason != StopReason::None && status.reason != StopReason::Paused) run.record.ended = glassbox::name(status.reason);
  run.record.fingerprint = trainer.fingerprint();
  run.record.curves = network.recorder.curves();
  return run;
}

void CompareSession::markKept(int id, const std::string& run) {
  ComparedNetwork* network = edit(id);
  if (!network) return;
  network->kept = run;
  network->keptStep = network->trainer->status().step;
  emit changed();
}

} // namespace glassbox
