// A project: everything a .glassbox file holds, as pure data; its text, and saving it so that a crash leaves old or new.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/data/data_spec.h"
#include "engine/graph/network_spec.h"
#include "engine/io/file_calls.h"
#include "engine/io/safetensors.h"
#include "engine/train/plan.h"

namespace glassbox {

struct Position {
  double x = 0, y = 0;
  bool operator==(const Position&) const = default;
};

/// Where the tiles stand; a node without a position is placed by the window.
using Layout = std::map<NodeId, Position>;

/// A value of a curve over `count` steps, the last of which is `step`.
struct RecordedPoint {
  std::int64_t step = 0, count = 1;
  double min = 0, max = 0, mean = 0;
  bool operator==(const RecordedPoint&) const = default;
};

/// A run's curves by name; steps ascend.
using RecordedCurves = std::map<std::string, std::vector<RecordedPoint>>;

namespace curves {
inline constexpr const char* kLoss = "loss";
inline constexpr const char* kValidationLoss = "validation_loss";
inline constexpr const char* kTestLoss = "test_loss";
inline constexpr const char* kValidationScore = "validation_score";  ///< accuracy, or R2 of a regression
inline constexpr const char* kTestScore = "test_score";
inline std::string gradientOf(const NodeId& id) { return "gradient_norm." + id; }
inline std::string updateOf(const NodeId& id) { return "update_ratio." + id; }
}  // namespace curves

struct RecordedRun {
  std::string id, name;
  int color = 0;       ///< place in the palette of runs
  std::string parent;  ///< run it branched from, which stands before it in the list; empty: none
  std::int64_t branchStep = 0;
  std::optional<NetworkSpec> network;  ///< what was trained, where it is not the project's network any more
  TrainingPlan plan;
  std::uint64_t dataHash = 0;
  std::optional<std::uint64_t> validationSeed;  ///< of the draw that took a tenth of the training part for validation; nothing: the data as they are
  std::vector<LiveChange> changes;
  std::int64_t steps = 0;
  std::string ended;  ///< name of the stop reason; empty: it can go on
  std::string fingerprint;
  std::string notes;
  bool overlaid = false;     ///< its curves are drawn with those of the run that is shown
  RecordedCurves curves;     ///< names of namespace `curves`; others are kept
  bool operator==(const RecordedRun&) const = default;
};

/// Weights that lie beside the project as `name.<hash>.safetensors`.
struct WeightsRef {
  std::string file;  ///< name without folder; empty: none
  std::string hash;  ///< of the file's bytes, 16 hex digits
  bool operator==(const WeightsRef&) const = default;
};

struct Project {
  static constexpr int kVersion = 1;
  static constexpr std::size_t kMaxCurvePoints = 20'000;
  static constexpr std::int64_t kMaxBytes = std::int64_t{256} << 20;

  std::string title;
  NetworkSpec spec;
  Layout layout;
  DataSpec data;
  TrainingPlan plan;
  std::vector<RecordedRun> runs;
  std::string shownRun;  ///< id of the run that is shown and whose weights are saved; empty: the last one
  WeightsRef weights;
  const RecordedRun* shown() const;  ///< that run; null when there is none
  bool operator==(const Project&) const = default;
};

/// Reads a project. Strict: unknown or double keys, wrong types, numbers that do not fit, a newer version and dangling
/// names are each one sentence with line and column. Unknown layer types and parameters are kept: the analysis tells of them.
Result<Project> parseProject(std::string_view bytes, const std::string& place);

/// The same project gives the same bytes. Positions of nodes that are gone are left out; a curve over 20,000 points is
/// written with neighbors merged.
std::string writeProject(const Project& project);

/// Neighbors merged (smallest, largest, mean over all their steps) until at most `limit` points are left.
std::vector<RecordedPoint> thinned(std::vector<RecordedPoint> curve, std::size_t limit);

/// What the curves were when the run had come to `step`.
RecordedCurves curvesUntil(RecordedCurves curves, std::int64_t step);

Result<Project> readProject(const std::filesystem::path& path, const FileCalls& calls = {});

/// Fails when the project's text could not be read back as the same project: two nodes of one name, a wire to nowhere,
/// a parameter that is not a number. Saving asks this first, so that no good file is replaced by one that cannot be opened.
Result<void> checkProject(const Project& project);

/// Writes beside it and renames: after a crash the file is the old one or the new one. Syncs file and folder.
Result<void> saveProject(const Project& project, const std::filesystem::path& path, const FileCalls& calls = {});

/// Saves project and weights together. In this order:
///   1. the weights, as `name.<hash>.safetensors`. Fails: old project and old weights stand.
///   2. the project that names them: the commit point. Fails before it is renamed: old project and old weights stand, the
///      new weights are removed again. Fails after that (the folder was not synced): the new project and both weights stand.
///   3. the weights that the project saved before named are removed, unless another project in the folder names them
///      too. Fails: the file stays and does no harm; that is not reported.
/// A crash between 1 and 2 leaves new weights that no project names, one between 2 and 3 old ones.
/// Returns what the saved project names: `project.weights` is not looked at.
Result<WeightsRef> saveProjectWithWeights(Project project, const TensorFile& weights, const std::filesystem::path& path,
                                          const FileCalls& calls = {});

/// The weights that a project at `path` names. Fails when they are gone or are not the ones that were saved with it.
Result<TensorFile> readProjectWeights(const Project& project, const std::filesystem::path& path, const FileCalls& calls = {});

}  // namespace glassbox
