// Parity: is the number of ones odd? Every bit counts, and none alone says anything.
#include "engine/data/generators/generators.h"
#include "engine/data/generators/sequences.h"

namespace glassbox::generators {
namespace {

Result<Dataset> make(const Params& params, std::uint64_t seed) {
  const std::int64_t count = params.integer("sequences"), steps = params.integer("length");
  const bool every = params.words("answer") == "every";
  Dataset data = numberSequences(count, steps, {"x"});
  addTargets(data, every ? Shape{steps} : Shape{}, {"even", "odd"});
  for (std::int64_t i = 0; i < count; ++i) {
    RandomSequence random = sequenceRandom(seed, i);
    int ones = 0;
    for (std::int64_t t = 0; t < steps; ++t) {
      // With one answer the last bit is chosen for it, so that both answers are as frequent, to one sample.
      const bool one = !every && t + 1 == steps ? (ones + i) % 2 == 1 : random.below(2) == 1;
      ones += one;
      at(data.inputs[0], i, t) = one ? 1.0f : -1.0f;
      if (every) at(data.target, i, t) = static_cast<float>(ones % 2);
    }
    if (!every) at(data.target, i, 0) = static_cast<float>(ones % 2);
  }
  return data;
}

} // namespace

const GeneratorDef& parity() {
  static const GeneratorDef def{
      "parity",
      GB_TEXT("engine", "Parity"),
      GB_TEXT("engine", "Bits, written as -1 and 1: is the number of ones odd? One wrong step spoils all that follows, and a shorter look says nothing. "
                        "With an answer at every step a small recurrent network finds the two-state machine; with one answer at the end it is hard."),
      {sequencesParam(2000), integerParam("length", GB_TEXT("engine", "Length"), GB_TEXT("engine", "Steps of a sequence."), 8, 2, 200),
       choiceParam("answer", GB_TEXT("engine", "Answer"), GB_TEXT("engine", "Once after the last step, or after every step about the bits so far."), "every",
                   {{"once", GB_TEXT("engine", "once, at the end")}, {"every", GB_TEXT("engine", "at every step")}})},
      {0.0, 0.25},
      make};
  return def;
}

} // namespace glassbox::generators
