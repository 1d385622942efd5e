#include "widgets/model/doctor_watch.h"

#include "engine/core/memory.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThread>

namespace glassbox {

DoctorWatch::DoctorWatch(Document* document, TrainingSession* session, QObject* parent) : QObject(parent), m_document(document), m_session(session) {
  m_pool.setMaxThreadCount(1);
  m_pool.setThreadPriority(QThread::LowPriority);
  connect(session, &TrainingSession::ticked, this, &DoctorWatch::look);
  connect(session, &TrainingSession::stateChanged, this, &DoctorWatch::look);
  connect(session, &TrainingSession::restarted, this, [this] { m_lived = false; }); // with the same settings it may end otherwise: weights are set by hand
  connect(document, &Document::changed, this, [this](Document::Changes what) {
    if (what & (Document::Network | Document::Data | Document::Plan)) forget();
  });
}

DoctorWatch::~DoctorWatch() {
  m_stop.request_stop();
  m_pool.waitForDone();
}

void DoctorWatch::setEnabled(bool enabled) {
  if (enabled == m_enabled) return;
  m_enabled = enabled;
  forget();
  if (!enabled) m_document->setFindings({});
}

void DoctorWatch::forget() {
  m_stop.request_stop();
  ++m_number;
  m_examining = false;
  m_begun = m_lived = false;
}

void DoctorWatch::look() {
  using State = TrainingSession::State;
  if (!m_enabled || !m_session->dataset() || !m_session->trainer() || m_session->isStale() || m_session->isReplaying()) return;
  const State state = m_session->state();
  const bool over = state == State::Ended || state == State::Broken;
  const bool goes = state == State::Running || state == State::Paused;
  if (over && !m_lived) {
    const RunStatus status = m_session->status();
    begin(Lived{status.step, status.reason, flatWeights(m_session->trainer()->network())});
  } else if (goes && !m_begun && m_session->status().step >= kBegun) {
    begin({});
  }
}

void DoctorWatch::begin(std::optional<Lived> lived) {
  m_stop.request_stop();
  m_begun = true;
  m_lived = lived.has_value();
  m_examining = true;
  m_stop = {};
  RunSetup setup;
  setup.spec = std::make_shared<const NetworkSpec>(m_document->spec());
  setup.plan = m_document->plan();
  setup.data = m_session->dataset();
  m_pool.start([self = QPointer<DoctorWatch>(this), number = ++m_number, stop = m_stop.get_token(), setup = std::move(setup), lived = std::move(lived)] {
    const auto found = std::make_shared<const Result<std::vector<Finding>>>(withinMemory([&] { return examine(setup, {}, stop, lived); }));
    QMetaObject::invokeMethod(qApp, [self, number, found] {
      if (self) self->take(number, *found);
    });
  });
}

void DoctorWatch::take(quint64 number, const Result<std::vector<Finding>>& found) {
  if (number != m_number) return;
  m_examining = false;
  // A run that cannot be copied says why itself.
  if (found) m_document->setFindings(*found);
  emit examined();
}

} // namespace glassbox
