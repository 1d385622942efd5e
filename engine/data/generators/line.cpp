// y = w x + b + noise: the smallest thing that can be learned.
#include "engine/data/generators/generators.h"
#include "engine/data/generators/plane.h"

namespace glassbox::generators {
namespace {

Result<Dataset> make(const Params& params, std::uint64_t seed) {
  const std::int64_t points = params.integer("points");
  const double slope = params.number("slope"), intercept = params.number("intercept"), noise = params.number("noise");
  Dataset data;
  data.task = DataTask::Regression;
  data.inputs.resize(1);
  data.inputs[0].name = "x";
  data.inputs[0].labels = {"x"};
  data.target.name = "y";
  data.target.labels = {"y"};
  for (Field* field : {&data.inputs[0], &data.target}) {
    field->type.shape = Shape{1};
    field->numbers = Buffer<float>(static_cast<std::size_t>(points));
  }
  for (std::int64_t i = 0; i < points; ++i) {
    RandomSequence random = sampleRandom(seed, i);
    const double x = random.uniform(-1, 1);
    data.inputs[0].numbers[static_cast<std::size_t>(i)] = static_cast<float>(x);
    data.target.numbers[static_cast<std::size_t>(i)] = static_cast<float>(slope * x + intercept + noise * random.normal());
  }
  data.train = points;
  return data;
}

} // namespace

const GeneratorDef& line() {
  static const GeneratorDef def{
      "line",
      GB_TEXT("engine", "Line"),
      GB_TEXT("engine", "Points around a straight line y = w x + b. One dense unit learns it, and its weight and bias can be compared with "
                        "the true ones."),
      {pointsParam(100),
       numberParam("slope", GB_TEXT("engine", "Slope"), GB_TEXT("engine", "The true w: how much y grows when x grows by 1."), 1.5, -10, 10),
       numberParam("intercept", GB_TEXT("engine", "Intercept"), GB_TEXT("engine", "The true b: y at x = 0."), 0.5, -10, 10),
       numberParam(
           "noise", GB_TEXT("engine", "Noise"),
           GB_TEXT("engine", "Standard deviation of what is added to y. No model can get its error below it without learning by heart."),
           0.1, 0, 5)},
      {0.0, 0.25},
      make};
  return def;
}

} // namespace glassbox::generators
