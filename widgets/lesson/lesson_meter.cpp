#include "widgets/lesson/lesson_meter.h"

#include "engine/core/memory.h"
#include "engine/lesson/run_meter.h"
#include "widgets/common/side_work.h"

#include <algorithm>
#include <optional>

namespace glassbox {
namespace {

constexpr double kPausePerWork = 20;  // a measurement of 100 ms is followed by 2 s without one

/// The worker may still read the buffer of the last measurement.
void keepCopy(std::shared_ptr<Buffer<float>>& kept, const Buffer<float>& values) {
  if (!kept || kept.use_count() > 1 || kept->size() != values.size()) kept = std::make_shared<Buffer<float>>(values.size());
  std::copy(values.begin(), values.end(), kept->begin());
}

} // namespace

/// What measures one run; touched by the worker's thread alone.
struct LessonMeter::Bench {
  std::optional<RunMeter> meter; // none: the network cannot be compiled, which the session has said
};

LessonMeter::LessonMeter(QObject* parent, qint64 leastPause) : QObject(parent), m_leastPause(leastPause), m_worker(new QObject) {
  m_worker->moveToThread(&m_thread);
  connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
  connect(&m_thread, &QThread::started, m_worker, &stepBehind);
  m_pause.setSingleShot(true);
  connect(&m_pause, &QTimer::timeout, this, &LessonMeter::ask);
  m_thread.setObjectName(QStringLiteral("lesson meter"));
  m_thread.start();
}

LessonMeter::~LessonMeter() {
  m_thread.quit();
  m_thread.wait();
}

void LessonMeter::begin(const RunSetup& setup, const std::set<Part>& parts) {
  end();
  m_bench = std::make_shared<Bench>();
  QMetaObject::invokeMethod(m_worker, [bench = m_bench, setup, parts] {
    if (Result<RunMeter> meter = withinMemory([&] { return RunMeter::create(setup, parts); })) bench->meter.emplace(std::move(*meter));
  });
}

void LessonMeter::end() {
  m_bench.reset();
  m_weights.reset();
  m_gradients.reset();
  m_new = false;
  m_seconds = 0;
  m_pause.stop();
}

void LessonMeter::setLive(bool live) {
  if (live == m_live) return;
  m_live = live;
  if (!live) m_pause.stop();
  ask();
}

void LessonMeter::offer(const Snapshot& snapshot) {
  if (!m_bench) return;
  keepCopy(m_weights, snapshot.weights);
  keepCopy(m_gradients, snapshot.gradients);
  m_step = snapshot.step;
  m_new = true;
  ask();
}

void LessonMeter::ask() {
  if (m_busy || !m_new || m_pause.isActive()) return;
  if (m_live && m_clock.isValid()) {
    const auto pause = std::max(m_leastPause, static_cast<qint64>(kPausePerWork * m_seconds * 1000));
    if (const qint64 left = pause - m_clock.elapsed(); left > 0) return m_pause.start(static_cast<int>(left));
  }
  m_busy = true;
  m_new = false;
  m_clock.start();
  QMetaObject::invokeMethod(m_worker, [this, bench = m_bench, weights = std::shared_ptr<const Buffer<float>>(m_weights),
                                       gradients = std::shared_ptr<const Buffer<float>>(m_gradients), step = m_step] {
    const double begun = processorSeconds();
    RunMoment moment;
    if (bench->meter) moment = bench->meter->measure({weights->data(), weights->size()}, step, {gradients->data(), gradients->size()});
    // This object outlives its thread; what is posted when it goes is dropped with it.
    QMetaObject::invokeMethod(this, [this, bench, moment = std::move(moment), seconds = processorSeconds() - begun] { take(bench, moment, seconds); });
  });
}

void LessonMeter::take(const std::shared_ptr<Bench>& bench, const RunMoment& moment, double seconds) {
  m_busy = false;
  if (bench == m_bench && bench->meter) {
    m_seconds = seconds;
    emit measured(moment);
  }
  ask();
}

} // namespace glassbox
