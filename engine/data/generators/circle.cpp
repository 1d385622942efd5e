// A disc inside a ring.
#include <cmath>
#include <numbers>

#include "engine/core/portable_math.h"
#include "engine/data/generators/generators.h"
#include "engine/data/generators/plane.h"

namespace glassbox::generators {
namespace {

constexpr double kDisc = 0.5;                      // radius of the disc (class 1)
constexpr double kRingInner = 0.7, kRingOuter = 1; // of the ring (class 0)

Result<Dataset> make(const Params& params, std::uint64_t seed) {
  const std::int64_t points = params.integer("points");
  const double balance = params.number("balance"), noise = params.number("noise");
  Dataset data = twoClassPlane(points);
  for (std::int64_t i = 0; i < points; ++i) {
    RandomSequence random = sampleRandom(seed, i);
    const int label = classOf(i, balance);
    const double inner = label == 1 ? 0 : kRingInner, outer = label == 1 ? kDisc : kRingOuter;
    // The square root makes the density even: the area within r grows with r squared.
    const double radius = std::sqrt(random.uniform(inner * inner, outer * outer));
    const double angle = random.uniform(0, 2 * std::numbers::pi);
    const double x = radius * portable::cos(angle) + noise * random.normal();
    const double y = radius * portable::sin(angle) + noise * random.normal();
    setPoint(data, i, x, y, label);
  }
  return data;
}

} // namespace

const GeneratorDef& circle() {
  static const GeneratorDef def{
      "circle",
      GB_TEXT("engine", "Circle"),
      GB_TEXT("engine", "A disc of class 1 inside a ring of class 0. Three hidden units can close a border around the disc; with the "
                        "inputs squared one unit is enough."),
      {pointsParam(300),
       numberParam("noise", GB_TEXT("engine", "Noise"),
                   GB_TEXT("engine", "Standard deviation of what is added to both coordinates. Above 0.1 the classes touch."), 0.03, 0,
                   0.5),
       balanceParam()},
      {0.0, 0.25},
      make};
  return def;
}

} // namespace glassbox::generators
