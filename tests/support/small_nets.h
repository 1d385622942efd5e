// What several engine tests share: numbers by the peers' hash, and data sets made of them.
#pragma once

#include <cmath>
#include <cstring>

#include "engine/data/dataset.h"
#include "engine/train/trainer.h"

namespace glassbox::test {

/// Uniform in [0, 1) by a hash of index and seed: the same in tests/golden/make_training.py.
inline float u01(std::uint32_t seed, std::uint32_t i) {
  std::uint32_t x = i + seed * 0x9E3779B9u;
  x ^= x >> 16, x *= 0x85EBCA6Bu, x ^= x >> 13, x *= 0xC2B2AE35u, x ^= x >> 16;
  return static_cast<float>(x >> 8) / 16777216.0f;
}

inline void fillUniform(std::span<float> out, std::uint32_t seed, float bound) {
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = (2 * u01(seed, static_cast<std::uint32_t>(i)) - 1) * bound;
}

/// Random samples; `loss` is "ce" (classes = outputs), "bce" or anything else for numbers.
inline DatasetPtr hashedData(std::int64_t rows, const Shape& input, const std::string& loss, std::int64_t outputs, std::uint32_t seed) {
  auto data = std::make_shared<Dataset>();
  data->train = rows;
  Field x;
  x.name = "x";
  x.type.shape = input;
  x.numbers = Buffer<float>(static_cast<std::size_t>(rows * input.count()));
  fillUniform(x.numbers, seed, 1);
  data->inputs.push_back(std::move(x));
  const bool numbers = loss != "ce" && loss != "bce";
  if (numbers) data->target.type.shape = Shape{outputs};
  data->target.numbers = Buffer<float>(static_cast<std::size_t>(rows * (numbers ? outputs : 1)));
  data->task = numbers ? DataTask::Regression : loss == "bce" ? DataTask::Binary : DataTask::Classes;
  if (numbers) fillUniform(data->target.numbers, seed + 1, 1);
  else
    for (std::size_t i = 0; i < data->target.numbers.size(); ++i) {
      const float u = u01(seed + 1, static_cast<std::uint32_t>(i));
      data->target.numbers[i] = loss == "bce" ? (u > 0.5f ? 1.0f : 0.0f) : std::min(std::floor(u * static_cast<float>(outputs)), static_cast<float>(outputs - 1));
    }
  data->classNames = numbers ? std::vector<std::string>{} : numberedNames("", loss == "bce" ? 2 : outputs);
  finishHash(*data);
  return data;
}

inline std::shared_ptr<const NetworkSpec> specOf(const std::string& line) {
  Result<NetworkSpec> spec = parseLine(line);
  if (!spec) throw std::runtime_error(english(spec.error()));
  return std::make_shared<const NetworkSpec>(*spec);
}

inline std::unique_ptr<Trainer> makeTrainer(RunSetup setup) {
  Result<std::unique_ptr<Trainer>> trainer = Trainer::create(std::move(setup));
  if (!trainer) throw std::runtime_error(english(trainer.error()));
  return std::move(*trainer);
}

/// All points that have come so far.
inline std::vector<StepPoint> takePoints(Trainer& trainer) {
  std::vector<StepPoint> points;
  for (StepPoint point; trainer.points().pop(point);) points.push_back(point);
  return points;
}

}  // namespace glassbox::test
