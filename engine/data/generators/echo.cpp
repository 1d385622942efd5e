// Echo: what was read T steps ago is to be said now. The plainest test of a memory's length.
#include "engine/data/generators/generators.h"
#include "engine/data/generators/sequences.h"

namespace glassbox::generators {
namespace {

Result<Dataset> make(const Params& params, std::uint64_t seed) {
  const std::int64_t count = params.integer("sequences"), delay = params.integer("delay");
  const bool bits = params.words("values") == "bits", every = params.words("answer") == "every";
  const std::int64_t steps = every ? 2 * delay + 1 : delay + 1;
  Dataset data = numberSequences(count, steps, {"x"});
  const std::vector<std::string> names = bits ? std::vector<std::string>{"-1", "1"} : std::vector<std::string>{};
  addTargets(data, every ? Shape{steps} : bits ? Shape{} : Shape{1}, names);
  if (every) addMask(data);
  for (std::int64_t i = 0; i < count; ++i) {
    RandomSequence random = sequenceRandom(seed, i);
    // The first bit is the answer: as often one as the other, to one sample.
    for (std::int64_t t = 0; t < steps; ++t) {
      const bool one = t == 0 ? i % 2 == 1 : random.below(2) == 1;
      at(data.inputs[0], i, t) = bits ? (one ? 1.0f : -1.0f) : static_cast<float>(random.uniform(-1, 1));
    }
    const auto answer = [&](std::int64_t t) {
      const float x = at(data.inputs[0], i, t);
      return bits ? (x > 0 ? 1.0f : 0.0f) : x;
    };
    if (!every) at(data.target, i, 0) = answer(0);
    else
      for (std::int64_t t = delay; t < steps; ++t) {
        at(data.target, i, t) = answer(t - delay);
        at(data.mask, i, t) = 1;
      }
  }
  return data;
}

} // namespace

const GeneratorDef& echo() {
  static const GeneratorDef def{
      "echo",
      GB_TEXT("engine", "Echo"),
      GB_TEXT("engine", "A sequence of chance numbers; what was read some steps ago is to be said now. Everything between is noise, so the network has to carry one "
                        "number through it. Make the delay longer and find where each kind of memory gives up."),
      {sequencesParam(2000),
       integerParam("delay", GB_TEXT("engine", "Delay"), GB_TEXT("engine", "How many steps lie between reading and saying."), 10, 1, 200),
       choiceParam("values", GB_TEXT("engine", "Values"), GB_TEXT("engine", "Bits are -1 or 1 and the answer is one of two classes; numbers lie between -1 and 1 and are to be met."), "bits",
                   {{"bits", GB_TEXT("engine", "bits")}, {"numbers", GB_TEXT("engine", "numbers")}}),
       choiceParam("answer", GB_TEXT("engine", "Answer"), GB_TEXT("engine", "Once: after the last step, about the first. At every step: about the step that lies the delay before; a mask leaves out the steps before there is one."), "once",
                   {{"once", GB_TEXT("engine", "once, at the end")}, {"every", GB_TEXT("engine", "at every step")}})},
      {0.0, 0.25},
      make};
  return def;
}

} // namespace glassbox::generators
