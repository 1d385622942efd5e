#include "widgets/runs/sweep_runner.h"

#include <QCoreApplication>
#include <QPointer>

namespace glassbox {

SweepRunner::~SweepRunner() = default;

void SweepRunner::cancel() { m_thread.request_stop(); }

void SweepRunner::start(SweepSetup setup) {
  m_thread = {};  // an earlier one has ended, or ends now
  m_running = true;
  const quint64 number = ++m_number;
  const QPointer<SweepRunner> self(this);
  m_thread = std::jthread([self, number, setup = std::move(setup)](const std::stop_token& stop) {
    const auto post = [&](auto what) {
      QMetaObject::invokeMethod(qApp, [self, number, what = std::move(what)] {
        if (self && self->m_number == number) what(*self);
      });
    };
    const SweepProgress progress = [&](int done, int all, const SweepCell&) { post([done, all](SweepRunner& to) { emit to.progressed(done, all); }); };
    const SweepWatch watch = [&](std::size_t cell, const SweepRun* run) {
      if (!run) post([cell](SweepRunner& to) { emit to.runBegan(cell); });
      else post([cell, ended = *run](SweepRunner& to) { emit to.runEnded(cell, ended); });
    };
    Result<SweepResult> result = runSweep(setup, progress, stop, watch);
    if (!result) {
      post([error = result.error()](SweepRunner& to) {
        to.m_running = false;
        emit to.failed(error);
      });
      return;
    }
    const auto shared = std::make_shared<const SweepResult>(std::move(*result));
    post([shared](SweepRunner& to) {
      to.m_running = false;
      emit to.finished(shared);
    });
  });
}

} // namespace glassbox
