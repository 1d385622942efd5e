// Looks into a network while it trains: pictures and counts from copies of its weights, worked out in a thread of its own.
#pragma once

#include "engine/core/result.h"
#include "widgets/views/prober.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <memory>
#include <span>

namespace glassbox {

class ProbeWorker;

/// Lives in the GUI thread; its worker has a thread of low priority. At most one request is under way; while it is, only the newest
/// weights are kept for the next one. While the network trains, a request takes a few milliseconds of the processor and the pause
/// after it ten times as long, so that the pictures cost the training less than a tenth of one processor.
class Probe : public QObject {
  Q_OBJECT

 public:
  explicit Probe(QObject* parent = nullptr);
  ~Probe() override;

  /// Another network or other data. Weights that were offered before are forgotten; an answer about them is dropped.
  void setSubject(const ProbeSubject& subject);
  /// There is nothing to look into: weights that were offered are forgotten, and an answer about them is dropped.
  void forget();
  /// What shall be computed from now on; an empty wish costs nothing.
  void setWish(const ProbeWish& wish);
  const ProbeWish& wish() const { return m_wish; }
  /// While live, coarse and often; at rest, once and fully.
  void setLive(bool live);

  /// The newest weights: Snapshot::weights, or Network::weights() of a trainer at rest. Copied here.
  /// `gradients`: those of the last backward, where known. Copied too.
  void offer(std::span<const float> weights, std::int64_t step, std::span<const float> gradients = {});

  /// A request is under way.
  bool isBusy() const { return m_busy; }

 signals:
  /// Never for a subject before the present one.
  void answered(glassbox::ProbeAnswerPtr answer);
  /// The subject cannot be looked into: it cannot be compiled, or does not fit its data.
  void failed(const glassbox::Error& error);

 private:
  void ask();
  void take(int subject, const std::shared_ptr<ProbeAnswer>& answer, double seconds);

  QThread m_thread;
  ProbeWorker* m_worker; // lives in m_thread
  std::atomic<bool> m_stop{false};
  int m_subject = 0;    // counts the subjects: answers carry the number they belong to
  bool m_known = false; // there is a subject
  ProbeWish m_wish;
  std::shared_ptr<Buffer<float>> m_weights, m_gradients;
  std::int64_t m_step = 0;
  bool m_live = false;
  bool m_busy = false;
  bool m_new = false;    // weights, wish or care have changed since the last request
  QElapsedTimer m_clock; // since the last request
  double m_seconds = 0;  // of the processor, for the last answer
  QTimer m_pause;
};

} // namespace glassbox
