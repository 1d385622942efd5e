#include "app/autosave.h"

#include "engine/core/memory.h"
#include "widgets/model/document.h"
#include "widgets/model/run_list.h"
#include "widgets/model/training_session.h"

#include <QCoreApplication>

#include <algorithm>

namespace glassbox {
namespace {

constexpr int kBeats = 5;      // in an interval
constexpr int kShare = 20;     // times what a saving took

} // namespace

Autosave::Autosave(const Document* document, TrainingSession* session, RunList* runs, Place place, QObject* parent)
    : QObject(parent), m_document(document), m_session(session), m_runs(runs), m_place(std::move(place)) {
  connect(document, &Document::changed, this, [this] { m_changed = true; });
  connect(runs, &RunList::changed, this, [this] { m_changed = true; });
  connect(session, &TrainingSession::changed, this, [this] { m_changed = true; });
  connect(&m_timer, &QTimer::timeout, this, &Autosave::beat);
  m_sinceLast.start();
  setInterval(kInterval);
}

Autosave::~Autosave() = default;

void Autosave::setInterval(int ms) {
  m_interval = ms;
  m_wait = ms;
  m_timer.start(std::max(1, ms / kBeats));
}

Autosave::Rest::Rest(Autosave* autosave) : m_autosave(autosave) {
  autosave->rest();
  ++autosave->m_held;
}

Autosave::Rest::~Rest() {
  if (m_autosave) --m_autosave->m_held;
}

void Autosave::rest() {
  ++m_asked;
  m_waiting = false;
  m_writer = {}; // joins
  m_writing = false;
  m_changed = true;
}

void Autosave::end() {
  rest();
  m_timer.stop();
}

void Autosave::beat() {
  if (m_held > 0 || m_writing || m_waiting || m_sinceLast.elapsed() < m_wait) return;
  const std::int64_t step = m_session->status().step;
  if (!m_changed && step == m_step && m_session->runId() == m_run) return;
  const std::optional<Write> how = m_place();
  m_sinceLast.restart();
  m_changed = false;
  m_step = step;
  m_run = m_session->runId();
  if (!how) return;
  const QPointer<Autosave> self(this);
  const auto take = [self, asked = ++m_asked, how = *how](const RunCheckpoint& run) {
    if (!self || self->m_asked != asked) return;
    self->m_waiting = false;
    ShelvedWork work{self->m_document->project(), std::nullopt};
    work.project.runs = self->m_runs->recordsWith(run.record);
    work.project.shownRun = run.record.id;
    if (run.weights) work.weights = *run.weights;
    self->m_step = run.record.steps;
    self->write(std::move(work), how);
  };
  m_waiting = m_session->askCheckpoint(take);
  if (m_waiting) return;
  if (m_session->isReplaying()) {  // its state is that of a step on the way
    m_changed = true;
    return;
  }
  ShelvedWork work{m_document->project(), std::nullopt};
  if (const auto waiting = m_session->waitingWeights()) {
    work.weights = *waiting; // as it was opened
  } else {
    work.project.runs = m_runs->records();
    if (!m_runs->find(work.project.shownRun)) work.project.shownRun.clear();
  }
  write(std::move(work), *how);
}

void Autosave::write(ShelvedWork work, Write how) {
  m_writing = true;
  const QPointer<Autosave> self(this);
  m_writer = std::jthread([self, asked = m_asked, work = std::move(work), how = std::move(how)] {
    QElapsedTimer clock;
    clock.start();
    const Result<void> result = withinMemory([&] { return how(work); });
    QMetaObject::invokeMethod(qApp, [self, asked, result, took = clock.elapsed()] {
      if (self && self->m_asked == asked) self->written(result, took);
    });
  });
}

void Autosave::written(const Result<void>& result, qint64 took) {
  m_writing = false;
  m_wait = std::clamp<qint64>(took * kShare, m_interval, std::max(m_interval, kLongest));
  if (result) {
    m_failed = false;
    emit kept();
    return;
  }
  m_changed = true;
  if (!std::exchange(m_failed, true)) emit failed(result.error());
}

} // namespace glassbox
