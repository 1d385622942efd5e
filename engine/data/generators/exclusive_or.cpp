// Four clouds in the corners of a square; opposite corners share a class. No straight line parts them.
#include "engine/data/generators/generators.h"
#include "engine/data/generators/plane.h"

namespace glassbox::generators {
namespace {

Result<Dataset> make(const Params& params, std::uint64_t seed) {
  const std::int64_t points = params.integer("points");
  const double balance = params.number("balance"), spread = params.number("noise");
  Dataset data = twoClassPlane(points);
  std::int64_t ofClass[2] = {0, 0};
  for (std::int64_t i = 0; i < points; ++i) {
    RandomSequence random = sampleRandom(seed, i);
    const int label = classOf(i, balance);
    const bool right = ofClass[label]++ % 2 == 0; // the two clouds of a class in turn
    const bool up = right != (label == 1);
    const double x = (right ? 0.6 : -0.6) + spread * random.normal();
    const double y = (up ? 0.6 : -0.6) + spread * random.normal();
    setPoint(data, i, x, y, label);
  }
  return data;
}

} // namespace

const GeneratorDef& exclusiveOr() {
  static const GeneratorDef def{"xor",
                                GB_TEXT("engine", "XOR"),
                                GB_TEXT("engine", "Four clouds; a point is of class 1 when exactly one of its coordinates is positive. A "
                                                  "single straight line cannot part the classes: "
                                                  "this is the smallest data set that needs a hidden layer."),
                                {pointsParam(200),
                                 numberParam("noise", GB_TEXT("engine", "Noise"),
                                             GB_TEXT("engine", "Standard deviation of a cloud. Above 0.3 the clouds overlap."), 0.15, 0, 1),
                                 balanceParam()},
                                {0.0, 0.25},
                                make};
  return def;
}

} // namespace glassbox::generators
