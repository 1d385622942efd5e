// Follows a run for the checks of a lesson: measures copies of its weights beside the training, a few times a second.
#pragma once

#include "engine/lesson/lab_state.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThread>
#include <QTimer>

#include <memory>
#include <set>

namespace glassbox {

/// Lives in the GUI thread; measures in a thread of low priority. While the run goes on, at most four times a second, and after
/// each measurement so long a pause that they cost less than a twentieth of one processor; at rest the last weights are always
/// measured. Nothing is asked of the trainer but the snapshots it takes anyway.
class LessonMeter : public QObject {
  Q_OBJECT

 public:
  /// `leastPause`: milliseconds between two live measurements; figures that change faster cannot be read.
  explicit LessonMeter(QObject* parent = nullptr, qint64 leastPause = 250);
  ~LessonMeter() override;

  /// Another run, whose trainer is at rest; what was offered of the one before is forgotten. Only `parts` are measured.
  void begin(const RunSetup& setup, const std::set<Part>& parts);
  /// No run is followed.
  void end();
  void setLive(bool live);
  /// The newest weights; copied here.
  void offer(const Snapshot& snapshot);

 signals:
  /// Never of a run before the present one.
  void measured(const glassbox::RunMoment& moment);

 private:
  struct Bench;
  void ask();
  void take(const std::shared_ptr<Bench>& bench, const RunMoment& moment, double seconds);

  const qint64 m_leastPause;
  QThread m_thread;
  QObject* m_worker;                // lives in m_thread
  std::shared_ptr<Bench> m_bench;   // of the present run; null: none
  std::shared_ptr<Buffer<float>> m_weights;
  std::shared_ptr<Buffer<float>> m_gradients;
  std::int64_t m_step = 0;
  bool m_live = false, m_busy = false, m_new = false;
  QElapsedTimer m_clock;            // since the last measurement began
  double m_seconds = 0;             // of the processor, for the last one
  QTimer m_pause;
};

} // namespace glassbox
