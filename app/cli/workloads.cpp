#include "app/cli/workloads.h"

#include <algorithm>
#include <array>

namespace glassbox::cli {
namespace {

/// Uniform in [0, 1): the finalizer of MurmurHash3 over index and seed, its upper 24 bits.
float u01(std::uint32_t seed, std::uint32_t i) {
  std::uint32_t x = i + seed * 0x9E3779B9u;
  x ^= x >> 16;
  x *= 0x85EBCA6Bu;
  x ^= x >> 13;
  x *= 0xC2B2AE35u;
  x ^= x >> 16;
  return static_cast<float>(x >> 8) / 16777216.0f;
}

Field numbers(const std::string& name, std::int64_t rows, const Shape& shape) {
  Field field;
  field.name = name;
  field.type.shape = shape;
  field.numbers = Buffer<float>(static_cast<std::size_t>(rows * shape.count()));
  return field;
}

struct Draft {
  Workload w;
  Dataset data;

  Draft(std::string name, const char* line, Params plan, std::uint64_t weightSeed, std::int64_t rows, const Shape& input, const Shape& target) {
    w.name = std::move(name);
    w.spec = *parseLine(line);
    w.plan.values = std::move(plan);
    w.plan.values.set("shuffle", false);
    w.weightSeed = weightSeed;
    data.inputs.push_back(numbers("x", rows, input));
    data.target = numbers("y", rows, target);
    data.train = rows;
  }

  float* x() { return data.inputs[0].numbers.data(); }
  float* y() { return data.target.numbers.data(); }
  std::size_t rows() const { return static_cast<std::size_t>(data.train); }

  /// The same class labels as every peer draws.
  void drawLabels(std::uint32_t seed, int classes) {
    for (std::size_t i = 0; i < rows(); ++i) y()[i] = static_cast<float>(std::min(static_cast<int>(u01(seed, static_cast<std::uint32_t>(i)) * static_cast<float>(classes)), classes - 1));
    data.classNames = numberedNames("", classes);
    data.task = DataTask::Classes;
  }

  Workload finish() {
    finishHash(data);
    w.data = std::make_shared<const Dataset>(std::move(data));
    return std::move(w);
  }
};

ParamValue whole(std::int64_t value) { return value; }
ParamValue words(const char* value) { return std::string(value); }

Workload quadrants() {
  Draft d("W1", "input 2 | dense 4 tanh | dense 2 tanh | dense 1 tanh | mse factor=0.5", {{"optimizer", words("sgd")}, {"rate", 0.03}, {"batch", whole(10)}}, 1010, 500, {2}, {1});
  fillUniform(d.data.inputs[0].numbers, 1000, 6);
  for (std::size_t i = 0; i < d.rows(); ++i) d.y()[i] = d.x()[2 * i] * d.x()[2 * i + 1] >= 0 ? 1.0f : -1.0f;
  d.data.task = DataTask::Regression;
  return d.finish();
}

Workload line() {
  Draft d("W2a", "input 1 | dense 1 | mse", {{"optimizer", words("sgd")}, {"rate", 0.1}, {"batch", whole(100)}}, 2010, 100, {1}, {1});
  fillUniform(d.data.inputs[0].numbers, 2000, 1);
  fillUniform(d.data.target.numbers, 2001, 0.1f);
  for (std::size_t i = 0; i < d.rows(); ++i) d.y()[i] += 2 * d.x()[i] + 1;
  d.data.task = DataTask::Regression;
  return d.finish();
}

Workload logistic() {
  Draft d("W2b", "input 2 | dense 1 | binary_cross_entropy", {{"optimizer", words("sgd")}, {"rate", 0.1}, {"batch", whole(100)}}, 2110, 100, {2}, {});
  fillUniform(d.data.inputs[0].numbers, 2100, 1);
  for (std::size_t i = 0; i < d.rows(); ++i) d.y()[i] = d.x()[2 * i] + d.x()[2 * i + 1] > 0 ? 1.0f : 0.0f;
  d.data.task = DataTask::Binary;
  d.data.classNames = numberedNames("", 2);
  return d.finish();
}

Workload images(const char* name, std::uint32_t seed, const char* network, Params plan) {
  Draft d(name, network, std::move(plan), seed + 10, 2048, {784}, {});
  for (std::size_t i = 0; i < d.rows() * 784; ++i) d.x()[i] = u01(seed, static_cast<std::uint32_t>(i));
  d.drawLabels(seed + 1, 10);
  return d.finish();
}

Workload leNet() {
  Draft d("W5",
          "input 3x32x32 | conv2d 6 kernel=5 relu | max_pool2d 2 | conv2d 16 kernel=5 relu | max_pool2d 2 | flatten | dense 120 relu | dense 84 relu | dense 10 | softmax_cross_entropy",
          {{"optimizer", words("adam")}, {"rate", 1e-3}, {"batch", whole(32)}}, 5010, 512, {3, 32, 32}, {});
  fillUniform(d.data.inputs[0].numbers, 5000, 1);
  d.drawLabels(5001, 10);
  return d.finish();
}

}  // namespace

void fillUniform(std::span<float> out, std::uint32_t seed, float bound) {
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = (2 * u01(seed, static_cast<std::uint32_t>(i)) - 1) * bound;
}

std::span<const char* const> workloadNames() {
  static constexpr std::array<const char*, 6> names{"W1", "W2a", "W2b", "W3", "W4", "W5"};
  return names;
}

std::optional<Workload> findWorkload(const std::string& name) {
  if (name == "W1") return quadrants();
  if (name == "W2a") return line();
  if (name == "W2b") return logistic();
  if (name == "W3") return images("W3", 3000, "input 784 | dense 128 relu | dense 10 | softmax_cross_entropy", {{"optimizer", words("adam")}, {"rate", 1e-3}, {"batch", whole(32)}});
  if (name == "W4")
    return images("W4", 4000, "input 784 | dense 128 relu | dense 64 relu | dense 10 | softmax_cross_entropy",
                  {{"optimizer", words("momentum")}, {"rate", 0.01}, {"momentum", 0.9}, {"batch", whole(64)}});
  if (name == "W5") return leNet();
  return std::nullopt;
}

}  // namespace glassbox::cli
