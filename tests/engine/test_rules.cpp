// Activations, joining layers, losses, optimizers, clipping and schedules against PyTorch (tests/golden/make_rules.py), the rules
// that every architecture must keep, and early stopping.
#include <QTest>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "engine/io/run_checkpoint.h"
#include "engine/trace/explain.h"
#include "engine/train/early_stopping.h"
#include "engine/train/schedules.h"
#include "tests/support/small_nets.h"

using namespace glassbox;
using namespace glassbox::test;

namespace {

const nlohmann::json& golden() {
  static const nlohmann::json json = nlohmann::json::parse(std::ifstream(GLASSBOX_SOURCE_DIR "/tests/golden/rules.json"));
  return json;
}

void setValues(TrainingPlan& plan, const nlohmann::json& values) {
  for (const auto& [key, value] : values.items()) plan = *setPlanValue(plan, key, value.is_string() ? value.get<std::string>() : value.dump());
}

Shape shapeOf(const std::string& words) {
  Shape shape;
  for (std::size_t at = 0; at != std::string::npos; at = words.find('x', at + 1)) shape.push(std::stoll(words.substr(at == 0 ? 0 : at + 1)));
  return shape;
}

double normOf(std::span<const float> values) {
  double squares = 0;
  for (float x : values) squares += static_cast<double>(x) * x;
  return std::sqrt(squares);
}

/// A run whose validation loss falls and then rises: few samples, of which a fifth have a class by chance, and a wide network.
RunSetup overfitting() {
  RunSetup setup;
  setup.spec = specOf("input 4 | dense 64 tanh | dense 3 | softmax_cross_entropy");
  auto data = std::make_shared<Dataset>(*hashedData(60, Shape{4}, "ce", 3, 9));
  for (std::size_t i = 0; i < 60; ++i)
    if (const float x = data->inputs[0].numbers[4 * i]; i % 5 != 0) data->target.numbers[i] = x > 0.3f ? 2.0f : x < -0.3f ? 0.0f : 1.0f;
  data->train = 30;
  data->validation = 30;
  finishHash(*data);
  setup.data = data;
  setup.plan.values = {{"optimizer", std::string("adam")}, {"rate", 0.002}, {"batch", std::int64_t{10}}, {"patience", std::int64_t{4}}, {"epochs", std::int64_t{200}}};
  return setup;
}

}  // namespace

class TestRules : public QObject {
  Q_OBJECT

 private slots:
  void lossesAgreeWithPyTorch_data() {
    QTest::addColumn<int>("number");
    for (std::size_t i = 0; i < golden()["training"].size(); ++i) QTest::newRow(golden()["training"][i]["name"].get<std::string>().c_str()) << static_cast<int>(i);
  }
  void lossesAgreeWithPyTorch() {
    QFETCH(int, number);
    const nlohmann::json& g = golden()["training"][static_cast<std::size_t>(number)];
    RunSetup setup;
    setup.spec = specOf(g["line"]);
    const auto seed = g["seed"].get<std::uint32_t>();
    setup.data = hashedData(g["rows"], shapeOf(g["shape"]), g["loss"], g["outputs"], seed);
    setValues(setup.plan, g["plan"]);
    setup.plan.values.set("batch", g["batch"].get<std::int64_t>());
    setup.plan.values.set("shuffle", false);
    auto trainer = makeTrainer(std::move(setup));
    std::uint32_t t = 0;
    for (const WeightInfo& info : trainer->network().weightInfos())
      fillUniform(trainer->network().weightsOf(info), seed + 10 + t++, static_cast<float>(1 / std::sqrt(static_cast<double>(info.def.fanIn))));
    trainer->runSteps(1);
    trainer->waitUntilIdle();
    std::size_t i = 0;
    const double largest = *std::max_element(g["gradient_norms"].begin(), g["gradient_norms"].end());
    for (const WeightInfo& info : trainer->network().weightInfos()) {
      const double want = g["gradient_norms"][i++], got = normOf(trainer->network().gradientsOf(info));
      QVERIFY2(std::abs(got - want) <= 1e-5 * want + 1e-6 * largest, qPrintable(QStringLiteral("%1: %2, PyTorch %3").arg(QString::fromStdString(info.name)).arg(got).arg(want)));
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
      const double want = g["last_weights"][i++], got = normOf(trainer->network().weightsOf(info));
      QVERIFY2(std::abs(got - want) <= 2e-5 * std::max(want, 1e-2), qPrintable(QStringLiteral("%1: %2, PyTorch %3").arg(QString::fromStdString(info.name)).arg(got).arg(want)));
    }
  }

  void ratesAgreeWithPyTorch_data() {
    QTest::addColumn<int>("number");
    for (std::size_t i = 0; i < golden()["schedules"].size(); ++i) QTest::newRow(golden()["schedules"][i]["name"].get<std::string>().c_str()) << static_cast<int>(i);
  }
  void ratesAgreeWithPyTorch() {
    QFETCH(int, number);
    const nlohmann::json& g = golden()["schedules"][static_cast<std::size_t>(number)];
    TrainingPlan plan;
    setValues(plan, g["plan"]);
    plan.values.set("steps", g["steps"].get<std::int64_t>());
    const PlanValues values = *planValues(plan);
    for (std::size_t step = 0; step < g["rates"].size(); ++step) {
      const double want = g["rates"][step], got = rateAt(values, static_cast<std::int64_t>(step), g["per_epoch"]);
      // PyTorch forms some rates from the one before: 40 roundings.
      QVERIFY2(std::abs(got - want) <= 1e-13 * values.rate, qPrintable(QStringLiteral("step %1: %2, PyTorch %3").arg(step).arg(got).arg(want)));
    }
  }

  void aScheduleEndsAtItsSmallestRate() {
    TrainingPlan plan;
    setValues(plan, {{"schedule", "cosine"}, {"rate", 1.0}, {"min_rate", 0.25}, {"decay_steps", 10}});
    QCOMPARE(rateAt(*planValues(plan), 10, 5), 0.25);
    QCOMPARE(rateAt(*planValues(plan), 1000000, 5), 0.25);
    setValues(plan, {{"schedule", "step"}, {"decay_factor", 0.1}});
    QCOMPARE(rateAt(*planValues(plan), 19, 5), 0.25);  // 0.1 is below
    setValues(plan, {{"schedule", "cosine"}, {"decay_steps", 0}});
    QCOMPARE(rateAt(*planValues(plan), 100, 5), 1.0);  // a run without end keeps its rate
    setValues(plan, {{"epochs", 4}});
    QCOMPARE(rateAt(*planValues(plan), 20, 5), 0.25);
    setValues(plan, {{"warmup", 30}});
    QCOMPARE(rateAt(*planValues(plan), 14, 5), 15.0 / 31);  // a warm-up that outlasts the run
  }

  void theRateInForceIsTold() {
    RunSetup setup = overfitting();
    setup.plan.values = {{"rate", 0.1}, {"batch", std::int64_t{10}}, {"warmup", std::int64_t{4}}};
    auto trainer = makeTrainer(setup);
    trainer->runSteps(6);
    trainer->waitUntilIdle();
    const std::vector<StepPoint> points = takePoints(*trainer);
    for (std::size_t i = 0; i < 6; ++i) QCOMPARE(points.at(i).rate, std::min(0.1, 0.1 * static_cast<double>(i + 1) / 5));
  }

  void clippingGivesTheSameBitsForAnyTeam() {
    std::string first;
    for (int threads : {1, 2, 3, 4, 8}) {
      RunSetup setup;
      setup.spec = specOf("input 200 | dense 300 gelu | dense 300 relu | dense 10 | softmax_cross_entropy");
      setup.data = hashedData(128, Shape{200}, "ce", 10, 5);
      setup.plan.values = {{"optimizer", std::string("adamw")}, {"rate", 0.01}, {"clip", 0.05}, {"batch", std::int64_t{64}}};
      setup.threads = threads;
      auto trainer = makeTrainer(std::move(setup));
      trainer->runSteps(20);
      trainer->waitUntilIdle();
      if (first.empty()) first = trainer->fingerprint();
      QCOMPARE(trainer->fingerprint(), first);
    }
  }

  void aClipThatIsNeverReachedChangesNothing() {
    std::string prints[2];
    for (int i = 0; i < 2; ++i) {
      RunSetup setup = overfitting();
      setup.plan.values.set("patience", std::int64_t{0});
      if (i == 1) setup.plan.values.set("clip", 1e6);
      auto trainer = makeTrainer(std::move(setup));
      trainer->runSteps(30);
      trainer->waitUntilIdle();
      prints[i] = trainer->fingerprint();
    }
    QCOMPARE(prints[0], prints[1]);
  }

  void theTraceMakesEveryOptimizersFirstStep_data() {
    QTest::addColumn<QString>("settings");
    for (const char* settings : {"optimizer=sgd l2=0.1", "optimizer=momentum", "optimizer=nesterov l2=0.1", "optimizer=adagrad epsilon=0.01", "optimizer=rmsprop beta2=0.9 epsilon=0.01",
                                 "optimizer=adam epsilon=0.01 l2=0.1", "optimizer=adamw epsilon=0.01 weight_decay=0.2", "optimizer=adamw epsilon=0.01 weight_decay=0.2 decay_on=all",
                                 "optimizer=sgd clip=0.01 l2=0.1", "optimizer=adamw clip=0.01 epsilon=0.01 schedule=cosine warmup=3 decay_steps=9"})
      QTest::newRow(settings) << settings;
  }
  void theTraceMakesEveryOptimizersFirstStep() {
    QFETCH(QString, settings);
    TraceRequest request;
    request.spec = specOf("input 3 | dense 4 tanh | dense 2 | mse");
    request.data = hashedData(6, Shape{3}, "mse", 2, 21);
    request.plan.values = {{"rate", 0.1}, {"batch", std::int64_t{3}}, {"shuffle", false}};
    for (const QString& word : settings.split(' ')) request.plan = *setPlanValue(request.plan, word.section('=', 0, 0).toStdString(), word.section('=', 1).toStdString());
    request.rows = {0, 1, 2};
    const Result<Trace> trace = traceStep(request);
    QVERIFY(trace.ok());
    RunSetup setup;
    setup.spec = request.spec;
    setup.plan = request.plan;
    setup.data = request.data;
    auto trainer = makeTrainer(std::move(setup));
    trainer->runSteps(1);
    trainer->waitUntilIdle();
    for (const WeightInfo& info : trainer->network().weightInfos()) {
      const TraceEntry& updated = *trace->find(info.name + ".new");
      for (std::size_t i = 0; i < info.size; ++i) {
        QVERIFY(std::abs(updated.values[i] - trainer->network().weightsOf(info)[i]) < 1e-6);
        std::vector<std::int64_t> index(static_cast<std::size_t>(updated.shape.rank()));
        auto rest = static_cast<std::int64_t>(i);
        for (int axis = updated.shape.rank() - 1; axis >= 0; --axis) index[static_cast<std::size_t>(axis)] = rest % updated.shape[axis], rest /= updated.shape[axis];
        const Result<Explanation> explained = explain(*trace, request, writeElement(updated.name, index));
        QVERIFY(explained.ok());
        QVERIFY2(std::abs(explained->value - updated.values[i]) <= 1e-10, updated.name.c_str());
        QVERIFY(explained->terms.size() >= 2);
      }
    }
  }

  // ---- early stopping -------------------------------------------------------------------------------------------------

  void earlyStoppingEndsAfterItsPatienceAndKeepsTheBestWeights() {
    RunSetup setup = overfitting();
    setup.plan.values.set("patience", std::int64_t{0});
    setup.plan.values.set("epochs", std::int64_t{60});
    auto free = makeTrainer(setup);
    std::vector<double> losses;
    std::vector<std::vector<float>> weights;
    for (int epoch = 0; epoch < 60; ++epoch) {
      free->runEpoch();
      free->waitUntilIdle();
      losses.push_back(free->evaluate(Part::Validation).loss);
      const std::span<const float> now = std::as_const(free->network()).weights();
      weights.emplace_back(now.begin(), now.end());
    }
    std::size_t best = 0, stop = 0;
    for (std::size_t epoch = 1; epoch < losses.size() && stop == 0; ++epoch) {
      if (losses[epoch] < losses[best]) best = epoch;
      if (epoch - best == 4) stop = epoch;
    }
    QVERIFY2(stop > 4, qPrintable(QStringLiteral("the example must turn: best %1 of %2, last %3").arg(best).arg(losses[best]).arg(losses.back())));
    auto stopped = makeTrainer(overfitting());
    stopped->run();
    stopped->waitUntilIdle();
    const RunStatus status = stopped->status();
    QCOMPARE(status.reason, StopReason::EarlyStopping);
    QCOMPARE(status.epoch, static_cast<std::int64_t>(stop) + 1);
    QCOMPARE(status.bestStep, 3 * (static_cast<std::int64_t>(best) + 1));
    QCOMPARE(status.bestValidation, losses[best]);
    const std::span<const float> kept = std::as_const(stopped->network()).weights();
    QVERIFY(std::equal(kept.begin(), kept.end(), weights[best].begin()));
    stopped->run();  // it has ended: running again does nothing
    stopped->waitUntilIdle();
    QCOMPARE(stopped->status().step, status.step);
    QVERIFY(stopped->remarks().empty());
  }

  void anInterruptedRunRemembersItsBestWeights() {
    auto whole = makeTrainer(overfitting());
    whole->run();
    whole->waitUntilIdle();
    for (const std::int64_t steps : {1, 3, 20}) {
      auto first = makeTrainer(overfitting());
      first->runSteps(steps);
      first->waitUntilIdle();
      const TensorFile file = runToFile(*first, overfitting().data.get());
      auto second = makeTrainer(overfitting());
      const Result<void> read = runFromFile(*second, file, {}, overfitting().data.get(), "run");
      QVERIFY2(read.ok(), read.ok() ? "" : english(read.error()).c_str());
      second->run();
      second->waitUntilIdle();
      QCOMPARE(second->fingerprint(), whole->fingerprint());
      QCOMPARE(second->status().bestStep, whole->status().bestStep);
    }
  }

  void withoutAValidationPartATenthOfTheTrainingPartBecomesIt() {
    RunSetup setup = overfitting();
    setup.data = hashedData(200, Shape{4}, "ce", 3, 9);
    auto trainer = makeTrainer(setup);
    const Dataset& data = *trainer->setup().data;
    QCOMPARE(data.train + data.validation, 200);
    QVERIFY(data.validation >= 19 && data.validation <= 21);
    QCOMPARE(trainer->remarks().size(), std::size_t{1});
    QVERIFY(english(trainer->remarks()[0]).find("no validation part") != std::string::npos);
    QCOMPARE(setup.data->train, 200);  // the caller's data are as they were
    setup.plan.values.set("patience", std::int64_t{0});
    QCOMPARE(makeTrainer(setup)->setup().data->train, 200);  // no rule needs one
  }

  void aRunEndsAfterItsTime() {
    RunSetup setup = overfitting();
    setup.plan.values = {{"rate", 1e-4}, {"seconds", 0.05}};
    auto trainer = makeTrainer(std::move(setup));
    trainer->run();
    trainer->waitUntilIdle();
    QCOMPARE(trainer->status().reason, StopReason::Time);
    QVERIFY(trainer->status().seconds >= 0.05);
  }

  // ---- initializers ---------------------------------------------------------------------------------------------------

  void initialWeightsHaveTheirSpread_data() {
    QTest::addColumn<QString>("init");
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("deviation");
    QTest::newRow("constant") << "constant" << double(0.3f) << 0.0;
    QTest::newRow("normal") << "normal" << 0.0 << 0.3;
    QTest::newRow("lecun") << "lecun" << 0.0 << 1 / std::sqrt(300.0);
  }
  void initialWeightsHaveTheirSpread() {
    QFETCH(QString, init);
    QFETCH(double, mean);
    QFETCH(double, deviation);
    RunSetup setup;
    setup.spec = specOf("input 300 | dense 200 | mse");
    setup.data = hashedData(4, Shape{300}, "mse", 200, 3);
    setup.plan.values = {{"init", init.toStdString()}, {"init_size", 0.3}};
    auto trainer = makeTrainer(setup);
    const std::span<const float> weights = trainer->network().weightsOf(trainer->network().weightInfos()[0]);
    double sum = 0, squares = 0;
    for (float w : weights) sum += w, squares += (w - mean) * (w - mean);
    QVERIFY(std::abs(sum / 60000 - mean) <= 0.02 * deviation + 1e-12);  // 60,000 numbers: 0.004 is one deviation
    QVERIFY(std::abs(std::sqrt(squares / 60000) - deviation) <= 0.01 * deviation + 1e-12);
    for (float b : trainer->network().weightsOf(trainer->network().weightInfos()[1])) QCOMPARE(b, 0.0f);
  }

  // ---- rules of reliability.md --------------------------------------------------------------------------------------------

  /// Of a network whose last layer's weights are zero: every class gets the same probability.
  void theLossBeforeTheFirstStepIsThatOfGuessing_data() {
    QTest::addColumn<int>("classes");
    for (int classes : {2, 3, 10, 65}) QTest::addRow("%d classes", classes) << classes;
  }
  void theLossBeforeTheFirstStepIsThatOfGuessing() {
    QFETCH(int, classes);
    for (const char* hidden : {"relu", "tanh", "sigmoid", "leaky_relu", "elu", "gelu", "silu", "softplus"}) {
      RunSetup setup;
      setup.spec = specOf("input 8 | dense 32 " + std::string(hidden) + " | dense " + std::to_string(classes) + " init=zeros | softmax_cross_entropy");
      setup.data = hashedData(130, Shape{8}, "ce", classes, 4);
      auto trainer = makeTrainer(std::move(setup));
      const double loss = trainer->evaluate(Part::Train).loss;
      QVERIFY2(std::abs(loss - std::log(classes)) <= 1e-5, qPrintable(QStringLiteral("%1: %2").arg(hidden).arg(loss)));
    }
  }

  /// The rate is chosen per family and stands in the row; "below" is the loss to reach, of mse's families a thousandth of its start.
  void oneBatchIsOverfitted_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("loss");
    QTest::addColumn<int>("outputs");
    QTest::addColumn<double>("rate");
    for (const char* hidden : {"relu", "tanh", "leaky_relu", "elu", "gelu", "silu", "softplus"})
      QTest::addRow("classes through %s", hidden) << QStringLiteral("input 10 | dense 64 %1 | dense 64 %1 | dense 5 | softmax_cross_entropy").arg(hidden) << "ce" << 5 << 0.01;
    QTest::newRow("classes through sigmoid") << "input 10 | dense 64 sigmoid | dense 64 sigmoid | dense 5 | softmax_cross_entropy" << "ce" << 5 << 0.05;
    QTest::newRow("yes or no") << "input 10 | dense 64 tanh | dense 1 | binary_cross_entropy" << "bce" << 1 << 0.05;
    QTest::newRow("yes or no by hinge") << "input 10 | dense 64 tanh | dense 1 | hinge" << "bce" << 1 << 0.02;
    QTest::newRow("numbers") << "input 10 | dense 64 tanh | dense 64 tanh | dense 2 | mse" << "mse" << 2 << 0.005;
    QTest::newRow("numbers by huber") << "input 10 | dense 64 tanh | dense 64 tanh | dense 2 | huber delta=0.5" << "mse" << 2 << 0.005;
    QTest::newRow("a residual network") << "input 10 | dense 32 | h: relu | dense 32 relu | add h | g: dense 32 relu | dense 32 | add g | dense 5 | softmax_cross_entropy" << "ce" << 5 << 0.01;
    QTest::newRow("a gated network") << "input 10 | h: dense 64 tanh | from input1 | dense 64 sigmoid | multiply h | dense 5 | softmax_cross_entropy" << "ce" << 5 << 0.02;
    QTest::newRow("branches joined") << "input 10 | h: dense 64 tanh | from input1 | dense 64 relu | concat h input1 | dense 5 | softmax_cross_entropy" << "ce" << 5 << 0.01;
  }
  void oneBatchIsOverfitted() {
    QFETCH(QString, line);
    QFETCH(QString, loss);
    QFETCH(int, outputs);
    QFETCH(double, rate);
    RunSetup setup;
    setup.spec = specOf(line.toStdString());
    setup.data = hashedData(32, Shape{10}, loss.toStdString(), outputs, 17);
    setup.plan.values = {{"optimizer", std::string("adam")}, {"rate", rate}, {"batch", std::int64_t{32}}};
    auto trainer = makeTrainer(std::move(setup));
    trainer->runSteps(499);
    trainer->waitUntilIdle();
    const std::vector<StepPoint> points = takePoints(*trainer);
    const double below = loss == "mse" ? 1e-3 * points.front().loss.sum : 1e-3;
    double least = points.front().loss.sum;
    for (const StepPoint& point : points) least = std::min(least, point.loss.min);
    QVERIFY2(least < below, qPrintable(QString::number(least)));
  }
};

QTEST_APPLESS_MAIN(TestRules)
#include "test_rules.moc"
