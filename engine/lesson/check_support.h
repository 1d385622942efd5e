// What the families of conditions share: bounds, and the tables that task_check.cpp puts together.
#pragma once

#include <optional>

#include "engine/lesson/task_check.h"

namespace glassbox {

ParamDef atMostParam();
ParamDef atLeastParam();

/// At least one of "at_most" and "at_least", and not such that no number passes.
Result<void> needBound(const Params& params);

/// Compares `now` with the bounds times `unit`.
void compareWithBounds(ConditionState& out, const Params& params, std::optional<double> now, double unit = 1);

// ---- figures.cpp --------------------------------------------------------------------------------------------------------

/// A number that the lab works out from a state; nothing where the state does not have it.
struct Figure {
  std::string key;
  Text label;
  std::optional<double> (*read)(const LabState& state, double threshold) = nullptr;
  std::vector<Part> parts;  ///< which must have been measured
};
std::span<const Figure> allFigures();
const Figure* findFigure(std::string_view key);

/// The largest step of gradient descent that does not diverge, 2 / lambda_max of the Hessian of the mean squared error, for one
/// dense layer: with rows (x, 1) in X it is 2 / (n outputs) X^T X for each output (Goodfellow et al. 2016, 4.3.1). Nothing for
/// another network or loss, for over 64 inputs or for over 100,000 samples.
std::optional<double> criticalRate(const LabState& state);

CheckDef figureCheck();

// ---- check_runs.cpp -----------------------------------------------------------------------------------------------------

CheckDef runCheck();
CheckDef compareCheck();

// ---- check_deeds.cpp ----------------------------------------------------------------------------------------------------

/// A key of the plan, or one with a dot: a parameter of a layer.
Result<void> checkSweepKey(const std::string& key);
CheckDef sweepCheck();
CheckDef filledCheck();

}  // namespace glassbox
