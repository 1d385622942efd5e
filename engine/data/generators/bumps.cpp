// Hills and hollows over the plane: a regression that no plane fits.
#include "engine/core/portable_math.h"
#include "engine/data/generators/generators.h"
#include "engine/data/generators/plane.h"

namespace glassbox::generators {
namespace {

constexpr std::int64_t kPlaces = std::int64_t{1} << 41; // stream of the centers, apart from the samples' own

// y = sum over j of (-1)^j exp(-|x - c_j|^2 / (2 width^2)), the centers drawn in [-0.75, 0.75]^2.
Result<Dataset> make(const Params& params, std::uint64_t seed) {
  const std::int64_t points = params.integer("points"), bumps = params.integer("bumps");
  const double width = params.number("width"), noise = params.number("noise");
  std::vector<std::pair<double, double>> centers;
  RandomSequence places = sampleRandom(seed, kPlaces);
  for (std::int64_t j = 0; j < bumps; ++j) {
    const double x = places.uniform(-0.75, 0.75);
    centers.emplace_back(x, places.uniform(-0.75, 0.75));
  }
  Dataset data = regressionData(points, 2);
  for (std::int64_t i = 0; i < points; ++i) {
    RandomSequence random = sampleRandom(seed, i);
    const double x1 = random.uniform(-1, 1), x2 = random.uniform(-1, 1);
    setPoint(data, i, x1, x2, 0);
    double y = noise * random.normal(), sign = 1;
    for (const auto& [c1, c2] : centers) {
      y += sign * portable::exp(-((x1 - c1) * (x1 - c1) + (x2 - c2) * (x2 - c2)) / (2 * width * width));
      sign = -sign;
    }
    data.target.numbers[static_cast<std::size_t>(i)] = static_cast<float>(y);
  }
  return data;
}

} // namespace

const GeneratorDef& bumps() {
  static const GeneratorDef def{
      "bumps",
      GB_TEXT("engine", "Bumps"),
      GB_TEXT("engine", "Hills and hollows in turn, spread over the plane. A plane cannot fit them; the more of them there are and the "
                        "narrower they are, the more hidden units are needed."),
      {pointsParam(400),
       integerParam("bumps", GB_TEXT("engine", "Bumps"),
                    GB_TEXT("engine", "How many hills and hollows there are; where they lie follows from the seed."), 2, 1, 12),
       numberParam("width", GB_TEXT("engine", "Width"),
                   GB_TEXT("engine", "Standard deviation of a hill: how wide it is. Narrow ones are hard to find."), 0.3, 0.1, 1),
       numberParam(
           "noise", GB_TEXT("engine", "Noise"),
           GB_TEXT("engine", "Standard deviation of what is added to y. No model can get its error below it without learning by heart."),
           0.05, 0, 1)},
      {0.0, 0.25},
      make};
  return def;
}

} // namespace glassbox::generators
