// The doctor: trains a short copy of a run and names what is wrong with it, with its evidence and the change that would cure it.
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/train/trainer.h"

namespace glassbox {

enum class FindingKind {
  DoubleSoftmax, ZeroInit, SymmetricInit, BatchNormOfOne, LeakedRows, ClassImbalance, ShuffledLabels, UnscaledInputs, NotFinite, Diverging,
  VanishingGradients, ExplodingGradients, DeadUnits, SaturatedUnits, SaturatedAttention, RateTooSmall, RateTooLarge
};
inline constexpr int kFindingKinds = static_cast<int>(FindingKind::RateTooLarge) + 1;

/// "double_softmax", ...: as in JSON.
const char* name(FindingKind kind);

/// The experiment: one change of the run, as data.
struct Cure {
  enum class Change {
    None,
    Set,          ///< a setting of the plan ("rate") or of a node ("dense1.units"): `key` and `value` as in a sweep
    Remove,       ///< the node `node`
    Insert,       ///< a node of type `key` behind `node`
    DropLeaked,   ///< training rows whose inputs are in the test part too
    Balance,      ///< training rows of the rarer classes are repeated, until all classes are equally frequent
    DrawLabels,   ///< training labels are dealt out anew by chance: no cure, but the proof
  };
  Change change = Change::None;
  std::string key, value;
  NodeId node;
  Text label;  ///< what is done otherwise: "Learning rate 0.01"
  bool empty() const { return change == Change::None; }
};

/// "set", "remove", ...: as in JSON.
const char* name(Cure::Change change);

/// One number that was judged, by its name in JSON.
struct Evidence {
  std::string name;
  double value = 0;
};

struct Finding {
  FindingKind kind = FindingKind::NotFinite;
  Issue::Severity severity = Issue::Severity::Warning;
  NodeId node;                     ///< of the spec that was given; empty: the whole run
  std::vector<Evidence> evidence;  ///< the first one decided
  Text sentence, explanation;
  std::string formula;             ///< TeX
  Cure cure;
};

struct DoctorLimits {
  std::int64_t steps = 200;  ///< of a short copy; fewer, but at least 20, where a step takes long
};

/// What has become of the run itself, which has gone on for longer than the doctor's copy of it.
struct Lived {
  std::int64_t step = 0;
  StopReason reason = StopReason::None;
  std::vector<double> weights;  ///< flat, as they are now
};

/// What spec, plan and data show without training.
std::vector<Finding> examineSetup(const RunSetup& setup);
std::vector<Finding> examineData(const RunSetup& setup);

/// All of it, and what short trainings show: one of the run, and more where a suspicion has to be confirmed. The same findings for
/// the same setup. With `lived` losses and units are looked at as they are now, too. Fails where the setup cannot be trained, when
/// `stop` is asked for, and when `lived` has the weights of another network.
Result<std::vector<Finding>> examine(RunSetup setup, const DoctorLimits& limits = {}, const std::stop_token& stop = {}, const std::optional<Lived>& lived = {});

/// The sick run with its cure. Fails for an empty cure.
Result<RunSetup> applyCure(RunSetup setup, const Cure& cure);

}  // namespace glassbox
