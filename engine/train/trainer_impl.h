// The inside of a Trainer: state of the run, and the worker that carries it out (trainer_loop.cpp).
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <limits>
#include <mutex>
#include <thread>

#include "engine/train/clipping.h"
#include "engine/train/data_fit.h"
#include "engine/train/early_stopping.h"
#include "engine/train/optimizers.h"
#include "engine/train/schedules.h"
#include "engine/train/trainer.h"

namespace glassbox {

using Clock = std::chrono::steady_clock;

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

inline std::uint64_t mixHash(std::uint64_t hash, std::uint64_t word) { return (hash ^ word) * 0x100000001b3u; }

struct OwnNodes {
  std::vector<NodeId> nodes;        ///< nodes with trained weights, in network order
  std::vector<int> nodeOfWeight;    ///< per weight: place in `nodes`, -1 for untrained
};

OwnNodes findTrainedNodes(const Network& network);

struct Trainer::Impl {
  RunSetup setup;
  PlanValues plan;
  Network network;
  OwnNodes own;
  Optimizer optimizer;
  GradientClip clip;
  Batches batches;
  Evaluator validation, test, train;
  std::vector<std::size_t> fields;
  std::vector<const Real*> inputs;
  std::int64_t perEpoch;
  std::int64_t flopsPerStep;

  // Worker's own.
  std::int64_t step = 0;                 // updates done
  double epochLoss = 0;
  std::int64_t epochSamples = 0;
  std::uint64_t lossHash = RunState().lossHash;
  std::size_t nextChange = 0;
  StepPoint point;
  EvalPoint evalPoint;
  BestState best;                        // of early stopping
  TrainingPlan startPlan;                // before live changes
  Timeline timeline;
  std::int64_t furthest;                 // the last step that was reached, when it has gone back since
  std::int64_t quietUntil = 0;           // steps up to here are repeated: they send nothing
  std::vector<Text> remarks;
  Clock::time_point nextSnapshot{}, nextStepTime{}, lastLook{};
  int stepsPerLook = 1, sinceLook = 0;
  std::int64_t goal = 0;                 // pause after so many steps in all
  StopReason goalReason = StopReason::Paused;
  double pace = 0;
  bool watched = false;
  std::vector<std::function<void(const Network&, RunState)>> asked;  // who wants the state of this step
  int threads = 1;

  // Shared. `mutex` guards what is not atomic.
  mutable std::mutex mutex;
  std::condition_variable wake, idle;
  std::deque<std::function<void()>> commands;
  std::atomic<bool> hasCommands{false};
  bool quitting = false, busy = false;
  RunStatus status;
  Clock::time_point runStart{};
  std::atomic<std::int64_t> stepNow{0};
  std::atomic<std::int64_t> samplesNow{0};
  std::vector<LiveChange> changes;
  std::optional<Error> failure;

  Ring<StepPoint> points;
  Ring<EvalPoint> evals;
  Latest<Snapshot> snapshots;
  std::jthread worker;

  Impl(RunSetup s, const PlanValues& p, Network n, Batches::Options order)
      : setup(std::move(s)), plan(p), network(std::move(n)), own(findTrainedNodes(network)), optimizer(network, plan), clip(network),
        batches(setup.data, Part::Train, order), validation(network, setup.data, Part::Validation), test(network, setup.data, Part::Test),
        train(network, setup.data, Part::Train), fields(fieldsFor(network.analysis(), *setup.data)), inputs(fields.size()),
        perEpoch(batches.perEpoch()), point(prototype()), startPlan(setup.plan), timeline(setup.timelineBytes), furthest(setup.furthest), threads(setup.threads), changes(setup.changes),
        points(setup.ringCapacity, point), evals(256), snapshots(snapshotPrototype()) {
    const Analysis& a = network.analysis();
    flopsPerStep = order.batch * (a.forwardFlops + a.backwardFlops);
  }

  StepPoint prototype() const;
  Snapshot snapshotPrototype();

  // ---- the loop -------------------------------------------------------------------------------------------------------
  void work(std::stop_token);
  void takeStep(Team& team);
  /// Backward, then the update once the norm of all gradients is known.
  void updateClipped(Team& team);
  void record(double loss, int samples);
  void fillNorms();
  void measure(Team& team);
  void endEpoch(Team& team);
  /// What early stopping makes of an epoch's validation loss.
  void followValidation();
  void followChanges();
  void apply(const LiveChange& change);
  void applySetting(const LiveChange& change);
  void applyWeight(const LiveChange& change);
  /// A change made now: logged in its place, and made.
  void changeNow(const std::string& key, ParamValue value);
  RunState state();
  void handOver();
  /// Goes to a state, with this log of changes in place of its own.
  Result<void> put(const RunState& state, std::vector<LiveChange> log, StopReason reason);
  /// Pauses at this step for good: running again stops at once. Puts the best weights in place if there are some.
  void finish(StopReason reason);
  void stopNotFinite(NetworkInput input, Team& team);

  // ---- looking up from the work: snapshots and time, as rarely as pictures need it --------------------------------------
  void lookUp();
  void takeSnapshot(Clock::time_point now);

  // ---- commands and rest --------------------------------------------------------------------------------------------------
  bool mustQuit() const;
  bool waitForWork();
  /// Carries out what has come; false when the loop is to end.
  bool readCommands();
  void runCommands(std::unique_lock<std::mutex>&);
  /// Waits between steps when a pace is set; a command ends the wait. False: look at the goal again.
  bool waitForPace();
  void comeToRest();
  void post(std::function<void()> command);
  /// Runs on until `target`, unless a stop rule has ended the run.
  void setGoal(std::int64_t target);
  std::int64_t limit() const;
};

}  // namespace glassbox
