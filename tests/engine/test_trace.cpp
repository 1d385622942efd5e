// A traced step: its arrays are the trained step's, its explanations multiply and add up, and differences agree.
#include <QTest>
#include <array>
#include <cmath>
#include <cstring>

#include "engine/trace/difference.h"
#include "engine/trace/explain.h"
#include "engine/trace/gradient_check.h"
#include "engine/trace/next_step.h"
#include "engine/trace/paths.h"
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
    QTest::newRow("an lstm of two layers") << "input 4x2 | lstm 3 layers=2 | dense 2 | mse" << "" << 0;
    QTest::newRow("a gru that gives all steps") << "input 3x2 | gru 3 last=false | dense 1 | mse" << "" << 0;
    QTest::newRow("a recurrent net used twice") << "input 4x3 | mine: rnn 3 last=false | rnn 3 last=false weights=mine | dense 2 | mse" << "" << 0;
    QTest::newRow("repeated transformer blocks with a tied head")
        << "input 3 element=tokens | embedding 4 tokens=6 | position_embedding | transformer_block 2 causal=true mlp=2 repeat=2 | layer_norm | dense 6 bias=false weights=embedding1 | softmax_cross_entropy"
        << "" << 0;
  }

  void explanationsAddUpToTheRecordedNumber_data() { networks_data(); }
  void explanationsAddUpToTheRecordedNumber() {
    QFETCH(QString, line);
    QFETCH(QString, loss);
    QFETCH(int, outputs);
    explainAll(requestFor(qPrintable(line), qPrintable(loss), outputs));
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

  void updatesAddUpToTheRecordedNumber_data() {
    QTest::addColumn<QString>("optimizer");
    QTest::addColumn<QString>("settings");
    for (const OptimizerDef& def : allOptimizers())
      for (const char* settings : {"", "l2", "clip l1", "l2 clip l1 decay_all"})
        QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(QString::fromStdString(def.key)).arg(settings))) << QString::fromStdString(def.key) << settings;
  }
  void updatesAddUpToTheRecordedNumber() {
    QFETCH(QString, optimizer);
    QFETCH(QString, settings);
    explainAll(requestInMidRun(optimizer, settings, Precision::Double));
  }
  /// A request with a state as after some steps.
  static TraceRequest requestInMidRun(const QString& optimizer, const QString& settings, Precision precision) {
    TraceRequest request = requestFor("input 3 | dense 4 tanh | batch_norm | dense 2 | mse", "mse", 2, qPrintable(optimizer));
    request.plan.values.set("l2", settings.contains("l2") ? 0.01 : 0.0);
    request.plan.values.set("l1", settings.contains("l1") ? 0.05 : 0.0);
    request.plan.values.set("clip", settings.contains("clip") ? 0.1 : 0.0);
    request.plan.values.set("decay_on", std::string(settings.contains("decay_all") ? "all" : "weights"));
    request.plan.values.set("weight_decay", 0.1);
    request.plan.values.set("schedule", std::string(settings.contains("clip") ? "cosine" : "exponential"));
    request.plan.values.set("warmup", std::int64_t{settings.isEmpty() ? 9 : 2});
    request.plan.values.set("steps", std::int64_t{20});
    request.plan.values.set("min_rate", 0.001);
    request.step = 6;
    request.precision = precision;
    const Analysis analysis = analyse(*request.spec);
    std::size_t count = 0;
    for (const auto& [id, node] : analysis.nodes)
      for (const WeightDef& def : node.inference.weights) count += static_cast<std::size_t>(def.shape.count());
    const auto states = static_cast<std::size_t>(findOptimizer(optimizer.toStdString())->statePerWeight);
    for (std::size_t i = 0; i < count * states; ++i) request.optimizer.push_back(0.001 + 0.1 * static_cast<double>(u01(77, static_cast<std::uint32_t>(i))));
    return request;
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
    Result<Differences> differences = Differences::create(request);
    QVERIFY(differences.ok());
    int compared = 0, inner = 0, kinks = 0;
    for (const TraceEntry& entry : trace->entries) {
      const bool within = entry.kind == TraceKind::Gradient || entry.kind == TraceKind::WireGradient || (entry.kind == TraceKind::Stage && entry.name.ends_with(".grad"));
      if (entry.kind != TraceKind::WeightGradient && !within) continue;
      double scale = 1e-4; // a bias before a batch norm has gradient 0, and what the difference shows is the loss's last digit
      for (double g : entry.values) scale = std::max(scale, std::abs(g));
      for (const auto& index : someIndices(entry.shape, 9)) {
        const std::optional<DifferenceCheck> check = differences->check(*trace, writeElement(entry.name, index));
        QVERIFY2(check, writeElement(entry.name, index).c_str());
        if (check->verdict == Verdict::Kink) {
          ++kinks;
          continue;
        }
        const double g = entry.values[static_cast<std::size_t>(flatIndex(entry.shape, index))];
        QVERIFY2(std::abs(check->difference - g) < 1e-6 * scale, qPrintable(QStringLiteral("%1: %2, difference %3").arg(QString::fromStdString(writeElement(entry.name, index))).arg(g).arg(check->difference)));
        QVERIFY2(check->verdict == Verdict::Agrees || check->verdict == Verdict::Rounding || check->verdict == Verdict::Close || std::abs(g) < 1e-3 * scale, english(check->sentence).c_str());
        ++compared;
        inner += within;
      }
    }
    QVERIFY(compared >= 10);
    QVERIFY(inner >= 4);
    QVERIFY(kinks <= 1);
  }

  void aKinkIsNamedByItsLayer() {
    TraceRequest request = requestFor("input 2 | a: dense 2 | relu | dense 1 | mse", "mse", 1);
    request.weights = {1, 0, 0, 1, 0, 0, 1, 1, 0};
    request.entered = {{{{0, 1}}, {0.5}}};
    request.rows.clear();
    Result<Trace> trace = traceStep(request);
    QVERIFY2(trace.ok(), trace.ok() ? "" : english(trace.error()).c_str());
    Result<Differences> differences = Differences::create(request);
    const auto at = differences->check(*trace, "a.bias[0]");  // the sum is 0: relu's kink
    QVERIFY(at && at->verdict == Verdict::Kink);
    QCOMPARE(at->kink, std::string("relu1"));
    QCOMPARE(at->gradient, 0.0);
    QVERIFY(std::abs(at->left) < 1e-4 && std::abs(at->right - 1) < 1e-4);  // dL/dy = 2 (1 - 0.5)
    QVERIFY(english(at->sentence).find("ReLU") != std::string::npos);
    QCOMPARE(differences->check(*trace, "a.bias[1]")->verdict, Verdict::Agrees);
    const auto near = differences->check(*trace, "a.weight[0,1]", 1e-3);
    QVERIFY(near && near->verdict == Verdict::Kink);
  }

  void theDifferenceSaysWhatLimitsIt() {
    TraceRequest request = requestFor("input 3 | dense 4 tanh | dense 2 | softmax_cross_entropy", "ce", 2);
    Result<Trace> trace = traceStep(request);
    Result<Differences> differences = Differences::create(request);
    const auto verdict = [&](double step) { return differences->check(*trace, "dense1.weight[1,2]", step)->verdict; };
    QCOMPARE(verdict(1e-5), Verdict::Agrees);
    QCOMPARE(verdict(1e-13), Verdict::Rounding);
    QCOMPARE(verdict(0.5), Verdict::TooLarge);
    const auto check = differences->check(*trace, "dense1.weight.grad[1,2]");
    QCOMPARE(check->element, std::string("dense1.weight.grad[1,2]"));
    QVERIFY(std::abs(check->difference - (check->left + check->right) / 2) < 1e-9 && check->step == 1e-5);
    QCOMPARE(differences->check(*trace, "softmax_cross_entropy1.logits.grad[1,0]")->verdict, Verdict::Agrees);
    QCOMPARE(differences->check(*trace, "softmax_cross_entropy1.softmax.grad[1,0]")->verdict, Verdict::Agrees);
    QVERIFY(!differences->check(*trace, "tanh1.slope[0,1]"));
    QVERIFY(!differences->check(*trace, "softmax_cross_entropy1.softmax[1,0]"));  // the number itself, not its gradient
    QVERIFY(!differences->check(*trace, "dense1.weight.new[1,2]"));
    QVERIFY(!differences->check(*trace, "tanh1.out[0,1]"));
    QVERIFY(!differences->check(*trace, "dense1.weight[9,9]"));

    TraceRequest inSingle = requestFor("input 8 | dense 20 tanh | dense 20 tanh | dense 3 | softmax_cross_entropy", "ce", 3);
    inSingle.precision = Precision::Single;
    Result<Trace> single = traceStep(inSingle);
    differences = Differences::create(inSingle);
    int asFloat = 0;
    for (std::int64_t unit = 0; unit < 20; ++unit)
      for (std::int64_t k = 0; k < 8; ++k) {
        const auto inFloat = differences->check(*single, writeElement("dense1.weight", std::array{unit, k}));
        QVERIFY2(inFloat->verdict == Verdict::Float || inFloat->verdict == Verdict::Agrees, english(inFloat->sentence).c_str());
        asFloat += inFloat->verdict == Verdict::Float;
      }
    QVERIFY(asFloat > 0);

    TraceEntry* wrong = const_cast<TraceEntry*>(trace->find("dense1.weight.grad"));
    wrong->values[5] += 0.01;
    QCOMPARE(Differences::create(requestFor("input 3 | dense 4 tanh | dense 2 | softmax_cross_entropy", "ce", 2))->check(*trace, "dense1.weight[1,2]")->verdict, Verdict::Differs);
  }

  void aTracedStepHasTheBitsOfATrainedOne_data() { networks_data(); }
  void aTracedStepHasTheBitsOfATrainedOne() {
    QFETCH(QString, line);
    QFETCH(QString, loss);
    QFETCH(int, outputs);
    const TraceRequest request = requestFor(qPrintable(line), qPrintable(loss), outputs);
    RunSetup setup;
    setup.spec = request.spec;
    setup.plan = request.plan;
    setup.data = request.data;
    auto trainer = makeTrainer(std::move(setup));
    checkNextStep(*trainer);
    trainer->runSteps(4);
    checkNextStep(*trainer);
  }

  void aTracedStepOfARunHasItsStateAndItsBits_data() { updatesAddUpToTheRecordedNumber_data(); }
  void aTracedStepOfARunHasItsStateAndItsBits() {
    QFETCH(QString, optimizer);
    QFETCH(QString, settings);
    const Params plan = requestInMidRun(optimizer, settings, Precision::Single).plan.values;
    const TraceRequest request = requestFor("input 2x4x4 | conv2d 3 kernel=3 padding=1 | batch_norm | relu | dropout 0.3 | flatten | dense 9 tanh | batch_norm | dense 3 | softmax_cross_entropy", "ce", 3);
    RunSetup setup;
    setup.spec = request.spec;
    setup.plan.values = plan;
    setup.plan.values.set("shuffle", true);
    setup.plan.values.set("batch", std::int64_t{4});
    setup.data = request.data;
    auto trainer = makeTrainer(std::move(setup));
    for (int steps : {0, 1, 3, 2}) {
      trainer->runSteps(steps);
      checkNextStep(*trainer);
    }
  }

  /// The trace of the next step, then the step: the loss, every gradient, every weight, statistic and state are equal to the bit.
  static void checkNextStep(Trainer& trainer) {
    trainer.waitUntilIdle();
    takePoints(trainer);
    TraceRequest request = requestOfNextStep(trainer);
    Result<Trace> trace = traceStep(request);
    QVERIFY2(trace.ok(), trace.ok() ? "" : english(trace.error()).c_str());
    trainer.runSteps(1);
    trainer.waitUntilIdle();
    const auto points = takePoints(trainer);
    QCOMPARE(points.size(), std::size_t{1});
    QCOMPARE(points[0].loss.sum, trace->loss);
    QCOMPARE(points[0].rate, trace->rate);
    const TraceRequest after = requestOfNextStep(trainer);
    std::size_t at = 0, count = after.weights.size();
    const OptimizerDef& optimizer = *findOptimizer(planValues(request.plan)->optimizer);
    std::vector<std::string> states(static_cast<std::size_t>(optimizer.statePerWeight));
    for (const UpdateArray& array : optimizer.arrays)
      if (array.state >= 0) states[static_cast<std::size_t>(array.state)] = array.name;
    for (const WeightInfo& info : trainer.network().weightInfos()) {
      const TraceEntry* updated = trace->find(info.name + ".new");
      const TraceEntry* entry = updated ? updated : trace->find(info.name);
      QVERIFY2(updated || !info.trained, info.name.c_str());
      for (std::size_t i = 0; i < info.size; ++i, ++at) {
        QVERIFY2(entry->values[i] == after.weights[at], qPrintable(QStringLiteral("%1 %2: %3, trained %4").arg(QString::fromStdString(info.name)).arg(i).arg(entry->values[i], 0, 'g', 17).arg(after.weights[at], 0, 'g', 17)));
        if (!info.trained) continue;
        QCOMPARE(static_cast<float>(trace->find(info.name + ".grad")->values[i]), trainer.network().gradientsOf(info)[i]);
        for (std::size_t s = 0; s < states.size(); ++s) {
          QCOMPARE(trace->find(info.name + "." + states[s] + ".before")->values[i], request.optimizer[s * count + at]);
          QCOMPARE(trace->find(info.name + "." + states[s])->values[i], after.optimizer[s * count + at]);
        }
      }
    }
  }

  void whatIfChangesEveryLaterNumber_data() {
    QTest::addColumn<bool>("single");
    QTest::newRow("double") << false;
    QTest::newRow("single") << true;
  }
  void whatIfChangesEveryLaterNumber() {
    QFETCH(bool, single);
    TraceRequest request = requestFor("input 2 | dense 2 | dense 1 | mse", "mse", 1);
    request.precision = single ? Precision::Single : Precision::Double;
    request.weights = {1, 2, 3, 4, 0.5, -0.5, 2, 1, 0.25};
    request.rows.clear();
    request.data = nullptr;
    request.entered = {{{{3, -1}}, {1}}, {{{0, 1}}, {0}}};
    request.changes = {{"dense1.weight[0,1]", 1}, {"input1.out[0,1]", 0.5}, {"mse1.target[1,0]", 2}};
    Result<Trace> trace = traceStep(request);
    QVERIFY2(trace.ok(), trace.ok() ? "" : english(trace.error()).c_str());
    const auto value = [&](const char* name, std::size_t i) { return trace->find(name)->values[i]; };
    QCOMPARE(value("input1.out", 0), 3.0);
    QCOMPARE(value("input1.out", 1), 0.5);
    QCOMPARE(value("dense1.out", 0), 4.0);   // 1 * 3 + 1 * 0.5 + 0.5
    QCOMPARE(value("dense1.out", 1), 10.5);  // 3 * 3 + 4 * 0.5 - 0.5
    QCOMPARE(value("dense2.out", 0), 18.75); // 2 * 4 + 10.5 + 0.25
    QCOMPARE(value("dense2.out", 1), 6.75);  // 2 * (1 + 0.5) + 3.5 + 0.25
    QCOMPARE(value("mse1.out", 0), (17.75 * 17.75 + 4.75 * 4.75) / 2);
    QCOMPARE(trace->batch, std::int64_t{2});
  }

  void whatCannotBeChangedOrEnteredIsRefusedInWords_data() {
    QTest::addColumn<QString>("element");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("words");
    QTest::newRow("a computed number") << "dense1.out[0,0]" << 1.0 << "computed";
    QTest::newRow("outside") << "dense1.weight[0,99]" << 1.0 << "lies outside";
    QTest::newRow("a sample that is not there") << "input1.out[3,0]" << 1.0 << "lies outside";
    QTest::newRow("no element") << "dense1.weight" << 1.0 << "not an element";
    QTest::newRow("no number") << "dense1.bias[0]" << std::nan("") << "only be a number";
    QTest::newRow("a token that is not there") << "input1.out[0,0]" << 5.0 << "from 0 to 4";
    QTest::newRow("half a token") << "input1.out[0,0]" << 0.5 << "from 0 to 4";
    QTest::newRow("a class that is not there") << "softmax_cross_entropy1.target[0,1]" << 3.0 << "from 0 to 2";
  }
  void whatCannotBeChangedOrEnteredIsRefusedInWords() {
    QFETCH(QString, element);
    QFETCH(double, value);
    QFETCH(QString, words);
    TraceRequest request = requestFor("input 2 element=tokens | embedding 3 tokens=5 | dense 3 | softmax_cross_entropy", "", 0);
    request.changes = {{element.toStdString(), value}};
    Result<Trace> trace = traceStep(request);
    QVERIFY(!trace.ok());
    QVERIFY2(english(trace.error()).find(words.toStdString()) != std::string::npos, english(trace.error()).c_str());
  }

  void anEnteredSampleMustFit() {
    const TraceRequest base = requestFor("input 2 | dense 3 | softmax_cross_entropy", "ce", 3);
    const auto refusal = [&](EnteredSample sample) {
      TraceRequest request = base;
      request.entered = {std::move(sample)};
      Result<Trace> trace = traceStep(request);
      return trace.ok() ? std::string("taken") : english(trace.error());
    };
    QCOMPARE(refusal({{{1, 2}}, {1}}), std::string("taken"));
    QVERIFY(refusal({{{1, 2, 3}}, {1}}).find("shape 2") != std::string::npos);
    QVERIFY(refusal({{}, {1}}).find("inputs") != std::string::npos);
    QVERIFY(refusal({{{1, 2}}, {}}).find("target") != std::string::npos);
    QVERIFY(refusal({{{1, 2}}, {3}}).find("from 0 to 2") != std::string::npos);
    TraceRequest request = base;
    request.weights = {1, 2};
    QVERIFY(!traceStep(request).ok());
    request = base;
    request.optimizer = {1};
    QVERIFY(!traceStep(request).ok());
  }

  void theStepWithoutWeightsIsTheFirstOfARun() {
    const TraceRequest request = requestFor("input 2x3 | normalize | flatten | dense 2 | softmax_cross_entropy", "", 0);
    RunSetup setup;
    setup.spec = request.spec;
    setup.plan = request.plan;
    setup.data = request.data;
    auto trainer = makeTrainer(std::move(setup));
    TraceRequest first = requestOfNextStep(*trainer);
    const double loss = traceStep(first)->loss;
    first.weights.clear();
    QCOMPARE(traceStep(first)->loss, loss);
  }

  void thePathsOfASmallNetAreTheChainRule() {
    TraceRequest request = requestFor("input 2 | dense 2 | dense 2 | mse", "mse", 2);
    request.weights = {1, 2, 3, 4, 0, 0, 5, 6, 7, 8, 0, 0};
    request.data = nullptr;
    request.rows.clear();
    request.entered = {{{{2, 1}}, {24, 60}}};  // dense1 gives 4 and 10, dense2 gives 80 and 108
    Result<Trace> trace = traceStep(request);
    Result<GradientPaths> paths = gradientPaths(*trace, request, "dense1.weight[0,1]");
    QVERIFY2(paths.ok(), paths.ok() ? "" : english(paths.error()).c_str());
    QCOMPARE(paths->count, 2.0);
    QCOMPARE(paths->paths.size(), std::size_t{2});
    QVERIFY(paths->complete);
    QCOMPARE(paths->paths[0].product, 48.0 * 7 * 1);  // dL/dy1 = 2 (108 - 60) / 2, the weight from unit 0, the input
    QCOMPARE(paths->paths[1].product, 56.0 * 5 * 1);
  }

  void allPathsTogetherAreTheGradient_data() { networks_data(); }
  void allPathsTogetherAreTheGradient() {
    QFETCH(QString, line);
    QFETCH(QString, loss);
    QFETCH(int, outputs);
    const TraceRequest request = requestFor(qPrintable(line), qPrintable(loss), outputs);
    Result<Trace> trace = traceStep(request);
    int followed = 0;
    for (const TraceEntry& entry : trace->entries) {
      if (entry.kind != TraceKind::WeightGradient && entry.kind != TraceKind::Gradient) continue;
      for (const auto& index : someIndices(entry.shape, 3)) {
        const std::string element = writeElement(entry.name, index);
        Result<GradientPaths> paths = gradientPaths(*trace, request, element, {5, 100000});
        QVERIFY2(paths.ok(), paths.ok() ? "" : english(paths.error()).c_str());
        QVERIFY2(std::abs(paths->sum - paths->gradient) <= 1e-10 * std::max(1.0, std::abs(paths->gradient)), qPrintable(QStringLiteral("%1: %2, gradient %3").arg(QString::fromStdString(element)).arg(paths->sum).arg(paths->gradient)));
        QVERIFY(paths->complete);
        double before = INFINITY;
        for (const GradientPath& path : paths->paths) {
          double product = 1;
          for (std::size_t i = 0; i < path.links.size(); ++i) {
            product *= path.links[i].value;
            if (i > 0) QCOMPARE(path.links[i].of, path.links[i - 1].by);
          }
          QCOMPARE(path.links.front().of, trace->entries.empty() ? std::string() : analyse(*request.spec).loss + ".out[0]");
          QCOMPARE(path.links.back().by, paths->element);
          QVERIFY(std::abs(product - path.product) <= 1e-12 * std::abs(product));
          QVERIFY(std::abs(path.product) <= before * (1 + 1e-12));
          before = std::abs(path.product);
        }
        ++followed;
      }
    }
    QVERIFY(followed >= 6);
  }

  void fewerNumbersLeaveTheStrongestPath() {
    const TraceRequest request = requestFor("input 3 | dense 6 tanh | dense 6 tanh | dense 2 | mse", "mse", 2);
    Result<Trace> trace = traceStep(request);
    Result<GradientPaths> all = gradientPaths(*trace, request, "dense1.weight[0,1]"), few = gradientPaths(*trace, request, "dense1.weight[0,1]", {64, 20});
    QVERIFY(all->complete && !few->complete);
    QCOMPARE(all->count, 36.0);  // 3 samples, 6 units, 2 outputs
    QVERIFY(!few->paths.empty() && few->paths.size() < 36);
    QVERIFY(!gradientPaths(*trace, request, "tanh1.slope[0,0]").ok());
    QVERIFY(!gradientPaths(*trace, request, "dense1.weight[9,9]").ok());
  }

  void theUsesOfANumberAreWhatReadsIt() {
    const TraceRequest request = requestFor("input 3 | h: dense 3 tanh | dense 2 | from h | dense 2 | add dense2 | mse", "mse", 2);
    Result<Trace> trace = traceStep(request);
    Result<std::vector<PathLink>> uses = usesOf(*trace, request, "h.out[1,2]");
    QVERIFY2(uses.ok(), uses.ok() ? "" : english(uses.error()).c_str());
    std::vector<std::string> names;
    for (const PathLink& use : *uses) {
      names.push_back(use.of);
      QCOMPARE(use.by, std::string("h.out[1,2]"));
    }
    std::sort(names.begin(), names.end());
    QCOMPARE(names, (std::vector<std::string>{"dense2.out[1,0]", "dense2.out[1,1]", "dense3.out[1,0]", "dense3.out[1,1]"}));
    QCOMPARE((*uses)[0].value, trace->find("dense2.weight")->values[2]);
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
    QVERIFY2(!factor.tex.empty(), (element + ": how is " + factor.from + " written?").c_str());
    QVERIFY2(std::count(factor.tex.begin(), factor.tex.end(), '{') == std::count(factor.tex.begin(), factor.tex.end(), '}'), factor.tex.c_str());
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
