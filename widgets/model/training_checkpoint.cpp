// The run on its way to a file while it goes on.
#include "widgets/model/training_session.h"

#include "engine/io/run_checkpoint.h"

#include <QCoreApplication>
#include <QPointer>

namespace glassbox {

bool TrainingSession::askCheckpoint(std::function<void(const RunCheckpoint&)> take) {
  if (!m_trainer || m_run.id.empty() || isReplaying() || m_state == State::Preparing || (furthest() == 0 && !m_edited)) return false;
  const QPointer<TrainingSession> self(this);
  m_trainer->askState([self, take = std::move(take), of = m_trainer.get(), id = m_run.id, data = m_trainer->setup().data](const Network& network, RunState state) {
    auto weights = std::make_shared<const TensorFile>(runToFile(network, state, data.get()));
    const std::string print = fingerprintOf(network, {state.weights.data(), state.weights.size()}, state.lossHash);
    state.weights = {};
    state.optimizer = {};
    state.best.weights = {};
    auto standing = std::make_shared<const RunState>(std::move(state));
    QMetaObject::invokeMethod(qApp, [self, take, of, id, weights, print, standing] {
      if (!self || self->m_trainer.get() != of || self->m_run.id != id || self->isReplaying()) return;
      self->poll();
      take({self->recordAt(*standing, print), self->fitsNetwork() ? weights : nullptr});
    });
  });
  return true;
}

RecordedRun TrainingSession::recordAt(const RunState& state, const std::string& fingerprint) {
  RecordedRun run = record();
  if (state.step < m_furthest) return run;  // it stands behind the place it had come to: that is what is recorded
  run.changes = state.changes;
  run.steps = state.step;
  run.ended = state.reason == StopReason::None || state.reason == StopReason::Paused ? "" : name(state.reason);
  run.fingerprint = fingerprint;
  run.curves = curvesUntil(std::move(run.curves), state.step);
  return run;
}

} // namespace glassbox
