#include "engine/data/generators/sequences.h"

namespace glassbox::generators {
namespace {

void size(Field& field, std::int64_t samples, const Shape& shape) {
  field.type.shape = shape;
  field.numbers = Buffer<float>(static_cast<std::size_t>(samples * shape.count()));
}

} // namespace

ParamDef sequencesParam(std::int64_t fallback) {
  return integerParam("sequences", GB_TEXT("engine", "Sequences"),
                      GB_TEXT("engine", "How many are drawn, all parts together. More make learning by heart harder."), fallback, 4, 200'000);
}

Dataset numberSequences(std::int64_t count, std::int64_t steps, std::vector<std::string> features) {
  Dataset data;
  data.inputs.resize(1);
  data.inputs[0].name = "x";
  size(data.inputs[0], count, Shape{steps, static_cast<std::int64_t>(features.size())});
  data.inputs[0].labels = std::move(features);
  data.train = count;
  return data;
}

Dataset tokenSequences(std::int64_t count, std::int64_t steps, std::vector<std::string> vocabulary) {
  Dataset data;
  data.inputs.resize(1);
  data.inputs[0].name = "tokens";
  data.inputs[0].type.element = Element::Token;
  size(data.inputs[0], count, Shape{steps});
  data.vocabulary = std::move(vocabulary);
  data.train = count;
  return data;
}

void addTargets(Dataset& data, const Shape& shape, std::vector<std::string> classNames) {
  data.target.name = "y";
  size(data.target, data.train, shape);
  data.classNames = std::move(classNames);
  data.task = data.classNames.empty() ? DataTask::Regression : taskOfClasses(data.classes());
}

void addMask(Dataset& data) {
  data.mask.name = "mask";
  size(data.mask, data.train, data.target.type.shape);
}

float& at(Field& field, std::int64_t i, std::int64_t k) { return field.numbers[static_cast<std::size_t>(i * field.type.shape.count() + k)]; }

} // namespace glassbox::generators
