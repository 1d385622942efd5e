// Chains of small layers: the narrow kernels against plain loops and against the ordinary path, and what counts as a chain.
#include <QTest>
#include <cmath>
#include <cstring>
#include <random>

#include "engine/graph/network.h"
#include "engine/trace/gradient_check.h"
#include "engine/train/initializers.h"
#include "tests/support/small_nets.h"

using namespace glassbox;

namespace {

std::vector<float> numbers(std::size_t n, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<float> out(n);
  for (float& x : out) x = static_cast<float>(random() / 2147483648.0 - 1);
  return out;
}

/// A chain of these widths whose weights stand one behind the other, and everything one pass gives.
struct ChainPass {
  NarrowChain chain;
  std::vector<float> weights, gradients, items, dx, sum, y, dy, dSum;
  double loss = 0;

  ChainPass(const std::vector<Index>& widths, Activation activation, std::optional<Curve> curve, NarrowLoss lossKind, bool bias, Index batch) {
    Index place = 0;
    for (std::size_t l = 0; l + 1 < widths.size(); ++l) {
      NarrowLayer& layer = chain.layer[chain.layers++];
      layer.in = widths[l], layer.out = widths[l + 1];
      layer.weight = place, place += layer.in * layer.out;
      layer.bias = bias ? place : -1, place += bias ? layer.out : 0;
      layer.activation = activation;
      layer.curved = curve.has_value();
      if (curve) layer.curve = *curve;
    }
    chain.layer[chain.layers - 1].activation = Activation::None;
    chain.layer[chain.layers - 1].curved = false;
    chain.loss = lossKind;
    chain.factor = 0.5f;
    weights = numbers(static_cast<std::size_t>(place), 3);
    gradients.resize(weights.size());
    items.resize(static_cast<std::size_t>(batch * chain.items()));
    dx.resize(static_cast<std::size_t>(batch * chain.inputs()));
    const auto first = static_cast<std::size_t>(batch * chain.layer[0].out);
    sum.resize(first), y.resize(first), dy.resize(first), dSum.resize(first);
  }

  void run(const NarrowKernels& kernels, Index batch, const std::vector<float>& x, const std::vector<float>& target, bool seen) {
    if (seen) {
      chain.dx = dx.data();
      chain.layer[0].sum = sum.data(), chain.layer[0].y = y.data(), chain.layer[0].dy = dy.data(), chain.layer[0].dSum = dSum.data();
    }
    Buffer<float> room(static_cast<std::size_t>(kernels.room(chain, batch)));
    loss = kernels.forward(chain, batch, x.data(), target.data(), weights.data(), seen ? items.data() : nullptr, room.data());
    kernels.backward(chain, batch, weights.data(), gradients.data(), room.data());
  }
};

double distance(const std::vector<float>& a, const std::vector<float>& b) {
  double scale = 2e-3, most = 0;  // sums of terms as large as 0.1 may cancel and leave their rounding
  for (float v : b) scale = std::max(scale, static_cast<double>(std::abs(v)));
  for (std::size_t i = 0; i < a.size(); ++i) most = std::max(most, static_cast<double>(std::abs(a[i] - b[i])) / scale);
  return most;
}

bool sameBits(std::span<const float> a, std::span<const float> b) { return a.size() == b.size() && std::memcmp(a.data(), b.data(), 4 * a.size()) == 0; }

/// Loss and gradients of ten steps of gradient descent by hand.
std::vector<float> tenSteps(Network& network, const Dataset& data, int batch, bool unseen) {
  std::vector<float> bits;
  Team alone;
  initialize(network, "xavier", 4);
  const float* x = data.inputs[0].numbers.data();
  for (int step = 0; step < 10; ++step) {
    NetworkInput input;
    input.batch = batch;
    input.inputs = {&x, 1};
    input.target = data.target.numbers.data();
    input.unseen = unseen;
    bits.push_back(static_cast<float>(network.forward(input, alone)));
    network.backward(alone);
    bits.insert(bits.end(), network.gradients().begin(), network.gradients().end());
    for (std::size_t i = 0; i < network.weights().size(); ++i) network.weights()[i] -= 0.1f * network.gradients()[i];
  }
  return bits;
}

}  // namespace

class TestNarrow : public QObject {
  Q_OBJECT

 private slots:
  void everySetAgreesWithPlainLoops_data() {
    QTest::addColumn<int>("set");
    for (KernelSet set : {KernelSet::v2, KernelSet::v3, KernelSet::v4})
      if (canRun(set)) QTest::addRow("%s", name(set)) << static_cast<int>(set);
  }
  void everySetAgreesWithPlainLoops() {
    QFETCH(int, set);
    const NarrowKernels& fast = kernels(static_cast<KernelSet>(set)).narrow;
    const std::vector<std::vector<Index>> shapes{{1, 1}, {2, 1}, {2, 4, 2, 1}, {3, 5}, {2, 8, 8, 3}, {7, 32, 5, 2}, {32, 31, 9}, {4, 6, 6, 6, 6, 2}};
    std::vector<std::pair<Activation, std::optional<Curve>>> bends;
    for (const Activation activation : {Activation::None, Activation::Relu, Activation::Sigmoid, Activation::Tanh}) bends.emplace_back(activation, std::nullopt);
    for (const CurveKind kind : {CurveKind::LeakyRelu, CurveKind::Elu, CurveKind::Gelu, CurveKind::GeluTanh, CurveKind::Silu, CurveKind::Softplus})
      bends.emplace_back(Activation::None, Curve{kind, 0.3f});
    const NarrowLoss losses[] = {NarrowLoss::SquaredError, NarrowLoss::AbsoluteError,      NarrowLoss::Huber,
                                 NarrowLoss::Hinge,        NarrowLoss::BinaryCrossEntropy, NarrowLoss::SoftmaxCrossEntropy};
    for (const auto& widths : shapes)
      for (const Index batch : {1, 3, 4, 10, 16, 17, 33, 100})
        for (const auto& [activation, curve] : bends)
          for (const NarrowLoss loss : losses)
            for (const bool bias : {true, false}) {
              if (loss == NarrowLoss::SoftmaxCrossEntropy && widths.back() < 2) continue;
              ChainPass a(widths, activation, curve, loss, bias, batch), b = a, unseen = a;
              const std::vector<float> x = numbers(static_cast<std::size_t>(batch * a.chain.inputs()), 7);
              std::vector<float> target = numbers(static_cast<std::size_t>(batch * a.chain.items()), 8);
              for (float& t : target) {
                if (loss == NarrowLoss::SoftmaxCrossEntropy) t = std::floor((t + 1) / 2 * static_cast<float>(widths.back()) * 0.999f);
                if (loss == NarrowLoss::BinaryCrossEntropy || loss == NarrowLoss::Hinge) t = t > 0 ? 1.0f : 0.0f;
              }
              a.run(fast, batch, x, target, true);
              b.run(plainNarrowKernels(), batch, x, target, true);
              unseen.run(fast, batch, x, target, false);
              const double most = std::max({distance(a.gradients, b.gradients), distance(a.items, b.items), distance(a.dx, b.dx), distance(a.sum, b.sum),
                                            distance(a.y, b.y), distance(a.dy, b.dy), distance(a.dSum, b.dSum), std::abs(a.loss - b.loss) / std::max(1.0, std::abs(b.loss))});
              QVERIFY2(most < 1e-5, qPrintable(QStringLiteral("%1 layers, batch %2, activation %3, curve %4, loss %5: off by %6").arg(a.chain.layers).arg(batch)
                                                   .arg(static_cast<int>(activation)).arg(curve ? static_cast<int>(curve->kind) : -1).arg(static_cast<int>(loss)).arg(most)));
              QVERIFY(sameBits(a.gradients, unseen.gradients) && a.loss == unseen.loss);
            }
  }

  void onlyAChainOfSmallLayersIsOne_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("narrow");
    QTest::newRow("a playground network") << "input 2 | dense 4 tanh | dense 2 tanh | dense 1 tanh | mse factor=0.5" << true;
    QTest::newRow("one weight") << "input 1 | dense 1 bias=false | mse" << true;
    QTest::newRow("classes") << "input 5 | dense 32 relu | dense 3 | softmax_cross_entropy" << true;
    QTest::newRow("curves and a straight loss") << "input 3 | dense 6 gelu | dense 6 leaky_relu | dense 2 | mae" << true;
    QTest::newRow("too wide") << "input 5 | dense 33 relu | dense 3 | softmax_cross_entropy" << false;
    QTest::newRow("dropout") << "input 2 | dense 4 tanh | dropout 0.2 | dense 1 | mse" << false;
    QTest::newRow("a branch") << "input 2 | h: dense 2 | dense 2 | add h | dense 1 | mse" << false;
    QTest::newRow("two activations") << "input 2 | dense 4 tanh | relu | dense 1 | mse" << false;
    QTest::newRow("a curve behind an activation") << "input 2 | dense 4 tanh | silu | dense 1 | mse" << false;
    QTest::newRow("an activation behind a curve") << "input 2 | dense 4 elu | relu | dense 1 | mse" << false;
    QTest::newRow("an activation first") << "input 2 | tanh | dense 1 | mse" << false;
    QTest::newRow("a sequence") << "input 3x2 | dense 4 tanh | mse" << false;
    QTest::newRow("too deep") << "input 2 | dense 2 | dense 2 | dense 2 | dense 2 | dense 2 | dense 2 | dense 2 | dense 2 | dense 2 | mse" << false;
  }
  void onlyAChainOfSmallLayersIsOne() {
    QFETCH(QString, line);
    QFETCH(bool, narrow);
    Result<NetworkSpec> spec = parseLine(line.toStdString());
    QVERIFY(spec.ok());
    Result<Network> network = Network::compile(analyse(*spec), {});
    QVERIFY(network.ok());
    QCOMPARE(network->isNarrow(), narrow);
    if (!narrow) return;
    spec->nodes[1].frozen = true;
    QVERIFY2(!Network::compile(analyse(*spec), {})->isNarrow(), "a frozen layer");
    CompileOptions large;
    large.maxBatch = 100'000;
    spec->nodes[1].frozen = false;
    QVERIFY2(!Network::compile(analyse(*spec), large)->isNarrow(), "a batch beyond the cache");
  }

  void theOrdinaryPathGivesTheSameNumbers_data() {
    QTest::addColumn<QString>("line");
    for (const char* line : {"input 2 | dense 4 tanh | dense 2 tanh | dense 1 tanh | mse factor=0.5", "input 2 | dense 8 relu | dense 8 relu | dense 1 | binary_cross_entropy",
                             "input 4 | dense 20 sigmoid | dense 3 | softmax_cross_entropy", "input 3 | dense 5 bias=false | dense 4 | mse",
                             "input 4 | dense 9 gelu | dense 7 elu | dense 2 | huber", "input 3 | dense 6 leaky_relu | dense 5 softplus | dense 1 | hinge", "input 3 | dense 5 silu | dense 4 | mae"})
      QTest::newRow(line) << line;
  }
  void theOrdinaryPathGivesTheSameNumbers() {
    QFETCH(QString, line);
    const Analysis analysis = analyse(*parseLine(line.toStdString()));
    const DatasetPtr data = randomData(analysis, 37, 5);
    CompileOptions options;
    options.maxBatch = 37;
    options.kernelSet = defaultKernelSet();
    Result<Network> unseen = Network::compile(analysis, options), seen = Network::compile(analysis, options), kept = Network::compile(analysis, options);
    options.fuse = false;
    Result<Network> ordinary = Network::compile(analysis, options);
    QVERIFY(unseen.ok() && seen.ok() && kept.ok() && ordinary.ok() && unseen->isNarrow() && !ordinary->isNarrow());
    kept->keepAll(true);
    ordinary->keepAll(true);
    const std::vector<float> fast = tenSteps(*unseen, *data, 37, true);
    QVERIFY2(sameBits(fast, tenSteps(*seen, *data, 37, false)), "filling arrays changed the numbers");
    QVERIFY2(sameBits(fast, tenSteps(*kept, *data, 37, false)), "keeping all arrays changed the numbers");
    QVERIFY(distance(tenSteps(*ordinary, *data, 37, false), fast) < 2e-5);
    for (const NodeId& id : analysis.order) {
      const auto n = static_cast<std::size_t>(37 * (id == analysis.loss ? 0 : analysis.nodes.at(id).inference.outputs[0].shape.count()));
      if (n == 0) continue;
      const std::vector<float> y(kept->outputOf(id), kept->outputOf(id) + n), dy(kept->gradientOf(id), kept->gradientOf(id) + n);
      const std::vector<float> y2(ordinary->outputOf(id), ordinary->outputOf(id) + n), dy2(ordinary->gradientOf(id), ordinary->gradientOf(id) + n);
      QVERIFY2(distance(y, y2) < 2e-5 && distance(dy, dy2) < 2e-5, id.c_str());
    }
    const std::vector<float> items(kept->itemLosses().begin(), kept->itemLosses().end()), items2(ordinary->itemLosses().begin(), ordinary->itemLosses().end());
    QVERIFY(distance(items, items2) < 2e-5);
  }
};

QTEST_APPLESS_MAIN(TestNarrow)
#include "test_narrow.moc"
