// Trains a network on a thread of its own; the loop fits on a screen. Everything else is told through Ring and Latest.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/latest.h"
#include "engine/core/ring.h"
#include "engine/data/batches.h"
#include "engine/graph/network.h"
#include "engine/train/metrics.h"
#include "engine/train/plan.h"
#include "engine/train/run_state.h"
#include "engine/train/timeline.h"

namespace glassbox {

/// Norms of one node's trained weights at one step; of merged steps their means.
struct NodeNorms {
  float gradient = 0;     ///< |g|
  float updateRatio = 0;  ///< |change of w| / |w|
};

/// A value over one or more steps.
struct Spread {
  double min = 0, max = 0, sum = 0;
  void merge(const Spread& newer);
};

/// What is known of one step; when the reader is slow, of several steps merged.
struct StepPoint {
  std::int64_t step = 0;        ///< of the last merged step; 1 after the first update
  std::int64_t epoch = 0;       ///< epochs begun
  std::int64_t count = 0;       ///< steps merged
  Spread loss;                  ///< of the batch, before its update
  double rate = 0;              ///< learning rate of the last merged step
  std::vector<NodeNorms> nodes; ///< one per node with weights, in network order
  void merge(const StepPoint& newer);
};

/// Loss and metrics of whole parts, measured at an epoch's end and at the last of the steps that the plan sets. A part without samples has samples = 0.
struct EvalPoint {
  std::int64_t step = 0, epoch = 0;
  Scores validation, test;
  void merge(const EvalPoint& newer) { *this = newer; }
};

/// A copy of the network's state at one step, for pictures. Taken only while somebody watches.
struct Snapshot {
  std::int64_t step = 0, epoch = 0;
  Buffer<float> weights;      ///< the weight arena
  Buffer<float> gradients;    ///< the gradient arena after the last backward
};

/// State of a run that others may read at any time.
struct RunStatus {
  std::int64_t step = 0, epoch = 0;   ///< steps done, epochs done
  std::int64_t samples = 0;      ///< seen since the start
  double seconds = 0;            ///< spent training (pauses not counted)
  bool running = false;
  StopReason reason = StopReason::None;
  std::int64_t bestStep = 0;     ///< early stopping: step of the least validation loss; its weights are in place when the run has ended
  double bestValidation = 0;     ///< that loss
};

/// Everything a run is: with the same values the same curve, bit for bit, for any number of threads.
struct RunSetup {
  std::shared_ptr<const NetworkSpec> spec;
  TrainingPlan plan;
  DatasetPtr data;
  std::vector<LiveChange> changes;   ///< replayed at their steps
  int threads = 1;
  std::size_t ringCapacity = 4096;
  bool recordEveryStep = false;      ///< wait for the reader rather than merge (the command line)
  Buffer<float> startWeights;        ///< empty: drawn by seed and plan
  std::size_t timelineBytes = 0;     ///< memory for key frames to go back by; 0: none
  std::int64_t furthest = 0;         ///< a step that this run, begun anew, is known to have come to: it can be gone to
  std::shared_ptr<const RunState> start;  ///< where a branch begins; null: at step 0
};

/// "v3-1f2e..." of a run of this network that stands at these weights, where its losses gave this hash.
std::string fingerprintOf(const Network& network, std::span<const Real> weights, std::uint64_t lossHash);

/// Owner: the thread that made it (the GUI's, or the command line's). The worker thread owns the network while it trains.
class Trainer {
 public:
  /// Analyses, compiles, checks the data against the network, draws the weights. Nothing runs yet.
  /// With early stopping and data without a validation part a tenth of the training part becomes it: see remarks().
  static Result<std::unique_ptr<Trainer>> create(RunSetup setup);
  ~Trainer();

  // ---- commands, read by the worker between two steps -------------------------------------------------------------
  void run();                              ///< until paused or a stop rule ends it
  void runSteps(std::int64_t steps);       ///< so many steps, then pause
  void runEpoch();                         ///< to the end of this epoch, then pause
  void pause();
  void setPace(double stepsPerSecond);     ///< 0: no limit; only waits between steps
  void change(const std::string& key, ParamValue value);  ///< live; logged with the step it holds from
  void watch(bool on);                     ///< snapshots wanted
  void setThreads(int threads);
  /// `hand` gets the state as it is between two steps, on the worker's thread; training goes on behind it. At rest: the present state.
  /// A trainer that is destroyed before it comes to that forgets it.
  void askState(std::function<void(const Network&, RunState)> hand);

  // ---- what comes back ---------------------------------------------------------------------------------------------
  Ring<StepPoint>& points();
  Ring<EvalPoint>& evals();
  Latest<Snapshot>& snapshots();
  RunStatus status() const;
  bool running() const;
  /// Waits until the worker is at rest (paused or ended).
  void waitUntilIdle();
  std::vector<LiveChange> changes() const;
  std::optional<Error> failure() const;    ///< why it stopped at NotFinite, as a sentence
  const std::vector<Text>& remarks() const;  ///< what was chosen for the user when it was made, to be said

  // ---- only while at rest -------------------------------------------------------------------------------------------
  const Network& network() const;
  Network& network();
  const RunSetup& setup() const;
  const Analysis& analysis() const;
  const std::vector<NodeId>& trainedNodes() const;   ///< whose norms StepPoint::nodes holds; any time
  std::int64_t stepsPerEpoch() const;                ///< any time
  std::string fingerprint() const;         ///< "v3-1f2e..." of all losses so far and the weights
  const Metrics& evaluate(Part part);
  RunState state() const;
  std::vector<std::int64_t> nextRows();    ///< samples of the batch of the next step, as row numbers of the data
  /// Goes to a state that a trainer of the same setup was in. Fails when it is of another size; then nothing has changed.
  Result<void> restore(const RunState& state);

  // ---- going back (rewind.cpp); only while at rest, and only with RunSetup::timelineBytes ----------------------------
  /// Goes back, or forward again, to a step the run has come to: the state is bit for bit the one it had then. Steps that are
  /// repeated on the way send no points. Running on from there repeats the run, its log included; a change made there drops
  /// what came after. Fails for a step that the run has not reached.
  Result<void> replayTo(std::int64_t step);
  /// The same without waiting: the worker repeats the steps, running() tells when it has come there, pause() ends it earlier.
  Result<void> startReplay(std::int64_t step);
  /// Keeps the present state as a key frame, for example the initial one before another state is restored.
  void remember();
  void setTimelineBytes(std::size_t bytes);
  /// A run that begins in this trainer's present state and goes another way by one change.
  RunSetup branch(const std::string& key, ParamValue value) const;
  const Timeline& timeline() const;

 private:
  struct Impl;
  explicit Trainer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> m_impl;
};

}  // namespace glassbox
