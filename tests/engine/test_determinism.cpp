// The same run gives the same bits for any number of threads, watched or not, fused or not.
#include <QTest>
#include <cstring>

#include "tests/support/small_nets.h"

using namespace glassbox;
using namespace glassbox::test;

namespace {

struct Net {
  const char* name;
  const char* line;
  const char* loss;
  std::int64_t width, outputs;
  const char* optimizer;
};
constexpr Net kNets[] = {
    {"one neuron", "input 2 | dense 1 | binary_cross_entropy", "bce", 2, 1, "sgd"},
    {"small, tanh", "input 3 | dense 5 tanh | dense 2 | mse", "mse", 3, 2, "momentum"},
    {"wide, relu, adam", "input 200 | dense 300 relu | dense 10 | softmax_cross_entropy", "ce", 200, 10, "adam"},
    {"deep, sigmoid", "input 64 | dense 128 sigmoid | dense 128 sigmoid | dense 64 sigmoid | dense 4 | softmax_cross_entropy", "ce", 64, 4, "momentum"},
    {"dropout", "input 100 | dense 256 relu | dropout 0.3 | dense 5 | softmax_cross_entropy", "ce", 100, 5, "adam"},
    {"residual", "input 96 | h: dense 96 relu | dense 96 relu | add h | dense 3 | softmax_cross_entropy", "ce", 96, 3, "sgd"},
    {"normalize, flatten", "input 2x50 | flatten | normalize | dense 200 tanh | dense 1 | mse", "mse", 100, 1, "adam"},
    {"a recurrent layer", "input 6x16 | rnn 40 | dense 3 | softmax_cross_entropy", "ce", 96, 3, "adam"},
    {"two LSTM layers", "input 8x12 | lstm 24 layers=2 | dense 3 | softmax_cross_entropy", "ce", 96, 3, "momentum"},
    {"GRU, every step", "input 8x12 | gru 30 last=false | flatten | dense 2 | mse", "mse", 96, 2, "adam"},
    {"curves", "input 60 | dense 300 gelu | dense 200 silu | dense 100 softplus | dense 50 elu | dense 3 | softmax_cross_entropy", "ce", 60, 3, "adamw"},
    {"a gate", "input 80 | h: dense 200 tanh | from input1 | dense 200 sigmoid | multiply h | concat h | dense 4 | softmax_cross_entropy smoothing=0.1", "ce", 80, 4, "rmsprop"},
    {"noise, leaky relu, huber", "input 90 | noise 0.2 | dense 250 leaky_relu | dense 30 | leaky_relu 0.2 | dense 2 | huber delta=0.5", "mse", 90, 2, "nesterov"},
    {"joined pictures", "input 3x16x16 | t: tanh | from input1 | gelu tanh | concat t | flatten | dense 40 relu | dense 2 | mae", "mse", 768, 2, "adagrad"},
    {"clipped", "input 64 | dense 256 relu | dense 128 relu | dense 1 | hinge", "bce", 64, 1, "adamw"},
    {"regularized", "input 50 | dense 300 relu | dense 2 | mse", "mse", 50, 2, "momentum"},
};

RunSetup setupFor(const Net& net, int threads) {
  RunSetup setup;
  setup.spec = specOf(net.line);
  const Shape shape = analyse(*setup.spec).nodes.at("input1").inference.outputs[0].shape;
  setup.data = hashedData(150, shape, net.loss, net.outputs, 12);
  setup.plan.values = {{"optimizer", std::string(net.optimizer)}, {"rate", 0.02}, {"batch", std::int64_t{64}}, {"l2", 1e-4}};
  if (std::string(net.name) == "clipped") setup.plan.values.set("clip", 0.1), setup.plan.values.set("warmup", std::int64_t{50});
  if (std::string(net.name) == "regularized") setup.plan.values.set("l1", 1e-3);
  setup.threads = threads;
  return setup;
}

std::string fingerprintOf(const Net& net, int threads, bool watched) {
  auto trainer = makeTrainer(setupFor(net, threads));
  trainer->watch(watched);
  trainer->runSteps(200);
  if (watched)
    while (trainer->running()) trainer->snapshots().take();
  trainer->waitUntilIdle();
  return trainer->fingerprint();
}

}  // namespace

class TestDeterminism : public QObject {
  Q_OBJECT

 private slots:
  void anyTeamGivesOneFingerprint_data() {
    QTest::addColumn<int>("number");
    for (std::size_t i = 0; i < std::size(kNets); ++i) QTest::newRow(kNets[i].name) << static_cast<int>(i);
  }
  void anyTeamGivesOneFingerprint() {
    QFETCH(int, number);
    const Net& net = kNets[static_cast<std::size_t>(number)];
    const std::string first = fingerprintOf(net, 1, false);
    for (int threads : {1, 2, 3, 4, 8}) QCOMPARE(fingerprintOf(net, threads, false), first);
    QCOMPARE(fingerprintOf(net, 2, true), first);
  }

  void fusedAndUnfusedCallsGiveTheSameBits() {
    const Analysis analysis = analyse(*specOf("input 40 | dense 70 relu | dense 33 tanh | dense 20 sigmoid | dense 3 | softmax_cross_entropy"));
    const DatasetPtr data = hashedData(30, Shape{40}, "ce", 3, 3);
    std::vector<std::vector<float>> results;
    for (const bool fuse : {true, false}) {
      CompileOptions options;
      options.kernelSet = defaultKernelSet();
      options.fuse = fuse;
      Result<Network> network = Network::compile(analysis, options);
      QVERIFY(network.ok());
      for (const WeightInfo& info : network->weightInfos()) fillUniform(network->weightsOf(info), 1, 0.3f);
      const float* x = data->inputs[0].numbers.data();
      NetworkInput input;
      input.batch = 30;
      input.inputs = {&x, 1};
      input.target = data->target.numbers.data();
      Team alone;
      network->forward(input, alone);
      network->backward(alone);
      results.emplace_back(network->gradients().begin(), network->gradients().end());
      results.back().insert(results.back().end(), network->output().begin(), network->output().end());
    }
    QCOMPARE(std::memcmp(results[0].data(), results[1].data(), 4 * results[0].size()), 0);
  }

  void everyKernelSetLeadsTheFingerprint() {
    RunSetup setup = setupFor(kNets[1], 1);
    setup.plan.values.set("portable", true);
    auto trainer = makeTrainer(std::move(setup));
    QCOMPARE(trainer->fingerprint().substr(0, 3), std::string("v2-"));
    QCOMPARE(trainer->fingerprint().size(), std::size_t{19});
  }
};

QTEST_APPLESS_MAIN(TestDeterminism)
#include "test_determinism.moc"
