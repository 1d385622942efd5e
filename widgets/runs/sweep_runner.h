// A sweep on threads of its own; what comes back arrives in the GUI's thread.
#pragma once

#include "engine/experiment/sweep.h"

#include <QObject>

#include <memory>
#include <thread>

namespace glassbox {

/// Owner: the GUI thread. One sweep at a time; when it is destroyed, the sweep ends.
class SweepRunner : public QObject {
  Q_OBJECT

 public:
  explicit SweepRunner(QObject* parent = nullptr) : QObject(parent) {}
  ~SweepRunner() override;

  void start(SweepSetup setup);
  /// Runs that are under way are broken off; `finished` follows.
  void cancel();
  bool isRunning() const { return m_running; }

 signals:
  void runBegan(std::size_t cell);
  void runEnded(std::size_t cell, const glassbox::SweepRun& run);
  void progressed(int done, int all);
  /// The whole, also of what was cancelled.
  void finished(const std::shared_ptr<const glassbox::SweepResult>& result);
  void failed(const glassbox::Error& error);

 private:
  std::jthread m_thread;
  bool m_running = false;
  quint64 m_number = 0;  ///< of the sweep: what an earlier one still sends is not for us
};

} // namespace glassbox
