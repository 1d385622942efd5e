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

ParamDef classesParam(int most) {
  return integerParam("classes", GB_TEXT("engine", "Classes"), GB_TEXT("engine", "How many classes are to be told apart. The network needs one output for each."), 2, 2, most);
}

ParamDef oddsParam() {
  return numberParam("balance", GB_TEXT("engine", "Balance"),
                     GB_TEXT("engine", "Of two classes the share of class 1; of more, how often class 1 comes beside each other one. 0.5: all alike. Away from "
                                       "it the larger class can win by being guessed always."),
                     0.5, 0.05, 0.95);
}

int classOf(std::int64_t i, double balance, int classes) {
  if (classes == 2) return classOf(i, balance);
  const double odds = balance / (1 - balance), share = odds / (odds + classes - 1);
  if (classOf(i, share) == 1) return 1;
  const auto before = static_cast<std::int64_t>(std::floor(static_cast<double>(i) * share + 1e-9)); // of class 1
  const auto other = static_cast<int>((i - before) % (classes - 1));                                  // 0, 2, 3, ...
  return other == 0 ? 0 : other + 1;
}

Dataset regressionData(std::int64_t points, int inputs) {
  const auto count = static_cast<std::size_t>(points);
  Dataset data;
  data.task = DataTask::Regression;
  data.inputs.resize(1);
  data.inputs[0].name = "x";
  data.inputs[0].type.shape = Shape{inputs};
  data.inputs[0].labels = inputs == 1 ? std::vector<std::string>{"x"} : std::vector<std::string>{"x₁", "x₂"};
  data.inputs[0].numbers = Buffer<float>(count * static_cast<std::size_t>(inputs));
  data.target.name = "y";
  data.target.labels = {"y"};
  data.target.type.shape = Shape{1};
  data.target.numbers = Buffer<float>(count);
  data.train = points;
  return data;
}

Dataset classPlane(std::int64_t points, int classes) {
  const auto count = static_cast<std::size_t>(points);
  Dataset data;
  data.inputs.resize(1);
  data.inputs[0].name = "x";
  data.inputs[0].type.shape = Shape{2};
  data.inputs[0].labels = {"x₁", "x₂"};
  data.inputs[0].numbers = Buffer<float>(2 * count);
  data.target.name = "y";
  data.target.numbers = Buffer<float>(count);
  data.classNames = numberedNames("class ", classes);
  data.task = taskOfClasses(classes);
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
