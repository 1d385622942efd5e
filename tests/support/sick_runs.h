// Runs with one planted fault each, in three kinds of net, and healthy runs: what the doctor is tested on.
#pragma once

#include <algorithm>

#include "engine/experiment/doctor.h"
#include "tests/support/examples.h"

namespace glassbox::test {

enum class NetKind { Dense, Cnn, Sequence };
inline const char* const kNetKinds[] = {"dense", "cnn", "sequence"};

struct SickRun {
  FindingKind fault;
  NetKind net;
  RunSetup setup;
};

/// A run of a network on generated data; `plan` may be given in part.
inline RunSetup runOf(const std::string& line, const std::string& source, Params data, Params plan, std::uint64_t seed) {
  DataSpec spec;
  spec.source = source;
  spec.params = std::move(data);
  spec.shares = findGenerator(source)->shares;
  spec.seed = seed;
  Result<DatasetPtr> loaded = load(spec, ".");
  if (!loaded) throw std::runtime_error(english(loaded.error()));
  RunSetup setup;
  setup.spec = std::make_shared<const NetworkSpec>(adaptToData(*specOf(line), **loaded).spec);
  setup.data = *loaded;
  setup.plan.values = std::move(plan);
  setup.plan.seed = seed;
  setup.ringCapacity = 1 << 12;
  return setup;
}

/// All numbers of a field, row by row.
inline std::vector<float> numbersOf(const Field& field, std::int64_t rows) {
  std::vector<float> all(static_cast<std::size_t>(rows * field.type.shape.count()));
  for (std::int64_t row = 0; row < rows; ++row) field.read(row, all.data() + row * field.type.shape.count());
  return all;
}

/// The run with its rows changed: `change(inputs, targets, data)` gets the first input and the target as numbers.
template<class F> RunSetup withData(RunSetup run, const F& change) {
  auto data = std::make_shared<Dataset>(*run.data);
  std::vector<float> x = numbersOf(data->inputs[0], data->samples()), y = numbersOf(data->target, data->samples());
  change(x, y, *data);
  const auto put = [&](Field& field, const std::vector<float>& all) {
    field.bytes = {};
    field.numbers = Buffer<float>(all.size());
    std::copy(all.begin(), all.end(), field.numbers.begin());
  };
  put(data->inputs[0], x);
  put(data->target, y);
  finishHash(*data);
  run.data = data;
  return run;
}

inline RunSetup withPlan(RunSetup run, const std::string& key, const ParamValue& value) {
  run.plan.values.set(key, value);
  return run;
}

/// Every bias of a node begins at this number.
inline RunSetup withBias(RunSetup run, const NodeId& node, float value) {
  auto trainer = makeTrainer(run);
  const std::span<Real> all = trainer->network().weights();
  run.startWeights = Buffer<float>(all.size());
  for (const WeightInfo& info : trainer->network().weightInfos())
    if (info.node == node && info.def.role == WeightRole::Bias)
      for (Real& b : trainer->network().weightsOf(info)) b = value;
  std::copy(all.begin(), all.end(), run.startWeights.begin());
  return run;
}

namespace sick {

inline ParamValue words(const char* text) { return std::string(text); }
inline ParamValue whole(std::int64_t n) { return n; }

/// `middle` stands between the part that is each net's own and its last layer.
inline RunSetup classifier(NetKind net, std::uint64_t seed, const std::string& activation = "relu", const std::string& middle = {}, const std::string& end = {}) {
  const std::string between = middle.empty() ? " | " : " | " + middle + " | ";
  const Params adam{{"optimizer", words("adam")}, {"rate", 0.003}, {"batch", whole(32)}};
  const auto output = [&](const std::string& outputs, const char* squash, const std::string& loss) { return "dense " + outputs + (end.empty() ? "" : std::string(" | ") + squash) + " | " + loss; };
  if (net == NetKind::Dense)
    return runOf("input 784 | h1: dense 32 | " + activation + " | h2: dense 32 | " + activation + between + output("10", "softmax", "softmax_cross_entropy"), "digits", {{"images", whole(1000)}}, adam, seed);
  if (net == NetKind::Cnn)
    return runOf("input 1x28x28 | h1: conv2d 6 kernel=3 | " + activation + " | max_pool2d 2 | h2: conv2d 8 kernel=3 | " + activation + " | max_pool2d 2 | flatten" + between + output("10", "softmax", "softmax_cross_entropy"),
                 "digits", {{"images", whole(1000)}}, adam, seed);
  return runOf("input 6x1 | h1: rnn 16 | h2: dense 16 | " + activation + between + output("1", "sigmoid", "binary_cross_entropy"), "echo", {{"delay", whole(5)}}, adam, seed);
}

inline RunSetup regression(NetKind net, std::uint64_t seed) {
  const Params plan{{"optimizer", words("sgd")}, {"rate", 0.01}, {"batch", whole(32)}};
  if (net == NetKind::Dense) return runOf("input 2 | dense 16 leaky_relu | dense 16 leaky_relu | dense 1 | mse", "plane", {}, plan, seed);
  if (net == NetKind::Cnn) return runOf("input 1x28x28 | conv2d 4 kernel=3 leaky_relu | max_pool2d 4 | flatten | dense 784 | mse", "digits", {{"images", whole(500)}, {"answer", words("picture")}}, plan, seed);
  return runOf("input 20x2 | rnn 16 nonlinearity=relu | dense 16 relu | dense 1 | mse", "adding", {{"sequences", whole(1000)}}, plan, seed);
}

/// Eight layers in a row.
inline RunSetup deep(NetKind net, std::uint64_t seed, const std::string& activation, const std::string& init, double size) {
  const Params plan{{"optimizer", words("sgd")}, {"rate", 1e-6}, {"batch", whole(32)}, {"init", init}, {"init_size", size}};
  std::string line;
  if (net == NetKind::Dense) {
    line = "input 784";
    for (int i = 0; i < 8; ++i) line += " | dense 20 " + activation;
  } else if (net == NetKind::Cnn) {
    line = "input 1x28x28";
    for (int i = 0; i < 8; ++i) line += " | conv2d 6 kernel=3 padding=1 " + activation;
    line += " | max_pool2d 4 | flatten";
  } else {
    const std::string rnn = std::string(" | rnn 20 nonlinearity=") + (activation == "leaky_relu" ? "relu" : "tanh");
    line = "input 28x28" + rnn + " last=false" + rnn + " last=false";
    for (int i = 0; i < 9; ++i) line += " | dense 20 " + activation;
    line += rnn;
  }
  return runOf(line + " | dense 10 | softmax_cross_entropy", "digits", {{"images", whole(300)}}, plan, seed);
}

inline RunSetup attentive(NetKind net, std::uint64_t seed, const Params& extra) {
  Params plan{{"optimizer", words("adam")}, {"rate", 0.003}, {"batch", whole(32)}};
  for (const auto& [key, value] : extra.values()) plan.set(key, value);
  if (net == NetKind::Dense) return runOf("input 28x28 | attention 1 | flatten | dense 10 | softmax_cross_entropy", "digits", {{"images", whole(500)}}, plan, seed);
  if (net == NetKind::Cnn) return runOf("input 1x28x28 | conv2d 8 kernel=3 relu | max_pool2d 2 | reshape 8x169 | attention 1 | flatten | dense 10 | softmax_cross_entropy", "digits", {{"images", whole(500)}}, plan, seed);
  return runOf("input 5 element=tokens | embedding 32 tokens=8 | position_embedding | attention 2 | dense 8 | softmax_cross_entropy", "reverse", {{"sequences", whole(1000)}}, plan, seed);
}

inline RunSetup oversteps(NetKind net, std::uint64_t seed) {
  RunSetup run = classifier(net, seed, net == NetKind::Dense ? "leaky_relu" : "tanh");
  run.plan.values.set("optimizer", words("adam"));
  run.plan.values.set("rate", net == NetKind::Sequence ? 1.0 : net == NetKind::Cnn ? 0.14 : 0.1);
  return run;
}

}  // namespace sick

/// The fault planted in that kind of net.
inline RunSetup plant(FindingKind fault, NetKind net, std::uint64_t seed) {
  using sick::words, sick::whole;
  switch (fault) {
    case FindingKind::DoubleSoftmax: return sick::classifier(net, seed, "relu", {}, "twice");
    case FindingKind::ZeroInit: return withPlan(sick::classifier(net, seed, "tanh"), "init", words("zeros"));
    case FindingKind::SymmetricInit: return withPlan(withPlan(sick::classifier(net, seed, "tanh"), "init", words("constant")), "init_size", 0.05);
    case FindingKind::BatchNormOfOne: return withPlan(sick::classifier(net, seed, "relu", "batch_norm"), "batch", whole(1));
    case FindingKind::LeakedRows:
      return withData(net == NetKind::Sequence ? sick::regression(net, seed) : sick::classifier(net, seed), [](std::vector<float>& x, std::vector<float>& y, const Dataset& data) {
        const std::int64_t xs = data.inputs[0].type.shape.count(), ys = data.target.type.shape.count(), test = data.train + data.validation;
        for (std::int64_t i = 0; i < data.test / 4; ++i) {
          std::copy_n(x.begin() + 3 * i * xs, xs, x.begin() + (test + i) * xs);
          std::copy_n(y.begin() + 3 * i * ys, ys, y.begin() + (test + i) * ys);
        }
      });
    case FindingKind::ClassImbalance:
      return withData(sick::classifier(net, seed), [](std::vector<float>& x, std::vector<float>& y, const Dataset& data) {
        // All but the first few samples of class 1 become copies of one of class 0, moved a little.
        const std::int64_t xs = data.inputs[0].type.shape.count();
        std::int64_t kept = 0;
        const std::int64_t other = std::find(y.begin(), y.end(), 0.0f) - y.begin();
        for (std::int64_t row = 0; row < data.train; ++row) {
          float& target = y[static_cast<std::size_t>(row)];
          if (target != 1 || ++kept <= 4) continue;
          target = 0;
          for (std::int64_t i = 0; i < xs; ++i) x[static_cast<std::size_t>(row * xs + i)] = x[static_cast<std::size_t>(other * xs + i)] + 1e-3f * static_cast<float>(row);
        }
      });
    case FindingKind::ShuffledLabels:
      return withData(sick::classifier(net, seed), [seed](std::vector<float>&, std::vector<float>& y, const Dataset& data) {
        RandomSequence random(Random(seed, streamOf(Stream::Data, 99)));
        for (std::int64_t i = data.samples() - 1; i > 0; --i) std::swap(y[static_cast<std::size_t>(i)], y[random.below(static_cast<std::uint32_t>(i + 1))]);
      });
    case FindingKind::UnscaledInputs:
      return withData(sick::classifier(net, seed), [](std::vector<float>& x, std::vector<float>&, const Dataset&) {
        for (float& v : x) v *= 255;
      });
    case FindingKind::NotFinite: return withPlan(sick::regression(net, seed), "rate", net == NetKind::Cnn ? 1000.0 : 100.0);
    case FindingKind::Diverging: return withPlan(withPlan(sick::classifier(net, seed, "leaky_relu"), "optimizer", words("adam")), "rate", 10.0);
    case FindingKind::VanishingGradients: return sick::deep(net, seed, "sigmoid", "xavier", 0);
    case FindingKind::ExplodingGradients: return sick::deep(net, seed, "leaky_relu", "normal", 1.5);
    case FindingKind::DeadUnits: return withBias(sick::classifier(net, seed), "h2", -100);
    case FindingKind::SaturatedUnits: return withPlan(withPlan(sick::classifier(net, seed, "tanh"), "init", words("normal")), "init_size", 8.0);
    case FindingKind::SaturatedAttention: return sick::attentive(net, seed, {{"init", words("normal")}, {"init_size", 2.0}});
    case FindingKind::RateTooSmall: return withPlan(sick::classifier(net, seed), "rate", 1e-8);
    case FindingKind::RateTooLarge: return sick::oversteps(net, seed);
  }
  throw std::logic_error("a fault that nobody plants");
}

}  // namespace glassbox::test
