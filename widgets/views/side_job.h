// One long computation of a view at a time, on a thread that steps behind the training: progress, cancel, and its end in the GUI's thread.
#pragma once

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>

namespace glassbox {

/// Lives in the GUI thread. A new start() drops the job before it; the work must read `stop` at least every 50 ms or so.
class SideJob : public QObject {
  Q_OBJECT

 public:
  using Progress = std::function<void(double share)>;
  using Work = std::function<void(const std::atomic<bool>& stop, const Progress& progress)>;

  explicit SideJob(QObject* parent = nullptr);
  ~SideJob() override;

  /// `work` runs on another thread and must not throw. `done` is called here when it returns without having been cancelled.
  void start(Work work, std::function<void()> done);
  /// Its `done` is not called any more.
  void cancel();
  bool isRunning() const { return m_stop != nullptr; }

 signals:
  /// A share in [0, 1], at most 20 times a second.
  void progressed(double share);
  /// Of the job that was started last: done, or cancelled.
  void ended();

 private:
  QThreadPool m_pool; // of one thread: a job that was dropped ends before the next begins
  std::shared_ptr<std::atomic<bool>> m_stop;
};

} // namespace glassbox
