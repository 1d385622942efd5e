#include "widgets/views/probe.h"

#include "engine/core/memory.h"
#include "widgets/common/side_work.h"
#include "widgets/common/theme_manager.h"
#include "widgets/views/probe_worker.h"

namespace glassbox {
namespace {

constexpr int kLeastPause = 33;      // milliseconds between two live requests: 30 pictures a second
constexpr int kCountsPause = 100;    // the same for a table of counts: numbers that change faster cannot be read
constexpr double kPausePerWork = 10; // a live request of 1 ms is followed by 10 ms without one

} // namespace

// ---- in the probe's thread -------------------------------------------------------------------------------------------------

void ProbeWorker::begin() { stepBehind(); }

void ProbeWorker::setSubject(int number, const ProbeSubject& subject) {
  m_subject = number;
  m_prober.reset();
  Result<Prober> prober = withinMemory([&] { return Prober::create(subject); });
  if (prober)
    m_prober.emplace(std::move(*prober));
  else
    emit failed(number, prober.error());
}

void ProbeWorker::look(const ProbeRequest& request) {
  const double begun = processorSeconds();
  std::shared_ptr<ProbeAnswer> answer;
  if (m_prober && request.subject == m_subject) {
    std::optional<ProbeAnswer> found = m_prober->look(*request.weights, request.wish, request.care, request.theme, m_stop,
                                                           request.gradients ? std::span<const float>(*request.gradients) : std::span<const float>());
    if (found) {
      found->step = request.step;
      if (request.wish.weights) found->weights = request.weights;
      answer = std::make_shared<ProbeAnswer>(std::move(*found));
    }
  }
  emit done(request.subject, answer, processorSeconds() - begun);
}

// ---- in the GUI's thread ---------------------------------------------------------------------------------------------------

Probe::Probe(QObject* parent) : QObject(parent), m_worker(new ProbeWorker(m_stop)) {
  qRegisterMetaType<std::shared_ptr<ProbeAnswer>>();
  m_worker->moveToThread(&m_thread);
  connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
  connect(&m_thread, &QThread::started, m_worker, &ProbeWorker::begin);
  connect(m_worker, &ProbeWorker::done, this, &Probe::take);
  connect(m_worker, &ProbeWorker::failed, this, [this](int subject, const Error& error) {
    if (subject == m_subject) emit failed(error);
  });
  m_pause.setSingleShot(true);
  connect(&m_pause, &QTimer::timeout, this, &Probe::ask);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] {
    m_new = true;
    ask();
  });
  m_thread.setObjectName(QStringLiteral("probe"));
  m_thread.start();
}

Probe::~Probe() {
  m_stop = true;
  m_thread.quit();
  m_thread.wait();
}

void Probe::forget() {
  ++m_subject;
  m_known = false;
  m_weights.reset();
  m_gradients.reset();
  m_new = false;
  if (m_busy) m_stop = true; // until its end is reported
}

void Probe::setSubject(const ProbeSubject& subject) {
  forget();
  m_known = true;
  QMetaObject::invokeMethod(m_worker, [worker = m_worker, number = m_subject, subject] { worker->setSubject(number, subject); });
}

void Probe::setWish(const ProbeWish& wish) {
  if (wish == m_wish) return;
  m_wish = wish;
  m_new = true;
  ask();
}

void Probe::setLive(bool live) {
  if (live == m_live) return;
  m_live = live;
  if (live && m_busy) m_stop = true; // what was asked at rest may take long
  if (!live) m_pause.stop();
  m_new = true;
  ask();
}

void Probe::offer(std::span<const float> weights, std::int64_t step, std::span<const float> gradients) {
  const auto copy = [](std::shared_ptr<Buffer<float>>& into, std::span<const float> numbers) {
    // The worker may still read the buffer of the last request.
    if (!into || into.use_count() > 1 || into->size() != numbers.size()) into = std::make_shared<Buffer<float>>(numbers.size());
    std::copy(numbers.begin(), numbers.end(), into->begin());
  };
  copy(m_weights, weights);
  copy(m_gradients, gradients);
  m_step = step;
  m_new = true;
  ask();
}

void Probe::ask() {
  if (m_busy || !m_new || !m_known || !m_weights || m_wish.empty() || m_pause.isActive()) return;
  if (m_live && m_clock.isValid()) {
    const auto pause = std::max<qint64>(m_wish.confusion ? kCountsPause : kLeastPause, static_cast<qint64>(kPausePerWork * m_seconds * 1000));
    if (const qint64 left = pause - m_clock.elapsed(); left > 0) return m_pause.start(static_cast<int>(left));
  }
  m_busy = true;
  m_new = false;
  m_stop = false;
  m_clock.start();
  const ProbeRequest request{m_subject, m_weights, m_gradients, m_step, m_wish, m_live ? ProbeCare::Live : ProbeCare::AtRest, theme()};
  QMetaObject::invokeMethod(m_worker, [worker = m_worker, request] { worker->look(request); });
}

void Probe::take(int subject, const std::shared_ptr<ProbeAnswer>& answer, double seconds) {
  m_busy = false;
  m_seconds = answer && answer->atRest ? 0 : seconds; // a long look at rest does not hold back the first live one
  if (answer && subject == m_subject) emit answered(answer);
  ask();
}

} // namespace glassbox
