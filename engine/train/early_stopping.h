// Early stopping: ends a run when the validation loss has stopped falling, and goes back to its best weights
// (Prechelt 1998, "Early stopping - but when?"). Only the validation part decides; the test part is never looked at.
#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <span>

#include "engine/data/dataset.h"
#include "engine/train/run_state.h"

namespace glassbox {

/// Tells `best` of an epoch's validation loss; copies the weights when it is the least so far. A loss that is not a number
/// is no best.
void seeValidation(BestState& best, double loss, std::int64_t step, std::span<const float> weights);

/// What a rule that looks at the validation part is given: the data themselves if they have one; else the same with a tenth of
/// the training part made the validation part, class by class, drawn by `seed`. Fails like splitParts.
struct ValidatedData {
  DatasetPtr data;
  bool taken = false;  ///< a tenth was taken: to be said
};
Result<ValidatedData> withValidation(const DatasetPtr& data, std::uint64_t seed);

/// The data a recorded run was trained on: with a tenth taken for validation where its record names the seed of that draw.
Result<DatasetPtr> dataOfRun(const DatasetPtr& data, std::optional<std::uint64_t> validationSeed);

/// The sentence that says so.
Text validationTakenText(const Dataset& data);

}  // namespace glassbox
