// A sweep: the same training again and again with one or two settings varied, several seeds each, ranked by validation.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/train/trainer.h"

namespace glassbox {

/// What is varied: a setting of the plan ("rate") or a parameter of a node ("dense1.units"), and the values it takes, in words
/// as on the command line.
struct SweepAxis {
  std::string key;
  std::vector<std::string> values;
};

/// "rate=0.1,0.01" or "dense1.units=8,16". Fails with what is expected.
Result<SweepAxis> parseSweepAxis(const std::string& text);

struct SweepSetup {
  RunSetup run;                 ///< everything that is not varied
  std::vector<SweepAxis> axes;  ///< one or two
  int seeds = 1;                ///< runs of each cell, with the plan's seed and the ones behind it
  int trials = 0;               ///< so many cells of the grid, drawn by the plan's seed; 0: all
  int parallel = 1;             ///< runs at once, each on one thread
};

/// One run of a cell.
struct SweepRun {
  std::uint64_t seed = 0;
  double loss = 0, accuracy = 0;   ///< of the validation part at the end; loss is not a number when the run has failed
  bool hasAccuracy = false;
  std::int64_t steps = 0;
  StopReason reason = StopReason::None;
  std::string fingerprint;
};

/// One choice of values. A cell that a run cannot be made of (two shapes that do not fit) has an error in place of runs.
struct SweepCell {
  std::vector<std::string> values;  ///< one per axis
  std::vector<SweepRun> runs;       ///< one per seed
  std::optional<Error> error;
  double meanLoss = 0, lossDeviation = 0;  ///< over the seeds; deviation with n - 1
  double meanAccuracy = 0;
  bool hasAccuracy = false;
};

struct SweepResult {
  std::vector<SweepAxis> axes;
  std::vector<SweepCell> cells;     ///< in the order of the grid
  std::vector<std::size_t> ranking; ///< places in `cells`, the least mean validation loss first; failed ones last
  std::vector<Text> remarks;
  bool cancelled = false;           ///< cells that were not run have no runs
};

/// A run has ended: how many have, of how many, and the cell it belongs to. Called from one thread at a time.
using SweepProgress = std::function<void(int done, int all, const SweepCell& cell)>;

/// A run that has ended, before its trainer goes.
struct SweepEnd {
  std::size_t cell = 0;           ///< its place in SweepResult::cells
  const SweepRun& run;
  const Trainer& trainer;         ///< at rest
  std::optional<std::uint64_t> validationSeed;  ///< as RecordedRun: the data had no validation part
  std::vector<StepPoint> points;  ///< the whole run, in at most kSweepPoints merged points
  std::vector<EvalPoint> evals;   ///< the newest kSweepPoints
};

inline constexpr std::size_t kSweepPoints = 2048;

/// For a picture that fills, and for whom keeps the runs. What is empty is not called.
struct SweepWatch {
  std::function<void(std::size_t cell)> began;     ///< from one thread at a time, like `ended`
  std::function<void(const SweepEnd& end)> ended;
  std::function<bool()> held;                      ///< from many threads, again and again: while true, all runs rest between two steps
};

/// Trains all cells. The result is the same for any `parallel`. Fails when the setup itself is wrong: no limit to the runs, no
/// such key, a value out of range. Data without a validation part lose a tenth of the training part to it; a remark says so.
Result<SweepResult> runSweep(const SweepSetup& setup, const SweepProgress& progress = {}, std::stop_token stop = {}, const SweepWatch& watch = {});

/// Puts the values of a cell where the keys of the axes point. Fails like runSweep.
Result<void> applySweepValues(const std::vector<SweepAxis>& axes, const std::vector<std::string>& values, NetworkSpec& spec, TrainingPlan& plan);

/// One row per run: axes, seed, validation loss and accuracy, mean over seeds, rank. Cells that begin with = + - or @ are quoted,
/// so that a spreadsheet does not take them for formulas.
std::string sweepToCsv(const SweepResult& result);

}  // namespace glassbox
