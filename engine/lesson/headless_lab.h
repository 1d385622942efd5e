// A lab without a window: carries out a model answer, action by action, through the same trainer and the same state.
#pragma once

#include <memory>
#include <optional>

#include "engine/io/run_recorder.h"
#include "engine/lesson/lab_state.h"
#include "engine/lesson/lesson.h"

namespace glassbox {

/// Owner: the thread that made it.
class HeadlessLab {
 public:
  /// `seed` replaces the plan's. What is broken on purpose: tests of a lesson's checks.
  struct Options {
    std::uint64_t seed = 1;
    bool shuffleTargets = false;  ///< training targets no longer belong to their samples
    bool removeLayer = false;     ///< the last layer with weights is left out of every network
  };

  /// Loads the data and begins. Fails when the data cannot be had; a network that cannot be compiled is a state like any
  /// other. Arithmetic is the one that is the same on every computer, so that figures can be kept.
  static Result<HeadlessLab> open(const LessonSetup& setup, const std::filesystem::path& folder, const Options& options);

  /// Does it and waits until the trainer is at rest. Fails for what a learner could not do: a weight that is not there, a
  /// run of a network that cannot be compiled. A run that diverges has been done.
  Result<void> perform(const Action& action);

  LabState state();

 private:
  HeadlessLab() = default;
  void begin();
  void beginAnew();
  Result<void> set(const Action& action);
  Result<void> setWeight(const Action& action);
  void record();

  Options m_options;
  NetworkSpec m_spec;
  TrainingPlan m_plan;
  DatasetPtr m_data;
  LabNotes m_notes;
  RunRecorder m_recorder;  // without the norms of layers: no question asks for them
  std::unique_ptr<Trainer> m_trainer;  // none: m_refusal says why
  std::optional<Error> m_refusal;
};

}  // namespace glassbox
