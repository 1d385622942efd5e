// Looking inside: gradients of a logit in the input against PyTorch's (tests/golden/make_saliency.py), and units switched off
// against networks whose outgoing weights are zero.
#include <QTest>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "engine/graph/network.h"
#include "engine/graph/network_spec.h"
#include "engine/graph/units.h"

using namespace glassbox;

namespace {

Network networkOf(const char* line, bool training, int maxBatch = 4) {
  Result<NetworkSpec> spec = parseLine(line);
  if (!spec) throw std::runtime_error(english(spec.error()));
  CompileOptions options;
  options.maxBatch = maxBatch;
  options.training = training;
  options.fuse = false;
  Result<Network> network = Network::compile(analyse(*spec), options);
  if (!network) throw std::runtime_error(english(network.error()));
  return std::move(*network);
}

/// As make_saliency.py forms its numbers.
std::vector<float> wave(int seed, std::size_t count, double scale) {
  std::vector<float> list;
  for (std::size_t i = 1; i <= count; ++i) list.push_back(static_cast<float>(std::sin(static_cast<double>(i) * 12.9898 + seed) * scale));
  return list;
}

void fillWeights(Network& network, double scale) {
  int seed = 1;
  for (const WeightInfo& info : network.weightInfos()) {
    const std::vector<float> values = wave(seed++, info.size, info.def.role == WeightRole::Bias ? 0.1 : scale);
    std::copy(values.begin(), values.end(), network.weightsOf(info).begin());
  }
}

const WeightInfo& weightOf(const Network& network, const std::string& name) {
  for (const WeightInfo& info : network.weightInfos())
    if (info.name == name) return info;
  throw std::runtime_error(name);
}

std::vector<float> run(Network& network, const std::vector<float>& x, int batch, std::span<const UnitsOff> off) {
  const float* pointer = x.data();
  NetworkInput input;
  input.batch = batch;
  input.inputs = {&pointer, 1};
  input.mode = Mode::Inference;
  Team team;
  network.forwardWithout(input, off, team);
  return {network.output().begin(), network.output().end()};
}

} // namespace

class TestLookInside : public QObject {
  Q_OBJECT

 private slots:
  void gradientsInTheInputArePyTorchs_data() {
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("line");
    QTest::addColumn<double>("scale");
    QTest::addColumn<int>("inputs");
    QTest::newRow("conv, relu, pooling") << 0 << "input 1x8x8 | conv2d 4 kernel=3 relu | max_pool2d 2 | flatten | dense 3 | softmax_cross_entropy" << 0.5 << 64;
    QTest::newRow("three channels, padding") << 1 << "input 3x6x6 | conv2d 2 kernel=3 padding=1 tanh | flatten | dense 2 | softmax_cross_entropy" << 0.5 << 108;
    QTest::newRow("two classes from one number") << 2 << "input 4 | dense 5 sigmoid | dense 1 | binary_cross_entropy" << 0.8 << 4;
  }
  void gradientsInTheInputArePyTorchs() {
    QFETCH(int, number);
    QFETCH(QString, line);
    QFETCH(double, scale);
    QFETCH(int, inputs);
    const auto all = nlohmann::json::parse(std::ifstream(GLASSBOX_SOURCE_DIR "/tests/golden/saliency.json"));
    const auto& golden = all[static_cast<std::size_t>(number)];
    Network network = networkOf(qPrintable(line), true, 1);
    network.keepAll(true);
    fillWeights(network, scale);
    const std::vector<float> x = wave(9, static_cast<std::size_t>(inputs), 1);
    const float* pointer = x.data();
    const float target = golden["target"].get<float>();
    NetworkInput input;
    input.batch = 1;
    input.inputs = {&pointer, 1};
    input.target = &target;
    input.mode = Mode::Inference;
    Team team;
    const double loss = network.forward(input, team);
    QVERIFY2(std::abs(loss - golden["loss"].get<double>()) < 1e-5, qPrintable(QString::number(loss)));
    const auto check = [&](const char* key) {
      const std::vector<double> expected = golden[key].get<std::vector<double>>();
      double largest = 0;
      for (const double v : expected) largest = std::max(largest, std::abs(v));
      const float* dx = network.gradientOf("input1");
      QVERIFY(dx && expected.size() == x.size());
      for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY2(std::abs(dx[i] - expected[i]) <= 1e-5 * largest, qPrintable(QString("%1[%2]: %3, PyTorch %4").arg(key).arg(i).arg(dx[i]).arg(expected[i])));
    };
    std::vector<float> one(network.output().size(), 0);
    one[golden["class"].get<std::size_t>()] = 1;
    network.backwardFrom(one, team);
    check("logitGradient");
    network.backwardFrom({}, team);
    check("lossGradient");
  }

  void unitsAreWhatOneSwitchesOff_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("node");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("count");
    QTest::newRow("neurons of a flat layer") << "input 4 | dense 5 relu | dense 1 | mse" << "relu1" << int(UnitKind::Neuron) << 5;
    QTest::newRow("filters of a picture") << "input 1x8x8 | conv2d 4 kernel=3 relu | flatten | dense 1 | mse" << "relu1" << int(UnitKind::Channel) << 4;
    QTest::newRow("features of time steps") << "input 9x2 | dense 3 | flatten | dense 1 | mse" << "dense1" << int(UnitKind::Feature) << 3;
    QTest::newRow("heads") << "input 5x8 | attention heads=2 | flatten | dense 1 | mse" << "attention1" << int(UnitKind::Head) << 2;
    QTest::newRow("an input has none") << "input 4 | dense 1 | mse" << "input1" << int(UnitKind::Neuron) << 0;
  }
  void unitsAreWhatOneSwitchesOff() {
    QFETCH(QString, line);
    QFETCH(QString, node);
    const Result<NetworkSpec> spec = parseLine(line.toStdString());
    QVERIFY2(spec.ok(), spec ? "" : english(spec.error()).c_str());
    const NodeUnits units = unitsOf(analyse(*spec), node.toStdString());
    QTEST(int(units.kind), "kind");
    QTEST(int(units.count), "count");
  }

  /// A unit that gives 0 and a unit nobody listens to are the same to everything behind.
  void aUnitOffIsAUnitWithoutOutgoingWeights_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("inputs");
    QTest::addColumn<QString>("node");
    QTest::addColumn<int>("unit");
    QTest::addColumn<QString>("reader");
    QTest::addColumn<int>("first");  // of the reader's weight columns
    QTest::addColumn<int>("count");
    QTest::newRow("a neuron behind its sigmoid") << "input 4 | dense 5 sigmoid | dense 3 | softmax_cross_entropy" << 4 << "sigmoid1" << 3 << "dense2.weight" << 3 << 1;
    QTest::newRow("a filter behind a flatten") << "input 1x8x8 | conv2d 4 kernel=3 sigmoid | flatten | dense 3 | softmax_cross_entropy" << 64 << "sigmoid1" << 1 << "dense1.weight" << 36 << 36;
    QTest::newRow("a head before the output projection") << "input 5x8 | attention heads=2 | flatten | dense 3 | softmax_cross_entropy" << 40 << "attention1" << 1
                                                         << "attention1.out.weight" << 4 << 4;
  }
  void aUnitOffIsAUnitWithoutOutgoingWeights() {
    QFETCH(QString, line);
    QFETCH(int, inputs);
    QFETCH(QString, node);
    QFETCH(int, unit);
    QFETCH(QString, reader);
    QFETCH(int, first);
    QFETCH(int, count);
    Network network = networkOf(qPrintable(line), false);
    fillWeights(network, 0.5);
    const std::vector<float> x = wave(9, static_cast<std::size_t>(3 * inputs), 1);
    const std::vector<float> whole = run(network, x, 3, {});
    const std::vector<UnitsOff> offList{{node.toStdString(), {unit}}};
    const std::vector<float> off = run(network, x, 3, offList);
    QCOMPARE(run(network, x, 3, {}), whole); // nothing stays behind
    const WeightInfo& info = weightOf(network, reader.toStdString());
    const std::span<float> w = network.weightsOf(info);
    const std::size_t columns = static_cast<std::size_t>(info.def.shape.back());
    for (std::size_t row = 0; row < info.size / columns; ++row) std::fill_n(w.begin() + static_cast<std::ptrdiff_t>(row * columns) + first, count, 0.0f);
    const std::vector<float> expected = run(network, x, 3, {});
    double change = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      QVERIFY2(std::abs(off[i] - expected[i]) <= 1e-6, qPrintable(QString("output %1: %2, without weights %3").arg(i).arg(off[i]).arg(expected[i])));
      change = std::max<double>(change, std::abs(off[i] - whole[i]));
    }
    QVERIFY2(change > 1e-3, "the unit mattered");
  }

  void severalUnitsOfSeveralLayersGoOffAtOnce() {
    Network network = networkOf("input 4 | dense 5 sigmoid | dense 4 sigmoid | dense 2 | softmax_cross_entropy", false);
    fillWeights(network, 0.5);
    const std::vector<float> x = wave(9, 8, 1);
    const std::vector<UnitsOff> off{{"sigmoid1", {0, 4}}, {"sigmoid2", {0, 1, 2, 3}}};
    const std::vector<float> y = run(network, x, 2, off);
    const std::span<const float> bias = network.weightsOf(weightOf(network, "dense3.bias"));
    for (int i = 0; i < 4; ++i) QCOMPARE(y[static_cast<std::size_t>(i)], bias[static_cast<std::size_t>(i % 2)]); // nothing reaches the last layer
  }
};

QTEST_APPLESS_MAIN(TestLookInside)
#include "test_look_inside.moc"
