// The GUI's side of a training run: a QObject around Trainer that follows the document and brings what is new 30 times a second.
#pragma once

#include "engine/train/trainer.h"
#include "widgets/model/document.h"
#include "widgets/model/run_recorder.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace glassbox {

/// What has come since the last tick.
struct TrainingTick {
  std::vector<StepPoint> points;
  std::vector<EvalPoint> evals;
  const Snapshot* snapshot = nullptr;  ///< the newest, if there is a new one; valid during the signal
};

/// Owner: the GUI thread. The network belongs to the trainer's thread while it trains; here only copies arrive.
class TrainingSession : public QObject {
  Q_OBJECT

 public:
  enum class State {
    Empty,      ///< no run yet
    Preparing,  ///< a trainer is being made
    Running,
    Paused,     ///< can go on
    Ended,      ///< a stop rule was reached; a changed rule lets it go on
    Broken,     ///< a number was not finite
  };
  Q_ENUM(State)

  explicit TrainingSession(Document* document, QObject* parent = nullptr);
  ~TrainingSession() override;

  void setDataset(DatasetPtr data);
  const DatasetPtr& dataset() const { return m_data; }
  void setThreads(int threads);

  State state() const { return m_state; }
  bool isRunning() const { return m_state == State::Running; }
  /// The run no longer belongs to the network, data or settings that are shown; the next start makes a new one.
  bool isStale() const { return m_stale; }
  RunStatus status() const;
  /// Samples a second over the last second or so.
  double rate() const { return m_rate; }
  const Trainer* trainer() const { return m_trainer.get(); }
  Trainer* trainer() { return m_trainer.get(); }
  /// "v3-1f2e...", once the run is at rest; else empty.
  QString fingerprint() const;
  std::vector<LiveChange> changes() const;
  /// A weight has been set by hand since the run began.
  bool isEdited() const { return m_edited; }
  /// The plan as the run began; live changes are told apart from it.
  const TrainingPlan& startPlan() const { return m_startPlan; }
  /// The run as it stands, for the project file; it must be at rest.
  RecordedRun record() const;
  /// The run's weights belong to the network that is shown.
  bool fitsNetwork() const { return m_trainer && *m_trainer->setup().spec == m_document->spec(); }
  /// The next run goes on where this project, opened from `path`, was saved, if weights were saved with it.
  void openSaved(const Project& project, const QString& path);
  /// A saved run waits for its data.
  bool hasSaved() const { return m_saved.has_value(); }
  /// The curves of the run until now; after `restarted` those of a saved run that goes on.
  const RecordedCurves& curves() const { return m_recorder.curves(); }

  /// Sets one weight ("dense1.weight[0,0]") while the run is at rest; it is logged like a live change.
  void setWeight(const std::string& element, double value);

 public slots:
  void run();
  void pause();
  void toggle();
  /// Pauses, waits for the step that is under way and takes in all that has come until then.
  void rest();
  void oneStep();
  void oneEpoch();
  /// Back to step 0 with the same initial weights.
  void reset();
  /// The next seed, and back to step 0.
  void newSeed();
  /// Steps a second; 0: as fast as it goes.
  void setPace(double stepsPerSecond);

 signals:
  void stateChanged(glassbox::TrainingSession::State state);
  /// A new run begins: curves are empty, weights are the initial ones.
  void restarted();
  void ticked(const glassbox::TrainingTick& tick);
  /// A live change has been logged.
  void changed(const glassbox::LiveChange& change);
  /// Why a run cannot start or has stopped.
  void refused(const glassbox::Error& error);

 private:
  enum class Wish { Nothing, Run, Step, Epoch };
  struct Saved {
    Project project;
    QString path;
    const RecordedRun* run() const { return project.runs.empty() ? nullptr : &project.runs.back(); }
  };

  void follow(Document::Changes what);
  void followPlan();
  void start(Wish wish);
  void prepare(Wish wish);
  void begin(std::unique_ptr<Trainer> trainer, const std::shared_ptr<const Saved>& saved);
  void carryOut(Wish wish);
  void poll();
  void setState(State state);
  void updateRate();

  Document* m_document;
  DatasetPtr m_data;
  std::optional<Saved> m_saved;
  RunRecorder m_recorder;
  std::unique_ptr<Trainer> m_trainer;
  TrainingPlan m_plan;              ///< of the run, with its live changes
  TrainingPlan m_startPlan;
  bool m_edited = false;
  State m_state = State::Empty;
  bool m_stale = false;
  Wish m_wish = Wish::Nothing;
  quint64 m_preparation = 0;
  double m_pace = 0;
  int m_threads = 1;
  QTimer m_timer;
  TrainingTick m_tick;
  double m_rate = 0;
  std::int64_t m_rateSamples = 0;
  double m_rateSeconds = 0;
};

} // namespace glassbox
