// A traced step: its arrays are the trained step's, its explanations multiply and add up, and differences agree.
#include <QTest>
#include <cmath>
#include <cstring>

#include "engine/trace/explain.h"
#include "engine/trace/gradient_check.h"
#include "engine/train/optimizers.h"
#include "tests/support/small_nets.h"

using namespace glassbox;
using namespace glassbox::test;

namespace {

/// No outputs: random data of the shapes that the network asks for.
TraceRequest requestFor(const char* line, const char* loss, std::int64_t outputs, const char* optimizer = "sgd") {
  TraceRequest request;
  request.spec = specOf(line);
  const Analysis analysis = analyse(*request.spec);
  request.data = outputs ? hashedData(6, analysis.nodes.at("input1").inference.outputs[0].shape, loss, outputs, 21) : randomData(analysis, 6, 21);
  request.plan.values = {{"optimizer", std::string(optimizer)}, {"rate", 0.1}, {"batch", std::int64_t{3}}, {"shuffle", false}, {"l2", 0.01}};
  request.rows = {0, 1, 2};
  return request;
}

/// Every element of an entry, up to `most`, spread over it.
std::vector<std::vector<std::int64_t>> someIndices(const Shape& shape, std::int64_t most) {
  std::vector<std::vector<std::int64_t>> all;
  const std::int64_t stride = std::max<std::int64_t>(1, shape.count() / most);
  for (std::int64_t flat = 0; flat < shape.count(); flat += stride) {
    std::vector<std::int64_t> index(static_cast<std::size_t>(shape.rank()));
    std::int64_t rest = flat;
    for (int axis = shape.rank() - 1; axis >= 0; --axis) index[static_cast<std::size_t>(axis)] = rest % shape[axis], rest /= shape[axis];
    all.push_back(index);
  }
  return all;
}

}  // namespace

class TestTrace : public QObject {
  Q_OBJECT

 private slots:
  void networks_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("loss");
    QTest::addColumn<int>("outputs");
    QTest::newRow("tanh and binary cross-entropy") << "input 2 | dense 3 tanh | dense 1 | binary_cross_entropy" << "bce" << 1;
    QTest::newRow("relu, dropout and cross-entropy") << "input 4 | dense 6 relu | dropout 0.4 | dense 3 | softmax_cross_entropy" << "ce" << 3;
    QTest::newRow("sigmoid, softmax and squared error") << "input 3 | dense 4 sigmoid | dense 2 softmax | mse factor=0.5" << "mse" << 2;
    QTest::newRow("a residual connection") << "input 3 | h: dense 3 tanh | dense 3 | add h | dense 2 | softmax_cross_entropy" << "ce" << 2;
    QTest::newRow("convolution, max pooling and batch norm") << "input 2x6x5 | conv2d 3 kernel=3x2 stride=1x2 padding=1 bias=false | batch_norm | relu | max_pool2d 2 stride=1 | flatten | dense 2 | softmax_cross_entropy" << "ce" << 2;
    QTest::newRow("dilation, average pooling, global average") << "input 1x7x7 | conv2d 2 kernel=2 dilation=2 tanh | avg_pool2d 3 stride=2 padding=1 | global_avg_pool | dense 2 | softmax_cross_entropy" << "ce" << 2;
    QTest::newRow("a convolution along time") << "input 12 | reshape 6x2 | conv1d 3 kernel=2 padding=1 tanh | batch_norm | global_avg_pool | dense 1 | mse" << "mse" << 1;
    QTest::newRow("a normalized, flattened picture") << "input 1x2x3 | normalize | flatten | dense 2 | softmax_cross_entropy" << "ce" << 2;
    QTest::newRow("leaky relu, elu and gelu") << "input 3 | dense 4 leaky_relu | elu 0.7 | dense 4 gelu | dense 1 | mse" << "mse" << 1;
    QTest::newRow("gelu by tanh, silu and softplus") << "input 3 | dense 4 | gelu tanh | dense 3 silu | dense 2 softplus | mse" << "mse" << 2;
    QTest::newRow("absolute error") << "input 3 | dense 4 tanh | dense 4 tanh | dense 2 | mae" << "mse" << 2;
    QTest::newRow("huber, near and far") << "input 3 | dense 4 tanh | dense 4 tanh | dense 2 | huber delta=0.4" << "mse" << 2;
    QTest::newRow("hinge, missed and reached") << "input 3 | dense 8 tanh | dense 8 tanh | dense 1 | hinge margin=0.3" << "bce" << 1;
    QTest::newRow("smoothed labels") << "input 3 | dense 8 tanh | dense 4 | softmax_cross_entropy smoothing=0.2" << "ce" << 4;
    QTest::newRow("a gate and a long way past it") << "input 3 | h: dense 3 tanh | from input1 | dense 3 sigmoid | multiply h input1 | concat h input1 | dense 2 | mse" << "mse" << 2;
    QTest::newRow("pictures joined by channels, with noise") << "input 2x2x3 | noise 0.2 | a: tanh | from input1 | concat a | flatten | dense 2 | softmax_cross_entropy" << "ce" << 2;
    QTest::newRow("a number times itself and joined in time") << "input 2x3 | h: dense 3 tanh | multiply h | concat h axis=0 | flatten | dense 1 | mse" << "mse" << 1;
    QTest::newRow("layer norm") << "input 4 | dense 5 | layer_norm | dense 2 | mse" << "mse" << 2;
    QTest::newRow("tokens with positions") << "input 4 element=tokens | embedding 3 tokens=5 | position_embedding 6 | layer_norm | dense 5 | softmax_cross_entropy" << "" << 0;
    QTest::newRow("attention") << "input 3x4 | attention 2 | dense 2 | mse" << "" << 0;
    QTest::newRow("causal attention without bias and projection") << "input 4x3 | attention causal=true bias=false output=false | mse" << "" << 0;
    QTest::newRow("repeated transformer blocks with a tied head")
        << "input 3 element=tokens | embedding 4 tokens=6 | position_embedding | transformer_block 2 causal=true mlp=2 repeat=2 | layer_norm | dense 6 bias=false weights=embedding1 | softmax_cross_entropy"
        << "" << 0;
  }

  void explanationsAddUpToTheRecordedNumber_data() { networks_data(); }
  void explanationsAddUpToTheRecordedNumber() {
    for (const char* optimizer : {"sgd", "momentum", "adam"}) {
      explainAll(optimizer);
      if (QTest::currentTestFailed()) return;
    }
  }
  static void explainAll(const char* optimizer) {
    QFETCH(QString, line);
    QFETCH(QString, loss);
    QFETCH(int, outputs);
    explainAll(requestFor(qPrintable(line), qPrintable(loss), outputs, optimizer));
  }
  static void explainAll(const TraceRequest& request) {
    Result<Trace> trace = traceStep(request);
    QVERIFY2(trace.ok(), trace.ok() ? "" : english(trace.error()).c_str());
    int explained = 0;
    for (const TraceEntry& entry : trace->entries) {
      if (entry.kind == TraceKind::Weight) continue;  // what is explained under a weight's name is its gradient
      for (const auto& index : someIndices(entry.shape, entry.shape.count())) {
        const std::string element = writeElement(entry.name, index);
        Result<Explanation> e = explain(*trace, request, element);
        QVERIFY2(e.ok(), e.ok() ? "" : (element + ": " + english(e.error())).c_str());
        const double recorded = entry.values[static_cast<std::size_t>(flatIndex(entry.shape, index))];
        QVERIFY2(std::abs(e->value - recorded) <= 1e-10 * std::max(1.0, std::abs(recorded)), qPrintable(QStringLiteral("%1: terms give %2, recorded %3").arg(QString::fromStdString(element)).arg(e->value).arg(recorded)));
        for (const Term& term : e->terms)
          for (const Factor& factor : term.factors) checkOrigin(*trace, element, factor);
        for (const Factor& factor : e->arguments) checkOrigin(*trace, element, factor);
        ++explained;
      }
    }
    QVERIFY2(explained >= 60, qPrintable(QString::number(explained)));
  }

  void explanationsHoldUnderMasks_data() {
    QTest::addColumn<QString>("loss");
    QTest::addColumn<int>("outputs");
    QTest::newRow("squared error") << "mse factor=0.5" << 2;
    QTest::newRow("absolute error") << "mae" << 2;
    QTest::newRow("huber, near and far") << "huber delta=0.4" << 2;
    QTest::newRow("hinge, missed and reached") << "hinge margin=0.3" << 1;
    QTest::newRow("binary cross-entropy") << "binary_cross_entropy" << 1;
    QTest::newRow("cross-entropy") << "softmax_cross_entropy" << 3;
    QTest::newRow("smoothed labels") << "softmax_cross_entropy smoothing=0.2" << 3;
  }
  void explanationsHoldUnderMasks() {
    QFETCH(QString, loss);
    QFETCH(int, outputs);
    TraceRequest request = requestFor(qPrintable(QStringLiteral("input 4x2 | dense 4 tanh | dense %1 | %2").arg(outputs).arg(loss)), "", 0);
    auto data = std::make_shared<Dataset>(*request.data);
    data->mask.type.shape = data->target.type.shape;
    data->mask.numbers = Buffer<float>(data->target.numbers.size());
    for (std::size_t i = 0; i < data->mask.numbers.size(); ++i) data->mask.numbers[i] = u01(6, static_cast<std::uint32_t>(i)) < 0.4f ? 0.0f : 1.0f;
    finishHash(*data);
    request.data = data;
    explainAll(request);
  }

  void gradientsAgreeWithCentralDifferences_data() { networks_data(); }
  void gradientsAgreeWithCentralDifferences() {
    QFETCH(QString, line);
    QFETCH(QString, loss);
    QFETCH(int, outputs);
    const TraceRequest request = requestFor(qPrintable(line), qPrintable(loss), outputs);
    Result<Trace> trace = traceStep(request);
    QVERIFY(trace.ok());
    int compared = 0;
    for (const TraceEntry& entry : trace->entries) {
      const bool input = entry.name == "input1.grad";
      if (entry.kind != TraceKind::WeightGradient && !input) continue;
      double scale = 1e-4; // a bias before a batch norm has gradient 0, and what the difference shows is the loss's last digit
      for (double g : entry.values) scale = std::max(scale, std::abs(g));
      for (const auto& index : someIndices(entry.shape, 9)) {
        Result<std::optional<double>> difference = centralDifference(request, writeElement(entry.name, index));
        QVERIFY(difference.ok() && difference->has_value());
        const double g = entry.values[static_cast<std::size_t>(flatIndex(entry.shape, index))];
        QVERIFY2(std::abs(**difference - g) < 1e-6 * scale, qPrintable(QStringLiteral("%1: %2, difference %3").arg(QString::fromStdString(writeElement(entry.name, index))).arg(g).arg(**difference)));
        ++compared;
      }
    }
    QVERIFY(compared >= 10);
  }

  void aTracedStepHasTheBitsOfATrainedOne_data() { networks_data(); }
  void aTracedStepHasTheBitsOfATrainedOne() {
    QFETCH(QString, line);
    QFETCH(QString, loss);
    QFETCH(int, outputs);
    TraceRequest request = requestFor(qPrintable(line), qPrintable(loss), outputs);
    request.precision = Precision::Single;
    RunSetup setup;
    setup.spec = request.spec;
    setup.plan = request.plan;
    setup.data = request.data;
    auto trainer = makeTrainer(std::move(setup));
    request.weights = flatWeights(trainer->network());  // normalize's statistics are measured by the trainer
    Result<Trace> trace = traceStep(request);
    QVERIFY(trace.ok());
    trainer->runSteps(1);
    trainer->waitUntilIdle();
    const auto points = takePoints(*trainer);
    QCOMPARE(points[0].loss.sum, trace->loss);
    for (const WeightInfo& info : trainer->network().weightInfos()) {
      const TraceEntry* gradient = trace->find(info.name + ".grad");
      if (!info.trained) continue;
      QVERIFY(gradient);
      const TraceEntry* updated = trace->find(info.name + ".new");
      for (std::size_t i = 0; i < info.size; ++i) {
        QCOMPARE(static_cast<float>(gradient->values[i]), trainer->network().gradientsOf(info)[i]);
        // The trace's update is made in double from float gradients: equal to one rounding of the weight.
        QVERIFY(std::abs(updated->values[i] - trainer->network().weightsOf(info)[i]) <= 1.2e-7 * std::max(1.0, std::abs(updated->values[i])));
      }
    }
  }

  void adamsUpdateIsTheOptimizersOwn() {
    TraceRequest request = requestFor("input 3 | dense 4 tanh | dense 1 | mse", "mse", 1, "adam");
    RunSetup setup;
    setup.spec = request.spec;
    setup.plan = request.plan;
    setup.data = request.data;
    auto trainer = makeTrainer(std::move(setup));
    Result<Trace> trace = traceStep(request);
    QVERIFY(trace.ok());
    trainer->runSteps(1);
    trainer->waitUntilIdle();
    for (const WeightInfo& info : trainer->network().weightInfos())
      for (std::size_t i = 0; i < info.size; ++i)
        QVERIFY(std::abs(trace->find(info.name + ".new")->values[i] - trainer->network().weightsOf(info)[i]) < 2e-6);  // the first step of Adam divides g by |g|
  }

  void unknownElementsAreRefusedInWords_data() {
    QTest::addColumn<QString>("element");
    QTest::addColumn<QString>("words");
    QTest::newRow("no index") << "dense1.weight" << "not an element";
    QTest::newRow("no number") << "dense1.weight[a,b]" << "not an element";
    QTest::newRow("an unknown node") << "dense9.weight[0,0]" << "no node";
    QTest::newRow("an unknown array") << "dense1.colour[0]" << "dense1.weight";
    QTest::newRow("outside") << "dense1.weight[0,99]" << "lies outside";
    QTest::newRow("too few numbers") << "dense1.weight[0]" << "lies outside";
    QTest::newRow("negative") << "dense1.weight[-1,0]" << "lies outside";
  }
  void unknownElementsAreRefusedInWords() {
    QFETCH(QString, element);
    QFETCH(QString, words);
    const TraceRequest request = requestFor("input 2 | dense 3 tanh | dense 1 | binary_cross_entropy", "bce", 1);
    Result<Trace> trace = traceStep(request);
    Result<Explanation> e = explain(*trace, request, element.toStdString());
    QVERIFY(!e.ok());
    QVERIFY2(english(e.error()).find(words.toStdString()) != std::string::npos, english(e.error()).c_str());
  }

  void aRowThatIsNotThereIsRefused() {
    TraceRequest request = requestFor("input 2 | dense 1 | binary_cross_entropy", "bce", 1);
    request.rows = {6};
    QVERIFY(!traceStep(request).ok());
    request.rows = {};
    QVERIFY(!traceStep(request).ok());
  }

 private:
  static void checkOrigin(const Trace& trace, const std::string& element, const Factor& factor) {
    if (factor.from.empty()) return;
    Result<ElementRef> ref = parseElement(factor.from);
    QVERIFY2(ref.ok(), factor.from.c_str());
    const TraceEntry* origin = trace.find(ref->name);
    QVERIFY2(origin, (element + " names " + factor.from).c_str());
    const std::int64_t flat = flatIndex(origin->shape, ref->index);
    QVERIFY2(flat >= 0, factor.from.c_str());
    QCOMPARE(origin->values[static_cast<std::size_t>(flat)], factor.value);
  }
};

QTEST_APPLESS_MAIN(TestTrace)
#include "test_trace.moc"
