// Recurrent layers against PyTorch, their kernels against the plain ones, masks, and the data sets of sequences.
#include <QTest>
#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "engine/data/data_spec.h"
#include "engine/trace/explain.h"
#include "engine/trace/gradient_check.h"
#include "tests/support/small_nets.h"

using namespace glassbox;
using namespace glassbox::test;

namespace {

const nlohmann::json& golden() {
  static const nlohmann::json json = nlohmann::json::parse(std::ifstream(GLASSBOX_SOURCE_DIR "/tests/golden/recurrent.json"));
  return json;
}

/// Sequences with one class a sample, or one a step; with a mask where `masked`.
DatasetPtr goldenData(std::int64_t rows, const Shape& input, std::int64_t items, std::int64_t classes, bool masked, std::uint32_t seed) {
  auto data = std::make_shared<Dataset>(*hashedData(rows, input, "ce", classes, seed));
  if (items > 1) data->target.type.shape = Shape{items};
  data->target.numbers = Buffer<float>(static_cast<std::size_t>(rows * items));
  for (std::size_t i = 0; i < data->target.numbers.size(); ++i)
    data->target.numbers[i] = std::min(std::floor(u01(seed + 1, static_cast<std::uint32_t>(i)) * static_cast<float>(classes)), static_cast<float>(classes - 1));
  if (masked) {
    data->mask.type.shape = data->target.type.shape;
    data->mask.numbers = Buffer<float>(data->target.numbers.size());
    for (std::size_t i = 0; i < data->mask.numbers.size(); ++i) data->mask.numbers[i] = u01(seed + 2, static_cast<std::uint32_t>(i)) > 0.4f ? 1.0f : 0.0f;
  }
  finishHash(*data);
  return data;
}

struct Summary {
  double norm = 0, product = 0;
};
Summary summaryOf(std::span<const float> values) {
  Buffer<float> factors(values.size());
  fillUniform(factors, 777, 1);
  Summary s;
  for (std::size_t i = 0; i < values.size(); ++i) {
    s.norm += static_cast<double>(values[i]) * values[i];
    s.product += static_cast<double>(values[i]) * factors[i];
  }
  s.norm = std::sqrt(s.norm);
  return s;
}

void compare(std::span<const float> values, const nlohmann::json& want, const std::string& what) {
  const Summary s = summaryOf(values);
  const double norm = want["norm"], product = want["product"];
  QVERIFY2(std::abs(s.norm - norm) <= 2e-5 * norm + 1e-8, qPrintable(QStringLiteral("%1: norm %2, PyTorch %3").arg(QString::fromStdString(what)).arg(s.norm).arg(norm)));
  QVERIFY2(std::abs(s.product - product) <= 2e-5 * norm + 1e-8, qPrintable(QStringLiteral("%1: product %2, PyTorch %3").arg(QString::fromStdString(what)).arg(s.product).arg(product)));
}

Result<DatasetPtr> draw(const std::string& key, Params params = {}) {
  DataSpec spec;
  spec.source = key;
  spec.params = std::move(params);
  spec.shares = {0, 0};
  return load(spec, ".");
}

std::vector<float> rowOf(const Field& field, std::int64_t row) {
  std::vector<float> out(static_cast<std::size_t>(field.type.shape.count()));
  field.read(row, out.data());
  return out;
}

/// Sizes that leave lanes, units and vectors over.
struct Sizes {
  std::int64_t batch, time, in, hidden;
};
constexpr Sizes kSizes[] = {{1, 1, 1, 1}, {5, 3, 2, 4}, {16, 4, 3, 5}, {17, 2, 16, 17}, {33, 5, 19, 33}, {20, 3, 70, 50}};

}  // namespace

class TestRecurrent : public QObject {
  Q_OBJECT

 private slots:
  void valuesGradientsAndLossesAgreeWithPyTorch_data() {
    QTest::addColumn<int>("number");
    for (std::size_t i = 0; i < golden()["cases"].size(); ++i) QTest::newRow(golden()["cases"][i]["name"].get<std::string>().c_str()) << static_cast<int>(i);
  }
  void valuesGradientsAndLossesAgreeWithPyTorch() {
    QFETCH(int, number);
    const nlohmann::json& g = golden()["cases"][static_cast<std::size_t>(number)];
    const auto seed = g["seed"].get<std::uint32_t>();
    RunSetup setup;
    setup.spec = specOf(g["line"]);
    setup.data = goldenData(golden()["rows"], Shape{golden()["time"].get<std::int64_t>(), g["width"].get<std::int64_t>()}, g["items"], golden()["classes"], g["masked"], seed);
    setup.plan.values = {{"optimizer", g["optimizer"].get<std::string>()}, {"rate", g["rate"].get<double>()}, {"batch", golden()["batch"].get<std::int64_t>()}, {"shuffle", false}};
    auto trainer = makeTrainer(std::move(setup));
    Network& network = trainer->network();
    std::uint32_t t = 0;
    for (const WeightInfo& info : network.weightInfos())
      fillUniform(network.weightsOf(info), seed + 10 + t++, static_cast<float>(1 / std::sqrt(static_cast<double>(info.def.fanIn))));
    trainer->runSteps(1);
    trainer->waitUntilIdle();
    compare(network.output(), g["output"], "output");
    std::size_t i = 0;
    QCOMPARE(network.weightInfos().size(), g["gradients"].size());
    for (const WeightInfo& info : network.weightInfos()) compare(network.gradientsOf(info), g["gradients"][i++], info.name);
    trainer->runSteps(9);
    trainer->waitUntilIdle();
    const std::vector<StepPoint> points = takePoints(*trainer);
    QCOMPARE(points.size(), std::size_t{10});
    for (std::size_t step = 0; step < 10; ++step) {
      const double want = g["losses"][step];
      QVERIFY2(std::abs(points[step].loss.sum - want) <= 2e-5 * std::max(1.0, want), qPrintable(QStringLiteral("step %1: %2, PyTorch %3").arg(step).arg(points[step].loss.sum).arg(want)));
    }
  }

  // ---- kernels ------------------------------------------------------------------------------------------------------------

  /// Every set against the plain kernels in float: the same layer, its output and all gradients.
  void everyKernelSetAgreesWithThePlainOne_data() {
    QTest::addColumn<QString>("layer");
    for (const char* layer : {"rnn", "rnn relu", "lstm", "gru"}) QTest::newRow(layer) << QString(layer);
  }
  void everyKernelSetAgreesWithThePlainOne() {
    QFETCH(QString, layer);
    const Cell cell = layer == "lstm" ? Cell::Lstm : layer == "gru" ? Cell::Gru : layer == "rnn" ? Cell::Tanh : Cell::Relu;
    for (const Sizes& n : kSizes)
      for (const bool everyStep : {false, true}) {
        const std::vector<float> plain = runKernels(plainKernels().recurrent, cell, n, everyStep);
        for (const KernelSet set : {KernelSet::v2, KernelSet::v3, KernelSet::v4}) {
          if (!canRun(set)) continue;
          const std::vector<float> fast = runKernels(kernels(set).recurrent, cell, n, everyStep);
          QCOMPARE(fast.size(), plain.size());
          const std::vector<float> unseen = runKernels(kernels(set).recurrent, cell, n, everyStep, true);
          for (std::size_t i = 0; i < fast.size(); ++i)
            if (unseen[i] != fast[i] && unseen[i] != 0) QFAIL(qPrintable(QStringLiteral("%1: number %2 depends on what else is asked for").arg(name(set)).arg(i)));
          float scale = 1;
          for (float x : plain) scale = std::max(scale, std::abs(x));
          for (std::size_t i = 0; i < plain.size(); ++i)
            if (!(std::abs(fast[i] - plain[i]) <= 4e-6f * scale))
              QFAIL(qPrintable(QStringLiteral("%1, batch %2, time %3, in %4, hidden %5: number %6 is %7, plainly %8").arg(name(set)).arg(n.batch).arg(n.time).arg(n.in).arg(n.hidden).arg(i).arg(fast[i]).arg(plain[i])));
        }
      }
  }

  // ---- traces -------------------------------------------------------------------------------------------------------------

  void everyNumberOfATraceIsTheSumOfItsTerms_data() {
    QTest::addColumn<QString>("line");
    for (const char* line : {"rnn 3", "rnn 3 last=false nonlinearity=relu", "rnn 2 layers=2 last=false", "rnn 3 layers=2 bias=false", "lstm 2", "lstm 2 last=false", "lstm 2 layers=3", "lstm 2 bias=false",
                             "gru 2", "gru 2 last=false", "gru 2 layers=3 last=false", "gru 3 bias=false"})
      QTest::newRow(line) << QString(line);
  }
  void everyNumberOfATraceIsTheSumOfItsTerms() {
    QFETCH(QString, line);
    const bool last = !line.contains("last=false");
    for (const bool masked : {false, true}) {
      if (masked && last) continue;
      TraceRequest request;
      request.spec = specOf("input 4x3 | " + line.toStdString() + " | dense 3 | softmax_cross_entropy");
      request.data = goldenData(6, Shape{4, 3}, last ? 1 : 4, 3, masked, 90);
      request.plan.values = {{"init", std::string("uniform")}};
      request.rows = {0, 1, 2};
      Result<Trace> trace = traceStep(request);
      QVERIFY2(trace.ok(), trace.ok() ? "" : english(trace.error()).c_str());
      int explained = 0;
      std::set<std::string> names;
      for (const TraceEntry& entry : trace->entries) {
        names.insert(entry.name);
        if (entry.kind == TraceKind::Weight) continue;
        for (std::int64_t flat = 0; flat < entry.shape.count(); ++flat) {
          std::vector<std::int64_t> index(static_cast<std::size_t>(entry.shape.rank()));
          std::int64_t rest = flat;
          for (int axis = entry.shape.rank() - 1; axis >= 0; --axis) index[static_cast<std::size_t>(axis)] = rest % entry.shape[axis], rest /= entry.shape[axis];
          const std::string element = writeElement(entry.name, index);
          Result<Explanation> e = explain(*trace, request, element);
          QVERIFY2(e.ok(), e.ok() ? "" : (element + ": " + english(e.error())).c_str());
          const double recorded = entry.values[static_cast<std::size_t>(flat)];
          if (std::abs(e->value - recorded) > 1e-10 * std::max(1.0, std::abs(recorded)))
            QFAIL(qPrintable(QStringLiteral("%1: terms give %2, recorded %3").arg(QString::fromStdString(element)).arg(e->value).arg(recorded)));
          QVERIFY2(!english(e->sentence).empty(), element.c_str());
          ++explained;
        }
      }
      QVERIFY2(explained > 100, qPrintable(QString::number(explained)));
      const std::string node = line.startsWith("rnn") ? "rnn1." : line.startsWith("lstm") ? "lstm1." : "gru1.";
      for (const char* array : {"sum", "hidden", "hidden.grad", "sum.grad", "w_ih.grad", "w_hh.grad", "w_hh.new"}) QVERIFY2(names.count(node + array), array);
      if (line.contains("layers=3")) QVERIFY(names.count(node + "hidden_l2.grad") && names.count(node + "w_ih_l2.grad"));
      QCOMPARE(names.count("softmax_cross_entropy1.mask") == 1, masked);
    }
  }

  void aTraceChangesNoBit() {
    for (const char* layer : {"rnn 5", "lstm 5 last=false", "gru 5 layers=2"}) {
      const bool last = std::string(layer).find("last=false") == std::string::npos;
      TraceRequest request;
      request.spec = specOf(std::string("input 4x3 | ") + layer + " | dense 3 | softmax_cross_entropy");
      request.data = goldenData(6, Shape{4, 3}, last ? 1 : 4, 3, !last, 91);
      request.plan.values = {{"batch", std::int64_t{3}}, {"shuffle", false}};
      request.rows = {0, 1, 2};
      request.precision = Precision::Single;
      RunSetup setup;
      setup.spec = request.spec;
      setup.plan = request.plan;
      setup.data = request.data;
      auto trainer = makeTrainer(std::move(setup));
      Result<Trace> trace = traceStep(request);
      QVERIFY(trace.ok());
      trainer->runSteps(1);
      trainer->waitUntilIdle();
      QCOMPARE(takePoints(*trainer)[0].loss.sum, trace->loss);
      for (const WeightInfo& info : trainer->network().weightInfos())
        for (std::size_t i = 0; i < info.size; ++i) QCOMPARE(static_cast<float>(trace->find(info.name + ".grad")->values[i]), trainer->network().gradientsOf(info)[i]);
    }
  }

  // ---- masks --------------------------------------------------------------------------------------------------------------

  void gradientsOfMaskedLossesAgreeWithDifferences_data() {
    QTest::addColumn<QString>("loss");
    QTest::addColumn<int>("outputs");
    QTest::newRow("cross-entropy") << "softmax_cross_entropy" << 3;
    QTest::newRow("binary cross-entropy") << "binary_cross_entropy" << 1;
    QTest::newRow("squared error") << "mse" << 1;
    QTest::newRow("absolute error") << "mae" << 1;
    QTest::newRow("huber") << "huber delta=0.4" << 1;
    QTest::newRow("hinge") << "hinge margin=0.7" << 1;
    QTest::newRow("smoothed labels") << "softmax_cross_entropy smoothing=0.2" << 3;
  }
  void gradientsOfMaskedLossesAgreeWithDifferences() {
    QFETCH(QString, loss);
    QFETCH(int, outputs);
    TraceRequest request;
    request.spec = specOf("input 4x2 | gru 3 last=false | dense " + std::to_string(outputs) + " | " + loss.toStdString());
    auto data = std::make_shared<Dataset>(*randomData(analyse(*request.spec), 5, 3));
    data->mask.type.shape = data->target.type.shape;
    data->mask.numbers = Buffer<float>(data->target.numbers.size());
    for (std::size_t i = 0; i < data->mask.numbers.size(); ++i) data->mask.numbers[i] = i % 3 == 0 ? 0.0f : 1.0f;
    request.data = data;
    request.rows = {0, 1, 2, 3, 4};
    Result<std::vector<TensorCheck>> checks = checkGradients(request, {.inputs = true});
    QVERIFY(checks.ok());
    for (const TensorCheck& check : *checks) QVERIFY2(check.maxRelativeError < 1e-7, qPrintable(QStringLiteral("%1: %2").arg(QString::fromStdString(check.parameter)).arg(check.maxRelativeError)));
  }

  void whatTheMaskLeavesOutChangesNothing() {
    const DatasetPtr data = goldenData(12, Shape{4, 3}, 4, 3, true, 92);
    auto other = std::make_shared<Dataset>(*data);
    for (std::size_t i = 0; i < other->target.numbers.size(); ++i)
      if (other->mask.numbers[i] == 0) other->target.numbers[i] = static_cast<float>((static_cast<int>(other->target.numbers[i]) + 1) % 3);
    std::string fingerprints[2];
    Metrics metrics[2];
    for (int run = 0; run < 2; ++run) {
      RunSetup setup;
      setup.spec = specOf("input 4x3 | lstm 5 last=false | dense 3 | softmax_cross_entropy");
      setup.data = run == 0 ? data : DatasetPtr(other);
      setup.plan.values = {{"batch", std::int64_t{5}}, {"rate", 0.5}};
      auto trainer = makeTrainer(std::move(setup));
      trainer->runSteps(30);
      trainer->waitUntilIdle();
      fingerprints[run] = trainer->fingerprint();
      metrics[run] = trainer->evaluate(Part::Train);
    }
    QCOMPARE(fingerprints[0], fingerprints[1]);
    QCOMPARE(metrics[0].loss, metrics[1].loss);
    QCOMPARE(metrics[0].accuracy, metrics[1].accuracy);
    QCOMPARE(metrics[0].exact, metrics[1].exact);
    std::int64_t counted = 0, judged = 0;
    for (float m : data->mask.numbers) counted += m != 0;
    for (std::int64_t c : metrics[0].confusion) judged += c;
    QCOMPARE(judged, counted);
  }

  /// The network is made to say class 0 everywhere: accuracy is the share of counted items of class 0, exact the share of
  /// samples that have no other counted item.
  void metricsCountItemsAndWholeSequences() {
    const DatasetPtr data = goldenData(40, Shape{2, 1}, 2, 2, true, 93);
    RunSetup setup;
    setup.spec = specOf("input 2x1 | rnn 2 last=false | dense 2 | softmax_cross_entropy");
    setup.data = data;
    auto trainer = makeTrainer(std::move(setup));
    for (const WeightInfo& info : trainer->network().weightInfos())
      for (float& w : trainer->network().weightsOf(info)) w = 0;
    trainer->network().weightsOf(trainer->network().weightInfos().back())[0] = 1;
    std::int64_t items = 0, zeros = 0, exact = 0;
    for (std::size_t row = 0; row < 40; ++row) {
      bool all = true;
      for (std::size_t k = 2 * row; k < 2 * row + 2; ++k) {
        if (data->mask.numbers[k] == 0) continue;
        ++items;
        zeros += data->target.numbers[k] == 0;
        all = all && data->target.numbers[k] == 0;
      }
      exact += all;
    }
    const Metrics& m = trainer->evaluate(Part::Train);
    QVERIFY(m.hasExact);
    QCOMPARE(m.accuracy, static_cast<double>(zeros) / static_cast<double>(items));
    QCOMPARE(m.exact, static_cast<double>(exact) / 40);
    const double right = -std::log(std::exp(1.0) / (std::exp(1.0) + 1)), wrong = right + 1;
    QVERIFY(std::abs(m.loss - (right * static_cast<double>(zeros) + wrong * static_cast<double>(items - zeros)) / static_cast<double>(items)) < 1e-6);
  }

  // ---- data ---------------------------------------------------------------------------------------------------------------

  void echoAsksForWhatWasReadBefore() {
    Result<DatasetPtr> once = draw("echo", {{"delay", std::int64_t{7}}});
    QVERIFY(once.ok());
    QCOMPARE((*once)->inputs[0].type.shape, (Shape{8, 1}));
    for (std::int64_t row = 0; row < 50; ++row) QCOMPARE(rowOf((*once)->target, row)[0], rowOf((*once)->inputs[0], row)[0] > 0 ? 1.0f : 0.0f);
    Result<DatasetPtr> every = draw("echo", {{"delay", std::int64_t{3}}, {"values", std::string("numbers")}, {"answer", std::string("every")}});
    QVERIFY(every.ok());
    for (std::int64_t row = 0; row < 50; ++row) {
      const auto x = rowOf((*every)->inputs[0], row), y = rowOf((*every)->target, row), mask = rowOf((*every)->mask, row);
      for (std::size_t t = 0; t < x.size(); ++t) {
        QCOMPARE(mask[t], t >= 3 ? 1.0f : 0.0f);
        if (t >= 3) QCOMPARE(y[t], x[t - 3]);
      }
    }
  }

  void parityIsOddOrEven() {
    for (const char* answer : {"once", "every"}) {
      Result<DatasetPtr> data = draw("parity", {{"answer", std::string(answer)}});
      QVERIFY(data.ok());
      for (std::int64_t row = 0; row < 50; ++row) {
        const auto x = rowOf((*data)->inputs[0], row), y = rowOf((*data)->target, row);
        int ones = 0;
        for (std::size_t t = 0; t < x.size(); ++t) {
          ones += x[t] > 0;
          if (y.size() > 1) QCOMPARE(y[t], static_cast<float>(ones % 2));
        }
        QCOMPARE(y.back(), static_cast<float>(ones % 2));
      }
    }
  }

  void addingAddsTheTwoMarkedNumbers() {
    Result<DatasetPtr> data = draw("adding", {{"length", std::int64_t{9}}});
    QVERIFY(data.ok());
    double squares = 0;
    for (std::int64_t row = 0; row < (*data)->train; ++row) {
      const auto x = rowOf((*data)->inputs[0], row);
      const float y = rowOf((*data)->target, row)[0];
      float sum = 0;
      int marks = 0;
      for (std::size_t t = 0; t < 9; ++t) sum += x[2 * t] * x[2 * t + 1], marks += x[2 * t + 1] == 1;
      QCOMPARE(marks, 2);
      QVERIFY(std::abs(sum - y) < 1e-6f);
      squares += (y - 1) * (y - 1);
    }
    QVERIFY(std::abs(squares / static_cast<double>((*data)->train) - 1.0 / 6) < 0.01);  // what the help says of who always says 1
  }

  void lettersComeBackInTheirOrder() {
    for (const char* key : {"copy", "reverse", "sort"})
      for (const char* answer : {"position", "after"}) {
        const bool after = std::string(answer) == "after";
        Result<DatasetPtr> data = draw(key, {{"answer", std::string(answer)}, {"pause", std::int64_t{2}}, {"length", std::int64_t{6}}});
        QVERIFY(data.ok());
        QCOMPARE((*data)->vocabulary.size(), std::size_t{8} + (after ? 2 : 0));
        QCOMPARE((*data)->classes(), 8);
        for (std::int64_t row = 0; row < 30; ++row) {
          const auto x = rowOf((*data)->inputs[0], row), y = rowOf((*data)->target, row);
          std::vector<float> word(x.begin(), x.begin() + 6), said(y.end() - 6, y.end());
          if (std::string(key) == "reverse") std::reverse(word.begin(), word.end());
          if (std::string(key) == "sort") std::sort(word.begin(), word.end());
          QCOMPARE(said, word);
          QCOMPARE(x.size(), std::size_t{after ? 14u : 6u});
          if (!after) continue;
          const auto mask = rowOf((*data)->mask, row);
          for (std::size_t t = 0; t < 14; ++t) QCOMPARE(mask[t], t >= 8 ? 1.0f : 0.0f);
          QCOMPARE(x[6], 8.0f);   // pause
          QCOMPARE(x[13], 9.0f);  // asks
        }
      }
  }

  void bracketsAreBalancedWhereTheySaySo() {
    Result<DatasetPtr> data = draw("brackets", {{"kinds", std::int64_t{3}}});
    QVERIFY(data.ok());
    int sameCounts = 0;
    for (std::int64_t row = 0; row < (*data)->train; ++row) {
      const auto x = rowOf((*data)->inputs[0], row);
      std::vector<int> open;
      std::vector<int> counts(6);
      bool fine = true;
      for (float token : x) {
        const int k = static_cast<int>(token);
        ++counts[static_cast<std::size_t>(k)];
        if (k % 2 == 0) open.push_back(k);
        else if (open.empty() || open.back() != k - 1) fine = false;
        else open.pop_back();
      }
      fine = fine && open.empty();
      QCOMPARE(rowOf((*data)->target, row)[0], fine ? 1.0f : 0.0f);
      sameCounts += !fine && counts[0] == counts[1] && counts[2] == counts[3] && counts[4] == counts[5];
    }
    QVERIFY(sameCounts > (*data)->train / 5);
  }

  void masksFollowTheirRowsThroughSplitsAndBatches() {
    Dataset data = *goldenData(30, Shape{4, 3}, 4, 3, true, 94);
    // Row r: its first input, its first target and its mask all say r.
    for (std::int64_t row = 0; row < 30; ++row) {
      data.inputs[0].numbers[static_cast<std::size_t>(12 * row)] = static_cast<float>(row);
      for (std::int64_t k = 0; k < 4; ++k) data.mask.numbers[static_cast<std::size_t>(4 * row + k)] = static_cast<float>(row);
    }
    Result<Dataset> split = splitParts(std::move(data), {0.1, 0.2}, 3);
    QVERIFY(split.ok());
    Batches batches(std::make_shared<const Dataset>(*split), Part::Train, {4, true, 7});
    Team alone;
    for (std::int64_t step = 0; step < 12; ++step) {
      const Batch& batch = batches.at(step, alone);
      for (int i = 0; i < batch.size; ++i) QCOMPARE(batch.mask[4 * i], batch.inputs[0][12 * i]);
    }
  }

 private:
  /// Forward, backward and gradients of one layer by the kernels alone; every number that comes out.
  /// With `unseen` the sums and the gradient in the input are not asked for, and stand as zeros.
  static std::vector<float> runKernels(const RecurrentKernels& k, Cell cell, const Sizes& n, bool everyStep, bool unseen = false) {
    const std::int64_t H = n.hidden, rows = gateCount(cell) * H, groups = (n.batch + kLanes - 1) / kLanes, step = H * kLanes, joint = cell == Cell::Gru ? 2 * H : rows;
    const auto drawn = [](std::int64_t size, std::uint32_t seed, double bound) {
      Buffer<float> b(static_cast<std::size_t>(size));
      fillUniform(b, seed, static_cast<float>(bound));
      return b;
    };
    const auto room = [](std::int64_t size) { return Buffer<float>(static_cast<std::size_t>(size)); };
    const double bound = 1 / std::sqrt(static_cast<double>(H));
    const auto wIn = drawn(rows * n.in, 1, bound), wHidden = drawn(rows * H, 2, bound), bias = drawn(rows, 3, bound), hiddenBias = drawn(H, 4, bound);
    const auto input = drawn(n.batch * n.time * n.in, 5, 1), gradient = drawn(n.batch * n.time * H, 6, 1);
    const auto packed = [&](const Buffer<float>& w, std::int64_t width) {
      auto p = room(packedSize(joint, width) + packedSize(H, width));
      k.pack(joint, width, w.data(), p.data());
      if (cell == Cell::Gru) k.pack(H, width, w.data() + joint * width, p.data() + packedSize(joint, width));
      return p;
    };
    const auto turned = [&](const Buffer<float>& w, std::int64_t width) {
      auto p = room(packedSize(width, rows));
      k.packTurned(width, rows, w.data(), p.data());
      return p;
    };
    const auto in = packed(wIn, n.in), hidden = packed(wHidden, H), turnedIn = turned(wIn, n.in), turnedHidden = turned(wHidden, H);
    auto x = room(groups * n.time * n.in * kLanes), dx = room(groups * n.time * n.in * kLanes), xRows = room(groups * n.time * n.in * kLanes);
    auto h = room(groups * n.time * step), hRows = room(groups * n.time * step), c = room(groups * n.time * step), dh = room(groups * n.time * step), dc = room(groups * n.time * step);
    auto kept = room(groups * n.time * step * 5), slopes = room(groups * n.time * step * 4), sums = room(groups * n.time * step * 4);
    std::vector<float> out;
    for (std::int64_t g = 0; g < groups; ++g) {
      const std::int64_t samples = std::min(kLanes, n.batch - g * kLanes), at = g * n.time * step, inputs = g * n.time * n.in * kLanes;
      k.toLanes(samples, n.time * n.in, input.data() + g * kLanes * n.time * n.in, n.time * n.in, x.data() + inputs);
      k.toLanes(samples, n.time * H, gradient.data() + g * kLanes * n.time * H, n.time * H, dh.data() + at);
      RecurrentForward f;
      f.cell = cell, f.time = n.time, f.in = n.in, f.hidden = H;
      f.inWeights = in.data(), f.inCandidate = in.data() + packedSize(joint, n.in), f.hiddenWeights = hidden.data(), f.hiddenCandidate = hidden.data() + packedSize(joint, H);
      f.bias = bias.data(), f.hiddenBias = hiddenBias.data(), f.x = x.data() + inputs, f.h = h.data() + at, f.c = c.data() + at;
      f.kept = kept.data() + g * n.time * step * keptCount(cell), f.sums = unseen ? nullptr : sums.data() + g * n.time * step * gateCount(cell);
      k.forward(f);
      RecurrentBackward b;
      b.cell = cell, b.time = n.time, b.in = n.in, b.hidden = H;
      b.inWeights = turnedIn.data(), b.hiddenWeights = turnedHidden.data(), b.h = f.h, b.kept = f.kept, b.c = f.c, b.everyStep = everyStep;
      b.dh = dh.data() + at, b.dc = dc.data() + at, b.slopes = slopes.data() + g * n.time * step * slopeCount(cell), b.dx = unseen ? nullptr : dx.data() + inputs;
      k.backward(b);
      std::vector<float> y(static_cast<std::size_t>(samples * n.time * H)), back(static_cast<std::size_t>(samples * n.time * n.in));
      k.fromLanes(samples, n.time * H, f.h, y.data(), n.time * H);
      if (b.dx) k.fromLanes(samples, n.time * n.in, b.dx, back.data(), n.time * n.in);
      out.insert(out.end(), y.begin(), y.end());
      out.insert(out.end(), back.begin(), back.end());
      for (std::int64_t t = 0; t < n.time; ++t) {
        k.fromLanes(kLanes, n.in, x.data() + inputs + t * n.in * kLanes, xRows.data() + inputs + t * n.in * kLanes, n.in);
        k.fromLanes(kLanes, H, h.data() + at + t * step, hRows.data() + at + t * step, H);
      }
    }
    for (float* all : {sums.data(), h.data(), dh.data()}) out.insert(out.end(), all, all + n.time * step);
    auto dwIn = room(rows * n.in), dwHidden = room(rows * H), db = room(rows);
    SequenceProduct p{groups, n.time, 0, slopes.data(), slopeCount(cell) * step, x.data(), xRows.data()};
    k.weightGradient(p, rows, n.in, dwIn.data());
    k.biasGradient(p, rows, db.data());
    p.lanes = h.data(), p.rows = hRows.data(), p.shift = 1;
    k.weightGradient(p, rows, H, dwHidden.data());
    for (const Buffer<float>* b : {&dwIn, &dwHidden, &db}) out.insert(out.end(), b->begin(), b->end());
    return out;
  }
};

QTEST_APPLESS_MAIN(TestRecurrent)
#include "test_recurrent.moc"
