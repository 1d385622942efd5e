// Two half circles that reach into each other.
#include <numbers>

#include "engine/core/portable_math.h"
#include "engine/data/generators/generators.h"
#include "engine/data/generators/plane.h"

namespace glassbox::generators {
namespace {

constexpr double kRadius = 0.6;

// As in scikit-learn's make_moons, moved to the middle: an arch, and one upside down with its center 1 radius to the right
// and half a radius lower.
Result<Dataset> make(const Params& params, std::uint64_t seed) {
  const std::int64_t points = params.integer("points");
  const double balance = params.number("balance"), noise = params.number("noise");
  Dataset data = twoClassPlane(points);
  for (std::int64_t i = 0; i < points; ++i) {
    RandomSequence random = sampleRandom(seed, i);
    const int label = classOf(i, balance);
    const double angle = random.uniform(0, std::numbers::pi), turn = label ? -1 : 1;
    const double x = kRadius * (turn * portable::cos(angle) + (label ? 0.5 : -0.5)) + noise * random.normal();
    const double y = kRadius * (turn * portable::sin(angle) + (label ? 0.25 : -0.25)) + noise * random.normal();
    setPoint(data, i, x, y, label);
  }
  return data;
}

} // namespace

const GeneratorDef& moons() {
  static const GeneratorDef def{
      "moons",
      GB_TEXT("engine", "Moons"),
      GB_TEXT("engine", "Two half circles that reach into each other. A straight line gets most points right, a bent one all; with few "
                        "points and much noise "
                        "a large network learns them by heart."),
      {pointsParam(200),
       numberParam("noise", GB_TEXT("engine", "Noise"),
                   GB_TEXT("engine", "Standard deviation of what is added to both coordinates. Above 0.15 the moons touch."), 0.08, 0, 0.5),
       balanceParam()},
      {0.0, 0.25},
      make};
  return def;
}

} // namespace glassbox::generators
