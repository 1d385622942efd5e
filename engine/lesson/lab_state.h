// What a check may know of the lab: network, plan, data, weights, measured figures, runs, answers. Values, no objects.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/data/dataset.h"
#include "engine/graph/analysis.h"
#include "engine/lesson/drawn_curve.h"
#include "engine/train/metrics.h"
#include "engine/train/plan.h"
#include "engine/train/trainer.h"

namespace glassbox {

struct NamedWeights {
  std::string name;  ///< "dense1.weight"
  Shape shape;       ///< (out, in) for dense
  std::vector<float> values;
};

/// How the weights came to be what they are.
enum class WeightOrigin { Drawn, ByHand, Training, Both };

/// One run, from its initial weights to where it stands.
struct RunRecord {
  TrainingPlan plan;           ///< as it began
  std::vector<LiveChange> changes;
  std::int64_t steps = 0;      ///< taken so far
  bool edited = false;         ///< a weight was set by hand, before or between its steps
  StopReason reason = StopReason::None;
  std::uint64_t dataHash = 0;
  std::int64_t parameters = 0;
  Scores train, validation, test;  ///< where it stands; a part that is empty or not measured has samples = 0

  WeightOrigin origin() const;
};

/// One axis of a sweep that was let run to its end.
struct SweptAxis {
  std::string key;      ///< "rate", "dense1.units"
  int values = 0, seeds = 0;
};

/// Numbers of one array that the learner filled in, in the stepper's quiz.
struct FilledCount {
  int right = 0, wrong = 0;
};

/// What the learner has done since the lesson was opened, beside runs and answers.
struct Deeds {
  std::vector<SweptAxis> sweeps;
  std::map<std::string, FilledCount> filled;  ///< by array: "dense1.out", "dense1.weight.grad"
};

/// A number, the key of a choice or of a region, or a curve.
using AnswerValue = std::variant<double, std::string, DrawnCurve>;

struct LabState {
  Analysis analysis;                  ///< with the spec
  DatasetPtr data;                    ///< may be null
  std::uint64_t startData = 0;        ///< Dataset::hash of the data the lesson began with
  std::vector<NamedWeights> weights;  ///< as they are now; empty when the network cannot be compiled
  std::vector<NamedWeights> gradients;  ///< of the last step; empty where it is not known
  RunRecord now;                      ///< the run the weights belong to; with 0 steps: not begun
  std::vector<RunRecord> earlier;
  std::map<std::string, AnswerValue> answers;  ///< by question
  Deeds deeds;
  RecordedCurves curves;              ///< of the run `now`: those that questions ask for
};

/// One moment of a run, as values: of a trainer at rest, or measured from a copy of its weights.
struct RunMoment {
  std::int64_t step = 0;
  StopReason reason = StopReason::None;
  std::vector<LiveChange> changes;
  std::vector<NamedWeights> weights;
  std::vector<NamedWeights> gradients;  ///< of the last step; empty where it is not known
  Scores train, validation, test;  ///< a part that was not measured has samples = 0
};

/// What the trainer does not know of the lab: its owner keeps it.
struct LabNotes {
  TrainingPlan plan;  ///< as the run began: live changes are told apart from it
  bool edited = false;
  std::uint64_t startData = 0;
  std::vector<RunRecord> earlier;
  std::map<std::string, AnswerValue> answers;
  Deeds deeds;
  RecordedCurves curves{};  ///< of the run
};

/// The state of a lab whose run is at `moment`: the one place where it is put together.
LabState labAt(RunMoment moment, const Analysis& analysis, const DatasetPtr& data, const LabNotes& notes);

/// The state of a lab whose trainer is at rest. Measures training, validation and test part.
LabState observe(Trainer& trainer, const LabNotes& notes);

/// The weights of an arena by name.
std::vector<NamedWeights> namedWeights(std::span<const WeightInfo> infos, std::span<const float> arena);

/// The number at `element` ("dense1.weight[0,0]"), or nothing when the network has no such weight.
std::optional<double> weightAt(const LabState& state, const std::string& element);

}  // namespace glassbox
