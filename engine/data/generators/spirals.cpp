// Spirals wound into each other: the classic test of a small network.
#include <cmath>
#include <numbers>

#include "engine/core/portable_math.h"
#include "engine/data/generators/generators.h"
#include "engine/data/generators/plane.h"

namespace glassbox::generators {
namespace {

constexpr double kInner = 0.15, kOuter = 1.0; // radius at the two ends of an arm

Result<Dataset> make(const Params& params, std::uint64_t seed) {
  const std::int64_t points = params.integer("points");
  const double turns = params.number("turns"), noise = params.number("noise"), balance = params.number("balance");
  const auto classes = static_cast<int>(params.integer("classes"));
  Dataset data = classPlane(points, classes);
  for (std::int64_t i = 0; i < points; ++i) {
    RandomSequence random = sampleRandom(seed, i);
    const int label = classOf(i, balance, classes);
    // Uniform in the squared radius spreads the points evenly along the arm, whose length grows with r dr.
    const double radius = std::sqrt(random.uniform(kInner * kInner, kOuter * kOuter));
    const double along = (radius - kInner) / (kOuter - kInner);
    // Class 0 ends at the upper right whatever the number of turns is; class k is class 0 turned by k
    // parts of the circle.
    const double angle = std::numbers::pi / 3 - 2 * std::numbers::pi * turns * (1 - along) + label * (2 * std::numbers::pi / classes);
    const double x = radius * portable::cos(angle) + noise * random.normal();
    const double y = radius * portable::sin(angle) + noise * random.normal();
    setPoint(data, i, x, y, label);
  }
  return data;
}

} // namespace

const GeneratorDef& spirals() {
  static const GeneratorDef def{"spirals",
                                GB_TEXT("engine", "Spirals"),
                                GB_TEXT("engine", "Spirals wound into each other, an arm for each class. The border between them is long and bent, so that "
                                                  "two hidden layers learn it far more easily than one. "
                                                  "Try how the number of turns decides how large a network is needed."),
                                {pointsParam(400),
                                 numberParam("turns", GB_TEXT("engine", "Turns"),
                                             GB_TEXT("engine", "How often each arm goes round. More turns need more units."), 1, 0.25, 4),
                                 numberParam("noise", GB_TEXT("engine", "Noise"),
                                             GB_TEXT("engine", "Standard deviation of what is added to both coordinates."), 0.03, 0, 0.5),
                                 oddsParam(), classesParam(6)},
                                {0.0, 0.25},
                                make};
  return def;
}

} // namespace glassbox::generators
