// y = sin(2 pi f x) + noise: a curve to be fitted.
#include <numbers>

#include "engine/core/portable_math.h"
#include "engine/data/generators/generators.h"
#include "engine/data/generators/plane.h"

namespace glassbox::generators {
namespace {

Result<Dataset> make(const Params& params, std::uint64_t seed) {
  const std::int64_t points = params.integer("points");
  const double waves = params.number("waves"), noise = params.number("noise");
  Dataset data = regressionData(points, 1);
  for (std::int64_t i = 0; i < points; ++i) {
    RandomSequence random = sampleRandom(seed, i);
    const double x = random.uniform(-1, 1);
    const auto at = static_cast<std::size_t>(i);
    data.inputs[0].numbers[at] = static_cast<float>(x);
    data.target.numbers[at] = static_cast<float>(portable::sin(std::numbers::pi * waves * x) + noise * random.normal());
  }
  return data;
}

} // namespace

const GeneratorDef& sine() {
  static const GeneratorDef def{
      "sine",
      GB_TEXT("engine", "Sine"),
      GB_TEXT("engine", "Points around a wave between x = -1 and 1. A line cannot follow it; a hidden layer can, the better the more units "
                        "it has. With few points and "
                        "noise the curve shows overfitting."),
      {pointsParam(100),
       numberParam("waves", GB_TEXT("engine", "Waves"), GB_TEXT("engine", "How many whole waves there are. More of them need more units."),
                   1, 0.25, 5),
       numberParam(
           "noise", GB_TEXT("engine", "Noise"),
           GB_TEXT("engine", "Standard deviation of what is added to y. No model can get its error below it without learning by heart."),
           0.1, 0, 2)},
      {0.0, 0.25},
      make};
  return def;
}

} // namespace glassbox::generators
