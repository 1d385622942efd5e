// Two to four networks that train side by side on one clock, as the GUI sees them.
#pragma once

#include "engine/experiment/lockstep.h"
#include "engine/io/run_recorder.h"
#include "widgets/model/run_list.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace glassbox {

/// What a network of the comparison is made from; together they give the same curve at every start, bit for bit.
struct ComparedSource {
  std::shared_ptr<const NetworkSpec> spec;
  TrainingPlan plan;
  std::vector<LiveChange> changes; ///< of a run that was changed on its way: made again at their steps
  DatasetPtr data;
  std::optional<std::uint64_t> validationSeed{}; ///< as RecordedRun
};

/// Reads or makes a source; runs on a thread of its own.
using SourceMaker = std::function<Result<ComparedSource>()>;

struct ComparedNetwork {
  int id = 0;
  QString name;
  int color = 0; ///< place in the palette of runs
  std::shared_ptr<const NetworkSpec> spec; ///< null while it is prepared
  TrainingPlan plan;
  DatasetPtr data;                  ///< as it was given; the trainer's may have a validation part of its own
  std::optional<std::uint64_t> validationSeed;
  std::shared_ptr<Trainer> trainer; ///< null while it is prepared, or when it cannot be
  std::optional<Error> failure;     ///< why it cannot be, or why it has stopped
  RunRecorder recorder;
  bool hasAccuracy = true;          ///< else the scores of its curves are R²
  std::string kept;                 ///< id of the run it was kept as, at the step below
  std::int64_t keptStep = -1;
};

/// What has come of one network since the last tick.
struct ComparedTick {
  int id = 0;
  std::vector<StepPoint> points;
  std::vector<EvalPoint> evals;
  const Snapshot* snapshot = nullptr; ///< the newest, if there is a new one; valid during the signal
};

/// Owner: the GUI thread. Trainers are made in the thread pool and train on their own threads; here only copies arrive.
class CompareSession : public QObject {
  Q_OBJECT

 public:
  static constexpr std::size_t kMost = 4;

  explicit CompareSession(QObject* parent = nullptr);
  ~CompareSession() override;

  /// `color`: the wished one; another where it is taken. Returns the network's id.
  int add(const QString& name, int color, SourceMaker maker);
  void remove(int id);
  const std::vector<std::unique_ptr<ComparedNetwork>>& networks() const { return m_networks; }
  const ComparedNetwork* find(int id) const;
  bool isFull() const { return m_networks.size() >= kMost; }
  /// One is being made.
  bool isPreparing() const;

  void run();
  void pause();
  void oneStep();
  /// All go back to step 0 with the same initial weights.
  void reset();
  void setPace(double stepsPerSecond) { m_clock.setPace(stepsPerSecond); }

  bool isRunning() const { return m_running; }
  std::int64_t step() const { return m_clock.step(); }

  /// One network as it stands, for the list of runs. It must be at rest and have done a step.
  KeptRun record(const ComparedNetwork& network) const;
  /// It is in the list of runs now.
  void markKept(int id, const std::string& run);

 signals:
  /// Networks have come or gone, one is ready, or the clock has started or stopped.
  void changed();
  /// All stand at step 0 again: curves are empty.
  void restarted();
  void ticked(const std::vector<glassbox::ComparedTick>& ticks);

 private:
  ComparedNetwork* edit(int id);
  void begin(int id, const ComparedSource& source, std::shared_ptr<Trainer> trainer);
  void start();
  void poll();
  void drain();
  int freeColor(int wished) const;

  Lockstep m_clock;
  std::vector<std::unique_ptr<ComparedNetwork>> m_networks;
  QTimer m_timer;
  int m_lastId = 0;
  bool m_running = false, m_resetting = false;
};

} // namespace glassbox
