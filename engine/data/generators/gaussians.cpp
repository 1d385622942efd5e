// Two clouds that a straight line can part.
#include "engine/data/generators/generators.h"
#include "engine/data/generators/plane.h"

namespace glassbox::generators {
namespace {

Result<Dataset> make(const Params& params, std::uint64_t seed) {
  const std::int64_t points = params.integer("points");
  const double balance = params.number("balance"), spread = params.number("noise");
  Dataset data = twoClassPlane(points);
  for (std::int64_t i = 0; i < points; ++i) {
    RandomSequence random = sampleRandom(seed, i);
    const int label = classOf(i, balance);
    const double center = label ? 0.4 : -0.4;
    const double x = center + spread * random.normal();
    const double y = center + spread * random.normal();
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
              "Two round clouds side by side. A straight line parts them, so a single neuron is enough; where the clouds overlap nobody can be always "
              "right."),
      {pointsParam(200),
       numberParam("noise", GB_TEXT("engine", "Noise"), GB_TEXT("engine", "Standard deviation of a cloud. Above 0.3 the clouds overlap."), 0.25, 0, 1),
       balanceParam()},
      {0.0, 0.25},
      make};
  return def;
}

}  // namespace glassbox::generators
