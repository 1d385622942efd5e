#include "widgets/runs/sweep_runner.h"

#include "engine/core/memory.h"
#include "engine/io/run_recorder.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>
#include <cmath>
#include <limits>

namespace glassbox {
namespace {

KeptRun recordOf(const SweepEnd& end) {
  const RunSetup& setup = end.trainer.setup();
  RunRecorder recorder;
  recorder.begin(end.trainer.trainedNodes());
  recorder.take(end.points, end.evals);
  KeptRun kept;
  kept.spec = setup.spec;
  kept.state = std::make_shared<const RunState>(end.trainer.state());
  kept.record.plan = setup.plan;
  kept.record.dataHash = setup.data->hash;
  kept.record.validationSeed = end.validationSeed;
  kept.record.steps = end.run.steps;
  kept.record.ended = glassbox::name(end.run.reason);
  kept.record.fingerprint = end.run.fingerprint;
  kept.record.curves = recorder.curves();
  return kept;
}

} // namespace

SweepRunner::~SweepRunner() = default;

void SweepRunner::cancel() { m_thread.request_stop(); }

void SweepRunner::setHeld(bool held) {
  if (!m_running || held == isHeld()) return;
  if (held) m_spent += m_clock.elapsed();
  else m_clock.start();
  *m_held = held;
}

double SweepRunner::seconds() const { return static_cast<double>(m_spent + (m_running && !isHeld() ? m_clock.elapsed() : 0)) / 1000; }

const KeptRun* SweepRunner::kept(std::size_t cell) const {
  const auto found = m_kept.find(cell);
  return found == m_kept.end() ? nullptr : &found->second.run;
}

void SweepRunner::keep(std::size_t cell, Kept&& kept) {
  m_kept[cell] = std::move(kept);
  std::vector<Kept*> best;
  for (auto& entry : m_kept) best.push_back(&entry.second);
  std::stable_sort(best.begin(), best.end(), [](const Kept* a, const Kept* b) { return a->loss < b->loss; });
  std::size_t bytes = 0;
  for (Kept* one : best) {
    if (one->run.state) bytes += bytesOf(*one->run.state);
    if (bytes > kKeptBytes) one->run.state.reset();
  }
}

void SweepRunner::rest() {
  m_spent += isHeld() ? 0 : m_clock.elapsed();
  *m_held = false;
  m_running = false;
}

void SweepRunner::start(SweepSetup setup) {
  m_thread = {};  // an earlier one has ended, or ends now
  m_running = true;
  m_kept.clear();
  m_spent = 0;
  m_clock.start();
  m_held = std::make_shared<std::atomic<bool>>(false);
  const quint64 number = ++m_number;
  const QPointer<SweepRunner> self(this);
  m_thread = std::jthread([self, number, held = m_held, setup = std::move(setup)](const std::stop_token& stop) {
    const auto post = [&](auto what) {
      QMetaObject::invokeMethod(qApp, [self, number, what = std::move(what)] {
        if (self && self->m_number == number) what(*self);
      });
    };
    const SweepProgress progress = [&](int done, int all, const SweepCell&) { post([done, all](SweepRunner& to) { emit to.progressed(done, all); }); };
    std::map<std::size_t, double> least;
    SweepWatch watch;
    watch.held = [held] { return held->load(std::memory_order_relaxed); };
    watch.began = [&](std::size_t cell) { post([cell](SweepRunner& to) { emit to.runBegan(cell); }); };
    watch.ended = [&](const SweepEnd& end) {
      const double loss = std::isfinite(end.run.loss) ? end.run.loss : std::numeric_limits<double>::infinity();
      const auto before = least.find(end.cell);
      std::shared_ptr<Kept> kept;
      if (before == least.end() || loss < before->second) {
        least[end.cell] = loss;
        kept = std::make_shared<Kept>(Kept{recordOf(end), loss});
      }
      post([cell = end.cell, ended = end.run, kept](SweepRunner& to) {
        if (kept) to.keep(cell, std::move(*kept));
        emit to.runEnded(cell, ended);
      });
    };
    Result<SweepResult> result = withinMemory([&] { return runSweep(setup, progress, stop, watch); });
    if (!result) {
      post([error = result.error()](SweepRunner& to) {
        to.rest();
        emit to.failed(error);
      });
      return;
    }
    const auto shared = std::make_shared<const SweepResult>(std::move(*result));
    post([shared](SweepRunner& to) {
      to.rest();
      emit to.finished(shared);
    });
  });
}

} // namespace glassbox
