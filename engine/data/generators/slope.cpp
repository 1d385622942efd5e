// y = w1 x1 + w2 x2 + b + noise: regression with two inputs.
#include "engine/data/generators/generators.h"
#include "engine/data/generators/plane.h"

namespace glassbox::generators {
namespace {

Result<Dataset> make(const Params& params, std::uint64_t seed) {
  const std::int64_t points = params.integer("points");
  const double slope1 = params.number("slope1"), slope2 = params.number("slope2"), intercept = params.number("intercept"),
               noise = params.number("noise");
  Dataset data = regressionData(points, 2);
  for (std::int64_t i = 0; i < points; ++i) {
    RandomSequence random = sampleRandom(seed, i);
    const double x1 = random.uniform(-1, 1), x2 = random.uniform(-1, 1);
    setPoint(data, i, x1, x2, 0);
    data.target.numbers[static_cast<std::size_t>(i)] = static_cast<float>(slope1 * x1 + slope2 * x2 + intercept + noise * random.normal());
  }
  return data;
}

} // namespace

const GeneratorDef& slope() {
  const auto slopeParam = [](const char* key, Text label, double fallback) {
    return numberParam(key, std::move(label), GB_TEXT("engine", "How much y grows when this input grows by 1."), fallback, -10, 10);
  };
  static const GeneratorDef def{
      "plane",
      GB_TEXT("engine", "Plane"),
      GB_TEXT("engine", "A number for each point of the plane: y = w₁ x₁ + w₂ x₂ + b. One dense unit with two inputs learns it, and its "
                        "weights can be compared with the true ones."),
      {pointsParam(200), slopeParam("slope1", GB_TEXT("engine", "Slope along x₁"), 1),
       slopeParam("slope2", GB_TEXT("engine", "Slope along x₂"), -0.5),
       numberParam("intercept", GB_TEXT("engine", "Intercept"), GB_TEXT("engine", "The true b: y where both inputs are 0."), 0.25, -10, 10),
       numberParam(
           "noise", GB_TEXT("engine", "Noise"),
           GB_TEXT("engine", "Standard deviation of what is added to y. No model can get its error below it without learning by heart."),
           0.1, 0, 5)},
      {0.0, 0.25},
      make};
  return def;
}

} // namespace glassbox::generators
