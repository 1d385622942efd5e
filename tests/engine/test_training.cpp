// Training against PyTorch's losses, stop rules, live changes, and that steps take no memory.
#include <QTest>
#include <atomic>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <chrono>
#include <nlohmann/json.hpp>
#include <thread>

#include "engine/graph/spec_edit.h"
#include "engine/train/adapt.h"
#include "engine/train/data_fit.h"
#include "engine/train/optimizers.h"
#include "tests/support/small_nets.h"

using namespace glassbox;
using namespace glassbox::test;

#ifndef GLASSBOX_SANITIZED
// malloc is counted, not only operator new: Eigen and the C library do not use the latter.
extern "C" void* __libc_malloc(std::size_t size);
extern "C" void* __libc_calloc(std::size_t count, std::size_t size);
namespace {
std::atomic<bool> counting{false};
std::atomic<int> allocations{0};
}  // namespace
extern "C" void* malloc(std::size_t size) {
  if (counting.load(std::memory_order_relaxed)) ++allocations;
  return __libc_malloc(size);
}
extern "C" void* calloc(std::size_t count, std::size_t size) {
  if (counting.load(std::memory_order_relaxed)) ++allocations;
  return __libc_calloc(count, size);
}
#endif

namespace {

const nlohmann::json& golden() {
  static const nlohmann::json json = nlohmann::json::parse(std::ifstream(GLASSBOX_SOURCE_DIR "/tests/golden/training.json"));
  return json;
}

ParamValue paramOf(const nlohmann::json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.get<double>();
}

RunSetup xorLike(std::uint64_t seed = 1) {
  RunSetup setup;
  setup.spec = specOf("input 2 | dense 8 tanh | dense 1 | binary_cross_entropy");
  setup.data = hashedData(64, Shape{2}, "bce", 1, 31);
  setup.plan.values = {{"rate", 0.1}, {"batch", std::int64_t{16}}};
  setup.plan.seed = seed;
  return setup;
}

}  // namespace

class TestTraining : public QObject {
  Q_OBJECT

 private slots:
  void aFingerprintIsOfTheWeightsAndNotOfTheGapsBetweenThem() {
    auto trainer = makeTrainer(xorLike());
    const std::string print = trainer->fingerprint();
    std::span<float> arena = trainer->network().weights();
    std::vector<bool> used(arena.size());
    for (const WeightInfo& info : trainer->network().weightInfos()) std::fill_n(used.begin() + static_cast<std::ptrdiff_t>(info.offset), info.size, true);
    const auto gap = std::find(used.begin(), used.end(), false) - used.begin();
    QVERIFY(gap < static_cast<std::ptrdiff_t>(arena.size()));
    arena[static_cast<std::size_t>(gap)] = 7;
    QCOMPARE(trainer->fingerprint(), print);
    arena[trainer->network().weightInfos()[1].offset] += 1;
    QVERIFY(trainer->fingerprint() != print);
  }

  void lossesAgreeWithPyTorch_data() {
    QTest::addColumn<int>("number");
    for (std::size_t i = 0; i < golden().size(); ++i) QTest::newRow(golden()[i]["name"].get<std::string>().c_str()) << static_cast<int>(i);
  }
  void lossesAgreeWithPyTorch() {
    QFETCH(int, number);
    const nlohmann::json& g = golden()[static_cast<std::size_t>(number)];
    RunSetup setup;
    setup.spec = specOf(g["line"]);
    const auto seed = g["seed"].get<std::uint32_t>();
    setup.data = hashedData(g["rows"], Shape{g["width"].get<std::int64_t>()}, g["loss"], g["outputs"], seed);
    for (const auto& [key, value] : g["plan"].items()) setup.plan.values.set(key, paramOf(value));
    setup.plan.values.set("batch", g["batch"].get<std::int64_t>());
    setup.plan.values.set("shuffle", false);
    auto trainer = makeTrainer(std::move(setup));
    std::uint32_t t = 0;
    for (const WeightInfo& info : trainer->network().weightInfos())
      fillUniform(trainer->network().weightsOf(info), seed + 10 + t++, static_cast<float>(1 / std::sqrt(static_cast<double>(info.def.fanIn))));

    trainer->runSteps(1);
    trainer->waitUntilIdle();
    std::size_t i = 0;
    for (const WeightInfo& info : trainer->network().weightInfos()) {
      double norm = 0;
      for (float x : trainer->network().gradientsOf(info)) norm += static_cast<double>(x) * x;
      const double want = g["gradient_norms"][i++];
      // 1e-6 of the largest norm: a bias gradient can be the small rest of a sum that cancels.
      const double largest = *std::max_element(g["gradient_norms"].begin(), g["gradient_norms"].end());
      QVERIFY2(std::abs(std::sqrt(norm) - want) <= 1e-5 * want + 1e-6 * largest, qPrintable(QStringLiteral("%1: %2, PyTorch %3").arg(QString::fromStdString(info.name)).arg(std::sqrt(norm)).arg(want)));
    }
    trainer->runSteps(9);
    trainer->waitUntilIdle();
    const std::vector<StepPoint> points = takePoints(*trainer);
    QCOMPARE(points.size(), std::size_t{10});
    for (std::size_t step = 0; step < 10; ++step) {
      const double want = g["losses"][step];
      QVERIFY2(std::abs(points[step].loss.sum - want) <= 1e-5 * std::max(1.0, want), qPrintable(QStringLiteral("step %1: %2, PyTorch %3").arg(step).arg(points[step].loss.sum).arg(want)));
    }
    i = 0;
    for (const WeightInfo& info : trainer->network().weightInfos()) {
      double norm = 0;
      for (float x : trainer->network().weightsOf(info)) norm += static_cast<double>(x) * x;
      const double want = g["last_weights"][i++];
      QVERIFY2(std::abs(std::sqrt(norm) - want) <= 2e-5 * std::max(want, 1e-2), info.name.c_str());
    }
  }

  void resetGivesTheSameCurveAndAnotherSeedAnother() {
    std::string fingerprints[3];
    for (int run = 0; run < 3; ++run) {
      auto trainer = makeTrainer(xorLike(run == 2 ? 2 : 1));
      trainer->runSteps(100);
      trainer->waitUntilIdle();
      fingerprints[run] = trainer->fingerprint();
    }
    QCOMPARE(fingerprints[0], fingerprints[1]);
    QVERIFY(fingerprints[0] != fingerprints[2]);
  }

  void stopRulesEndTheRun_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("steps");
    QTest::addColumn<int>("reason");
    QTest::newRow("after so many steps") << "steps" << 7.0 << 7 << static_cast<int>(StopReason::Steps);
    QTest::newRow("after so many epochs") << "epochs" << 3.0 << 12 << static_cast<int>(StopReason::Epochs);
    QTest::newRow("when the loss is below, at an epoch's end") << "stop_loss" << 100.0 << 4 << static_cast<int>(StopReason::LossReached);
  }
  void stopRulesEndTheRun() {
    QFETCH(QString, key);
    QFETCH(double, value);
    QFETCH(int, steps);
    QFETCH(int, reason);
    RunSetup setup = xorLike();
    setup.plan.values.set(key.toStdString(), value == std::floor(value) && key != "stop_loss" ? ParamValue(static_cast<std::int64_t>(value)) : ParamValue(value));
    auto trainer = makeTrainer(std::move(setup));
    trainer->run();
    trainer->waitUntilIdle();
    QCOMPARE(trainer->status().step, steps);
    QCOMPARE(static_cast<int>(trainer->status().reason), reason);
  }

  void singleStepsAndEpochsStopWhereTheySay() {
    auto trainer = makeTrainer(xorLike());
    trainer->runSteps(1);
    trainer->waitUntilIdle();
    QCOMPARE(trainer->status().step, 1);
    trainer->runEpoch();
    trainer->waitUntilIdle();
    QCOMPARE(trainer->status().step, 4);
    trainer->runEpoch();
    trainer->waitUntilIdle();
    QCOMPARE(trainer->status().step, 8);
    QCOMPARE(trainer->status().epoch, 2);
  }

  // A language model's run is often shorter than an epoch.
  void aRunThatEndsWithinAnEpochIsMeasuredAtItsLastStep_data() {
    QTest::addColumn<int>("steps");
    QTest::addColumn<QList<int>>("measured");
    QTest::newRow("before the first epoch ends") << 3 << QList<int>{3};
    QTest::newRow("between two epochs") << 6 << QList<int>{4, 6};
    QTest::newRow("with an epoch") << 8 << QList<int>{4, 8};
  }
  void aRunThatEndsWithinAnEpochIsMeasuredAtItsLastStep() {
    QFETCH(int, steps);
    QFETCH(QList<int>, measured);
    RunSetup setup = xorLike();
    auto data = std::make_shared<Dataset>(*setup.data);
    data->train = 48, data->test = 16;
    setup.data = data;
    setup.plan.values.set("batch", std::int64_t{12});
    setup.plan.values.set("steps", std::int64_t{steps});
    auto trainer = makeTrainer(std::move(setup));
    trainer->run();
    trainer->waitUntilIdle();
    QList<int> have;
    double loss = 0;
    for (EvalPoint eval; trainer->evals().pop(eval); loss = eval.test.loss) {
      have.append(static_cast<int>(eval.step));
      QCOMPARE(eval.epoch, (eval.step + 3) / 4);
    }
    QCOMPARE(have, measured);
    QCOMPARE(loss, trainer->evaluate(Part::Test).loss);
  }

  void aRunPausedOrPacedGivesTheSameBits() {
    auto whole = makeTrainer(xorLike());
    whole->runSteps(60);
    whole->waitUntilIdle();
    auto parts = makeTrainer(xorLike());
    parts->setPace(100000);
    for (int i = 0; i < 6; ++i) {
      parts->watch(i % 2 == 0);
      parts->runSteps(10);
      parts->waitUntilIdle();
    }
    QCOMPARE(parts->fingerprint(), whole->fingerprint());
  }

  void aLoggedLiveChangeReplaysToTheSameBits() {
    auto trainer = makeTrainer(xorLike());
    trainer->runSteps(20);
    trainer->waitUntilIdle();
    trainer->change("rate", 0.5);
    trainer->change("l2", 0.01);
    trainer->runSteps(20);
    trainer->waitUntilIdle();
    const std::vector<LiveChange> log = trainer->changes();
    QCOMPARE(log.size(), std::size_t{2});
    QCOMPARE(log[0].step, 20);
    RunSetup again = xorLike();
    again.changes = log;
    auto replay = makeTrainer(std::move(again));
    replay->runSteps(40);
    replay->waitUntilIdle();
    QCOMPARE(replay->fingerprint(), trainer->fingerprint());
    auto without = makeTrainer(xorLike());
    without->runSteps(40);
    without->waitUntilIdle();
    QVERIFY(without->fingerprint() != trainer->fingerprint());
  }

  void l1MakesExactZeros() {
    RunSetup setup = xorLike();
    setup.plan.values.set("l1", 0.3);
    auto trainer = makeTrainer(std::move(setup));
    trainer->runSteps(400);
    trainer->waitUntilIdle();
    std::int64_t zeros = 0;
    for (float w : std::as_const(trainer->network()).weightsOf(trainer->network().weightInfos()[0])) zeros += w == 0.0f;
    QVERIFY2(zeros == 16, "all 16 weights of the first layer are exactly 0 under a strong L1");
  }

  void anExplodingRunStopsAndNamesTheLayer() {
    RunSetup setup;
    setup.spec = specOf("input 2 | dense 4 | dense 1 | mse");
    setup.data = hashedData(32, Shape{2}, "mse", 1, 5);
    setup.plan.values = {{"rate", 100.0}, {"batch", std::int64_t{8}}, {"steps", std::int64_t{10000}}};
    auto trainer = makeTrainer(std::move(setup));
    trainer->run();
    trainer->waitUntilIdle();
    QCOMPARE(static_cast<int>(trainer->status().reason), static_cast<int>(StopReason::NotFinite));
    QVERIFY(trainer->failure().has_value());
    QVERIFY2(english(*trainer->failure()).find("Dense") != std::string::npos, english(*trainer->failure()).c_str());
    QVERIFY(trainer->status().step < 10000);
  }

#ifndef GLASSBOX_SANITIZED
  void stepsTakeNoMemoryAfterTheFirst_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("optimizer");
    QTest::newRow("a small network") << "input 12 | dense 8 tanh | dropout 0.2 | dense 3 | softmax_cross_entropy" << "adam";
    QTest::newRow("one that is cut into blocks") << "input 12 | dense 512 relu | dense 512 relu | dense 3 | softmax_cross_entropy" << "momentum";
    QTest::newRow("recurrent layers") << "input 4x3 | lstm 64 layers=2 last=false | gru 48 | dense 3 | softmax_cross_entropy" << "adam";
  }
  void stepsTakeNoMemoryAfterTheFirst() {
    QFETCH(QString, line);
    QFETCH(QString, optimizer);
    RunSetup setup;
    setup.spec = specOf(line.toStdString());
    setup.data = hashedData(100, Shape{12}, "ce", 3, 77);
    setup.plan.values = {{"optimizer", optimizer.toStdString()}, {"batch", std::int64_t{32}}};
    setup.threads = 2;
    auto trainer = makeTrainer(std::move(setup));
    trainer->watch(true);
    trainer->runSteps(8);  // two epochs
    trainer->waitUntilIdle();
    // Counted between two step points, so that waking the worker (a command, OpenMP's team) does not count.
    trainer->runSteps(2000000000);
    StepPoint point;
    while (!trainer->points().pop(point) || point.step < 50) {
    }
    counting = true;
    while (!trainer->points().pop(point) || point.step < 120) {
    }
    counting = false;
    trainer->pause();
    trainer->waitUntilIdle();
    QCOMPARE(allocations.exchange(0), 0);
  }
#endif

  void wrongDataAreRefusedWithBothShapes() {
    RunSetup setup = xorLike();
    setup.data = hashedData(8, Shape{3}, "bce", 1, 1);
    Result<std::unique_ptr<Trainer>> trainer = Trainer::create(setup);
    QVERIFY(!trainer.ok());
    QVERIFY(english(trainer.error()).find("shape 2") != std::string::npos && english(trainer.error()).find("has 3") != std::string::npos);
    setup.data = hashedData(8, Shape{2}, "mse", 1, 1);
    QVERIFY(!Trainer::create(setup).ok());
    setup.data = hashedData(8, Shape{2}, "ce", 3, 1);
    QVERIFY(!Trainer::create(setup).ok());
    setup.spec = specOf("input 2 | dense 2 | softmax_cross_entropy");
    Result<std::unique_ptr<Trainer>> classes = Trainer::create(setup);
    QVERIFY(!classes.ok());
    QVERIFY(english(classes.error()).find("3 classes") != std::string::npos);
    setup.data = nullptr;
    QVERIFY(!Trainer::create(setup).ok());
  }

  void aLayerMarkedAutoFollowsTheClasses() {
    const DatasetPtr data = hashedData(8, Shape{2}, "ce", 3, 1);
    const Adapted marked = adaptToData(*specOf("input 2 | dense 10 classes=auto | softmax_cross_entropy"), *data);
    QCOMPARE(std::get<std::int64_t>(*marked.spec.find("dense1")->params.find("units")), 3);
    QCOMPARE(marked.changes.size(), std::size_t{1});
    Dataset text = *data;
    text.vocabulary = {"a", "b", "c"};
    const NetworkSpec tokens = *specOf("input 4 element=tokens | embedding 8 tokens=2 | dense 3 | softmax_cross_entropy");
    QCOMPARE(*adaptToData(tokens, text).spec.find("embedding1")->params.find("tokens"), ParamValue(std::int64_t{3})); // else a token has no vector
    text.vocabulary = {"a", "b"};
    QVERIFY(adaptToData(tokens, text).changes.empty());
    const Adapted unmarked = adaptToData(*specOf("input 2 | dense 10 | softmax_cross_entropy"), *data);
    QVERIFY(unmarked.changes.empty());
  }

  /// Bounds and spreads after Glorot and Bengio 2010 (xavier) and He et al. 2015 (he); uniform is 1/sqrt(inputs).
  void initialWeightsHaveTheirSpread_data() {
    QTest::addColumn<QString>("init");
    QTest::addColumn<double>("bound");
    QTest::addColumn<double>("deviation");
    QTest::newRow("zeros") << "zeros" << 0.0 << 0.0;
    QTest::newRow("uniform") << "uniform" << 1 / std::sqrt(300.0) << 1 / std::sqrt(3 * 300.0);
    QTest::newRow("xavier") << "xavier" << std::sqrt(6.0 / 500) << std::sqrt(2.0 / 500);
    QTest::newRow("he") << "he" << 1.0 << std::sqrt(2.0 / 300);
  }
  void initialWeightsHaveTheirSpread() {
    QFETCH(QString, init);
    QFETCH(double, bound);
    QFETCH(double, deviation);
    RunSetup setup;
    setup.spec = specOf("input 300 | dense 200 | mse");
    setup.data = hashedData(4, Shape{300}, "mse", 200, 3);
    setup.plan.values = {{"init", init.toStdString()}};
    auto trainer = makeTrainer(setup);
    double largest = 0, squares = 0, sum = 0;
    const std::span<const float> weights = trainer->network().weightsOf(trainer->network().weightInfos()[0]);
    QCOMPARE(weights.size(), std::size_t{60000});
    for (const float w : weights) largest = std::max(largest, std::abs(static_cast<double>(w))), sum += w, squares += static_cast<double>(w) * w;
    const double measured = std::sqrt(squares / 60000);
    QVERIFY2(largest <= bound && (bound == 0 || init == "he" || largest > 0.999 * bound), qPrintable(QString::number(largest)));
    QVERIFY2(std::abs(measured - deviation) <= 0.01 * deviation, qPrintable(QString::number(measured)));  // 60,000 numbers: 0.3 % is one deviation
    QVERIFY(std::abs(sum / 60000) <= 0.02 * deviation);
  }

  /// It compares the mean over an epoch: at a threshold between the third and the fourth, the fourth epoch is the last.
  void aLossBelowItsThresholdEndsTheRunAtThatEpoch() {
    RunSetup setup = xorLike();
    setup.plan.values.set("epochs", std::int64_t{5});
    auto free = makeTrainer(setup);
    free->run();
    free->waitUntilIdle();
    const std::vector<StepPoint> points = takePoints(*free);
    QCOMPARE(points.size(), std::size_t{20});
    std::vector<double> means(5);
    for (std::size_t i = 0; i < points.size(); ++i) means[i / 4] += points[i].loss.sum / 4;
    QVERIFY(means[3] < means[2] && means[2] < means[1]);
    setup.plan.values.set("stop_loss", (means[2] + means[3]) / 2);
    auto stopped = makeTrainer(setup);
    stopped->run();
    stopped->waitUntilIdle();
    QCOMPARE(stopped->status().reason, StopReason::LossReached);
    QCOMPARE(stopped->status().step, 16);
  }

  /// The command to run may find the worker at rest, or still busy with the command before.
  void aRunOnTheHeelsOfAnotherCommandSaysHowItEnded() {
    RunSetup setup = xorLike();
    setup.spec = specOf("input 2 | dense 200 tanh | dense 200 tanh | dense 1 | binary_cross_entropy");  // enough work for two threads
    setup.threads = 2;
    setup.plan.values.set("steps", std::int64_t{1});
    for (int i = 0; i < 200; ++i) {
      auto trainer = makeTrainer(setup);
      trainer->runSteps(0);
      std::this_thread::sleep_for(std::chrono::microseconds(i));
      trainer->run();
      trainer->waitUntilIdle();
      QCOMPARE(trainer->status().reason, StopReason::Steps);
      QVERIFY(trainer->status().seconds > 0);
    }
  }

  void whatWasNeverSetFollowsTheData() {
    const auto words = [](const NetworkSpec& spec, const char* id, const char* key) {
      const ParamValue* value = spec.find(id)->params.find(key);
      return value && std::holds_alternative<std::string>(*value) ? std::get<std::string>(*value) : std::string();
    };
    const DatasetPtr pictures = hashedData(8, Shape{1, 4, 4}, "ce", 3, 1);
    NetworkSpec fresh = *specOf("input 2 | dense 10 | softmax_cross_entropy");
    fresh.find("input1")->params = {};
    fresh.find("dense1")->params = {};
    const Adapted dense = adaptFreshToData(fresh, *pictures);
    QCOMPARE(words(dense.spec, "input1", "shape"), std::string("16"));  // a dense layer takes rows
    QCOMPARE(std::get<std::int64_t>(*dense.spec.find("dense1")->params.find("units")), 3);
    QCOMPARE(words(dense.spec, "dense1", "classes"), std::string("auto"));
    QVERIFY(analyse(dense.spec).sound() && checkDataFits(analyse(dense.spec), *pictures).ok());
    QVERIFY(adaptToData(fresh, *pictures).changes.empty());  // a file says what it means
    NetworkSpec flat = *specOf("input 2 | flatten | dense 3 | softmax_cross_entropy");
    flat.find("input1")->params = {};
    QCOMPARE(words(adaptFreshToData(flat, *pictures).spec, "input1", "shape"), std::string("1x4x4"));
  }

  void aMisfitIsAnIssueWithItsRepair() {
    const DatasetPtr data = hashedData(8, Shape{5}, "ce", 4, 1);
    NetworkSpec spec = *specOf("input 2 | dense 3 | softmax_cross_entropy");
    const std::vector<Issue> issues = dataIssues(analyse(spec), *data);
    QCOMPARE(issues.size(), std::size_t{2});
    QCOMPARE(issues[0].node, std::string("input1"));
    QCOMPARE(issues[1].node, std::string("dense1"));
    for (const Issue& issue : issues) spec = *spec_edit::repair(spec, issue, issue.repairs.at(0));
    QVERIFY(dataIssues(analyse(spec), *data).empty());
  }

  void aLossThatDoesNotFitTheDataGivesWay_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("outputs");
    QTest::addColumn<QString>("loss");
    QTest::newRow("numbers for classes") << "input 2 | dense 3 | mse" << "ce" << 3 << "softmax_cross_entropy";
    QTest::newRow("a number for two classes") << "input 2 | dense 1 | mse" << "ce" << 2 << "binary_cross_entropy";
    QTest::newRow("classes for numbers") << "input 2 | dense 3 | softmax_cross_entropy" << "mse" << 3 << "mse";
    QTest::newRow("two classes for three") << "input 2 | dense 3 | binary_cross_entropy" << "ce" << 3 << "softmax_cross_entropy";
  }
  void aLossThatDoesNotFitTheDataGivesWay() {
    QFETCH(QString, line);
    QFETCH(QString, target);
    QFETCH(int, outputs);
    QFETCH(QString, loss);
    const DatasetPtr data = hashedData(9, Shape{2}, target.toStdString(), outputs, 1);
    NetworkSpec spec = *specOf(line.toStdString());
    for (int round = 0; round < 2 && !dataIssues(analyse(spec), *data).empty(); ++round) {
      const Issue issue = dataIssues(analyse(spec), *data)[0];
      QVERIFY2(!issue.repairs.empty(), english(issue.error).c_str());
      spec = *spec_edit::repair(spec, issue, issue.repairs[0]);
    }
    QVERIFY(dataIssues(analyse(spec), *data).empty());
    QCOMPARE(spec.nodes.back().key, loss.toStdString());
    QCOMPARE(spec.nodes.back().id, loss.toStdString() + "1");
  }

  void normalizeMeasuresTheTrainingPart() {
    auto data = std::make_shared<Dataset>(*hashedData(50, Shape{2}, "bce", 1, 8));
    for (std::size_t i = 0; i < 50; ++i) data->inputs[0].numbers[2 * i] = 5 + 3 * data->inputs[0].numbers[2 * i], data->inputs[0].numbers[2 * i + 1] = 4;
    RunSetup setup = xorLike();
    setup.spec = specOf("input 2 | normalize | dense 1 | binary_cross_entropy");
    setup.data = data;
    auto trainer = makeTrainer(std::move(setup));
    double mean = 0, square = 0;
    for (std::size_t i = 0; i < 50; ++i) mean += data->inputs[0].numbers[2 * i] / 50;
    for (std::size_t i = 0; i < 50; ++i) square += std::pow(data->inputs[0].numbers[2 * i] - mean, 2) / 50;
    const auto& infos = trainer->network().weightInfos();
    const auto measured = trainer->network().weightsOf(infos[0]), deviation = trainer->network().weightsOf(infos[1]);
    QVERIFY(std::abs(measured[0] - mean) < 1e-5 && std::abs(deviation[0] - std::sqrt(square)) < 1e-5);
    QCOMPARE(measured[1], 4.0f);
    QCOMPARE(deviation[1], 1.0f);  // a feature that never changes
    trainer->runSteps(10);
    trainer->waitUntilIdle();
    QCOMPARE(trainer->network().weightsOf(infos[1])[1], 1.0f);  // not trained
  }

  void sharedWeightsGetTheSumOfTheirGradients() {
    NetworkSpec spec = *specOf("input 3 | dense 3 tanh | dense 3 tanh | dense 1 | mse");
    spec.find("dense2")->weightsOf = "dense1";
    RunSetup setup;
    setup.spec = std::make_shared<const NetworkSpec>(spec);
    setup.data = hashedData(16, Shape{3}, "mse", 1, 4);
    setup.plan.values = {{"batch", std::int64_t{16}}};
    auto trainer = makeTrainer(std::move(setup));
    QCOMPARE(trainer->network().weightInfos().size(), std::size_t{4});
    QCOMPARE(trainer->analysis().parameters, 3 * 3 + 3 + 3 + 1);
    trainer->runSteps(5);
    trainer->waitUntilIdle();
    QVERIFY(std::isfinite(trainer->evaluate(Part::Train).loss));
  }
};

QTEST_APPLESS_MAIN(TestTraining)
#include "test_training.moc"
