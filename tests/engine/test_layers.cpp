// Every layer and loss through its own examples: gradients by differences in double, promised shapes, equal bits for any team.
#include <QTest>
#include <cmath>
#include <cstring>

#include "engine/graph/network.h"
#include "engine/trace/gradient_check.h"
#include "engine/train/initializers.h"
#include "tests/support/small_nets.h"

using namespace glassbox;

namespace {

/// A network around one layer: inputs, the layer, a squared error; around a loss: a dense layer before it, so that
/// there are weights.
NetworkSpec around(const NodeDef& def, const LayerExample& example, bool isLoss) {
  NetworkSpec spec;
  NodeSpec node{"it", def.key, example.params, "", "", false, false};
  for (std::size_t i = 0; i < example.inputs.size(); ++i) {
    const std::string id = "x" + std::to_string(i);
    Params params{{"shape", example.inputs[i].shape.str()}};
    if (example.inputs[i].element == Element::Token) params.set("element", std::string("tokens"));
    spec.nodes.push_back({id, "input", params, "", "", false, false});
    const PortDef& port = def.inputs[def.inputs[0].many ? 0 : i];
    spec.wires.push_back({{id, "out"}, {"it", port.name}});
  }
  spec.nodes.push_back(node);
  if (isLoss) return spec;
  spec.nodes.push_back({"loss", "mse", {}, "", "", false, false});
  spec.wires.push_back({{"it", "out"}, {"loss", "in"}});
  return spec;
}

struct Case {
  const NodeDef* def;
  const LayerExample* example;
  bool isLoss;
};

std::vector<Case> allCases() {
  std::vector<Case> cases;
  for (const LayerDef* def : allLayers())
    for (const LayerExample& example : def->examples) cases.push_back({def, &example, false});
  for (const LossDef* def : allLosses())
    for (const LayerExample& example : def->examples) cases.push_back({def, &example, true});
  return cases;
}

/// Moves inputs away from 0 where the layer has a kink there.
DatasetPtr dataFor(const Analysis& analysis, const LayerExample& example, std::int64_t samples) {
  auto data = std::make_shared<Dataset>(*randomData(analysis, samples, 11));
  if (example.avoidZero)
    for (Field& field : data->inputs)
      for (float& x : field.numbers) x += x < 0 ? -0.05f : 0.05f;
  return data;
}

std::vector<std::int64_t> firstRows(std::int64_t count) {
  std::vector<std::int64_t> rows;
  for (std::int64_t i = 0; i < count; ++i) rows.push_back(i);
  return rows;
}

}  // namespace

class TestLayers : public QObject {
  Q_OBJECT

 private slots:
  void gradientsAgreeWithDifferences_data() { addCases(); }
  void gradientsAgreeWithDifferences() {
    const Case c = currentCase();
    TraceRequest request;
    request.spec = std::make_shared<const NetworkSpec>(around(*c.def, *c.example, c.isLoss));
    const Analysis analysis = analyse(*request.spec);
    QVERIFY2(analysis.sound(), analysis.issues.empty() ? "" : english(analysis.issues[0].error).c_str());
    request.data = dataFor(analysis, *c.example, 4);
    request.rows = firstRows(4);
    request.plan.seed = 5;
    GradientCheckOptions options;
    options.inputs = true;
    Result<std::vector<TensorCheck>> checks = checkGradients(request, options);
    QVERIFY2(checks.ok(), checks.ok() ? "" : english(checks.error()).c_str());
    QVERIFY(!checks->empty());
    for (const TensorCheck& check : *checks) {
      QVERIFY2(check.kinks == 0, check.parameter.c_str());
      QVERIFY2(check.maxRelativeError < c.example->tolerance, qPrintable(QStringLiteral("%1: %2").arg(QString::fromStdString(check.parameter)).arg(check.maxRelativeError)));
      ++m_checks;
    }
  }

  void enoughChecksWereMade() { QVERIFY2(m_checks >= 200, qPrintable(QString::number(m_checks))); }

  void promisedShapesAreTheRealOnes_data() { addCases(); }
  void promisedShapesAreTheRealOnes() {
    const Case c = currentCase();
    if (c.isLoss) {
      QCOMPARE(c.def->inputs.size(), std::size_t{1});
      return;
    }
    const Analysis analysis = analyse(around(*c.def, *c.example, false));
    CompileOptions options;
    options.maxBatch = 3;
    Result<Network> network = Network::compile(analysis, options);
    QVERIFY(network.ok());
    const DatasetPtr data = dataFor(analysis, *c.example, 3);
    std::vector<const float*> inputs;
    for (const Field& field : data->inputs) inputs.push_back(field.numbers.data());
    NetworkInput input;
    input.batch = 3;
    input.inputs = inputs;
    Team alone;
    initialize(*network, "xavier", 1);
    network->forward(input, alone);
    const auto promised = static_cast<std::size_t>(3 * analysis.nodes.at("it").inference.outputs[0].shape.count());
    QCOMPARE(network->output().size(), promised);
    for (float y : network->output()) QVERIFY(std::isfinite(y));
    for (const WeightInfo& info : network->weightInfos()) QCOMPARE(static_cast<std::int64_t>(info.size), info.def.shape.count());
  }

  void everyTeamGivesTheSameBits_data() { addCases(); }
  void everyTeamGivesTheSameBits() {
    const Case c = currentCase();
    const Analysis analysis = analyse(around(*c.def, *c.example, c.isLoss));
    const DatasetPtr data = dataFor(analysis, *c.example, 96);
    std::vector<float> first;
    for (int threads : {1, 2, 3, 4, 8}) {
      CompileOptions options;
      options.maxBatch = 96;
      options.kernelSet = defaultKernelSet();
      Result<Network> network = Network::compile(analysis, options);
      QVERIFY(network.ok());
      network->keepAll(true);
      initialize(*network, "he", 3);
      std::vector<const float*> inputs;
      for (const Field& field : data->inputs) inputs.push_back(field.numbers.data());
      NetworkInput input;
      input.batch = 96;
      input.inputs = inputs;
      input.target = data->target.numbers.data();
      input.random = Random(9, 9);
      std::vector<float> bits;
      Team::run(threads, [&](Team& team) {
        bits.push_back(static_cast<float>(network->forward(input, team)));
        network->backward(team);
      });
      bits.insert(bits.end(), network->gradients().begin(), network->gradients().end());
      for (const NodeId& id : analysis.order)
        if (const float* g = network->gradientOf(id)) bits.insert(bits.end(), g, g + 96 * analysis.nodes.at(id).inference.outputs[0].shape.count());
      if (first.empty()) first = bits;
      QCOMPARE(bits.size(), first.size());
      QVERIFY2(std::memcmp(bits.data(), first.data(), 4 * bits.size()) == 0, qPrintable(QStringLiteral("%1 threads").arg(threads)));
    }
  }

  /// Long sums take other ways (one factor turned, or dot products) according to rows and columns; the sum is the sum.
  void aWideDenseLayerSumsAllItsTerms_data() {
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("out");
    QTest::newRow("x turned") << 48 << 300;
    QTest::newRow("x turned, a remainder") << 94 << 260;
    QTest::newRow("w turned") << 300 << 21;
    QTest::newRow("dot products") << 40 << 300;
    QTest::newRow("one row") << 1 << 300;
  }
  void aWideDenseLayerSumsAllItsTerms() {
    QFETCH(int, rows);
    QFETCH(int, out);
    const int in = 331;
    const Analysis analysis = analyse(*test::specOf("input " + std::to_string(in) + " | dense " + std::to_string(out) + " relu | mse"));
    const DatasetPtr data = randomData(analysis, rows, 11);
    const Buffer<float>& x = data->inputs[0].numbers;
    for (const KernelSet set : {KernelSet::v2, KernelSet::v3, KernelSet::v4}) {
      if (!canRun(set)) continue;
      std::vector<float> first;
      for (int threads : {1, 2, 3, 8}) {
        CompileOptions options;
        options.maxBatch = rows;
        options.kernelSet = set;
        Result<Network> network = Network::compile(analysis, options);
        QVERIFY(network.ok());
        initialize(*network, "he", 3);
        const std::span<float> biases = network->weightsOf(network->weightInfos()[1]);
        for (std::size_t i = 0; i < biases.size(); ++i) biases[i] = 0.01f * static_cast<float>(i);
        const std::span<const float> w = network->weightsOf(network->weightInfos()[0]);
        const float* from = x.data();
        NetworkInput input;
        input.batch = rows;
        input.inputs = {&from, 1};
        Team::run(threads, [&](Team& team) { network->forward(input, team); });
        const std::vector<float> y(network->output().begin(), network->output().end());
        if (first.empty()) first = y;
        QVERIFY2(y == first, qPrintable(QStringLiteral("%1 threads").arg(threads)));
        for (int r = 0; r < rows; ++r)
          for (int c = 0; c < out; ++c) {
            double sum = biases[static_cast<std::size_t>(c)], size = std::abs(sum);
            for (int k = 0; k < in; ++k) {
              const double term = double(x[static_cast<std::size_t>(r * in + k)]) * w[static_cast<std::size_t>(c * in + k)];
              sum += term, size += std::abs(term);
            }
            // Any order of summation is off by at most (terms + 1) roundings of the sum of sizes (Higham 2002, 3.5).
            const double got = y[static_cast<std::size_t>(r * out + c)];
            QVERIFY2(std::abs(got - std::max(sum, 0.0)) <= (in + 2) * 0x1p-24 * size, qPrintable(QStringLiteral("%1 row %2 column %3: %4, should be %5").arg(name(set)).arg(r).arg(c).arg(got).arg(sum)));
          }
      }
    }
  }

  void everyLayerSaysWhatItIs() {
    for (const LayerDef* def : allLayers()) {
      QVERIFY(!def->title.empty() && !def->help.empty() && !def->formula.empty() && !def->icon.empty());
      QVERIFY2(def->inputs.empty() || def->examples.size() >= 5, def->key.c_str());
      QVERIFY2(def->inputs.empty() || def->explain, def->key.c_str());
      for (const ParamDef& param : def->params) QVERIFY(!param.label.empty() && !param.help.empty());
    }
    for (const LossDef* def : allLosses()) QVERIFY(!def->title.empty() && !def->help.empty() && !def->formula.empty() && def->explain);
  }

 private:
  void addCases() {
    QTest::addColumn<int>("number");
    int number = 0;
    for (const Case& c : allCases()) QTest::addRow("%s: %s", c.def->key.c_str(), c.example->name.c_str()) << number++;
  }
  static Case currentCase() {
    const int number = *static_cast<int*>(QTest::qData("number", QMetaType::Int));
    return allCases()[static_cast<std::size_t>(number)];
  }
  int m_checks = 0;
};

QTEST_APPLESS_MAIN(TestLayers)
#include "test_layers.moc"
