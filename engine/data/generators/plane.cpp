#include "engine/data/generators/plane.h"

#include <cmath>

namespace glassbox::generators {

ParamDef pointsParam(std::int64_t fallback) {
  return integerParam("points", GB_TEXT("engine", "Points"),
                      GB_TEXT("engine", "How many samples are drawn. More points make the shape clearer and training slower."), fallback, 4,
                      100000);
}

ParamDef balanceParam() {
  return numberParam(
      "balance", GB_TEXT("engine", "Balance"),
      GB_TEXT("engine", "Share of the points that belong to class 1. Away from 0.5 the larger class can win by being guessed always."), 0.5,
      0.05, 0.95);
}

int classOf(std::int64_t i, double balance) {
  const auto before = std::floor(static_cast<double>(i) * balance + 1e-9), after = std::floor(static_cast<double>(i + 1) * balance + 1e-9);
  return after > before ? 1 : 0;
}

Dataset twoClassPlane(std::int64_t points) {
  const auto count = static_cast<std::size_t>(points);
  Dataset data;
  data.inputs.resize(1);
  data.inputs[0].name = "x";
  data.inputs[0].type.shape = Shape{2};
  data.inputs[0].labels = {"x₁", "x₂"};
  data.inputs[0].numbers = Buffer<float>(2 * count);
  data.target.name = "y";
  data.target.numbers = Buffer<float>(count);
  data.classNames = numberedNames("class ", 2);
  data.task = taskOfClasses(2);
  data.train = points;
  return data;
}

void setPoint(Dataset& data, std::int64_t i, double x, double y, int label) {
  const auto at = static_cast<std::size_t>(i);
  data.inputs[0].numbers[2 * at] = static_cast<float>(x);
  data.inputs[0].numbers[2 * at + 1] = static_cast<float>(y);
  data.target.numbers[at] = static_cast<float>(label);
}

} // namespace glassbox::generators
