// The adding problem (Hochreiter and Schmidhuber 1997): the sum of the two marked numbers.
#include "engine/data/generators/generators.h"
#include "engine/data/generators/sequences.h"

namespace glassbox::generators {
namespace {

Result<Dataset> make(const Params& params, std::uint64_t seed) {
  const std::int64_t count = params.integer("sequences"), steps = params.integer("length");
  Dataset data = numberSequences(count, steps, {"x", "mark"});
  addTargets(data, Shape{1}, {});
  for (std::int64_t i = 0; i < count; ++i) {
    RandomSequence random = sequenceRandom(seed, i);
    for (std::int64_t t = 0; t < steps; ++t) at(data.inputs[0], i, 2 * t) = random.uniform();
    // One mark in each half: no two can fall together, and the first is far from the end.
    const std::int64_t half = steps / 2;
    const std::int64_t marks[] = {random.below(static_cast<std::uint32_t>(half)), half + random.below(static_cast<std::uint32_t>(steps - half))};
    for (std::int64_t t : marks) {
      at(data.inputs[0], i, 2 * t + 1) = 1;
      at(data.target, i, 0) += at(data.inputs[0], i, 2 * t);
    }
  }
  return data;
}

} // namespace

const GeneratorDef& adding() {
  static const GeneratorDef def{
      "adding",
      GB_TEXT("engine", "Adding"),
      GB_TEXT("engine", "Numbers between 0 and 1, two of them marked, one in each half: say the sum of the two. Who always says 1 has a mean squared error of 1/6 = 0.167; "
                        "below that the network has begun to look at the marks. A classic test of long memories."),
      {sequencesParam(4000), integerParam("length", GB_TEXT("engine", "Length"), GB_TEXT("engine", "Steps of a sequence."), 20, 2, 400)},
      {0.0, 0.25},
      make};
  return def;
}

} // namespace glassbox::generators
