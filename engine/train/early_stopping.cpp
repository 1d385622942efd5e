#include "engine/train/early_stopping.h"

#include <algorithm>

namespace glassbox {

void seeValidation(BestState& best, double loss, std::int64_t step, std::span<const float> weights) {
  if (best.step != 0 && !(loss < best.loss)) {
    ++best.epochsSince;
    return;
  }
  if (!std::isfinite(loss)) return;
  best.step = step;
  best.loss = loss;
  best.epochsSince = 0;
  if (best.weights.size() != weights.size()) best.weights = Buffer<float>(weights.size());
  std::copy(weights.begin(), weights.end(), best.weights.begin());
}

Result<ValidatedData> withValidation(const DatasetPtr& data, std::uint64_t seed) {
  if (data->validation > 0) return ValidatedData{data, false};
  Result<Dataset> split = splitParts(*data, {0.1, 0}, seed);
  if (!split) return split.error();
  finishHash(*split);
  return ValidatedData{std::make_shared<const Dataset>(*std::move(split)), true};
}

Result<DatasetPtr> dataOfRun(const DatasetPtr& data, std::optional<std::uint64_t> validationSeed) {
  if (!data || !validationSeed) return data;
  Result<ValidatedData> validated = withValidation(data, *validationSeed);
  if (!validated) return validated.error();
  return validated->data;
}

Text validationTakenText(const Dataset& data) {
  return GB_TEXT("engine", "The data have no validation part: %1 of the training samples were taken for it, %2 are left to train on.").arg(data.validation).arg(data.train);
}

}  // namespace glassbox
