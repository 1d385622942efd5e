// The GUI's side of a training run: a QObject around Trainer that follows the document and brings what is new 30 times a second.
#pragma once

#include "engine/io/run_recorder.h"
#include "engine/train/trainer.h"
#include "widgets/model/document.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace glassbox {

/// What has come since the last tick.
struct TrainingTick {
  std::vector<StepPoint> points;    ///< of steps the run had not come to before
  std::vector<EvalPoint> evals;
  std::vector<StepPoint> repeated;  ///< of steps it has been at already: it went back and runs on
  const Snapshot* snapshot = nullptr;  ///< the newest, if there is a new one; valid during the signal
};

/// A run at one step, with all that it needs to go on from there.
struct RunCheckpoint {
  RecordedRun record;
  std::shared_ptr<const TensorFile> weights;  ///< null: they belong to another network than the one that is shown
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
  /// Its worker trains, or repeats steps.
  bool isRunning() const { return m_state == State::Running || m_replaying; }
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
  /// The run as it is now or was a moment ago, for a file, without stopping it. `take` is called in the GUI's thread once the state is
  /// there; never, when the run has been given up meanwhile. False: there is no run, or it repeats steps.
  bool askCheckpoint(std::function<void(const glassbox::RunCheckpoint&)> take);
  /// The run's weights belong to the network that is shown.
  bool fitsNetwork() const { return m_trainer && *m_trainer->setup().spec == m_document->spec(); }
  /// The next run goes on where this project, opened from `path`, was saved, if weights were saved with it. `weights`: those, where
  /// they have been read already.
  void openSaved(const Project& project, const QString& path, std::shared_ptr<const TensorFile> weights = nullptr);
  /// The weights given to `openSaved`, until there is a run that has them; null: none wait, or the network is another one now.
  std::shared_ptr<const TensorFile> waitingWeights() const;
  /// A saved run waits for its data.
  bool hasSaved() const { return m_saved != nullptr; }
  /// Which run of the project's list it is ("run3"); empty before the first.
  const std::string& runId() const { return m_run.id; }
  /// An id that no run of the project has, for one that was trained elsewhere.
  std::string freshId();
  /// The run it branched from, and where.
  const std::string& parentRun() const { return m_run.parent; }
  std::int64_t branchStep() const { return m_run.branchStep; }

  // ---- going back -----------------------------------------------------------------------------------------------------------
  /// The last step the run has come to; it may have gone back since.
  std::int64_t furthest() const;
  bool isRewound() const { return status().step < furthest(); }
  /// Steps are being repeated on the way to another one.
  bool isReplaying() const { return m_replaying || m_target.has_value(); }
  /// Memory for going back, in bytes; 0: runs cannot go back. Holds from now on.
  void setTimelineBytes(std::size_t bytes);
  std::size_t timelineBytes() const { return m_timelineBytes; }
  /// What is kept for it now; only while at rest, else the last known.
  std::size_t keptBytes() const;
  /// Goes to a step the run has been at: bit for bit the state it had then. It pauses for that; `rewound` tells when it is there.
  void goTo(std::int64_t step);
  /// Goes to a step the run has been at, or trains until it is there.
  void runTo(std::int64_t step);
  /// Leaves the run at the step it stands at and goes another way by one change of a setting that a run can take while it goes. The
  /// new run is a child of this one. Fails when the run cannot be left from here.
  Result<void> branch(const std::string& key, const ParamValue& value);
  /// The settings as they hold at the step it stands at.
  TrainingPlan planNow() const;
  /// Shows a run of the list again. The document already has its network and settings. Without a state its steps are repeated.
  void openRun(const RecordedRun& run, std::shared_ptr<const RunState> state);
  /// A run is out of the list: its children are `parent`'s now.
  void forgetRun(const std::string& id, const std::string& parent);
  /// On the way to which step; while steps are repeated.
  std::int64_t replayTarget() const { return m_target ? *m_target : m_replayTarget; }
  /// The state it stands in; at rest.
  std::shared_ptr<const RunState> keptState() const;
  /// Settings that a run can take while it goes, without the stop rules: a branch may change them.
  static bool canBranchBy(const ParamDef& def) { return def.keepsShapes; }
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
  double pace() const { return m_pace; }

 signals:
  void stateChanged(glassbox::TrainingSession::State state);
  /// The run is given up for another one; it is at rest and has done a step or more.
  void leaving();
  /// It stands at an earlier step, or at a later one again.
  void rewound(std::int64_t step);
  /// Steps are repeated: where it is on its way to where.
  void replaying(std::int64_t step, std::int64_t target);
  /// A new run begins: curves are empty, weights are the initial ones.
  void restarted();
  void ticked(const glassbox::TrainingTick& tick);
  /// A live change has been logged.
  void changed(const glassbox::LiveChange& change);
  /// Why a run cannot start or has stopped.
  void refused(const glassbox::Error& error);

 private:
  enum class Wish { Nothing, Run, Step, Epoch, To };
  struct Saved {
    Project project;
    QString path;
    std::shared_ptr<const TensorFile> weights;  ///< null: they lie in their file
    const RecordedRun* run() const { return project.shown(); }
  };
  /// Where a run of the list comes from.
  struct Identity {
    std::string id, parent;
    std::int64_t branchStep = 0;
  };
  /// All that a trainer is made from.
  struct Beginning {
    RunSetup setup;
    Identity run;
    TrainingPlan startPlan;
    std::shared_ptr<const Saved> saved;     ///< resumes from its weights
    RecordedCurves curves;
    std::uint64_t dataHash = 0;             ///< of the data it was trained on; 0: these
    std::optional<std::uint64_t> validationSeed;  ///< as RecordedRun
    std::optional<std::int64_t> replayTo;   ///< the state of that step is not there: the steps up to it are repeated
    std::optional<std::pair<std::string, double>> weight;  ///< set as soon as it stands
  };

  void follow(Document::Changes what);
  void followPlan();
  void start(Wish wish);
  void prepare(Wish wish);
  static Result<std::unique_ptr<Trainer>> trainerFor(const Beginning& beginning);
  void make(Beginning beginning, Wish wish);
  void begin(std::unique_ptr<Trainer> trainer, const Beginning& beginning);
  void carryOut(Wish wish);
  void leave();
  RecordedRun recordAt(const RunState& state, const std::string& fingerprint);
  void startReplay();
  void endReplay();
  void sortPoints();
  void branchWith(const std::string& key, const ParamValue& value);
  void poll();
  void setState(State state);
  void updateRate();

  Document* m_document;
  DatasetPtr m_data;
  std::shared_ptr<const Saved> m_saved;  ///< the next run goes on from it
  std::shared_ptr<const Saved> m_given;  ///< the same until that run is there
  RunRecorder m_recorder;
  std::unique_ptr<Trainer> m_trainer;
  TrainingPlan m_plan;              ///< of the run, with its live changes
  TrainingPlan m_startPlan;
  bool m_edited = false;
  Identity m_run;
  std::int64_t m_lastRun = 0;       ///< number of the newest id
  std::int64_t m_furthest = 0;
  std::optional<std::int64_t> m_target;  ///< of the next replay
  std::int64_t m_replayTarget = 0, m_runTarget = 0;
  bool m_replaying = false;
  std::size_t m_timelineBytes = std::size_t{256} << 20;
  mutable std::size_t m_keptBytes = 0;
  std::string m_furthestPrint;      ///< fingerprint at the furthest step
  StopReason m_furthestEnd = StopReason::None;
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
