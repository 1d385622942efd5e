// One training run of every family of networks, for the tests of what must hold for all of them: equal bits for any team, golden
// fingerprints, going on after a stop.
#pragma once

#include <sstream>

#include "engine/trace/gradient_check.h"
#include "tests/support/small_nets.h"

namespace glassbox::test {

struct Family {
  const char* name;
  const char* line;
  const char* plan;       ///< settings, "key=value key=value"
  bool masked = false;    ///< some items do not count
};

/// Odd sizes, so that vectors, lanes and blocks have rests; every layer, loss, optimizer and schedule stands in one of them.
inline constexpr Family kFamilies[] = {
    {"one neuron", "input 2 | dense 1 | binary_cross_entropy", "optimizer=sgd rate=0.1"},
    {"a tiny chain", "input 3 | dense 5 tanh | dense 4 sigmoid | dense 2 | mse factor=0.5", "optimizer=momentum rate=0.05 l1=0.001"},
    {"all samples in one batch", "input 4 | normalize | dense 6 tanh | dense 3 softmax | mse", "optimizer=gd rate=0.3 l2=0.001"},
    {"dense layers", "input 77 | dense 131 relu | dense 37 leaky_relu | dense 7 | softmax_cross_entropy smoothing=0.1",
     "optimizer=adam rate=0.003 schedule=cosine warmup=20 decay_steps=150 min_rate=0.0001"},
    {"dropout and noise", "input 61 | noise 0.1 | dense 150 gelu | dropout 0.3 | dense 90 silu | dropout 0.2 | dense 5 | softmax_cross_entropy", "optimizer=adamw rate=0.002 weight_decay=0.1"},
    {"a convolution along time", "input 19x5 | conv1d 19 kernel=4 stride=2 padding=3 dilation=2 relu | conv1d 17 tanh | flatten | dense 3 | softmax_cross_entropy",
     "optimizer=nesterov rate=0.02 momentum=0.8"},
    {"convolutions with stride, padding and dilation", "input 3x13x11 | conv2d 7 stride=2x1 padding=1 dilation=1x2 relu | conv2d 18 kernel=2 relu | flatten | dense 4 | softmax_cross_entropy",
     "optimizer=adam rate=0.003 clip=0.5"},
    {"pooling", "input 2x15x14 | conv2d 6 relu | max_pool2d 3 stride=2 padding=1 | conv2d 9 padding=same relu | avg_pool2d 2 | global_avg_pool | dense 3 | softmax_cross_entropy",
     "optimizer=rmsprop rate=0.002 beta2=0.99"},
    {"batch norm", "input 2x9x9 | conv2d 12 bias=false | batch_norm | relu | flatten | dense 20 bias=false | batch_norm | elu | dense 3 | softmax_cross_entropy",
     "optimizer=momentum rate=0.02 schedule=step decay_steps=40 decay_factor=0.7"},
    {"a plain recurrent layer", "input 7x9 | rnn 29 | dense 3 | softmax_cross_entropy", "optimizer=sgd rate=0.1 clip=1"},
    {"two LSTM layers", "input 8x11 | lstm 26 layers=2 | dense 3 | softmax_cross_entropy", "optimizer=adam rate=0.005"},
    {"two GRU layers, every step, masked", "input 8x7 | gru 21 layers=2 last=false | dense 4 | softmax_cross_entropy", "optimizer=adagrad rate=0.05", true},
    {"attention", "input 9x12 | attention 3 | flatten | dense 2 | mse", "optimizer=adam rate=0.005"},
    {"causal attention without projection", "input 13x10 | layer_norm | attention 2 causal=true bias=false output=false | dense 3 | softmax_cross_entropy", "optimizer=nesterov rate=0.05", true},
    {"a GPT with tied weights",
     "input 12 element=tokens | embedding 16 tokens=19 | position_embedding | transformer_block 2 causal=true repeat=2 | layer_norm | dense 19 bias=false weights=embedding1 | softmax_cross_entropy",
     "optimizer=adamw rate=0.003 weight_decay=0.1 decay_on=all clip=1 schedule=cosine warmup=10 decay_steps=180"},
    {"tokens, one answer", "input 7 element=tokens | embedding 11 tokens=15 | position_embedding | flatten | dense 50 softplus | dense 1 | hinge", "optimizer=adagrad rate=0.05"},
    {"a residual network", "input 96 | h: dense 96 relu | dense 96 relu | add h | g: layer_norm | dense 96 gelu | add g | dense 3 | softmax_cross_entropy",
     "optimizer=adam rate=0.002 schedule=exponential decay_factor=0.9"},
    {"a gate and joined branches", "input 80 | h: dense 120 tanh | from input1 | dense 120 sigmoid | multiply h | concat h | dense 2 | huber delta=0.5", "optimizer=rmsprop rate=0.002 l2=0.001"},
    {"several inputs", "input 33 | a: dense 70 tanh | input 4x9 | flatten | b: dense 70 relu | multiply a | concat a b | dense 60 relu | dense 2 | mae", "optimizer=momentum rate=0.02 clip=0.3"},
    {"a list read as a picture", "input 108 | reshape 3x6x6 | t: conv2d 5 padding=1 tanh | from reshape1 | gelu tanh | concat t | global_avg_pool | dense 4 | softmax_cross_entropy",
     "optimizer=adamw rate=0.005 schedule=step decay_steps=60 decay_factor=0.5"},
    {"a recurrent layer before attention", "input 10x6 | lstm 14 last=false | attention 2 causal=true | gru 9 | dense 1 | mse", "optimizer=adam rate=0.005 warmup=15"},
};

inline TrainingPlan planOf(const std::string& settings) {
  TrainingPlan plan;
  std::istringstream words(settings);
  for (std::string word; words >> word;) {
    const Result<TrainingPlan> set = setPlanValue(plan, word.substr(0, word.find('=')), word.substr(word.find('=') + 1));
    if (!set) throw std::runtime_error(english(set.error()));
    plan = *set;
  }
  return plan;
}

/// `rows` random samples that fit; with `masked` a third of the items does not count.
inline DatasetPtr familyData(const NetworkSpec& spec, std::int64_t rows, bool masked) {
  auto data = std::make_shared<Dataset>(*randomData(analyse(spec), rows, 29));
  if (masked) {
    data->mask.type.shape = data->target.type.shape;
    data->mask.numbers = Buffer<float>(data->target.numbers.size());
    for (std::size_t i = 0; i < data->mask.numbers.size(); ++i) data->mask.numbers[i] = u01(5, static_cast<std::uint32_t>(i)) < 0.33f ? 0.0f : 1.0f;
  }
  finishHash(*data);
  return data;
}

/// 130 samples in batches of 48: the last batch of an epoch is short.
inline RunSetup setupOf(const Family& family) {
  RunSetup setup;
  setup.spec = specOf(family.line);
  setup.plan = planOf(family.plan);
  setup.plan.values.set("batch", std::int64_t{48});
  setup.data = familyData(*setup.spec, 130, family.masked);
  return setup;
}

inline void runTo(Trainer& trainer, std::int64_t step) {
  trainer.runSteps(step - trainer.status().step);
  trainer.waitUntilIdle();
}

}  // namespace glassbox::test
