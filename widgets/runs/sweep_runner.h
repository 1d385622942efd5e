// A sweep on threads of its own; what comes back arrives in the GUI's thread.
#pragma once

#include "engine/experiment/sweep.h"
#include "widgets/model/run_list.h"

#include <QElapsedTimer>
#include <QObject>

#include <atomic>
#include <map>
#include <memory>
#include <thread>

namespace glassbox {

/// Owner: the GUI thread. One sweep at a time; when it is destroyed, the sweep ends. Of each cell it keeps the run with the least
/// validation loss as it ended; states beyond `kKeptBytes` go, those of the worst cells first: such a run is repeated when it is opened.
class SweepRunner : public QObject {
  Q_OBJECT

 public:
  explicit SweepRunner(QObject* parent = nullptr) : QObject(parent) {}
  ~SweepRunner() override;

  void start(SweepSetup setup);
  /// Runs that are under way are broken off; `finished` follows.
  void cancel();
  bool isRunning() const { return m_running; }
  /// While held, all runs rest between two steps.
  void setHeld(bool held);
  bool isHeld() const { return m_held && *m_held; }
  /// How long it has run, without the time it was held.
  double seconds() const;

  /// The best run of a cell; null before one has ended.
  const KeptRun* kept(std::size_t cell) const;

 signals:
  void runBegan(std::size_t cell);
  void runEnded(std::size_t cell, const glassbox::SweepRun& run);
  void progressed(int done, int all);
  /// The whole, also of what was cancelled.
  void finished(const std::shared_ptr<const glassbox::SweepResult>& result);
  void failed(const glassbox::Error& error);

 private:
  struct Kept {
    KeptRun run;
    double loss = 0;  ///< infinite where it has failed
  };

  void keep(std::size_t cell, Kept&& kept);
  void rest();

  static constexpr std::size_t kKeptBytes = std::size_t{256} << 20;

  std::jthread m_thread;
  std::shared_ptr<std::atomic<bool>> m_held;
  std::map<std::size_t, Kept> m_kept;
  QElapsedTimer m_clock;
  qint64 m_spent = 0;  ///< ms, before the clock was started last
  bool m_running = false;
  quint64 m_number = 0;  ///< of the sweep: what an earlier one still sends is not for us
};

} // namespace glassbox
