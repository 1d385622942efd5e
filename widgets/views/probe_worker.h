// The half of the probe that lives in its thread.
#pragma once

#include "engine/core/result.h"
#include "widgets/views/prober.h"

#include <QObject>

#include <atomic>
#include <memory>
#include <optional>

namespace glassbox {

struct ProbeRequest {
  int subject = 0;
  std::shared_ptr<const Buffer<float>> weights;
  std::shared_ptr<const Buffer<float>> gradients; ///< null: not known
  std::int64_t step = 0;
  ProbeWish wish;
  ProbeCare care = ProbeCare::Live;
  Theme theme;
};

/// Owner: the probe's thread, from `moveToThread` on.
class ProbeWorker : public QObject {
  Q_OBJECT

 public:
  explicit ProbeWorker(const std::atomic<bool>& stop) : m_stop(stop) {}

  void begin(); ///< first thing in the thread: steps behind the training
  void setSubject(int number, const ProbeSubject& subject);
  void look(const ProbeRequest& request);

 signals:
  /// Exactly one for each request; `answer` is null when there is none. `seconds` are of the processor.
  void done(int subject, std::shared_ptr<glassbox::ProbeAnswer> answer, double seconds);
  void failed(int subject, glassbox::Error error);

 private:
  const std::atomic<bool>& m_stop;
  int m_subject = 0;
  std::optional<Prober> m_prober;
};

} // namespace glassbox
