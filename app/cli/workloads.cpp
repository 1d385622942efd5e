#include "app/cli/workloads.h"

#include <algorithm>
#include <array>
#include <cmath>

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

/// uni(seed, ..., bound) from number `first` on: uniform numbers by a hash of the index, the same in every peer.
void fillUniform(std::span<float> out, std::uint32_t seed, float bound, std::size_t first = 0) {
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = (2 * u01(seed, static_cast<std::uint32_t>(first + i)) - 1) * bound;
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

/// A tanh RNN over `time` steps whose last state goes through one dense layer.
Workload sequences(const char* name, std::uint32_t seed, const char* network, std::int64_t batches, std::int64_t batch, const Shape& input, int classes) {
  Draft d(name, network, {{"optimizer", words("adam")}, {"rate", 1e-3}, {"batch", whole(batch)}}, seed + 10, batches * batch, input, classes ? Shape{} : Shape{1});
  fillUniform(d.data.inputs[0].numbers, seed, 1);
  if (classes) {
    d.drawLabels(seed + 1, classes);
  } else {
    fillUniform(d.data.target.numbers, seed + 1, 1);
    d.data.task = DataTask::Regression;
  }
  return d.finish();
}

/// One head over random sequences. The workload has queries, keys and values as three tensors of (64, 64).
Workload attention() {
  Draft d("W7", "input 64x64 | attention bias=false output=false | mse", {{"optimizer", words("adam")}, {"rate", 1e-3}, {"batch", whole(32)}}, 7010, 128, {64, 64}, {64, 64});
  fillUniform(d.data.inputs[0].numbers, 7000, 1);
  fillUniform(d.data.target.numbers, 7001, 1);
  d.data.task = DataTask::Regression;
  d.w.fills = {{.name = "attention1.qkv.weight", .tensor = 0, .bound = 0.125f, .tensors = 3}};
  return d.finish();
}

/// Where the 16 tensors of GPT-2 are, numbered as llm.c does, each over all layers.
std::vector<WeightFill> gptFills() {
  return {{"embedding1.weight", 0, 0.04f},      {"position_embedding1.weight", 1, 0.04f},
          {"layer_norm1.weight", 2, 0, 1},      {"layer_norm1.bias", 3},
          {"attention1.qkv.weight", 4, 0.04f},  {"attention1.qkv.bias", 5},
          {"attention1.out.weight", 6, 0.04f},  {"attention1.out.bias", 7},
          {"layer_norm2.weight", 8, 0, 1},      {"layer_norm2.bias", 9},
          {"dense1.weight", 10, 0.04f},         {"dense1.bias", 11},
          {"dense2.weight", 12, 0.04f},         {"dense2.bias", 13},
          {"layer_norm3.weight", 14, 0, 1},     {"layer_norm3.bias", 15}};
}

/// A small GPT-2.
Workload languageModel() {
  constexpr std::int64_t kTime = 128, kTokens = 96, kRows = 64;
  Draft d("W8",
          "input 128 element=tokens | embedding 128 tokens=96 | position_embedding | transformer_block 4 causal=true repeat=4 | layer_norm | dense 96 bias=false weights=embedding1 | "
          "softmax_cross_entropy",
          {{"optimizer", words("adamw")}, {"rate", 3e-4}, {"weight_decay", 0.01}, {"decay_on", words("all")}, {"batch", whole(16)}}, 8010, kRows, {kTime}, {kTime});
  d.data.inputs[0].type.element = Element::Token;
  for (std::int64_t row = 0; row < kRows; ++row)
    for (std::int64_t t = 0; t <= kTime; ++t) {
      const auto token = static_cast<float>(std::min<std::int64_t>(static_cast<std::int64_t>(u01(8000, static_cast<std::uint32_t>(row * (kTime + 1) + t)) * static_cast<float>(kTokens)), kTokens - 1));
      if (t < kTime) d.x()[row * kTime + t] = token;
      if (t > 0) d.y()[row * kTime + t - 1] = token;
    }
  d.data.classNames = numberedNames("", kTokens);
  d.data.task = DataTask::Classes;
  d.w.fills = gptFills();
  return d.finish();
}

/// GPT-2 of 124M parameters, which reads tokens and is asked what comes next.
Workload largeLanguageModel(const char* name, Reading reading) {
  Workload w;
  w.name = name;
  w.spec = *parseLine(
      "input 1024 element=tokens | embedding 768 tokens=50257 | position_embedding | transformer_block 12 causal=true repeat=12 | layer_norm | "
      "dense 50257 bias=false weights=embedding1 | softmax_cross_entropy");
  w.weightSeed = 9010;
  w.fills = gptFills();
  w.reading = std::move(reading);
  return w;
}

std::vector<float> drawnTokens(std::uint32_t seed, int count, int below) {
  std::vector<float> tokens;
  for (int i = 0; i < count; ++i)
    tokens.push_back(static_cast<float>(std::min(static_cast<int>(u01(seed, static_cast<std::uint32_t>(i)) * static_cast<float>(below)), below - 1)));
  return tokens;
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

void fillWeights(Network& network, const Workload& workload) {
  std::uint32_t t = 0;
  const auto seed = static_cast<std::uint32_t>(workload.weightSeed);
  for (const WeightInfo& info : network.weightInfos()) {
    const std::span<float> w = network.weightsOf(info);
    if (workload.fills.empty()) {
      fillUniform(w, seed + t++, static_cast<float>(1 / std::sqrt(static_cast<double>(info.def.fanIn))));
      continue;
    }
    const std::string name = network.analysis().original(info.node) + "." + info.def.name;
    const auto fill = std::find_if(workload.fills.begin(), workload.fills.end(), [&](const WeightFill& f) { return f.name == name; });
    if (fill == workload.fills.end()) continue;
    const std::size_t each = info.size / static_cast<std::size_t>(fill->tensors);
    const std::size_t first = info.size * static_cast<std::size_t>(network.analysis().spec->find(info.node)->copy - 1);
    for (int part = 0; part < fill->tensors; ++part) {
      const std::span<float> numbers = w.subspan(static_cast<std::size_t>(part) * each, each);
      if (fill->bound == 0) std::fill(numbers.begin(), numbers.end(), fill->constant);
      else fillUniform(numbers, seed + static_cast<std::uint32_t>(fill->tensor + part), fill->bound, first);
    }
  }
}

void fillPast(Network& network, const Reading& reading) {
  const Analysis& analysis = network.analysis();
  std::uint32_t layer = 0;
  for (const NodeId& id : analysis.order) {
    if (analysis.spec->find(id)->key != "attention") continue;
    const NodeAnalysis& node = analysis.nodes.at(id);
    const std::int64_t context = node.inputs[0].shape[0], width = node.inputs[0].shape[1], heads = node.params.integer("heads"), D = width / heads;
    std::vector<float> rows(static_cast<std::size_t>(reading.past * width));
    for (const bool keys : {true, false}) {
      for (std::int64_t step = 0; step < reading.past; ++step)
        for (std::int64_t h = 0; h < heads; ++h)
          fillUniform(std::span(rows).subspan(static_cast<std::size_t>(step * width + h * D), static_cast<std::size_t>(D)), (keys ? reading.keySeed : reading.valueSeed) + layer, 1,
                      static_cast<std::size_t>((h * context + step) * D));
      network.setPast(id, keys ? 1 : 2, reading.past, rows);
    }
    ++layer;
  }
}

std::span<const char* const> workloadNames() {
  static constexpr std::array<const char*, 13> names{"W1", "W2a", "W2b", "W3", "W4", "W5", "W6a", "W6b", "W7", "W8", "W9t", "W9p", "W9pall"};
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
  if (name == "W6a") return sequences("W6a", 6000, "input 10x3 | rnn 5 | dense 1 | mse", 16, 16, {10, 3}, 0);
  if (name == "W6b") return sequences("W6b", 6100, "input 32x32 | rnn 128 | dense 10 | softmax_cross_entropy", 16, 32, {32, 32}, 10);
  if (name == "W7") return attention();
  if (name == "W8") return languageModel();
  if (name == "W9t") return largeLanguageModel("W9t", {.tokens = {123}, .calls = 64, .past = 64, .keySeed = 9100, .valueSeed = 9200});
  if (name == "W9p") return largeLanguageModel("W9p", {.tokens = drawnTokens(9000, 64, 50257)});
  if (name == "W9pall") return largeLanguageModel("W9pall", {.tokens = drawnTokens(9000, 64, 50257), .wanted = 64});
  return std::nullopt;
}

}  // namespace glassbox::cli
