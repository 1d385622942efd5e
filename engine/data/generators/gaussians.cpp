// Clouds that straight lines can part.
#include <cmath>
#include <numbers>

#include "engine/core/portable_math.h"
#include "engine/data/generators/generators.h"
#include "engine/data/generators/plane.h"

namespace glassbox::generators {
namespace {

Result<Dataset> make(const Params& params, std::uint64_t seed) {
  const std::int64_t points = params.integer("points");
  const double balance = params.number("balance"), spread = params.number("noise");
  const auto classes = static_cast<int>(params.integer("classes"));
  Dataset data = classPlane(points, classes);
  for (std::int64_t i = 0; i < points; ++i) {
    RandomSequence random = sampleRandom(seed, i);
    const int label = classOf(i, balance, classes);
    double centerX = label ? 0.4 : -0.4, centerY = centerX;
    if (classes > 2) { // on a circle through the centers of two, class 0 at the same place
      const double angle = 2 * std::numbers::pi * (0.625 + static_cast<double>(label) / classes);
      centerX = 0.4 * std::numbers::sqrt2 * portable::cos(angle);
      centerY = 0.4 * std::numbers::sqrt2 * portable::sin(angle);
    }
    const double x = centerX + spread * random.normal();
    const double y = centerY + spread * random.normal();
    setPoint(data, i, x, y, label);
  }
  return data;
}

}  // namespace

const GeneratorDef& gaussians() {
  static const GeneratorDef def{
      "gaussians",
      GB_TEXT("engine", "Gaussians"),
      GB_TEXT("engine",
              "Round clouds side by side, one for each class. Straight lines part them, so one neuron for each class is enough (of two classes a single one); "
              "where the clouds overlap nobody can be always right."),
      {pointsParam(200),
       numberParam("noise", GB_TEXT("engine", "Noise"), GB_TEXT("engine", "Standard deviation of a cloud. Above 0.3 the clouds overlap."), 0.25, 0, 1),
       oddsParam(), classesParam(8)},
      {0.0, 0.25},
      make};
  return def;
}

}  // namespace glassbox::generators
