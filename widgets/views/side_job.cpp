#include "widgets/views/side_job.h"

#include "widgets/common/side_work.h"

#include <chrono>

namespace glassbox {

SideJob::SideJob(QObject* parent) : QObject(parent) { m_pool.setMaxThreadCount(1); }

SideJob::~SideJob() {
  if (m_stop) *m_stop = true;
  m_pool.waitForDone();
}

void SideJob::start(Work work, std::function<void()> done) {
  if (m_stop) *m_stop = true;
  const auto stop = m_stop = std::make_shared<std::atomic<bool>>(false);
  m_pool.start([this, stop, work = std::move(work), done = std::move(done)] {
    stepBehind();
    auto told = std::chrono::steady_clock::now();
    work(*stop, [&](double share) {
      const auto now = std::chrono::steady_clock::now();
      if (now - told < std::chrono::milliseconds(50)) return;
      told = now;
      QMetaObject::invokeMethod(this, [this, stop, share] {
        if (stop == m_stop) emit progressed(share);
      });
    });
    QMetaObject::invokeMethod(this, [this, stop, done] {
      if (stop != m_stop) return; // dropped
      m_stop.reset();
      done();
      emit ended();
    });
  });
}

void SideJob::cancel() {
  if (!m_stop) return;
  *m_stop = true;
  m_stop.reset();
  emit ended();
}

} // namespace glassbox
